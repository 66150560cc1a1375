import EventCore
import EventCoreSupport
import Testing

@Suite("Shuffled ties")
struct ShuffledTiesTests {
  @Test("expose a model whose result depends on the order of simultaneous events")
  func exposesHiddenOrder() {
    func diary(_ ties: TieOrder) -> UInt64 {
      var simulation = Workshop.simulation(seed: 3, ties: ties)
      simulation.run(until: 3_000)
      return simulation.model.diary
    }
    let seeds = UInt64(1)...6
    #expect(Set(seeds.map { diary(.shuffled(seed: $0)) }).count == 6)
    for seed in seeds { #expect(diary(.shuffled(seed: seed)) == diary(.shuffled(seed: seed))) }
  }

  @Test(
    "leave a model alone that does not depend on it: cancels, moves, counts and all",
    arguments: [QueueChoice.ladder, .heap], UInt64(1)...6)
  func sparesTheIndependent(queue: QueueChoice, seed: UInt64) {
    var plain = Orchestra.simulation(queue: queue, ties: .insertion)
    var shuffled = Orchestra.simulation(queue: queue, ties: .shuffled(seed: seed))
    for end in stride(from: 5, through: 400, by: 5) {
      #expect(plain.run(until: end) == shuffled.run(until: end))
      #expect(plain.now == shuffled.now)
      #expect(plain.model.sum == shuffled.model.sum)
      #expect(plain.model.cancelled == shuffled.model.cancelled)
      #expect(plain.agenda.handledCount == shuffled.agenda.handledCount)
      #expect(plain.agenda.pendingCount == shuffled.agenda.pendingCount)
      #expect(plain.agenda.nextTime == shuffled.agenda.nextTime)
    }
    #expect(plain.model.cancelled > 100)
    #expect(plain.agenda.handledCount > 1_000)
  }

  @Test("can begin in a copy of a run that was in order until then", arguments: [QueueChoice.ladder, .heap])
  func branches(queue: QueueChoice) {
    var prepared = Workshop.simulation(seed: 3, queue: queue)
    prepared.run(until: 1_000)
    func diary(_ seed: UInt64?) -> UInt64 {
      var branch = prepared
      if let seed { branch.agenda.shuffleTies(seed: seed) }
      branch.run(until: 3_000)
      return branch.model.diary
    }
    #expect(diary(nil) == diary(nil))
    #expect(Set((1...6).map { diary($0) }).count == 6)
    #expect(diary(4) == diary(4))
    var plain = Orchestra.simulation(queue: queue, ties: .insertion)
    plain.run(until: 100)
    var shuffled = plain
    shuffled.agenda.shuffleTies(seed: 9)
    plain.run(until: 400)
    shuffled.run(until: 400)
    #expect(plain.model.sum == shuffled.model.sum && plain.model.cancelled == shuffled.model.cancelled)
  }

  @Test("bring out every order of three events about as often")
  func everyOrder() {
    var counts: [[Int]: Int] = [:]
    for seed in 0..<6_000 {
      var agenda = Agenda<Int, Int>(ties: .shuffled(seed: UInt64(seed)))
      for event in 1...3 { agenda.schedule(event, at: 5) }
      var order: [Int] = []
      while let event = agenda.takeNext() { order.append(event) }
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    // Five standard deviations of a count of mean 1,000.
    #expect(counts.values.allSatisfy { ($0 - 1_000).magnitude < 145 })
  }

  @Test("draw an event that is scheduled meanwhile for the same moment among the others")
  func newcomersAreShuffledToo() {
    var places: Set<Int> = []
    for seed in 0..<200 {
      var agenda = Agenda<Int, Int>(ties: .shuffled(seed: UInt64(seed)))
      for event in 0..<4 { agenda.schedule(event, at: 5) }
      _ = agenda.takeNext()
      agenda.schedule(9, at: 5)
      var order: [Int] = []
      while let event = agenda.takeNext() { order.append(event) }
      places.insert(order.firstIndex(of: 9) ?? -1)
    }
    #expect(places == [0, 1, 2, 3])
  }

  @Test("do not change because somebody looks", arguments: UInt64(1)...20)
  func looksChangeNothing(seed: UInt64) {
    func order(looking: Bool) -> [Int] {
      var agenda = Agenda<Int, Int>(ties: .shuffled(seed: seed))
      for event in 0..<5 { agenda.schedule(event, at: 10) }
      if looking { _ = agenda.nextTime }
      for event in 5..<10 { agenda.schedule(event, at: 10) }
      // Comes before those that were looked at.
      agenda.schedule(10, at: 5)
      var order: [Int] = []
      while let event = agenda.takeNext() {
        if looking { _ = agenda.nextTime }
        order.append(event)
      }
      return order
    }
    #expect(order(looking: true) == order(looking: false))
    #expect(order(looking: false).first == 10)
  }

  @Test("make one run of a run in pieces", arguments: UInt64(1)...4)
  func piecesAddUp(seed: UInt64) {
    var whole = Workshop.simulation(seed: 1, ties: .shuffled(seed: seed))
    whole.run(until: 4_000)
    var pieces = Workshop.simulation(seed: 1, ties: .shuffled(seed: seed))
    for end in stride(from: 10, through: 4_000, by: 10) { pieces.run(until: end) }
    var steps = Workshop.simulation(seed: 1, ties: .shuffled(seed: seed))
    while let next = steps.agenda.nextTime, next < 4_000 { steps.step() }
    for other in [pieces, steps] {
      #expect(other.model.diary == whole.model.diary)
      #expect(other.agenda.handledCount == whole.agenda.handledCount)
      #expect(other.agenda.pendingCount == whole.agenda.pendingCount)
    }
  }

  @Test("go on in a copy as in the original, from every moment", arguments: [QueueChoice.ladder, .heap])
  func copiesGoOn(queue: QueueChoice) {
    func future(_ simulation: Simulation<Workshop>) -> Fingerprint {
      var simulation = simulation
      var observer = FingerprintObserver<Workshop>([.time, .phase, .event, .state])
      simulation.run(until: 1_500, watchedBy: &observer)
      return observer.fingerprint
    }
    var original = Workshop.simulation(seed: 2, queue: queue, ties: .shuffled(seed: 5))
    var reused = Workshop.simulation(seed: 9, queue: queue)
    while original.now < 800 {
      original.step()
      let copy = original
      reused.copy(from: original)
      let expected = future(original)
      #expect(future(copy) == expected)
      #expect(future(reused) == expected)
    }
    #expect(original.agenda.handledCount > 200)
  }
}

/// Players whose notes add up to the same in whatever order those of one instant sound.
private struct Orchestra: Model {
  struct Event: BitwiseCopyable {
    var player: Int
    var isPause: Bool
  }

  var sum: UInt64 = 0
  var cancelled = 0
  var pauses = [EventHandle](repeating: .none, count: 40)
  var turns = [Int](repeating: 0, count: 40)

  static func simulation(queue: QueueChoice, ties: TieOrder) -> Simulation<Self> {
    var simulation = Simulation(Self(), queue: queue, ties: ties)
    for player in 0..<40 { simulation.agenda.schedule(Event(player: player, isPause: false), at: player % 3) }
    return simulation
  }

  /// What follows depends on the player and their turn alone; a player's pause has a phase of its own, after all notes.
  mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
    let player = event.player
    var dice = Dice(player * 1_000 + turns[player])
    sum &+= UInt64(agenda.now) &* dice.next()
    if event.isPause {
      pauses[player] = .none
      return
    }
    turns[player] += 1
    agenda.schedule(Event(player: player, isPause: false), after: 1 + dice.roll(5), phase: Phase(UInt8(dice.roll(7))))
    if pauses[player] == .none {
      let pause = Event(player: player, isPause: true)
      pauses[player] = agenda.scheduleCancellable(pause, after: dice.roll(3) * 4 + 5, phase: 7)
    } else if dice.roll(2) == 0 {
      agenda.cancel(pauses[player])
      pauses[player] = .none
      cancelled += 1
    } else {
      pauses[player] = agenda.reschedule(
        pauses[player], as: Event(player: player, isPause: true), after: 2 + dice.roll(4), phase: 7)
    }
  }
}
