/// A day of the week, counted from Monday as ISO 8601 does.
@frozen
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  /// Day 1.
  case monday = 1
  /// Day 2.
  case tuesday
  /// Day 3.
  case wednesday
  /// Day 4.
  case thursday
  /// Day 5.
  case friday
  /// Day 6.
  case saturday
  /// Day 7, when fewer hands work.
  case sunday

  /// The weekday of a day counted from 1 January 1970, which was a Thursday.
  @inlinable
  init(dayNumber: Int) {
    let sinceMonday = (dayNumber + 3) % 7
    switch sinceMonday < 0 ? sinceMonday + 7 : sinceMonday {
    case 0: self = .monday
    case 1: self = .tuesday
    case 2: self = .wednesday
    case 3: self = .thursday
    case 4: self = .friday
    case 5: self = .saturday
    default: self = .sunday
    }
  }
}
