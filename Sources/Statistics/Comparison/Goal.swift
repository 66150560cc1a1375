/// Which way a measure is better.
public enum Goal: Equatable, Sendable {
  /// The larger the better.
  case larger
  /// The smaller the better.
  case smaller

  /// Whether one value is better than another.
  public func prefers(_ one: Double, to other: Double) -> Bool { self == .larger ? one > other : one < other }
}
