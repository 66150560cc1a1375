import EventCore
import Testing

@Suite("Wrong use of a handle")
struct WrongUseOfHandleTests {
  @Test("stops the process, and says what was done and on which line", arguments: HandleMistake.allCases)
  func stopsAndSays(mistake: HandleMistake) async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      [mistake = mistake as HandleMistake] in mistake.make()
    }
    try expect(result, says: mistake.complaint, atLineMarked: mistake.rawValue)
  }

  @Test("is not to ask about one that is no longer good")
  func questions() {
    var agenda = Agenda<Int, Int>()
    var other = Agenda<Int, Int>()
    let handle = agenda.scheduleCancellable(1, at: 5)
    let foreign = other.scheduleCancellable(1, at: 5)
    let before = agenda.isPending(handle)
    agenda.cancel(handle)
    #expect(before)
    for bad in [handle, foreign, .none] {
      let after = agenda.isPending(bad)
      #expect(!after)
    }
  }
}

/// What can be done wrong with handles; what is wrong stands on the line that names the case in a comment.
enum HandleMistake: String, CaseIterable, Codable {
  case cancelTwice, cancelAfterItHappened, cancelWhileItHappens, rescheduleAfterCancel, cancelAfterReschedule
  case foreignOfUnusedSlot, foreignOfLiveSlot, foreignOfDistantSlot, cancelNone, rescheduleNone

  var complaint: String {
    switch self {
    case .rescheduleAfterCancel, .foreignOfLiveSlot: "a handle cannot be rescheduled: \(Self.used)"
    case .cancelNone: "a handle cannot be cancelled: it is the handle that names no event"
    case .rescheduleNone: "a handle cannot be rescheduled: it is the handle that names no event"
    default: "a handle cannot be cancelled: \(Self.used)"
    }
  }

  private static let used =
    "its event has happened, was cancelled or rescheduled with this handle already, or belongs to another simulation"

  func make() {
    var agenda = Agenda<Int, Int>(queue: self == .cancelAfterReschedule ? .heap : .ladder)
    var other = Agenda<Int, Int>()
    var handle = agenda.scheduleCancellable(1, at: 5)
    switch self {
    case .cancelTwice:
      agenda.cancel(handle)
      agenda.cancel(handle)  // wrong: cancelTwice
    case .cancelAfterItHappened:
      _ = agenda.takeNext()
      // The slot serves another event now.
      _ = agenda.scheduleCancellable(2, at: 6)
      agenda.cancel(handle)  // wrong: cancelAfterItHappened
    case .cancelWhileItHappens:
      var simulation = Simulation(Regret())
      simulation.model.handle = simulation.agenda.scheduleCancellable(1, at: 5)
      simulation.run()
    case .rescheduleAfterCancel:
      agenda.cancel(handle)
      _ = agenda.reschedule(handle, as: 1, at: 6)  // wrong: rescheduleAfterCancel
    case .cancelAfterReschedule:
      _ = agenda.reschedule(handle, as: 1, at: 6)
      agenda.cancel(handle)  // wrong: cancelAfterReschedule
    case .foreignOfUnusedSlot:
      other.cancel(handle)  // wrong: foreignOfUnusedSlot
    case .foreignOfLiveSlot:
      _ = other.scheduleCancellable(1, at: 5)
      _ = other.reschedule(handle, as: 1, at: 6)  // wrong: foreignOfLiveSlot
    case .foreignOfDistantSlot:
      for _ in 0..<100_000 { handle = agenda.scheduleCancellable(1, at: 5) }
      _ = other.scheduleCancellable(1, at: 5)
      other.cancel(handle)  // wrong: foreignOfDistantSlot
    case .cancelNone:
      agenda.cancel(.none)  // wrong: cancelNone
    case .rescheduleNone:
      _ = agenda.reschedule(.none, as: 1, at: 6)  // wrong: rescheduleNone
    }
  }
}

/// Cancels the event that is happening.
private struct Regret: Model {
  var handle = EventHandle.none

  mutating func handle(_ event: Int, _ agenda: inout Agenda<Int, Int>) {
    agenda.cancel(handle)  // wrong: cancelWhileItHappens
  }
}
