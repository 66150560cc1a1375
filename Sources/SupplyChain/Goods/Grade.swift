import ScenarioFile
import Units

/// The size grades of longan, largest first.
package enum Grade: Int, CaseIterable, Sendable, BitwiseCopyable {
  case aa
  case a
  case b
  case c

  package var id: String {
    switch self {
    case .aa: "AA"
    case .a: "A"
    case .b: "B"
    case .c: "C"
    }
  }
}

/// A number for each grade: a share, a price in baht a kilogram.
package typealias Graded = SIMD4<Double>

extension SIMD4 {
  subscript(grade: Grade) -> Scalar {
    get { self[grade.rawValue] }
    set { self[grade.rawValue] = newValue }
  }
}

/// Fruit, by grade, to the gram.
package struct GradedGrams: BitwiseCopyable, Sendable, Hashable {
  package var counts: SIMD4<Int64>

  package static let zero = GradedGrams(counts: .zero)

  package subscript(grade: Grade) -> Grams {
    get { Grams(counts[grade.rawValue]) }
    set { counts[grade.rawValue] = newValue.count }
  }

  package var total: Grams { Grams(counts.wrappedSum()) }

  package static func + (left: Self, right: Self) -> Self { Self(counts: left.counts &+ right.counts) }
  package static func - (left: Self, right: Self) -> Self { Self(counts: left.counts &- right.counts) }
  package static func += (left: inout Self, right: Self) { left.counts &+= right.counts }
  package static func -= (left: inout Self, right: Self) { left.counts &-= right.counts }

  /// Fruit of a mass, dealt out over the grades by shares that add up to 1; what rounding leaves is of the last grade.
  package init(_ mass: Grams, shares: Graded) {
    let exact = Double(mass.count) * shares
    counts = SIMD4<Int64>(exact.rounded(.down))
    counts[3] &+= mass.count &- counts.wrappedSum()
  }

  package init(counts: SIMD4<Int64>) { self.counts = counts }

  /// A share of each grade, rounded down; what rounding leaves stays.
  package func share(_ share: Double) -> Self {
    Self(counts: SIMD4<Int64>((SIMD4<Double>(counts) * share).rounded(.down)))
  }

  /// So much of it, all grades alike; all of it where there is not more.
  package func part(of mass: Grams) -> Self {
    let all = total
    if mass.count >= all.count { return self }
    var part = share(Double(mass.count) / Double(all.count))
    // The few grams that rounding left out come from the first grades that have them.
    var missing = mass.count &- part.total.count
    for index in 0..<4 where missing > 0 {
      let more = Swift.min(missing, counts[index] &- part.counts[index])
      part.counts[index] &+= more
      missing &-= more
    }
    return part
  }
}

extension Form {
  /// A number for each grade, under one key.
  func graded(
    _ key: String, _ standard: Graded?, in range: ClosedRange<Double>, _ grounds: Grounds, sharesAddUp: Bool = false,
    en: String, th: String
  ) -> Graded {
    group(key, Words(en: "the grades", th: "เกรด"), en: en, th: th) { form in
      var graded = Graded.zero
      for grade in Grade.allCases {
        graded[grade] = form.number(
          grade.id, standard?[grade], in: range, grounds, en: "\(en) Grade \(grade.id).", th: "\(th) เกรด \(grade.id)")
      }
      if sharesAddUp { form.addUp(Grade.allCases.map(\.id), en: "grade shares", th: "สัดส่วนเกรด") }
      return graded
    }
  }
}

/// A grade as a file names it.
package enum GradeChoice: String, SettingChoice {
  case aa = "AA"
  case a = "A"
  case b = "B"
  case c = "C"

  package var words: Words { Words("grade " + rawValue) }
  package var grade: Grade { Grade(rawValue: GradeChoice.allCases.firstIndex(of: self) ?? 0) ?? .aa }
}
