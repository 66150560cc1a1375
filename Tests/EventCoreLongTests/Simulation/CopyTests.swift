import EventCore
import EventCoreSupport
import Testing

@Suite("A copy of a simulation", .countsAllocations)
struct CopyTests {
  /// What a simulation does from a moment on.
  private func future(of simulation: Simulation<Workshop>) -> UInt64 {
    var simulation = simulation
    var print = FingerprintObserver<Workshop>([.time, .phase, .event, .state])
    simulation.run(until: 3_000, watchedBy: &print)
    return print.fingerprint.value
  }

  @Test("has the same future as the original, from every moment", arguments: [QueueChoice.ladder, .heap])
  func hasTheSameFuture(queue: QueueChoice) {
    var original = Workshop.simulation(seed: 11, queue: queue)
    var reused = Workshop.simulation(seed: 99, queue: queue)
    while original.now < 1_500 {
      // Before a run, between events of one instant, right after a cancel, a move, a stop: every event is a moment.
      original.step()
      let copy = original
      let expected = future(of: original)
      #expect(future(of: copy) == expected)
      reused.copy(from: original)
      #expect(future(of: reused) == expected)
    }
    #expect(original.agenda.handledCount > 400)
  }

  @Test("made into memory that a third shares leaves the third alone")
  func sparesTheThird() {
    var original = Workshop.simulation(seed: 5)
    original.run(until: 1_000)
    let expected = future(of: original)
    var other = Workshop.simulation(seed: 6)
    other.run(until: 2_000)
    var scratch = original
    scratch.copy(from: other)
    scratch.run(until: 2_500)
    #expect(future(of: original) == expected)
    #expect(original.now == 1_000)
  }

  @Test("into larger memory forgets the handles that were there")
  func forgetsHandles() {
    var large = Agenda<Int, Int>()
    let old = (0..<10_000).map { large.scheduleCancellable($0, at: $0) }
    var small = Agenda<Int, Int>()
    let kept = small.scheduleCancellable(1, at: 7)
    large.copy(from: small)
    let live = old.count { large.isPending($0) }
    #expect(live == 0)
    let isKept = large.isPending(kept)
    #expect(isKept)
    // The slots can be given out again, all of them, before memory grows.
    let count = allocations { for number in 0..<9_000 { _ = large.scheduleCancellable(number, at: 8) } }
    #expect(count == 0)
    let pending = large.pendingCount
    #expect(pending == 9_001)
  }

  @Test("goes its own way", arguments: [QueueChoice.ladder, .heap])
  func goesItsOwnWay(queue: QueueChoice) {
    var original = Workshop.simulation(seed: 5, queue: queue)
    original.run(until: 2_000)
    let expected = future(of: original)
    var branch = original
    branch.agenda.schedule(.order, at: 2_000, phase: 0)
    branch.model.dice = Dice(77)
    branch.run(until: 2_500)
    #expect(future(of: branch) != expected)
    #expect(future(of: original) == expected)
    #expect(original.now == 2_000)
  }

  @Test("honours the handles that the original gave")
  func sharesHandles() {
    var original = Simulation(Counter())
    let handle = original.agenda.scheduleCancellable(1, at: 10)
    var copy = original
    copy.agenda.cancel(handle)
    let isPending = (original.agenda.isPending(handle), copy.agenda.isPending(handle))
    #expect(isPending == (true, false))
    let later = original.agenda.scheduleCancellable(1, at: 11)
    let isLaterPending = original.agenda.isPending(later)
    #expect(isLaterPending)
    original.run()
    copy.run()
    #expect(original.model.total == 2)
    #expect(copy.model.total == 0)
  }

  @Test("refuses handles that the original gave after the copy was made")
  func refusesLaterHandles() async {
    await #expect(processExitsWith: .exitCode(70)) {
      var original = Simulation(Counter())
      var copy = original
      // Both give a handle to their first event: the same slot, used as often.
      let handle = original.agenda.scheduleCancellable(1, at: 10)
      _ = copy.agenda.scheduleCancellable(2, at: 10)
      copy.agenda.cancel(handle)
    }
  }

  @Test("costs nothing until one of the two changes, and leaves shared readers alone")
  func isCopiedOnWrite() {
    var original = Workshop.simulation(seed: 8)
    original.run(until: 1_000)
    let copies = Array(repeating: original, count: 5)
    let expected = copies.map { $0.agenda.pendingCount }
    original.run(until: 2_000)
    #expect(copies.map { $0.agenda.pendingCount } == expected)
    #expect(copies.allSatisfy { $0.now == 1_000 })
  }

  @Test("can be taken over in memory that was used for something larger or smaller", arguments: [0, 500, 5_000])
  func reusesMemory(time: Int) {
    var scratch = Workshop.simulation(seed: 1)
    scratch.run(until: time)
    var original = Workshop.simulation(seed: 2)
    original.run(until: 1_200)
    scratch.copy(from: original)
    #expect(future(of: scratch) == future(of: original))
    let smaller = Workshop.simulation(seed: 3)
    scratch.copy(from: smaller)
    #expect(future(of: scratch) == future(of: smaller))
    scratch.copy(from: scratch)
    #expect(future(of: scratch) == future(of: smaller))
  }
}
