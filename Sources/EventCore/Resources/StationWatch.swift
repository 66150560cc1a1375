/// Looks on while customers wait and are served.
///
/// A file and line are those of the call that changed the station, for a watch that refuses its time.
///
/// A station is compiled for its watch: with ``NoWatch`` it measures nothing and carries nothing.
public protocol StationWatch<Time> {
  /// The clock.
  associatedtype Time: EventTime

  /// Begins to watch an empty station at a time.
  init(servers: Int, at time: Time)

  /// The number waiting or in service has changed.
  mutating func levels(waiting: Int, busy: Int, at time: Time, file: StaticString, line: UInt)

  /// The number of servers has changed.
  mutating func servers(_ count: Int, at time: Time, file: StaticString, line: UInt)

  /// Someone begins service after a wait.
  mutating func began(afterWaiting wait: Double)

  /// Someone found no room.
  mutating func turnedAway()

  /// Someone left the line without being served, after a wait.
  mutating func gaveUp(afterWaiting wait: Double)

  /// Forgets the past, at the end of a warm-up.
  mutating func restart(at time: Time)
}

/// Measures nothing and costs nothing.
@frozen
public struct NoWatch<Time: EventTime>: StationWatch, BitwiseCopyable, Sendable {
  /// Does nothing.
  @inlinable
  public init(servers: Int, at time: Time) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func levels(waiting: Int, busy: Int, at time: Time, file: StaticString, line: UInt) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func servers(_ count: Int, at time: Time, file: StaticString, line: UInt) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func began(afterWaiting wait: Double) {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func turnedAway() {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func gaveUp(afterWaiting wait: Double) {}

  /// Does nothing.
  @inlinable
  public mutating func restart(at time: Time) {}
}

/// Measures what queueing theory speaks of: lengths and servers over time, waits, and who was lost.
@frozen
public struct QueueWatch<Time: EventTime>: StationWatch, BitwiseCopyable, Sendable {
  /// How many wait, over time.
  public var waiting: TimeWeighted<Time>

  /// How many are served, over time.
  public var busy: TimeWeighted<Time>

  /// How many could be served, over time.
  public var servers: TimeWeighted<Time>

  /// The waits of those whose service has begun.
  public var waits = Tally()

  /// How long those waited who then gave up.
  public var waitsInVain = Tally()

  /// How many found no room.
  public var turnedAwayCount = 0

  /// How many left the line unserved.
  @inlinable
  public var gaveUpCount: Int { waitsInVain.count }

  /// Begins to watch an empty station.
  @inlinable
  public init(servers: Int, at time: Time) {
    waiting = TimeWeighted(0, at: time)
    busy = TimeWeighted(0, at: time)
    self.servers = TimeWeighted(Double(servers), at: time)
  }

  /// The share of the servers' time that was spent serving; 0 when there was no server.
  ///
  /// It passes 1 for a while when servers were taken away from those they served.
  @inlinable
  public func utilisation(at time: Time) -> Double {
    let offered = servers.total(at: time)
    return offered > 0 ? busy.total(at: time) / offered : 0
  }

  /// Notes the levels.
  @inlinable
  public mutating func levels(waiting: Int, busy: Int, at time: Time, file: StaticString, line: UInt) {
    self.waiting.set(Double(waiting), at: time, file: file, line: line)
    self.busy.set(Double(busy), at: time, file: file, line: line)
  }

  /// Notes how many can be served.
  @inlinable
  public mutating func servers(_ count: Int, at time: Time, file: StaticString, line: UInt) {
    servers.set(Double(count), at: time, file: file, line: line)
  }

  /// Notes a wait.
  @inlinable
  public mutating func began(afterWaiting wait: Double) { waits.add(wait) }

  /// Notes who found no room.
  @inlinable
  public mutating func turnedAway() { turnedAwayCount += 1 }

  /// Notes a wait in vain.
  @inlinable
  public mutating func gaveUp(afterWaiting wait: Double) { waitsInVain.add(wait) }

  /// Forgets the past.
  @inlinable
  public mutating func restart(at time: Time) {
    waiting.restart(at: time)
    busy.restart(at: time)
    servers.restart(at: time)
    waits = Tally()
    waitsInVain = Tally()
    turnedAwayCount = 0
  }
}
