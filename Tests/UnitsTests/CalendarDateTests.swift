import Foundation
import Testing
import Units

@Suite("Calendar dates")
struct CalendarDateTests {
  private static func date(_ text: String) throws -> CalendarDate {
    try CalendarDate(text: text)
  }

  @Test("agree with Foundation's Gregorian calendar on every day of a century", arguments: [1900, 2000, 2100, 2200])
  func everyDay(century: Int) throws {
    var gregorian = Calendar(identifier: .gregorian)
    gregorian.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try CalendarDate(year: century, month: 1, day: 1)
    let last = century == 2200 ? first.advanced(by: 364) : try CalendarDate(year: century + 99, month: 12, day: 31)
    for date in first...last {
      let instant = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
      let parts = gregorian.dateComponents([.year, .month, .day, .weekday, .dayOfYear], from: instant)
      let same =
        (date.year, date.month, date.day, date.dayOfYear)
        == (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.dayOfYear ?? 0)
      // Foundation counts weekdays from Sunday, 1.
      let sameWeekday = date.weekday.rawValue % 7 + 1 == parts.weekday
      let back = try CalendarDate(year: date.year, month: date.month, day: date.day)
      if !same || !sameWeekday || back != date { Issue.record("\(date) differs") }
    }
  }

  @Test(
    "are read in the era that their year is of",
    arguments: [
      ("2569-06-15", "2026-06-15"), ("2026-06-15", "2026-06-15"),
      ("2400-01-01", "1857-01-01"), ("2699-12-31", "2156-12-31"),
      ("1900-01-01", "1900-01-01"), ("2299-12-31", "2299-12-31"),
      ("2567-02-29", "2024-02-29"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
      ("2543-02-29", "2000-02-29"),
    ])
  func eras(text: String, iso: String) throws {
    #expect(try CalendarDate(text: text).isoText == iso)
  }

  @Test(
    "that do not exist are refused with the reason",
    arguments: [
      ("2399-12-31", CalendarDateError.yearOutOfRange(2_399)), ("2300-01-01", .yearOutOfRange(2_300)),
      ("1899-12-31", .yearOutOfRange(1_899)), ("2700-01-01", .yearOutOfRange(2_700)),
      ("0000-01-01", .yearOutOfRange(0)), ("9999-01-01", .yearOutOfRange(9_999)),
      ("2569-00-10", .noSuchMonth(0)), ("2569-13-10", .noSuchMonth(13)),
      ("2569-06-00", .noSuchDay(day: 0, month: 6, year: 2_569, lastDay: 30)),
      ("2569-06-31", .noSuchDay(day: 31, month: 6, year: 2_569, lastDay: 30)),
      ("2569-02-29", .noSuchDay(day: 29, month: 2, year: 2_569, lastDay: 28)),
      ("2100-02-29", .noSuchDay(day: 29, month: 2, year: 2_100, lastDay: 28)),
      ("2026-12-32", .noSuchDay(day: 32, month: 12, year: 2_026, lastDay: 31)),
      ("", .notADate("")), ("2569-6-15", .notADate("2569-6-15")), ("15/06/2569", .notADate("15/06/2569")),
      ("2569-06-15 ", .notADate("2569-06-15 ")), ("2569-06-1", .notADate("2569-06-1")),
      ("2569-06-155", .notADate("2569-06-155")), ("-569-06-15", .notADate("-569-06-15")),
      ("2569–06–15", .notADate("2569–06–15")), ("๒๕๖๙-๐๖-๑๕", .notADate("๒๕๖๙-๐๖-๑๕")),
      ("2569-+6-15", .notADate("2569-+6-15")), ("20260615", .notADate("20260615")),
    ])
  func refused(text: String, error: CalendarDateError) {
    #expect(throws: error) { try CalendarDate(text: text) }
  }

  @Test("of three numbers are checked too")
  func fromNumbers() throws {
    #expect(try CalendarDate(year: 2_026, month: 8, day: 6).isoText == "2026-08-06")
    #expect(try CalendarDate(year: 1, month: 1, day: 1).isoText == "0001-01-01")
    #expect(try CalendarDate(year: 9_999, month: 12, day: 31).isoText == "9999-12-31")
    #expect(throws: CalendarDateError.yearOutOfRange(0)) { try CalendarDate(year: 0, month: 1, day: 1) }
    #expect(throws: CalendarDateError.yearOutOfRange(10_000)) { try CalendarDate(year: 10_000, month: 1, day: 1) }
    #expect(throws: CalendarDateError.noSuchMonth(13)) { try CalendarDate(year: 2_026, month: 13, day: 1) }
  }

  @Test(
    "are written for machines, for Thai and for English readers",
    arguments: [
      ("2569-06-15", "2026-06-15", "15 มิ.ย. 2569", "15 Jun 2569"),
      ("2569-08-06", "2026-08-06", "6 ส.ค. 2569", "6 Aug 2569"),
      ("1900-01-31", "1900-01-31", "31 ม.ค. 2443", "31 Jan 2443"),
      ("2567-02-29", "2024-02-29", "29 ก.พ. 2567", "29 Feb 2567"),
      ("2568-12-01", "2025-12-01", "1 ธ.ค. 2568", "1 Dec 2568"),
    ])
  func texts(text: String, iso: String, thai: String, english: String) throws {
    let date = try Self.date(text)
    #expect(date.isoText == iso)
    #expect(date.description == iso)
    #expect(date.thaiText == thai)
    #expect(date.englishText == english)
    #expect(date.thaiTextWithBothYears == "\(thai) (\(iso.prefix(4)))")
    #expect(date.englishTextWithBothYears == "\(english) (\(iso.prefix(4)))")
  }

  @Test("have twelve month names in each language")
  func monthNames() {
    #expect(Set(MonthNames.thai).count == 12)
    #expect(Set(MonthNames.english).count == 12)
  }

  @Test(
    "move by months, to the last day where a month is shorter",
    arguments: [
      ("2026-06-15", -7, "2025-11-15"), ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-12-01", 1, "2027-01-01"), ("2026-01-01", -1, "2025-12-01"), ("2024-02-29", 12, "2025-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-05-05", 0, "2026-05-05"), ("2026-05-05", 24, "2028-05-05"),
    ])
  func months(from: String, months: Int, to: String) throws {
    #expect(try Self.date(from).adding(months: months).isoText == to)
  }

  @Test("count days, compare and make ranges")
  func days() throws {
    let first = try Self.date("2569-06-15")
    let last = try Self.date("2569-10-15")
    #expect(first < last)
    #expect(first.distance(to: last) == 122)
    #expect(first.advanced(by: 122) == last)
    #expect((first...last).count == 123)
    #expect((first...last).contains(try Self.date("2026-08-02")))
    #expect(try Self.date("1970-01-01").dayNumber == 0)
    #expect(first.weekday == .monday)
    #expect(first.buddhistYear == 2_569)
    #expect(CalendarYear.isLeap(2_000) && CalendarYear.isLeap(2_024))
    #expect(!CalendarYear.isLeap(1_900) && !CalendarYear.isLeap(2_026))
    #expect(CalendarYear.days(inMonth: 2, of: 2_024) == 29)
  }

  @Test("outside the years 1 to 9999 stop and say so")
  func stops() async throws {
    let day = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = CalendarDate(dayNumber: -719_162).advanced(by: -1)
    }
    try expect(day, says: "day -719163 from 1 January 1970 is outside the years 1 to 9999")
    let far = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = CalendarDate(dayNumber: 1).advanced(by: .max)
    }
    try expect(far, says: "is outside the years 1 to 9999")
    let month = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = CalendarDate(dayNumber: 2_932_896).adding(months: 1)
    }
    try expect(month, says: "9999-12-31 and 1 months is outside the years 1 to 9999")
  }
}
