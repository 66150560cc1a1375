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
    check(time, file, line)
    self = Self(
      level: newLevel, start: start, since: time, area: area + level * time.elapsed(since: since),
      highestHeld: time > since ? Swift.max(highestHeld, level) : highestHeld)
  }

  /// Forgets the past: measuring begins anew with the present level.
  @inlinable
  public mutating func restart(at time: Time, file: StaticString = #fileID, line: UInt = #line) {
    check(time, file, line)
    self = Self(level, at: time)
  }

  /// Level times time since measuring began.
  @inlinable
  public func total(at time: Time, file: StaticString = #fileID, line: UInt = #line) -> Double {
    check(time, file, line)
    return area + level * time.elapsed(since: since)
  }

  /// The mean level since measuring began; the present level when no time has passed.
  @inlinable
  public func mean(at time: Time, file: StaticString = #fileID, line: UInt = #line) -> Double {
    let total = total(at: time, file: file, line: line)
    let length = time.elapsed(since: start)
    return length > 0 ? total / length : level
  }

  /// Stops when a time is before the last change, or no time at all.
  @inlinable @inline(__always)
  func check(_ time: Time, _ file: StaticString, _ line: UInt) {
    if !(time >= since) { reportPast(time, file, line) }
  }

  @usableFromInline @inline(never)
  func reportPast(_ time: Time, _ file: StaticString, _ line: UInt) -> Never {
    stop("EventCore", "a level that changed at \(since) knows no time \(time)", file: file, line: line)
  }
}
