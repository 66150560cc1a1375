/// Which date and time of day a ``Minute`` is, given the first day.
///
///     let calendar = SeasonCalendar(firstDay: try CalendarDate(text: "2569-06-15"))
///     let opening = calendar.minute(of: try CalendarDate(text: "2569-08-02"), at: Minutes(hours: 7))
///     calendar.date(of: opening).thaiText          // "2 ส.ค. 2569"
///     opening.timeOfDay                            // 420 min
@frozen
public struct SeasonCalendar: BitwiseCopyable, Sendable, Hashable {
  /// The date of minute 0.
  public let firstDay: CalendarDate

  /// A calendar whose minute 0 is 00:00 of a date.
  @inlinable
  public init(firstDay: CalendarDate) {
    self.firstDay = firstDay
  }

  /// The number of a date's day, the first day being 0; below zero before it.
  @inlinable
  public func day(of date: CalendarDate) -> Int {
    firstDay.distance(to: date)
  }

  /// The moment of a date at a time of day.
  @inlinable
  public func minute(of date: CalendarDate, at timeOfDay: Minutes = .zero) -> Minute {
    Minute(day: day(of: date), at: timeOfDay)
  }

  /// The date on which a moment falls; stops outside the years 1 to 9999.
  @inlinable
  public func date(of minute: Minute) -> CalendarDate {
    firstDay.advanced(by: minute.day)
  }

  /// The date of the day with that number, the first being 0; stops outside the years 1 to 9999.
  @inlinable
  public func date(ofDay day: Int) -> CalendarDate {
    firstDay.advanced(by: day)
  }

  /// The day of the week on which a moment falls.
  @inlinable
  public func weekday(of minute: Minute) -> Weekday {
    date(of: minute).weekday
  }
}
