import EventCore

/// HOLD over our queue: pop the earliest, push it back at its time plus an increment.
func hold<Time: TableTime>(_ assignment: Assignment, time: Time.Type) throws(BenchError) -> Outcome {
  var holding = Holding<Time>(try IncrementTable(contentsOf: assignment.data), checksum: Checksum())
  var queue = OurQueue<Time>()
  for id in 0..<assignment.pending {
    queue.push(EventPayload(id: id, load: ~id), at: holding.next())
  }
  holding.hold(assignment.warmup, &queue)
  let nanoseconds = measureNanoseconds { holding.hold(assignment.measured, &queue) }
  return Outcome(nanoseconds: nanoseconds, operations: assignment.measured, checksum: holding.checksum.state)
}

/// HOLD over our agenda, every event with a handle, in which three steps of ten also cancel a pending event.
func holdAndCancel(
  _ assignment: Assignment,
  _ run: (inout Holding<Double>, UInt64, inout OurAgenda, inout [EventHandle]) -> Void
) throws(BenchError) -> Outcome {
  var holding = Holding<Double>(try IncrementTable(contentsOf: assignment.data), checksum: Checksum())
  var agenda = OurAgenda()
  var handles: [EventHandle] = []
  handles.reserveCapacity(Int(assignment.pending))
  for id in 0..<assignment.pending {
    handles.append(agenda.scheduleCancellable(EventPayload(id: id, load: ~id), at: holding.next()))
  }
  run(&holding, assignment.warmup, &agenda, &handles)
  let nanoseconds = measureNanoseconds { run(&holding, assignment.measured, &agenda, &handles) }
  return Outcome(nanoseconds: nanoseconds, operations: assignment.measured, checksum: holding.checksum.state)
}

/// What a HOLD loop carries from step to step beside the queue.
struct Holding<Time: TableTime> {
  private let increments: IncrementTable<Time>
  var checksum: Checksum
  private var insertion: UInt64 = 0

  /// 0.3 of 2 to the 32nd.
  let cancelBelow: UInt64 = 1_288_490_189

  init(_ increments: IncrementTable<Time>, checksum: Checksum) {
    self.increments = increments
    self.checksum = checksum
  }

  /// The increment of the next event to be pushed.
  @inline(__always)
  mutating func next() -> Time {
    defer { insertion &+= 1 }
    return increments[insertion]
  }

  @inline(never)
  mutating func hold(_ steps: UInt64, _ queue: inout OurQueue<Time>) {
    for _ in 0..<steps {
      guard let (time, payload) = queue.popEarliest() else { return }
      checksum.fold(timeBits: time.tableBits, id: payload.id)
      queue.push(payload, at: time + next())
    }
  }
}

extension Holding<Double> {
  /// The timeouts set last, in a ring over insertions; the handles of earlier ones are not kept.
  private static var remembered: UInt64 { 1_024 }

  /// How many insertions after it was set a timeout is taken back.
  private static var lag: UInt64 { 1_000 }

  @inline(never)
  mutating func holdAndTimeOut(_ steps: UInt64, _ agenda: inout OurAgenda, _ handles: inout [EventHandle]) {
    if handles.count != Self.remembered { handles = ring(of: handles) }
    let mask = Self.remembered - 1
    for _ in 0..<steps {
      guard let payload = agenda.takeNext() else { return }
      checksum.fold(timeBits: agenda.now.tableBits, id: payload.id)
      let drawn = drawing(increments[insertion].tableBits, insertion: insertion)
      handles[Int(truncatingIfNeeded: insertion & mask)] = agenda.scheduleCancellable(payload, after: next())

      guard drawn & 0xFFFF_FFFF < cancelBelow else { continue }
      let timeout = handles[Int(truncatingIfNeeded: (insertion &- Self.lag) & mask)]
      guard let victim = agenda.event(of: timeout) else { continue }
      agenda.cancel(timeout)
      handles[Int(truncatingIfNeeded: insertion & mask)] = agenda.scheduleCancellable(victim, after: next())
    }
  }

  /// The handles of the last insertions of the filling, each at its number's place.
  private func ring(of handles: [EventHandle]) -> [EventHandle] {
    var ring = [EventHandle](repeating: .none, count: Int(Self.remembered))
    for number in max(0, handles.count - ring.count)..<handles.count { ring[number % ring.count] = handles[number] }
    return ring
  }

  @inline(never)
  mutating func holdAndCancel(
    _ steps: UInt64, _ agenda: inout OurAgenda, _ handles: inout [EventHandle]
  ) {
    let pending = UInt64(handles.count)
    for _ in 0..<steps {
      guard let payload = agenda.takeNext() else { return }
      checksum.fold(timeBits: agenda.now.tableBits, id: payload.id)
      let drawn = drawing(increments[insertion].tableBits, insertion: insertion)
      handles[Int(truncatingIfNeeded: payload.id)] = agenda.scheduleCancellable(payload, after: next())

      guard drawn & 0xFFFF_FFFF < cancelBelow else { continue }
      let victim = place(drawn, among: pending)
      let slot = Int(truncatingIfNeeded: victim)
      agenda.cancel(handles[slot])
      handles[slot] = agenda.scheduleCancellable(EventPayload(id: victim, load: ~victim), after: next())
    }
  }
}
