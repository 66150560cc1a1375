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

/// HOLD over our agenda, every event with a handle, in which three steps of ten also take back the timeout that was set
/// a thousand insertions ago.
func holdAndTimeOut(_ assignment: Assignment) throws(BenchError) -> Outcome {
  try holdAndCancel(assignment, Holding.remembered, Claim.init) { $0.holdAndTimeOut($1, &$2, &$3) }
}

/// HOLD over our agenda, every event with a handle, in which three steps of ten also cancel any pending event.
func holdAndCancelAnywhere(_ assignment: Assignment) throws(BenchError) -> Outcome {
  try holdAndCancel(
    assignment, assignment.pending, { handle, _ in handle }, { $0.holdAndCancel($1, &$2, &$3) })
}

/// An event that may be moved, as a model keeps it.
struct Claim {
  var handle: EventHandle
  var id: UInt64
}

/// Fills an agenda, keeps what is to be kept of the last insertions, each at its number's place, and runs.
private func holdAndCancel<Kept>(
  _ assignment: Assignment, _ remembered: UInt64, _ keep: (EventHandle, UInt64) -> Kept,
  _ run: (inout Holding<Double>, UInt64, inout OurAgenda, inout MutableSpan<Kept>) -> Void
) throws(BenchError) -> Outcome {
  var holding = Holding<Double>(try IncrementTable(contentsOf: assignment.data), checksum: Checksum())
  var agenda = OurAgenda()
  var kept = [Kept](repeating: keep(.none, 0), count: Int(remembered))
  for id in 0..<assignment.pending {
    let handle = agenda.scheduleCancellable(EventPayload(id: id, load: ~id), at: holding.next())
    kept[Int(id % remembered)] = keep(handle, id)
  }
  var claims = kept.mutableSpan
  run(&holding, assignment.warmup, &agenda, &claims)
  let nanoseconds = measureNanoseconds { run(&holding, assignment.measured, &agenda, &claims) }
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
  /// How many insertions are remembered in a ring; a power of two.
  static var remembered: UInt64 { 1_024 }

  /// How many insertions after it was set a timeout is taken back.
  private static var lag: UInt64 { 1_000 }

  @inline(never)
  mutating func holdAndTimeOut(_ steps: UInt64, _ agenda: inout OurAgenda, _ claims: inout MutableSpan<Claim>) {
    for _ in 0..<steps {
      guard let payload = agenda.takeNext() else { return }
      checksum.fold(timeBits: agenda.now.tableBits, id: payload.id)
      let drawn = drawing(increments[insertion].tableBits, insertion: insertion)
      let place = Self.ringPlace(insertion)
      claims[place] = Claim(handle: agenda.scheduleCancellable(payload, after: next()), id: payload.id)

      guard drawn & 0xFFFF_FFFF < cancelBelow else { continue }
      let timeout = claims[Self.ringPlace(insertion &- Self.lag)]
      guard agenda.cancelIfPending(timeout.handle) else { continue }
      let again = Self.ringPlace(insertion)
      let victim = EventPayload(id: timeout.id, load: ~timeout.id)
      claims[again] = Claim(handle: agenda.scheduleCancellable(victim, after: next()), id: timeout.id)
    }
  }

  /// Where an insertion is remembered.
  private static func ringPlace(_ insertion: UInt64) -> Int { Int(truncatingIfNeeded: insertion & (remembered - 1)) }

  @inline(never)
  mutating func holdAndCancel(_ steps: UInt64, _ agenda: inout OurAgenda, _ handles: inout MutableSpan<EventHandle>) {
    let pending = UInt64(handles.count)
    for _ in 0..<steps {
      guard let payload = agenda.takeNext() else { return }
      checksum.fold(timeBits: agenda.now.tableBits, id: payload.id)
      let drawn = drawing(increments[insertion].tableBits, insertion: insertion)
      handles[Int(truncatingIfNeeded: payload.id)] = agenda.scheduleCancellable(payload, after: next())

      guard drawn & 0xFFFF_FFFF < cancelBelow else { continue }
      let victim = place(drawn, among: pending)
      let slot = Int(truncatingIfNeeded: victim)
      handles[slot] = agenda.reschedule(handles[slot], as: EventPayload(id: victim, load: ~victim), after: next())
    }
  }
}
