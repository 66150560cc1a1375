import ScenarioFile
import Units

/// A number for each month of the year.
package struct Months: Sendable, Hashable {
  package var numbers: [Double]

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
      Months(
        numbers: standard.indices.map { month in
          form.number(
            Months.keys[month], standard[month], in: range, grounds, en: "\(en) In \(MonthNames.english[month]).",
            th: "\(th) เดือน \(MonthNames.thai[month])")
        })
    }
  }
}
