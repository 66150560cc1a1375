/// A length of time, in whole minutes.
@frozen
public struct Minutes: Quantity {
  /// How many minutes.
  public let count: Int64

  /// So many minutes.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// `min`.
  public static var unit: String { "min" }
}

extension Minutes {
  /// One hour.
  @inlinable
  public static var hour: Minutes { Minutes(Int64(60)) }

  /// One day; every day has 24 hours, for Thailand has no daylight saving.
  @inlinable
  public static var day: Minutes { Minutes(Int64(1_440)) }

  /// So many whole hours; stops when they do not fit.
  @inlinable
  public init(hours: Int) {
    self = Minutes.hour * hours
  }

  /// So many whole days; stops when they do not fit.
  @inlinable
  public init(days: Int) {
    self = Minutes.day * days
  }

  /// A number of hours, rounded once to minutes; stops when it is not finite or does not fit.
  @inlinable
  public init(hours: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line) {
    self.init(hours, of: Minutes.hour.count, rounding, "hours", file, line)
  }

  /// A number of days, rounded once to minutes; stops when it is not finite or does not fit.
  @inlinable
  public init(days: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line) {
    self.init(days, of: Minutes.day.count, rounding, "days", file, line)
  }

  /// In hours, for formulas and display.
  @inlinable
  public var hours: Double { ratio(to: .hour) }

  /// In days, for formulas and display.
  @inlinable
  public var days: Double { ratio(to: .day) }
}
