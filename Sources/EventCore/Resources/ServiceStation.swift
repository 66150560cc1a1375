import Preconditions

/// A customer in a line, and since when.
@frozen
public struct Waiter<Customer: BitwiseCopyable, Time: EventTime>: BitwiseCopyable {
  /// Who waits.
  public let customer: Customer

  /// When they joined the line.
  public let since: Time

  @inlinable
  init(customer: Customer, since: Time) {
    self.customer = customer
    self.since = since
  }
}

extension Waiter: Sendable where Customer: Sendable {}

/// Servers of one kind with a line in front of them.
///
/// Nothing starts by itself. After whatever may let somebody begin (an arrival, the end of a service, more servers) ask
/// who begins, and schedule the end of their service:
///
/// ```swift
/// station.arrive(customer, at: agenda.now)
/// while let next = station.startNext(at: agenda.now) {
///   agenda.schedule(.served(next), after: serviceTime(next))
/// }
/// ```
///
/// `Line` decides who is next: ``FirstComeLine`` or ``PriorityLine``. `Watch` decides what is measured: ``NoWatch`` or
/// ``QueueWatch``. ``FirstComeStation`` and ``PriorityStation`` are short names.
@frozen
public struct ServiceStation<Customer: BitwiseCopyable, Line: WaitingLine, Watch: StationWatch>
where Line.Customer == Waiter<Customer, Watch.Time> {
  /// What was measured.
  public var watch: Watch

  @usableFromInline var waiters: Line
  @usableFromInline var serverCount: Int
  @usableFromInline var busyCount = 0
  @usableFromInline var room: Int

  /// Makes an idle station.
  ///
  /// - Parameters:
  ///   - servers: How many can be served at once.
  ///   - waitingRoom: How many can wait besides those who could begin at once; no limit unless told.
  ///   - waiting: The line, which must be empty.
  ///   - time: When the watch begins.
  ///   - file: Where the station is made.
  ///   - line: The line of it.
  @inlinable
  public init(
    servers: Int, waitingRoom: Int = .max, waitingIn waiting: Line, at time: Watch.Time = .zero,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    if servers < 0 || waitingRoom < 0 || waiting.count > 0 {
      stop(
        "EventCore", "\(servers) servers with room for \(waitingRoom), and \(waiting.count) waiting, cannot be",
        file: file, line: line)
    }
    waiters = waiting
    watch = Watch(servers: servers, at: time)
    serverCount = servers
    room = waitingRoom
  }

  /// How many can be served at once.
  @inlinable
  public var servers: Int { serverCount }

  /// How many are being served; for a while more than ``servers``, when servers were taken away.
  @inlinable
  public var busy: Int { busyCount }

  /// How many wait.
  @inlinable
  public var waiting: Int { waiters.count }

  /// The customer who would begin next.
  @inlinable
  public var first: Customer? { waiters.first?.customer }

  /// Whether the next to arrive would be turned away.
  @inlinable
  public var isFull: Bool {
    let free = max(0, serverCount - busyCount)
    return waiters.count >= free && waiters.count - free >= room
  }

  /// Puts a customer in line, or loses them when there is no room.
  ///
  /// - Parameters:
  ///   - customer: Who comes.
  ///   - rank: Lower ranks begin first, in a station that has a ``PriorityLine``.
  ///   - time: When.
  ///   - file: Where they come.
  ///   - line: The line of it.
  /// - Returns: The customer's place, or `nil` when they are lost.
  @inlinable
  @discardableResult
  public mutating func arrive(
    _ customer: Customer, rank: Int = 0, at time: Watch.Time, file: StaticString = #fileID, line: UInt = #line
  ) -> WaitingPlace? {
    if isFull {
      watch.turnedAway()
      return nil
    }
    let place = waiters.join(Waiter(customer: customer, since: time), rank: rank)
    watch.levels(waiting: waiters.count, busy: busyCount, at: time, file: file, line: line)
    return place
  }

  /// Gives a free server to somebody who comes when nobody waits; answers whether there was one.
  ///
  /// It is what ``arrive(_:rank:at:file:line:)`` and ``startNext(at:file:line:)`` do for such a customer, without the line.
  @inlinable
  public mutating func startAtOnce(at time: Watch.Time, file: StaticString = #fileID, line: UInt = #line) -> Bool {
    guard busyCount < serverCount, waiters.count == 0 else { return false }
    busyCount += 1
    watch.began(afterWaiting: 0)
    watch.levels(waiting: 0, busy: busyCount, at: time, file: file, line: line)
    return true
  }

  /// Gives a free server to the next in line; answers who begins, or `nil` when nobody can.
  @inlinable
  public mutating func startNext(
    at time: Watch.Time, file: StaticString = #fileID, line: UInt = #line
  ) -> Customer? {
    guard busyCount < serverCount, let next = waiters.takeFirst() else { return nil }
    busyCount += 1
    watch.began(afterWaiting: time.elapsed(since: next.since))
    watch.levels(waiting: waiters.count, busy: busyCount, at: time, file: file, line: line)
    return next.customer
  }

  /// Gives a free server to several at once, when enough wait; they are appended to a list.
  ///
  /// - Parameters:
  ///   - limit: The most that go together; when it is 0, nobody goes and no server is taken.
  ///   - least: How many must wait for the server to start.
  ///   - time: When.
  ///   - batch: Who goes, appended in the order of the line.
  ///   - file: Where they start.
  ///   - line: The line of it.
  /// - Returns: How many go; 0 when the server does not start.
  @inlinable
  public mutating func startBatch(
    of limit: Int, atLeast least: Int, at time: Watch.Time, into batch: inout [Customer],
    file: StaticString = #fileID, line: UInt = #line
  ) -> Int {
    guard busyCount < serverCount, limit > 0, waiters.count >= max(1, least) else { return 0 }
    busyCount += 1
    var size = 0
    while size < limit, let next = waiters.takeFirst() {
      watch.began(afterWaiting: time.elapsed(since: next.since))
      batch.append(next.customer)
      size += 1
    }
    watch.levels(waiting: waiters.count, busy: busyCount, at: time, file: file, line: line)
    return size
  }

  /// Frees a server whose service, single or batch, has ended.
  @inlinable
  public mutating func finish(at time: Watch.Time, file: StaticString = #fileID, line: UInt = #line) {
    if busyCount == 0 { stop("EventCore", "a service ended that had not begun", file: file, line: line) }
    busyCount -= 1
    watch.levels(waiting: waiters.count, busy: busyCount, at: time, file: file, line: line)
  }

  /// Takes somebody out of the line who will wait no longer; `nil` when they have begun or left already.
  @inlinable
  @discardableResult
  public mutating func leave(
    _ place: WaitingPlace, at time: Watch.Time, file: StaticString = #fileID, line: UInt = #line
  ) -> Customer? {
    guard let leaver = waiters.leave(place) else { return nil }
    watch.gaveUp(afterWaiting: time.elapsed(since: leaver.since))
    watch.levels(waiting: waiters.count, busy: busyCount, at: time, file: file, line: line)
    return leaver.customer
  }

  /// Changes how many can be served at once.
  ///
  /// Nobody is thrown out: when there are fewer servers than customers in service, those finish first.
  @inlinable
  public mutating func setServers(
    _ count: Int, at time: Watch.Time, file: StaticString = #fileID, line: UInt = #line
  ) {
    if count < 0 { stop("EventCore", "\(count) servers cannot be", file: file, line: line) }
    serverCount = count
    watch.servers(count, at: time, file: file, line: line)
  }
}

extension ServiceStation where Line == FirstComeLine<Waiter<Customer, Watch.Time>> {
  /// Asks for the memory of those who stand first and last in the line, before they are needed.
  @inlinable @inline(__always)
  public func sendForLine() { waiters.sendForEnds() }

  /// Makes an idle station where the first to come is the first to be served.
  @inlinable
  public init(
    servers: Int, waitingRoom: Int = .max, at time: Watch.Time = .zero, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(
      servers: servers, waitingRoom: waitingRoom, waitingIn: FirstComeLine(), at: time, file: file, line: line)
  }
}

extension ServiceStation where Line == PriorityLine<Waiter<Customer, Watch.Time>> {
  /// Makes an idle station where lower ranks are served first.
  @inlinable
  public init(
    servers: Int, waitingRoom: Int = .max, at time: Watch.Time = .zero, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(servers: servers, waitingRoom: waitingRoom, waitingIn: PriorityLine(), at: time, file: file, line: line)
  }
}

extension ServiceStation: Sendable where Customer: Sendable, Line: Sendable, Watch: Sendable {}

/// A station where the first to come is the first to be served, and which measures its queue.
public typealias FirstComeStation<Customer: BitwiseCopyable, Time: EventTime> = ServiceStation<
  Customer, FirstComeLine<Waiter<Customer, Time>>, QueueWatch<Time>
>

/// A station where lower ranks are served first, and which measures its queue.
public typealias PriorityStation<Customer: BitwiseCopyable, Time: EventTime> = ServiceStation<
  Customer, PriorityLine<Waiter<Customer, Time>>, QueueWatch<Time>
>
