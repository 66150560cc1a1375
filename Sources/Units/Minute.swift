/// A moment: whole minutes since the first day of the calendar, 00:00.
///
///     let ready = now + Minutes(hours: 48)
///     let waited = ready - now           // Minutes
///
/// ``SeasonCalendar`` says which date and time of day a minute is.
@frozen
public struct Minute: BitwiseCopyable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes since the first day of the calendar, 00:00; below zero before it.
  public let count: Int64

  /// The moment so many minutes after the first day of the calendar, 00:00.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// The moment at a time of day of the calendar's day with that number, the first being 0.
  @inlinable
  public init(day: Int, at timeOfDay: Minutes = .zero) {
    self = Minute(Int64(0)) + Minutes(days: day) + timeOfDay
  }

  /// The number of the day it falls on, the first day of the calendar being 0.
  @inlinable
  public var day: Int {
    let day = count / 1_440
    return Int(count % 1_440 < 0 ? day - 1 : day)
  }

  /// The time since 00:00 of its day: 0 to 1,439 minutes.
  @inlinable
  public var timeOfDay: Minutes {
    let rest = count % 1_440
    return Minutes(rest < 0 ? rest + 1_440 : rest)
  }

  /// The day's number and the time of day, for messages.
  public var description: String {
    let (hours, minutes) = timeOfDay.count.quotientAndRemainder(dividingBy: 60)
    return "day \(day), \(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  /// Whether both are the same moment.
  @inlinable
  public static func == (left: Minute, right: Minute) -> Bool {
    left.count == right.count
  }

  /// Whether the left comes first.
  @inlinable
  public static func < (left: Minute, right: Minute) -> Bool {
    left.count < right.count
  }

  /// The moment so much later; stops when it does not fit.
  @inlinable
  public static func + (left: Minute, right: Minutes) -> Minute {
    Minute((Minutes(left.count) + right).count)
  }

  /// The moment so much earlier; stops when it does not fit.
  @inlinable
  public static func - (left: Minute, right: Minutes) -> Minute {
    Minute((Minutes(left.count) - right).count)
  }

  /// The time from the right moment to the left; stops when it does not fit.
  @inlinable
  public static func - (left: Minute, right: Minute) -> Minutes {
    Minutes(left.count) - Minutes(right.count)
  }
}
