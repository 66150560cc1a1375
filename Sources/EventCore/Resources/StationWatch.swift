/// Looks on while customers wait and are served.
///
/// A station is compiled for its watch: with ``NoWatch`` it measures nothing and carries nothing.
public protocol StationWatch<Time> {
  /// The clock.
  associatedtype Time: EventTime

  /// Begins to watch an empty station at a time.
  init(at time: Time)

  /// The number waiting or in service has changed.
  mutating func levels(waiting: Int, busy: Int, at time: Time)

  /// Someone begins service after a wait.
  mutating func began(afterWaiting wait: Double)

  /// Someone left without being served.
  mutating func lost()

  /// Forgets the past, at the end of a warm-up.
  mutating func restart(at time: Time)
}

/// Measures nothing and costs nothing.
@frozen
public struct NoWatch<Time: EventTime>: StationWatch, BitwiseCopyable, Sendable {
  /// Does nothing.
  @inlinable
  public init(at time: Time) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func levels(waiting: Int, busy: Int, at time: Time) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func began(afterWaiting wait: Double) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func lost() {}

  /// Does nothing.
  @inlinable
  public mutating func restart(at time: Time) {}
}

/// Measures what queueing theory speaks of: lengths over time, waits, and who was lost.
@frozen
public struct QueueWatch<Time: EventTime>: StationWatch, BitwiseCopyable, Sendable {
  /// How many wait, over time.
  public var waiting: TimeWeighted<Time>

  /// How many are served, over time.
  public var busy: TimeWeighted<Time>

  /// The waits of those whose service has begun.
  public var waits = Tally()

  /// How many left unserved.
  public var lostCount = 0

  /// Begins to watch an empty station.
  @inlinable
  public init(at time: Time) {
    waiting = TimeWeighted(0, at: time)
    busy = TimeWeighted(0, at: time)
  }

  /// Notes the levels.
  @inlinable
  public mutating func levels(waiting: Int, busy: Int, at time: Time) {
    self.waiting.set(Double(waiting), at: time)
    self.busy.set(Double(busy), at: time)
  }

  /// Notes a wait.
  @inlinable
  public mutating func began(afterWaiting wait: Double) { waits.add(wait) }

  /// Notes a loss.
  @inlinable
  public mutating func lost() { lostCount += 1 }

  /// Forgets the past.
  @inlinable
  public mutating func restart(at time: Time) {
    waiting.restart(at: time)
    busy.restart(at: time)
    waits = Tally()
    lostCount = 0
  }
}
