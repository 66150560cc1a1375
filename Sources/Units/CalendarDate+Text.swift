extension CalendarDate: CustomStringConvertible {
  /// The date for machines, with the year of the common era: `2026-06-15`.
  public var isoText: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// The date for Thai readers: `15 มิ.ย. 2569`.
  public var thaiText: String {
    "\(day) \(MonthNames.thai[month - 1]) \(buddhistYear)"
  }

  /// The date for English readers, with the year of the Buddhist era: `15 Jun 2569`.
  public var englishText: String {
    "\(day) \(MonthNames.english[month - 1]) \(buddhistYear)"
  }

  /// The date as it is said for the first time to a Thai reader, with both years: `15 มิ.ย. 2569 (2026)`.
  public var thaiTextWithBothYears: String { "\(thaiText) (\(year))" }

  /// The date as it is said for the first time to an English reader, with both years: `15 Jun 2569 (2026)`.
  public var englishTextWithBothYears: String { "\(englishText) (\(year))" }

  /// The date for messages, as ``isoText``.
  public var description: String { isoText }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
