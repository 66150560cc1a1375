import Preconditions

/// What is still to happen: the clock, the pending events, and the handles to them.
///
/// A model meets it in ``Model/handle(_:_:)`` and schedules what follows:
///
/// ```swift
/// agenda.schedule(.closing, at: 480, phase: .endOfDay)
/// agenda.schedule(.departure(customer), after: 12)
/// let patience = agenda.scheduleCancellable(.walksAway(customer), after: 30)
/// agenda.cancel(patience)
/// ```
///
/// **Order.** Events happen by time; those of the same time by ``Phase``; those of the same phase in the order in which
/// they were scheduled. Moving an event with ``reschedule(_:as:at:phase:file:line:)`` counts as scheduling it anew.
///
/// **Wrong use stops the process**, in release builds too, and prints what was done and where: scheduling before the
/// present time and phase, a time that does not exist (not a number, out of range, overflow), a handle of another
/// simulation, a handle that was used already.
@frozen
public struct Agenda<Time: EventTime, Event: BitwiseCopyable>: ~Copyable {
  /// What the queue carries: the event and the number of its handle's slot, 0 for none.
  @frozen
  @usableFromInline
  struct Ticket: SlotTicket {
    @usableFromInline var slot: UInt32
    @usableFromInline var event: Event

    @inlinable
    init(slot: UInt32, event: Event) {
      self.slot = slot
      self.event = event
    }
  }

  @usableFromInline var ladder = LadderQueue<Ticket>()
  @usableFromInline var heap = HeapQueue<Ticket>()
  @usableFromInline var handles: HandleTable<Ticket>

  @usableFromInline var presentTime: Time

  /// The key of the present: time and phase of the event that is being handled.
  @usableFromInline var present: UInt64

  @usableFromInline var usesHeap: Bool

  /// Whether events come from the ladder, in order: the common case, which the loop is made for.
  @usableFromInline var isPlain: Bool

  /// Whether ``stop()`` was called since the run began.
  @usableFromInline var isStopping = false

  /// Simultaneous events that wait to be drawn, when they are shuffled.
  @usableFromInline var shuffle: TieShuffle<Ticket>?

  /// How many events have happened.
  @inlinable
  public var handledCount: Int { handled }

  @usableFromInline var handled = 0

  /// Makes an empty agenda.
  @inlinable
  public init(
    at time: Time = .zero, queue: QueueChoice = .ladder, ties: TieOrder = .insertion, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    handles = HandleTable(firstStamp: HandleStamps.next())
    usesHeap = queue == .heap
    isPlain = !usesHeap
    present = Self.key(time, 0, file, line)
    presentTime = time
    if case .shuffled(let seed) = ties {
      shuffle = TieShuffle(seed: seed)
      isPlain = false
    }
  }

  @inlinable
  deinit { handles.deallocate() }

  // MARK: Asking

  /// The present time.
  @inlinable @inline(__always)
  public var now: Time { presentTime }

  /// The phase of the event that is being handled or was the last to be; phase 0 after a run up to a later time.
  @inlinable
  public var phase: Phase { Phase(ofKey: present) }

  /// How many events are still to happen; cancelled ones do not count.
  @inlinable
  public var pendingCount: Int { heldCount - handles.dead }

  /// How many events take up memory: those that are pending, and cancelled ones that have not come up yet.
  ///
  /// When the cancelled outweigh the pending, and there are some thousands of them, they are dropped.
  @inlinable
  public var heldCount: Int { (usesHeap ? heap.count : ladder.count) + (shuffle?.tied.count ?? 0) }

  /// The time of the next event, or `nil` when nothing is pending.
  @inlinable
  public var nextTime: Time? {
    mutating get { peekKey().map { Time(order: $0 &>> 3) } }
  }

  /// Whether a handle names an event that is still to happen.
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool { handles.isLive(handle) }

  // MARK: Scheduling

  /// Schedules an event for a time, not before the present.
  @inlinable @inline(__always)
  public mutating func schedule(
    _ event: Event, at time: Time, phase: Phase = .normal, file: StaticString = #fileID, line: UInt = #line
  ) {
    push(QueueEntry(key: futureKey(time, phase, file, line), payload: Ticket(slot: 0, event: event)))
  }

  /// Schedules an event for a while from now.
  @inlinable @inline(__always)
  public mutating func schedule(
    _ event: Event, after delay: Time, phase: Phase = .normal, file: StaticString = #fileID, line: UInt = #line
  ) {
    schedule(event, at: later(delay, file, line), phase: phase, file: file, line: line)
  }

  /// Schedules an event for a time and gives a handle to cancel or move it.
  @inlinable @inline(__always)
  public mutating func scheduleCancellable(
    _ event: Event, at time: Time, phase: Phase = .normal, file: StaticString = #fileID, line: UInt = #line
  ) -> EventHandle {
    let key = futureKey(time, phase, file, line)
    let handle = handles.open()
    push(QueueEntry(key: key, payload: Ticket(slot: handle.slot, event: event)))
    return handle
  }

  /// Schedules an event for a while from now and gives a handle to cancel or move it.
  @inlinable @inline(__always)
  public mutating func scheduleCancellable(
    _ event: Event, after delay: Time, phase: Phase = .normal, file: StaticString = #fileID, line: UInt = #line
  ) -> EventHandle {
    scheduleCancellable(event, at: later(delay, file, line), phase: phase, file: file, line: line)
  }

  /// Takes back an event; its handle is used up.
  @inlinable
  public mutating func cancel(_ handle: EventHandle, file: StaticString = #fileID, line: UInt = #line) {
    guard handles.isLive(handle) else { reportHandle(handle, "cancelled", file, line) }
    drop(handle)
  }

  /// Takes back an event that may have happened or been cancelled already; answers whether it was still to happen.
  @inlinable
  @discardableResult
  public mutating func cancelIfPending(_ handle: EventHandle) -> Bool {
    guard handles.isLive(handle) else { return false }
    drop(handle)
    return true
  }

  /// Moves an event to another time; the old handle is used up and the new one takes its place.
  ///
  /// Event and phase are given anew, and may be others: nobody keeps them for the handle, because that would cost every
  /// handle more than a few moves are worth.
  @inlinable
  public mutating func reschedule(
    _ handle: EventHandle, as event: Event, at time: Time, phase: Phase = .normal, file: StaticString = #fileID,
    line: UInt = #line
  ) -> EventHandle {
    let key = futureKey(time, phase, file, line)
    guard handles.isLive(handle) else { reportHandle(handle, "rescheduled", file, line) }
    drop(handle)
    let next = handles.open()
    push(QueueEntry(key: key, payload: Ticket(slot: next.slot, event: event)))
    return next
  }

  /// Moves an event to a while from now; the old handle is used up and the new one takes its place.
  @inlinable
  public mutating func reschedule(
    _ handle: EventHandle, as event: Event, after delay: Time, phase: Phase = .normal, file: StaticString = #fileID,
    line: UInt = #line
  ) -> EventHandle {
    reschedule(handle, as: event, at: later(delay, file, line), phase: phase, file: file, line: line)
  }

  /// Ends the run after the event that is being handled; what is pending stays.
  @inlinable
  public mutating func stop() { isStopping = true }

  /// From here on lets chance decide among simultaneous events of one phase, as ``TieOrder/shuffled(seed:)`` does.
  ///
  /// For a copy of a simulation that was prepared in order: does its future depend on an order that nobody asked for?
  @inlinable
  public mutating func shuffleTies(seed: UInt64) {
    if shuffle == nil { shuffle = TieShuffle(seed: seed) } else { shuffle?.state = seed }
    isPlain = false
  }

  // MARK: Keys

  /// The key of a time and phase that are not before the present.
  @inlinable @inline(__always)
  func futureKey(_ time: Time, _ phase: Phase, _ file: StaticString, _ line: UInt) -> UInt64 {
    let key = Self.key(time, phase, file, line)
    if key < present { reportPast(time, phase, file, line) }
    return key
  }

  /// The key of a time's first phase; the time may not be before the present, whatever the phase.
  @inlinable
  func limit(_ time: Time, _ file: StaticString, _ line: UInt) -> UInt64 {
    let limit = Self.key(time, 0, file, line)
    if limit &>> 3 < present &>> 3 { reportPast(time, 0, file, line) }
    return limit
  }

  @inlinable @inline(__always)
  static func key(_ time: Time, _ phase: Phase, _ file: StaticString, _ line: UInt) -> UInt64 {
    let order = time.order
    if order >= EventTimeRange.end { reportNoTime(time, file, line) }
    return order &<< 3 | UInt64(truncatingIfNeeded: phase.rank)
  }

  @inlinable @inline(__always)
  func later(_ delay: Time, _ file: StaticString, _ line: UInt) -> Time {
    guard let time = now.later(by: delay) else { reportOverflow(delay, file, line) }
    return time
  }

  // MARK: Taking events out

  @inlinable @inline(__always)
  mutating func push(_ entry: QueueEntry<Ticket>) {
    if usesHeap { heap.push(entry) } else { ladder.push(entry) }
  }

  /// The key of the next event that was not cancelled; cancelled ones before it are dropped.
  @inlinable
  mutating func peekKey() -> UInt64? {
    if shuffle != nil { return peekShuffled() }
    while let entry = usesHeap ? heap.peek() : ladder.peek() {
      if entry.payload.slot == 0 || !handles.isDead(entry.payload.slot) { return entry.key }
      _ = usesHeap ? heap.pop() : ladder.pop()
      _ = handles.close(entry.payload.slot)
    }
    return nil
  }

  /// Takes the next event out and makes its time the present; `nil` when nothing is pending.
  ///
  /// For a loop of your own; ``Simulation`` has one.
  @inlinable @inline(__always)
  public mutating func takeNext() -> Event? { next(before: .max) }

  /// Takes the next event out if its key is below a limit, and makes its time the present.
  @inlinable @inline(__always)
  mutating func next(before limit: UInt64) -> Event? {
    if !isPlain { return nextWithCare(before: limit) }
    while true {
      if ladder.bottom.isEmpty {
        if !ladder.refill(&handles) { return nil }
        if handles.isLarge { prefetchHandles() }
      }
      let head = ladder.first
      if head.key >= limit { return nil }
      ladder.removeFirst()
      if head.payload.slot != 0, !handles.close(head.payload.slot) { continue }
      arrive(at: head.key)
      return head.payload.event
    }
  }

  /// The same for a heap, or for ties that are shuffled.
  @inlinable @inline(never)
  mutating func nextWithCare(before limit: UInt64) -> Event? {
    if shuffle != nil { return nextShuffled(before: limit) }
    guard let key = peekKey(), key < limit, let head = heap.pop() else { return nil }
    if head.payload.slot != 0 { _ = handles.close(head.payload.slot) }
    arrive(at: key)
    return head.payload.event
  }

  /// When the next event must be looked for, shows a model which ones come next and which soon.
  @inlinable @inline(__always)
  mutating func lookAhead(_ show: (Event, Nearness) -> Void) {
    guard isPlain, ladder.bottom.isEmpty, ladder.refill(&handles) else { return }
    if handles.isLarge { prefetchHandles() }
    ladder.lookAhead { show($0.event, $1) }
  }

  /// Asks for the marks of events that come soon, together and in time, instead of waiting for each.
  @inlinable
  func prefetchHandles() { ladder.forEachUpcoming { handles.prefetch($0.slot) } }

  /// Makes the key of an event the present.
  @inlinable @inline(__always)
  mutating func arrive(at key: UInt64) {
    present = key
    presentTime = Time(order: key &>> 3)
    handled &+= 1
  }

  /// Moves the present on to a key without an event.
  @inlinable
  mutating func wait(until key: UInt64) {
    guard key > present else { return }
    present = key
    presentTime = Time(order: key &>> 3)
  }

  /// Takes back the event of a live handle.
  @inlinable @inline(__always)
  mutating func drop(_ handle: EventHandle) {
    handles.cancel(handle)
    if handles.dead > 4_096, handles.dead > pendingCount { sweep() }
  }

  /// Drops the cancelled events, so that memory follows what is pending and not what was cancelled.
  @inlinable @inline(never)
  mutating func sweep() {
    // The closure may not touch `self` while the queue is changed; the dead are freed in the same pass.
    var table = handles
    func isWanted(_ entry: QueueEntry<Ticket>) -> Bool {
      let slot = entry.payload.slot
      if slot == 0 || !table.isDead(slot) { return true }
      _ = table.close(slot)
      return false
    }
    if usesHeap { heap.keep(where: isWanted) } else { ladder.keep(where: isWanted) }
    shuffle?.keep(where: isWanted)
    handles = table
  }

  // MARK: Copies

  /// An agenda of its own with the same clock and events; handles of the one name the same events in the other.
  @inlinable
  public func copy() -> Self {
    var twin = Self()
    twin.copy(from: self)
    return twin
  }

  /// Makes this agenda the same as another, in the memory it already has where that is enough.
  @inlinable
  public mutating func copy(from other: borrowing Self) {
    ladder.copy(from: other.ladder)
    heap.copy(from: other.heap)
    handles.copy(from: other.handles)
    // Handles given from now on are known from those that the original gives from now on.
    handles.lastStamp = HandleStamps.next()
    present = other.present
    presentTime = other.presentTime
    usesHeap = other.usesHeap
    isPlain = other.isPlain
    isStopping = other.isStopping
    shuffle = other.shuffle
    handled = other.handled
  }
}

/// Which queue holds the pending events.
public enum QueueChoice: Sendable {
  /// ``LadderQueue``, the fast one.
  case ladder

  /// ``HeapQueue``, the plain one, to compare with.
  case heap
}

/// What decides among simultaneous events of the same phase.
public enum TieOrder: Sendable {
  /// The order in which they were scheduled.
  case insertion

  /// Chance. A model whose results change with the seed depends on an order that it did not ask for.
  case shuffled(seed: UInt64)
}
