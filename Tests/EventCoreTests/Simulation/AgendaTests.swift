import EventCore
import EventCoreSupport
import Testing

@Suite("An agenda")
struct AgendaTests {
  @Test("orders by time, then phase, then order of scheduling", arguments: [QueueChoice.ladder, .heap])
  func ordersByTimePhaseInsertion(queue: QueueChoice) {
    var agenda = Agenda<Int, Int>(queue: queue)
    agenda.schedule(1, at: 20, phase: 0)
    agenda.schedule(2, at: 10, phase: 7)
    agenda.schedule(3, at: 10, phase: 2)
    agenda.schedule(4, at: 10)
    agenda.schedule(5, at: 10, phase: 2)
    agenda.schedule(6, after: 10)
    var order: [Int] = []
    while let event = agenda.takeNext() { order.append(event) }
    #expect(order == [3, 5, 4, 6, 2, 1])
    #expect(agenda.now == 20)
    #expect(agenda.handledCount == 6)
  }

  @Test("knows the time and phase of what it hands out")
  func tellsTimeAndPhase() {
    var agenda = Agenda<Double, UInt8>(at: -2.5)
    agenda.schedule(1, at: -1.25, phase: 3)
    agenda.schedule(2, after: 2.5, phase: 6)
    let first = agenda.nextTime
    #expect(first == -1.25)
    expectNext(1, &agenda)
    #expect(agenda.now == -1.25)
    #expect(agenda.phase == 3)
    expectNext(2, &agenda)
    #expect(agenda.now == 0)
    #expect(agenda.phase == 6)
    let last = agenda.nextTime
    #expect(last == nil)
  }

  @Test("does what a plain list does, over random schedules, cancels, moves and looks", arguments: 1...8)
  func matchesAPlainList(seed: Int) {
    var subject = AgendaBesideList(queue: seed % 2 == 0 ? .ladder : .heap, seed: seed)
    // Seeds differ in how many events are pending, and so in which parts of the ladder are at work.
    let crowd = [5, 5, 40, 40, 200, 200, 2_000, 2_000][seed - 1]
    for step in 0..<12_000 {
      if let difference = subject.step(crowd: crowd) {
        Issue.record("step \(step): \(difference)")
        return
      }
    }
    if let difference = subject.drain() { Issue.record("at the end: \(difference)") }
  }

  @Test("drops what was cancelled when it outweighs what is pending", arguments: [QueueChoice.ladder, .heap])
  func forgetsTheCancelled(queue: QueueChoice) {
    var agenda = Agenda<Int, Int>(queue: queue)
    var handle = agenda.scheduleCancellable(-1, at: 1_000_000)
    for number in 0..<100_000 {
      handle = agenda.reschedule(handle, as: number, at: 1_000_000 + number)
      if agenda.heldCount > 2 * 4_096 + 2 {
        Issue.record("cancelled events pile up")
        break
      }
    }
    #expect(agenda.pendingCount == 1)
    let time = agenda.nextTime
    #expect(time == 1_099_999)
    expectNext(99_999, &agenda)
    expectNext(nil, &agenda)
  }

  @Test("gives a moved event the last place among its equals")
  func movedEventsQueueAnew() {
    var agenda = Agenda<Int, Int>()
    let moved = agenda.scheduleCancellable(1, at: 5)
    agenda.schedule(2, at: 5)
    let again = agenda.reschedule(moved, as: 1, at: 5)
    expectPending(moved, false, agenda)
    expectPending(again, true, agenda)
    expectNext(2, &agenda)
    expectNext(1, &agenda)
    expectPending(again, false, agenda)
  }

  @Test("keeps every time of its clock exactly", arguments: [0, 1, -1, 1 << 59, -(1 << 60), (1 << 60) - 2])
  func keepsTicksExactly(tick: Int) {
    #expect(Int(order: tick.order) == tick)
    #expect(tick.order < EventTimeRange.end)
  }

  @Test(
    "keeps every real time exactly and in order",
    arguments: [0, 0x1p-127, 1e-30, 0.1, 1, 1.0.nextUp, 525_600.123, 1e38, 0x1p128])
  func keepsRealTimesExactly(time: Double) {
    #expect(Double(order: time.order) == time)
    #expect(Double(order: (-time).order) == -time)
    #expect(time.order >= 0.0.order)
    #expect((-time).order <= 0.0.order)
    if time < 0x1p128, time > 0 {
      #expect(time.nextUp.order == time.order + 1)
      #expect((-time.nextUp).order == (-time).order - 1)
    }
  }

  @Test(
    "has no place for what is no time",
    arguments: [Double.nan, .infinity, -.infinity, 0x1.0000000000001p128, -0x1p129, 0x1p-128, .leastNonzeroMagnitude])
  func refusesWhatIsNoTime(time: Double) {
    #expect(time.order == .max)
  }

  @Test("has no place for ticks beyond 2⁶⁰", arguments: [(1 << 60) - 1, -(1 << 60) - 1, .max, .min])
  func refusesDistantTicks(tick: Int) {
    #expect(tick.order == .max)
  }
}

// An agenda cannot be copied, so the expectation macro cannot take it apart; these hand it plain values.

private func expectNext<Time: EventTime, Event: BitwiseCopyable & Equatable & Sendable>(
  _ expected: Event?, _ agenda: inout Agenda<Time, Event>, at location: SourceLocation = #_sourceLocation
) {
  let event = agenda.takeNext()
  #expect(event == expected, sourceLocation: location)
}

private func expectPending<Time: EventTime, Event: BitwiseCopyable>(
  _ handle: EventHandle, _ expected: Bool, _ agenda: borrowing Agenda<Time, Event>,
  at location: SourceLocation = #_sourceLocation
) {
  let isPending = agenda.isPending(handle)
  #expect(isPending == expected, sourceLocation: location)
}

/// An agenda and a list in order, driven by the same dice.
private struct AgendaBesideList: ~Copyable {
  struct Entry {
    var time: Int
    var phase: Phase
    var number: Int
    var handle: EventHandle?
  }

  var agenda: Agenda<Int, Int>
  var list: [Entry] = []
  var used: [EventHandle] = []
  var dice: Dice
  var next = 0

  init(queue: QueueChoice, seed: Int) {
    agenda = Agenda(queue: queue)
    dice = Dice(seed)
  }

  /// One random operation; answers what differs.
  mutating func step(crowd: Int) -> String? {
    switch dice.roll(list.count < crowd ? 14 : 20) {
    case 0..<4:
      let (time, phase) = moment()
      agenda.schedule(next, at: time, phase: phase)
      insert(Entry(time: time, phase: phase, number: next))
      next += 1
    case 4..<8:
      let (time, phase) = moment()
      let handle = agenda.scheduleCancellable(next, at: time, phase: phase)
      insert(Entry(time: time, phase: phase, number: next, handle: handle))
      next += 1
    case 8:
      guard let index = randomWithHandle(), let handle = list[index].handle else { return nil }
      agenda.cancel(handle)
      used.append(handle)
      list.remove(at: index)
    case 9:
      guard let index = randomWithHandle(), let handle = list[index].handle else { return nil }
      var entry = list.remove(at: index)
      (entry.time, entry.phase) = moment()
      entry.handle = agenda.reschedule(handle, as: entry.number, at: entry.time, phase: entry.phase)
      used.append(handle)
      insert(entry)
    case 10:
      if agenda.nextTime != list.first?.time { return "the next time is \(String(describing: agenda.nextTime))" }
    case 11:
      if agenda.pendingCount != list.count { return "\(agenda.pendingCount) pending, not \(list.count)" }
      if let stale = used.last, agenda.isPending(stale) { return "a used handle counts as pending" }
      if let index = randomWithHandle(), let handle = list[index].handle, !agenda.isPending(handle) {
        return "a handle forgot its event"
      }
    default:
      return take()
    }
    return nil
  }

  mutating func drain() -> String? {
    while !list.isEmpty {
      if let difference = take() { return difference }
    }
    return agenda.takeNext() == nil && agenda.pendingCount == 0 ? nil : "something is left"
  }

  private mutating func take() -> String? {
    guard let expected = list.first else { return agenda.takeNext() == nil ? nil : "an event out of nothing" }
    list.removeFirst()
    if let handle = expected.handle { used.append(handle) }
    let event = agenda.takeNext()
    if event != expected.number { return "took \(String(describing: event)), not \(expected)" }
    if agenda.now != expected.time || agenda.phase != expected.phase { return "the clock is wrong at \(expected)" }
    return nil
  }

  private mutating func moment() -> (Int, Phase) {
    let time = agenda.now + [0, 1, 3, 10, 500, 100_000][dice.roll(6)] * dice.roll(4)
    let phase = Phase(UInt8(dice.roll(8)))
    return (time, time == agenda.now ? max(phase, agenda.phase) : phase)
  }

  private mutating func randomWithHandle() -> Int? {
    guard !list.isEmpty else { return nil }
    let index = dice.roll(list.count)
    return list[index].handle == nil ? nil : index
  }

  private mutating func insert(_ entry: Entry) {
    let place = list.lastIndex { ($0.time, $0.phase.rank) <= (entry.time, entry.phase.rank) } ?? -1
    list.insert(entry, at: place + 1)
  }
}
