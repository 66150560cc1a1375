import ScenarioFile
import Units

/// A number for each month of the year.
package struct Months: BitwiseCopyable, Sendable {
  package var numbers: InlineArray<12, Double>

  package var total: Double {
    var sum = 0.0
    for month in numbers.indices { sum += numbers[month] }
    return sum
  }

  static func != (left: Months, right: Months) -> Bool { (1...12).contains { left[$0] != right[$0] } }

  /// The number of a month, 1 to 12.
  package subscript(month: Int) -> Double { numbers[month - 1] }

  static let keys = MonthNames.english.map { $0.lowercased() }
}

extension Form {
  /// A number for each month, under one key.
  func months(
    _ key: String, _ standard: [Double], in range: ClosedRange<Double>, _ grounds: Grounds, en: String, th: String
  ) -> Months {
    group(key, Words(en: "the months", th: "เดือน"), en: en, th: th) { form in
      var months = Months(numbers: InlineArray(repeating: 0))
      for month in standard.indices {
        months.numbers[month] = form.number(
          Months.keys[month], standard[month], in: range, grounds.together,
          en: "\(en) In \(MonthNames.english[month]).",
          th: "\(th) เดือน \(MonthNames.thai[month])")
      }
      return months
    }
  }
}
