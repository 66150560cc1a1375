import Testing
import Units

@Suite("The season's calendar")
struct SeasonCalendarTests {
  private let calendar: SeasonCalendar

  init() throws {
    calendar = SeasonCalendar(firstDay: try CalendarDate(text: "2569-06-15"))
  }

  @Test(
    "says which date, weekday and time of day a minute is",
    arguments: [
      (Int64(0), "2026-06-15", Int64(0), Weekday.monday), (1_439, "2026-06-15", 1_439, .monday),
      (1_440, "2026-06-16", 0, .tuesday), (-1, "2026-06-14", 1_439, .sunday), (-1_440, "2026-06-14", 0, .sunday),
      (-1_441, "2026-06-13", 1_439, .saturday), (1_440 * 365 + 61, "2027-06-15", 61, .tuesday),
    ])
  func minuteToDate(count: Int64, iso: String, timeOfDay: Int64, weekday: Weekday) {
    let minute = Minute(count)
    #expect(calendar.date(of: minute).isoText == iso)
    #expect(minute.timeOfDay == Minutes(timeOfDay))
    #expect(calendar.weekday(of: minute) == weekday)
    #expect(calendar.minute(of: calendar.date(of: minute), at: minute.timeOfDay) == minute)
    #expect(Minute(day: minute.day, at: minute.timeOfDay) == minute)
    #expect(calendar.date(ofDay: minute.day) == calendar.date(of: minute))
  }

  @Test("says the minute of a date")
  func dateToMinute() throws {
    let peak = try CalendarDate(text: "2569-08-02")
    #expect(calendar.day(of: peak) == 48)
    #expect(calendar.minute(of: peak, at: Minutes(hours: 7)) == Minute(48 * 1_440 + 420))
    #expect(calendar.minute(of: calendar.firstDay) == Minute(0))
  }

  @Test("keeps moments and lengths of time apart")
  func arithmetic() {
    let start = Minute(day: 2, at: Minutes(hours: 6))
    let ready = start + Minutes(hours: 48)
    #expect(ready - start == Minutes(days: 2))
    #expect(ready - Minutes(days: 2) == start)
    #expect(start < ready)
    #expect("\(Minute(day: 3, at: Minutes(65)))" == "day 3, 01:05")
    #expect("\(Minute(-1))" == "day -1, 23:59")
  }

  @Test("stops at a moment that does not fit")
  func stops() async throws {
    let late = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Minute(Int64.max) + Minutes(1)
    }
    try expect(late, says: "9223372036854775807 min + 1 min does not fit")
  }
}
