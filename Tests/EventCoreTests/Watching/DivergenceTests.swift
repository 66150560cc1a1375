import EventCore
import EventCoreSupport
import Testing

@Suite("The first difference of two simulations")
struct DivergenceTests {
  @Test("is the first event that is not the same, with what happened in each", arguments: 0..<10)
  func changedEvent(place: Int) throws {
    var tune = Recital.tune
    tune[place].pitch = 1
    // A later difference is not the first.
    tune[9].pitch = 2
    let found = Recital.simulation(Recital.tune).firstDifference(from: Recital.simulation(tune))
    let difference = try #require(found)
    #expect(difference.index == place)
    #expect(difference.left?.event.pitch == 60 + place)
    #expect(difference.right?.event.pitch == tune[place].pitch)
    #expect(difference.left?.time == place / 2 && difference.right?.time == place / 2)
  }

  @Test("may be a time or a phase")
  func changedMoment() throws {
    var later = Recital.tune
    later[9].time = 40
    let time = try #require(Recital.simulation(Recital.tune).firstDifference(from: Recital.simulation(later)))
    #expect(time.index == 9)
    #expect(time.left?.time == 4 && time.right?.time == 40)
    var phased = Recital.tune
    phased[3].phase = 6
    let phase = try #require(Recital.simulation(Recital.tune).firstDifference(from: Recital.simulation(phased)))
    #expect(phase.index == 3)
    #expect(phase.left?.phase == .normal && phase.right?.phase == 6)
  }

  @Test("is where one of them ended")
  func endedRun() throws {
    let short = Recital.simulation(Array(Recital.tune.prefix(7)))
    let long = Recital.simulation(Recital.tune)
    let difference = try #require(short.firstDifference(from: long))
    #expect(difference.index == 7)
    #expect(difference.left == nil)
    #expect(difference.right?.event.pitch == 67)
    let mirrored = try #require(long.firstDifference(from: short))
    #expect(mirrored.index == 7 && mirrored.right == nil && mirrored.left?.event.pitch == 67)
    let never = Recital.simulation([])
    #expect(never.firstDifference(from: never) == nil)
    #expect(try #require(never.firstDifference(from: short)).index == 0)
  }

  @Test("is where one of them stopped")
  func stoppedRun() throws {
    let stopping = Recital.simulation(Recital.tune, model: Recital(lastPitch: 63))
    let going = Recital.simulation(Recital.tune)
    let difference = try #require(stopping.firstDifference(from: going))
    #expect(difference.index == 4)
    #expect(difference.left == nil && difference.right?.event.pitch == 64)
    #expect(stopping.firstDifference(from: stopping) == nil)
  }

  @Test("goes on after a stop that lies in the past")
  func stoppedBefore() throws {
    var left = Recital.simulation(Recital.tune, model: Recital(lastPitch: 62))
    left.run()
    var changed = Recital.tune
    changed[8].pitch = 1
    var right = Recital.simulation(changed, model: Recital(lastPitch: 62))
    right.run()
    #expect(try #require(left.firstDifference(from: right)).index == 5)
  }

  @Test("may be in the state alone, if that is asked for")
  func stateOnly() throws {
    let plain = Recital.simulation(Recital.tune)
    let moody = Recital.simulation(Recital.tune, model: Recital(liftingPitch: 66))
    #expect(plain.firstDifference(from: moody) == nil)
    let difference = try #require(plain.firstDifference(from: moody, in: .state))
    #expect(difference.index == 6)
    #expect(difference.left?.event == difference.right?.event)
  }

  @Test("is not looked for beyond the limit", arguments: [-1, 0, 4, 5, 6, 100])
  func limits(limit: Int) {
    var tune = Recital.tune
    tune[5].pitch = 1
    let difference = Recital.simulation(Recital.tune).firstDifference(from: Recital.simulation(tune), within: limit)
    #expect(difference?.index == (limit > 5 ? 5 : nil))
  }

  @Test("does not move the simulations that are compared")
  func leavesBothAlone() {
    let left = Recital.simulation(Recital.tune)
    let right = Recital.simulation(Array(Recital.tune.reversed()))
    _ = left.firstDifference(from: right)
    for simulation in [left, right] {
      let state = (simulation.now, simulation.agenda.pendingCount, simulation.agenda.handledCount)
      #expect(state == (0, 10, 0))
    }
  }

  @Test("is found at the event in a long run from what two trails tell", arguments: [13, 4_444, 9_001])
  func throughTrails(time: Int) throws {
    // The same run, but for one evening too many.
    func start(_ isOdd: Bool) -> Simulation<Workshop> {
      var simulation = Workshop.simulation(seed: 6)
      if isOdd { simulation.agenda.schedule(.evening, at: time, phase: 1) }
      return simulation
    }
    var trails: [FingerprintTrail] = []
    for isOdd in [false, true] {
      var simulation = start(isOdd)
      var observer = FingerprintObserver<Workshop>()
      simulation.run(until: 10_000, watchedBy: &observer)
      trails.append(observer.trail)
    }
    let range = try #require(trails[0].firstDifference(from: trails[1]))
    var plain = start(false)
    var odd = start(true)
    plain.run(events: range.lowerBound)
    odd.run(events: range.lowerBound)
    let difference = try #require(plain.firstDifference(from: odd, within: range.count))
    #expect(range.contains(range.lowerBound + difference.index))
    #expect(difference.right?.time == time && difference.right?.phase == 1)
    #expect(difference.left?.time ?? 0 >= time)
  }
}
