import Preconditions

/// A level that holds over time, such as a queue's length, averaged by how long it held.
///
/// ```swift
/// var waiting = TimeWeighted(0, at: 0)
/// waiting.set(3, at: 10)
/// waiting.mean(at: 20)  // 1.5
/// ```
@frozen
public struct TimeWeighted<Time: EventTime>: BitwiseCopyable, Sendable {
  /// The level now.
  public let level: Double

  /// The highest level since measuring began; one that was left in the instant it came does not count.
  ///
  /// So a customer who arrives where a server is free has not been waiting.
  @inlinable
  public var highest: Double { Swift.max(highestHeld, level) }

  /// When measuring began.
  public let start: Time

  @usableFromInline let since: Time
  @usableFromInline let area: Double

  /// The highest of the levels before the present one that held for some time.
  @usableFromInline let highestHeld: Double

  /// Begins with a level at a time.
  @inlinable
  public init(_ level: Double, at time: Time) {
    self.init(level: level, start: time, since: time, area: 0, highestHeld: -.infinity)
  }

  @inlinable
  init(level: Double, start: Time, since: Time, area: Double, highestHeld: Double) {
    self.level = level
    self.start = start
    self.since = since
    self.area = area
    self.highestHeld = highestHeld
  }

  /// Changes the level; stops when the time is before that of the last change.
  @inlinable
  public mutating func set(
    _ newLevel: Double, at time: Time, file: StaticString = #fileID, line: UInt = #line
  ) {
    if time < since {
      stop("EventCore", "a level cannot change at \(time), before its last change at \(since)", file: file, line: line)
    }
    self = Self(
      level: newLevel, start: start, since: time, area: area + level * time.elapsed(since: since),
      highestHeld: time > since ? Swift.max(highestHeld, level) : highestHeld)
  }

  /// Forgets the past: measuring begins anew with the present level.
  @inlinable
  public mutating func restart(at time: Time) { self = Self(level, at: time) }

  /// Level times time since measuring began.
  @inlinable
  public func total(at time: Time) -> Double { area + level * time.elapsed(since: since) }

  /// The mean level since measuring began; the present level when no time has passed.
  @inlinable
  public func mean(at time: Time) -> Double {
    let length = time.elapsed(since: start)
    return length > 0 ? total(at: time) / length : level
  }
}
