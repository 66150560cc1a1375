import ScenarioFile

/// Which points of a sweep are run: comparisons of axes with numbers, `&&` before `||`.
///
///     supply.offseason_share <= 0.6 || supply.in_season.spread_days < 16
struct SweepCondition: Sendable {
  struct Comparison: Sendable {
    let path: String
    let relation: Relation
    let number: Double
    /// Where the path stands in the text, in bytes.
    let place: Range<Int>
  }

  enum Relation: String, CaseIterable {
    // Longer ones first: `<` begins `<=` too.
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case below = "<"
    case above = ">"

    func holds(_ left: Double, _ right: Double) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .equal: left == right
      case .unequal: left != right
      case .below: left < right
      case .above: left > right
      }
    }
  }

  /// Why a text is no condition, and where.
  struct Fault: Error {
    let words: Words
    let place: Range<Int>
  }

  /// One of these must hold; each holds where all its comparisons do.
  ///
  /// None is a condition that always holds.
  let alternatives: [[Comparison]]

  var comparisons: [Comparison] { alternatives.flatMap(\.self) }

  func holds(_ value: (String) -> Double?) -> Bool {
    alternatives.isEmpty
      || alternatives.contains { all in
        all.allSatisfy { comparison in
          value(comparison.path).map { comparison.relation.holds($0, comparison.number) } ?? false
        }
      }
  }

  init(_ text: String) throws(Fault) {
    var reader = Reader(bytes: Array(text.utf8))
    alternatives = try reader.alternatives()
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    mutating func skipSpace() {
      while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    }

    mutating func take(_ token: String) -> Bool {
      guard bytes[place...].starts(with: token.utf8) else { return false }
      place += token.utf8.count
      return true
    }

    mutating func word() -> (text: String, place: Range<Int>) {
      skipSpace()
      let start = place
      while place < bytes.count, !" <>=!&|".utf8.contains(bytes[place]) { place += 1 }
      return (String(decoding: bytes[start..<place], as: UTF8.self), start..<place)
    }

    func fault(_ words: Words, _ range: Range<Int>) -> Fault {
      Fault(words: words, place: range.isEmpty ? range.lowerBound..<min(range.lowerBound + 1, bytes.count) : range)
    }

    mutating func alternatives() throws(Fault) -> [[Comparison]] {
      skipSpace()
      if place == bytes.count { return [] }
      var alternatives: [[Comparison]] = []
      repeat {
        var all = [try comparison()]
        while take("&&") { all.append(try comparison()) }
        alternatives.append(all)
      } while take("||")
      guard place == bytes.count else {
        throw fault(Words(en: "only && or || may stand here", th: "ตรงนี้มีได้เฉพาะ && หรือ ||"), place..<bytes.count)
      }
      return alternatives
    }

    mutating func comparison() throws(Fault) -> Comparison {
      let path = word()
      guard !path.text.isEmpty else {
        throw fault(Words(en: "an axis is missing here", th: "ขาดชื่อแกน"), path.place)
      }
      skipSpace()
      guard let relation = Relation.allCases.first(where: { take($0.rawValue) }) else {
        throw fault(
          Words(en: "a comparison is missing here: <= < >= > == !=", th: "ขาดเครื่องหมายเปรียบเทียบ <= < >= > == !="),
          place..<place)
      }
      let number = word()
      guard let value = Double(number.text), value.isFinite else {
        throw fault(Words(en: "a number must stand here", th: "ตรงนี้ต้องเป็นตัวเลข"), number.place)
      }
      skipSpace()
      return Comparison(path: path.text, relation: relation, number: value, place: path.place)
    }
  }
}
