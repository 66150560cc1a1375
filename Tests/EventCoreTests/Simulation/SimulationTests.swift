import EventCore
import EventCoreSupport
import Testing

@Suite("A simulation")
struct SimulationTests {
  @Test("does the same whatever queue holds its events", arguments: 1...5)
  func queuesAgree(seed: Int) {
    var prints: [UInt64] = []
    for queue in [QueueChoice.ladder, .heap] {
      var simulation = Workshop.simulation(seed: seed, queue: queue)
      var print = FingerprintObserver<Workshop>([.time, .phase, .event, .state])
      simulation.run(until: 20_000, watchedBy: &print)
      #expect(simulation.model.lateCount > 0)
      #expect(simulation.agenda.handledCount > 5_000)
      prints.append(print.fingerprint.value)
    }
    #expect(prints[0] == prints[1])
  }

  @Test("runs up to a time and leaves what is scheduled for it", arguments: [QueueChoice.ladder, .heap])
  func stopsBeforeTheTime(queue: QueueChoice) {
    var simulation = Simulation(Counter(), queue: queue)
    for time in [5, 10, 10, 11] { simulation.agenda.schedule(1, at: time, phase: 0) }
    #expect(simulation.run(until: 10) == .reachedTime)
    #expect(simulation.now == 10)
    #expect(simulation.model.total == 1)
    simulation.agenda.schedule(1, at: 10, phase: 0)
    #expect(simulation.run(until: 10) == .reachedTime)
    #expect(simulation.model.total == 1)
    #expect(simulation.run(until: 11) == .reachedTime)
    #expect(simulation.model.total == 4)
    #expect(simulation.run() == .ranOut)
    #expect(simulation.model.total == 5)
    #expect(simulation.run(until: 100) == .reachedTime)
    #expect(simulation.now == 100)
  }

  @Test("is the same run in one piece, in pieces, and in steps", arguments: 1...4)
  func piecesAddUp(seed: Int) {
    var whole = Workshop.simulation(seed: seed)
    whole.run(until: 9_000)

    var pieces = Workshop.simulation(seed: seed)
    for end in stride(from: 7, through: 9_000, by: 7) { pieces.run(until: end) }
    pieces.run(until: 9_000)

    var steps = Workshop.simulation(seed: seed)
    while let next = steps.agenda.nextTime, next < 9_000 { steps.step() }

    var counted = Workshop.simulation(seed: seed)
    let events = whole.agenda.handledCount
    #expect(counted.run(events: events) == events)

    for other in [pieces, steps, counted] {
      #expect(other.model.diary == whole.model.diary)
      #expect(other.agenda.handledCount == events)
      #expect(other.agenda.pendingCount == whole.agenda.pendingCount)
    }
  }

  @Test("stops where the model says so, and goes on from there")
  func stopsOnRequest() {
    var simulation = Simulation(Counter(stopsAt: 3))
    for time in 1...6 { simulation.agenda.schedule(1, at: time) }
    #expect(simulation.run() == .stopped)
    #expect(simulation.now == 3)
    #expect(simulation.run(events: 0) == 0)
    #expect(simulation.agenda.pendingCount == 3)
    #expect(simulation.run(until: 5) == .reachedTime)
    #expect(simulation.model.total == 4)
    #expect(simulation.run(events: 100) == 2)
    #expect(simulation.step() == false)
  }

  @Test("stopped on the way to a time, shows the time of the stop, and goes on when it is run on")
  func stopsOnTheWay() {
    func stopping() -> Simulation<Counter> {
      var simulation = Simulation(Counter(stopsAt: 3))
      for time in 1...6 { simulation.agenda.schedule(1, at: time) }
      return simulation
    }
    var run = stopping()
    #expect(run.run(until: 100) == .stopped)
    #expect(run.now == 3)
    #expect(run.run(events: 100) == 3)
    #expect(run.now == 6)
    var warm = stopping()
    #expect(warm.warmUp(until: 100) == .stopped)
    #expect(warm.model.measuringSince == 3)
    #expect(warm.warmUp(until: 100) == .reachedTime)
    #expect(warm.model.measuringSince == 100)
  }

  @Test("forgets what was measured during the warm-up")
  func warmsUp() {
    var simulation = Workshop.simulation(seed: 3)
    simulation.warmUp(until: 5_000)
    #expect(simulation.model.measuringSince == 5_000)
    #expect(simulation.model.doneCount == 0)
    let before = simulation.model.orders
    simulation.run(until: 6_000)
    #expect(simulation.model.doneCount > 0)
    #expect(simulation.model.orders > before)
  }

  @Test("lets model and agenda be changed together from outside")
  func intervenes() {
    var simulation = Simulation(Counter())
    let handle = simulation.intervene { model, agenda in
      model.total = 100
      return agenda.scheduleCancellable(5, at: 10)
    }
    let untouched = simulation
    simulation.intervene { _, agenda in agenda.cancel(handle) }
    #expect(simulation.run() == .ranOut)
    #expect(simulation.model.total == 100)
    var other = untouched
    other.run()
    #expect(other.model.total == 105)
  }
}
