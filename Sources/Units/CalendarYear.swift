/// Years and months of the proleptic Gregorian calendar, and how years are written in Thailand.
public enum CalendarYear {
  /// The years of the common era that the calendar can hold.
  public static let supported = 1...9_999
  /// Years that, as somebody writes them, are of the common era (ค.ศ.).
  public static let writtenCommonEra = 1_900...2_299
  /// Years that, as somebody writes them, are of the Buddhist era (พ.ศ.).
  public static let writtenBuddhistEra = 2_400...2_699
  /// What a year of the Buddhist era is more than the same year of the common era.
  public static let buddhistEraOffset = 543

  /// Whether the year, C.E., has a 29 February.
  @inlinable
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month, 1 to 12, in a year C.E.
  @inlinable
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The year of the common era that somebody means who writes `year`: 2569 is 2026 and 2026 is 2026.
  ///
  /// The two ranges cannot collide, so that no setting has to say which era a file uses.
  public static func commonEra(fromWritten year: Int) throws(CalendarDateError) -> Int {
    if writtenCommonEra.contains(year) { return year }
    if writtenBuddhistEra.contains(year) { return year - buddhistEraOffset }
    throw .yearOutOfRange(year)
  }
}
