import Preconditions

/// A date of the proleptic Gregorian calendar, without time zone or locale.
///
///     let first = try CalendarDate(text: "2569-06-15")     // B.E.; "2026-06-15" is the same date
///     first.weekday                                        // .monday
///     first.advanced(by: 45).isoText                       // "2026-07-30"
///     first.adding(months: -7).isoText                     // "2025-11-15": when to apply chlorate
///
/// It is one number, so that dates compare and count as fast as numbers do. The civil calendar is computed by the
/// algorithms of Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms* (2013): a year that begins on
/// 1 March has its leap day last, and months of such a year begin every 153 days in five.
@frozen
public struct CalendarDate: BitwiseCopyable, Sendable, Hashable, Strideable {
  /// Days since 1 January 1970.
  public let dayNumber: Int

  /// The date so many days after 1 January 1970; stops outside the years 1 to 9999.
  @inlinable
  public init(dayNumber: Int, file: StaticString = #fileID, line: UInt = #line) {
    guard dayNumber >= -719_162, dayNumber <= 2_932_896 else { stopNoDate(dayNumber, file, line) }
    self.dayNumber = dayNumber
  }

  /// The date of a year of the common era, 1 to 9999, a month and a day.
  public init(year: Int, month: Int, day: Int) throws(CalendarDateError) {
    guard CalendarYear.supported.contains(year) else { throw .yearOutOfRange(year) }
    try self.init(year: year, month: month, day: day, written: year)
  }

  /// The date that is written, year first, as `2569-06-15` (B.E.) or `2026-06-15` (C.E.).
  ///
  /// Years 2400 to 2699 are B.E., 1900 to 2299 are C.E., and no other year is a date.
  public init(text: String) throws(CalendarDateError) {
    guard let (written, month, day) = CalendarDate.numbers(of: text) else { throw .notADate(text) }
    let year = try CalendarYear.commonEra(fromWritten: written)
    try self.init(year: year, month: month, day: day, written: written)
  }

  private init(year: Int, month: Int, day: Int, written: Int) throws(CalendarDateError) {
    guard 1...12 ~= month else { throw .noSuchMonth(month) }
    let lastDay = CalendarYear.days(inMonth: month, of: year)
    guard 1...lastDay ~= day else {
      throw .noSuchDay(day: day, month: month, year: written, lastDay: lastDay)
    }
    dayNumber = CalendarDate.dayNumber(year: year, month: month, day: day)
  }

  /// The three numbers of a text of exactly ten ASCII characters, `dddd-dd-dd`.
  private static func numbers(of text: String) -> (year: Int, month: Int, day: Int)? {
    var numbers = (0, 0, 0)
    var position = 0
    for byte in text.utf8 {
      switch (position, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0...3, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.0 = numbers.0 * 10 + Int(byte & 15)
      case (5...6, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.1 = numbers.1 * 10 + Int(byte & 15)
      case (8...9, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.2 = numbers.2 * 10 + Int(byte & 15)
      default: return nil
      }
      position += 1
    }
    return position == 10 ? numbers : nil
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let century = marchYear / 400
    let yearOfCentury = marchYear - century * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfCentury = yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear
    return century * 146_097 + dayOfCentury - 719_468
  }

  /// The year of the common era, the month 1 to 12 and the day 1 to 31.
  public var parts: (year: Int, month: Int, day: Int) {
    let sinceMarch = dayNumber + 719_468
    let century = sinceMarch / 146_097
    let dayOfCentury = sinceMarch - century * 146_097
    let yearOfCentury =
      (dayOfCentury - dayOfCentury / 1_460 + dayOfCentury / 36_524 - dayOfCentury / 146_096) / 365
    let dayOfYear = dayOfCentury - (365 * yearOfCentury + yearOfCentury / 4 - yearOfCentury / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfCentury + century * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The year of the common era.
  public var year: Int { parts.year }

  /// The year of the Buddhist era, 543 more than ``year``.
  public var buddhistYear: Int { parts.year + CalendarYear.buddhistEraOffset }

  /// The month, 1 to 12.
  public var month: Int { parts.month }

  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// The day of the year, 1 to 366.
  public var dayOfYear: Int {
    dayNumber - CalendarDate.dayNumber(year: year, month: 1, day: 1) + 1
  }

  /// The day of the week.
  @inlinable
  public var weekday: Weekday { Weekday(dayNumber: dayNumber) }

  /// The days from this date to the other, below zero when the other comes first.
  @inlinable
  public func distance(to other: CalendarDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// The date so many days later; stops outside the years 1 to 9999.
  @inlinable
  public func advanced(by days: Int) -> CalendarDate {
    let (dayNumber, overflow) = dayNumber.addingReportingOverflow(days)
    return CalendarDate(dayNumber: overflow ? days : dayNumber)
  }

  /// The same day so many months later, or the last day of that month where it has no such day.
  ///
  /// 31 January and one month is 28 or 29 February. Stops outside the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12, sum < 120_000 else {
      stop("Units", "\(isoText) and \(months) months is outside the years 1 to 9999")
    }
    let laterYear = sum / 12
    let laterMonth = sum % 12 + 1
    let lastDay = CalendarYear.days(inMonth: laterMonth, of: laterYear)
    return CalendarDate(
      dayNumber: CalendarDate.dayNumber(year: laterYear, month: laterMonth, day: Swift.min(day, lastDay)))
  }
}

@usableFromInline
@inline(never)
func stopNoDate(_ dayNumber: Int, _ file: StaticString, _ line: UInt) -> Never {
  stop("Units", "day \(dayNumber) from 1 January 1970 is outside the years 1 to 9999", file: file, line: line)
}
