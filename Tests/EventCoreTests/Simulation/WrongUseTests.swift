import EventCore
import EventCoreSupport
import Testing

@Suite("Wrong use of an agenda")
struct WrongUseTests {
  @Test("stops the process, and says what was done and on which line", arguments: Mistake.allCases)
  func stopsAndSays(mistake: Mistake) async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      [mistake = mistake as Mistake] in mistake.make()
    }
    try expect(result, says: mistake.complaint, atLineMarked: mistake.rawValue)
  }

  // Of the next three nobody is told where: the language hands a literal's place to nobody, and a queue's `push` is too
  // hot, and too far from a model, to carry it.

  @Test("A literal phase that does not exist stops the process and says what")
  func badLiteralPhase() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var agenda = Agenda<Int, Int>()
      agenda.schedule(1, at: 0, phase: 8)
    }
    #expect(try said(result).contains("EventCore: phase 8 does not exist, phases are 0 to 7 (at "))
  }

  @Test("The last key stops the process in both queues and says what")
  func lastKey() async throws {
    let ladder = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var queue = LadderQueue<Int>()
      queue.push(QueueEntry(key: .max - 1, payload: 1))
      queue.push(QueueEntry(key: .max, payload: 2))
    }
    let heap = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var queue = HeapQueue<Int>()
      queue.push(QueueEntry(key: .max - 1, payload: 1))
      queue.push(QueueEntry(key: .max, payload: 2))
    }
    for result in [ladder, heap] {
      #expect(try said(result).contains("EventCore: UInt64.max is no key for a queue; the last is one less (at "))
    }
  }

  @Test("The last key stops the process also when the ladder's bottom and rungs are in use")
  func lastKeyInABusyLadder() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var queue = LadderQueue<Int>()
      for number in 0..<10_000 { queue.push(QueueEntry(key: .max - 1 - UInt64(number) << 40, payload: number)) }
      for _ in 0..<100 { _ = queue.pop() }
      queue.push(QueueEntry(key: .max, payload: -1))
    }
    #expect(try said(result).contains("EventCore: UInt64.max is no key for a queue; the last is one less (at "))
  }
}

/// What can be done wrong with times and phases; what is wrong stands on the line that names the case in a comment.
enum Mistake: String, CaseIterable, Codable {
  case earlierTime, earlierPhase, negativeDelay, moveIntoThePast, earlierTimeInARun, runUntilThePast
  case warmUpUntilThePast, delayOverflow, delayOutOfRange, tickOutOfRange, infiniteDelay, realOverflow, notANumber
  case runUntilNotANumber, startAtNoTime, phaseOutOfRange

  var complaint: String {
    switch self {
    case .earlierTime: past("time 9, phase 4", "time 10, phase 0")
    case .earlierPhase: past("time 5, phase 2", "time 5, phase 3")
    case .negativeDelay: past("time 0.75, phase 4", "time 1.0, phase 0")
    case .moveIntoThePast: past("time 6, phase 1", "time 7, phase 0")
    case .earlierTimeInARun: past("time 2, phase 4", "time 3, phase 4")
    case .runUntilThePast: past("time 9, phase 0", "time 10, phase 0")
    case .warmUpUntilThePast: past("time 0, phase 0", "time 1, phase 0")
    case .delayOverflow: "the time overflows: 9223372036854775807 after 100 cannot be represented"
    case .delayOutOfRange: noTime("1152921504606846975")
    case .tickOutOfRange: noTime("1152921504606846976")
    case .infiniteDelay: noTime("inf")
    case .realOverflow: noTime("4.253529586511731e+38")
    case .notANumber, .runUntilNotANumber: noTime("nan")
    case .startAtNoTime: noTime("-9223372036854775808")
    case .phaseOutOfRange: "phase 8 does not exist, phases are 0 to 7"
    }
  }

  private func past(_ asked: String, _ present: String) -> String {
    "the past cannot be changed: asked for \(asked), when it is already \(present)"
  }

  private func noTime(_ time: String) -> String {
    "\(time) is no time of this clock: it is not a number or out of range"
  }

  func make() {
    switch self {
    case .earlierTime:
      var simulation = Simulation(Counter(), at: 10)
      simulation.agenda.schedule(1, at: 9)  // wrong: earlierTime
    case .earlierPhase:
      var agenda = Agenda<Int, Int>()
      agenda.schedule(1, at: 5, phase: 3)
      _ = agenda.takeNext()
      agenda.schedule(2, at: 5, phase: 3)
      agenda.schedule(3, at: 5, phase: 2)  // wrong: earlierPhase
    case .negativeDelay:
      var agenda = Agenda<Double, Int>(at: 1)
      agenda.schedule(1, after: 0)
      _ = agenda.scheduleCancellable(2, after: -0.25)  // wrong: negativeDelay
    case .moveIntoThePast:
      var agenda = Agenda<Int, Int>(at: 7)
      let handle = agenda.scheduleCancellable(1, at: 8, phase: 1)
      _ = agenda.reschedule(handle, as: 1, at: 6, phase: 1)  // wrong: moveIntoThePast
    case .earlierTimeInARun:
      var simulation = Simulation(Hasty<Int>())
      simulation.agenda.schedule(0, at: 3)
      simulation.run()
    case .runUntilThePast:
      var simulation = Simulation(Counter())
      simulation.run(until: 10)
      simulation.run(until: 10)
      simulation.run(until: 9)  // wrong: runUntilThePast
    case .warmUpUntilThePast:
      var simulation = Simulation(Counter(), at: 1)
      simulation.warmUp(until: 0)  // wrong: warmUpUntilThePast
    default: makeATimeThatDoesNotExist()
    }
  }

  private func makeATimeThatDoesNotExist() {
    var ticks = Agenda<Int, Int>(at: 100)
    var clock = Agenda<Double, Int>(at: 0x1p127)
    switch self {
    case .delayOverflow:
      ticks.schedule(1, after: .max)  // wrong: delayOverflow
    case .delayOutOfRange:
      ticks.schedule(1, after: (1 << 60) - 102)
      ticks.schedule(1, after: (1 << 60) - 101)  // wrong: delayOutOfRange
    case .tickOutOfRange:
      _ = ticks.scheduleCancellable(1, at: 1 << 60)  // wrong: tickOutOfRange
    case .infiniteDelay:
      clock.schedule(1, after: .infinity)  // wrong: infiniteDelay
    case .realOverflow:
      clock.schedule(1, after: 0x1.8p127)  // wrong: realOverflow
    case .notANumber:
      clock.schedule(1, at: .nan)  // wrong: notANumber
    case .runUntilNotANumber:
      var simulation = Simulation(Hasty<Double>())
      simulation.run(until: .nan)  // wrong: runUntilNotANumber
    case .startAtNoTime:
      _ = Simulation(Counter(), at: .min)  // wrong: startAtNoTime
    case .phaseOutOfRange:
      _ = Phase(UInt8(ticks.pendingCount + 8))  // wrong: phaseOutOfRange
    default: break
    }
  }
}

/// Schedules its second event for before the first.
private struct Hasty<Time: EventTime & ExpressibleByIntegerLiteral & AdditiveArithmetic>: Model {
  mutating func handle(_ event: Int, _ agenda: inout Agenda<Time, Int>) {
    agenda.schedule(event + 1, at: agenda.now - 1)  // wrong: earlierTimeInARun
  }
}
