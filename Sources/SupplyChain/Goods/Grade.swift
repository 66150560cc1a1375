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
    counts = (Double(mass.count) * shares).wholeNumbers
    counts[3] &+= mass.count &- counts.wrappedSum()
  }

  package init(counts: SIMD4<Int64>) { self.counts = counts }

  /// Some grades of it.
  package func only(where isMeant: SIMDMask<SIMD4<Int64>>) -> Self {
    Self(counts: SIMD4<Int64>.zero.replacing(with: counts, where: isMeant))
  }

  /// A share of each grade, rounded down; what rounding leaves stays.
  package func share(_ share: Double) -> Self {
    Self(counts: (counts.numbers * share).wholeNumbers)
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

/// A price for each grade, in whole satang a kilogram, as it is posted and paid.
struct GradedPrice: BitwiseCopyable, Sendable {
  static let zero = GradedPrice(satang: .zero)

  private(set) var satang: SIMD4<Int64>

  private init(satang: SIMD4<Int64>) { self.satang = satang }

  /// The price in baht, rounded down to the satang.
  init(_ baht: Graded) {
    let exact = baht * 100
    satang = exact.notBelowZero.replacing(with: Graded.most, where: exact .> Graded.most).wholeNumbers
  }

  var baht: Graded { satang.numbers / 100 }

  /// What each grade of it costs, in satang.
  ///
  /// Grade by grade in so many words: a loop would take numbers of four to memory and back for each.
  @inline(__always)
  func values(of fruit: GradedGrams) -> SIMD4<Int64> {
    SIMD4(value(of: fruit, 0), value(of: fruit, 1), value(of: fruit, 2), value(of: fruit, 3))
  }

  @inline(__always)
  private func value(of fruit: GradedGrams, _ grade: Int) -> Int64 {
    SatangPerKilogram(satang[grade]).value(of: Grams(fruit.counts[grade]), rounding: .nearestEven).count
  }

  func value(of fruit: GradedGrams) -> Satang { Satang(adding: values(of: fruit)) }
}

extension Satang {
  /// Money of all grades together.
  @inline(__always)
  init(adding grades: SIMD4<Int64>) {
    self = Satang(grades[0]) + Satang(grades[1]) + Satang(grades[2]) + Satang(grades[3])
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
          grade.id, standard?[grade], in: range, grounds.together, en: "\(en) Grade \(grade.id).",
          th: "\(th) เกรด \(grade.id)")
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

extension SIMD4<Double> {
  /// Zero in the place of what is below it.
  var notBelowZero: Self { replacing(with: Self(repeating: 0), where: self .< Self(repeating: 0)) }

  /// More than any price.
  static let most = Graded(repeating: 1e12)

  /// Without what follows the point; one by one, which is many times as fast as the library's conversion of all four.
  var wholeNumbers: SIMD4<Int64> { SIMD4<Int64>(Int64(self[0]), Int64(self[1]), Int64(self[2]), Int64(self[3])) }
}

extension SIMD4<Int64> {
  var numbers: SIMD4<Double> { SIMD4<Double>(Double(self[0]), Double(self[1]), Double(self[2]), Double(self[3])) }
}
