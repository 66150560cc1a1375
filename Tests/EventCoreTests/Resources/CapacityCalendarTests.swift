import EventCore
import Foundation
import Randomness
import Testing

/// A calendar says the same at every time whichever way it is asked, on clocks that round as well.
@Suite struct CapacityCalendarTests {
  @Test("Without a period the steps happen once, and before the first there is nothing")
  func once() {
    let calendar = CapacityCalendar(steps: [(10, 3), (20, 0), (30, 5)])
    #expect([-5, 9, 10, 19, 20, 29, 30, 1_000].map { calendar.capacity(at: $0) } == [0, 0, 3, 3, 0, 0, 5, 5])
    let times = [-5, 9, 10, 29, 30].map { calendar.nextChange(after: $0)?.time }
    #expect(times == [10, 10, 20, 30, nil])
    #expect(calendar.nextChange(after: 10)?.capacity == 0)
  }

  @Test("With a period the steps come again for ever, and before the first of them it is the last that holds")
  func again() {
    let hours = CapacityCalendar(steps: [(480, 12), (1_020, 0), (1_200, 2)], every: 1_440)
    #expect(
      [0, 479, 480, 1_019, 1_020, 1_200, 1_440, 1_440 + 500].map { hours.capacity(at: $0) } == [
        2, 2, 12, 12, 0, 2, 2, 12,
      ])
    let change = hours.nextChange(after: 1_440 * 7 + 1_200)
    #expect(change?.time == 1_440 * 8 + 480 && change?.capacity == 12)
  }

  @Test("A calendar reaches back before time zero")
  func negativeTimes() {
    let hours = CapacityCalendar(steps: [(8, 1), (17, 0)], every: 24)
    #expect([-24, -17, -16, -8, -7, -1].map { hours.capacity(at: $0) } == [0, 0, 1, 1, 0, 0])
    #expect(hours.nextChange(after: -24)?.time == -16)
    #expect(hours.nextChange(after: -16)?.time == -7)
    #expect(hours.nextChange(after: -7)?.time == 8)
    let once = CapacityCalendar(steps: [(-10, 4), (5, 1)])
    #expect(once.capacity(at: -11) == 0 && once.capacity(at: -10) == 4)
    #expect(once.nextChange(after: -11)?.time == -10)
  }

  @Test("A single step that comes again is a change to the same capacity in each period")
  func singleStep() {
    let calendar = CapacityCalendar(steps: [(3, 7)], every: 10)
    #expect([0, 3, 12].map { calendar.capacity(at: $0) } == [7, 7, 7])
    #expect(calendar.nextChange(after: 3)?.time == 13)
  }

  /// Steps and a period that binary fractions cannot write, and every change of many periods, each rounded once.
  private struct Rounding {
    let steps: [(time: Double, capacity: Int)]
    let period: Double
    var changes: [(time: Double, capacity: Int)] = []

    init(seed: UInt64) {
      var random = Luck(seed: seed, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
      period = seed == 0 ? 1 : seed == 1 ? 0.1 : random.uniform() * 30
      let length = period
      let count = 1 + Int(random.uniform() * 5)
      let times = (0..<count).map { _ in length * (random.uniform() * 27).rounded(.down) / 27 }
      steps = Set(times).sorted().enumerated().map { (time: $1, capacity: $0 + 1) }
      for number in -400...400 {
        for step in steps { changes.append((Double(number) * period + step.time, step.capacity)) }
      }
    }
  }

  @Test("Real time rounds, and the next change is later and finds no step left out", arguments: 0..<40 as Range<UInt64>)
  func chain(seed: UInt64) throws {
    let example = Rounding(seed: seed)
    let calendar = CapacityCalendar(steps: example.steps, every: example.period)
    var time = example.changes[0].time
    for expected in example.changes.dropFirst() {
      let change = try #require(calendar.nextChange(after: time))
      try #require(change.time > time)
      try #require(change == expected, "after \(time), \(example.steps) every \(example.period)")
      // A model may use either answer.
      try #require(calendar.capacity(at: change.time) == change.capacity)
      try #require(calendar.capacity(at: change.time.nextDown) == calendar.capacity(at: time))
      time = change.time
    }
  }

  @Test("Asked at any real time, a calendar gives what a list of all changes gives", arguments: 0..<40 as Range<UInt64>)
  func anyTime(seed: UInt64) throws {
    let example = Rounding(seed: seed)
    let calendar = CapacityCalendar(steps: example.steps, every: example.period)
    var random = Luck(seed: seed, replication: 1).stream(of: Owner(kind: 1, id: 0), for: 1)
    for _ in 0..<300 {
      let index = 1 + Int(random.uniform() * Double(example.changes.count - 2))
      let (before, here, next) = (example.changes[index - 1], example.changes[index], example.changes[index + 1])
      let between = here.time + (next.time - here.time) * random.uniform()
      for time in [here.time, here.time.nextUp, between, next.time.nextDown] where time >= here.time && time < next.time
      {
        try #require(calendar.capacity(at: time) == here.capacity, "\(time)")
        try #require(calendar.nextChange(after: time)?.time == next.time, "\(time)")
      }
      try #require(calendar.capacity(at: here.time.nextDown) == before.capacity)
    }
  }

  @Test("Very early and very late, the next change is still later", arguments: [1e-300, 1e-9, 1, 1e6, 1e12, 4e15])
  func farOut(size: Double) throws {
    let calendar = CapacityCalendar(steps: [(0.1, 1), (0.7, 2), (2.3, 3)], every: 3.1)
    for sign in [-1.0, 1] {
      var time = sign * size
      for _ in 0..<100 {
        let change = try #require(calendar.nextChange(after: time))
        try #require(change.time > time)
        time = change.time
      }
    }
  }

  @Test("A period that the clock cannot tell from nothing stops the process instead of going round for ever")
  func periodTooShort() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) {
      // Should it go round for ever after all, the test fails and does not hang.
      alarm(20)
      _ = CapacityCalendar(steps: [(0.0, 1)], every: 1.0).nextChange(after: 1e20)
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains("at time 1e+20, the clock cannot tell a period of 1.0 (at EventCoreTests/"))
  }

  @Test("Steps that cannot be stop the process", arguments: 0..<8)
  func impossibleSteps(which: Int) async throws {
    let result = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) { [which = which as Int] in
      switch which {
      case 0: _ = CapacityCalendar<Int>(steps: [])
      case 1: _ = CapacityCalendar(steps: [(2, 1), (1, 1)])
      case 2: _ = CapacityCalendar(steps: [(1, 1), (1, 2)])
      case 3: _ = CapacityCalendar(steps: [(1, -1)])
      case 4: _ = CapacityCalendar(steps: [(24, 1)], every: 24)
      case 5: _ = CapacityCalendar(steps: [(0, 1)], every: 0)
      case 6: _ = CapacityCalendar(steps: [(Double.nan, 1)])
      default: _ = CapacityCalendar(steps: [(0, 1)], every: Double.infinity)
      }
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains("a calendar needs steps in order of time, within its period, to capacities of 0 or more (at"))
  }

  @Test(
    "A rest of a period is less than the period, however it is rounded",
    arguments: [-0x1p-60, -1e-300, -5e-17, 0, 3, 2.5, -2.5])
  func remainders(time: Double) {
    #expect(time.remainder(in: 1) >= 0 && time.remainder(in: 1) < 1)
  }

  @Test("A time that no clock shows stops the process, and says which call asked")
  func noTime() async throws {
    let far = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = CapacityCalendar<Int>(steps: [(0, 1), (5, 2)], every: 10).capacity(at: .max)
    }
    let early = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = CapacityCalendar<Int>(steps: [(0, 1), (5, 2)], every: 10).nextChange(after: .min)
    }
    let none = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = CapacityCalendar<Double>(steps: [(0, 1), (5, 2)], every: 10).nextChange(after: .nan)
    }
    for result in [far, early, none] {
      let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
      #expect(
        said.contains("EventCore: no clock shows ") && said.contains("(at EventCoreTests/CapacityCalendarTests.swift:"))
    }
  }
}
