import EventCore
import Testing

@Suite("Two agendas, one on the ladder and one on the heap")
struct AgendaExhaustiveTests {
  /// What is done at one step of a sequence.
  private enum Deed: Int, CaseIterable {
    case scheduleNow, scheduleNext, scheduleFar, cancelOldest, moveOldest, moveYoungestFar, take, look
  }

  /// One agenda and the handles it gave, oldest first.
  private struct Subject: ~Copyable {
    var agenda: Agenda<Int, Int>
    var handles: [EventHandle] = []

    init(_ queue: QueueChoice) {
      // Near the end of the clock, so that what is far lies at the end of the range.
      agenda = Agenda(at: -(1 << 60), queue: queue)
    }

    /// Does it and tells what was seen.
    mutating func perform(_ deed: Deed, number: Int) -> Int? {
      let far = (1 << 60) - 2
      switch deed {
      case .scheduleNow: handles.append(agenda.scheduleCancellable(number, after: 0))
      case .scheduleNext: handles.append(agenda.scheduleCancellable(number, at: min(agenda.now + 1, far)))
      case .scheduleFar: handles.append(agenda.scheduleCancellable(number, at: far))
      case .cancelOldest:
        if let index = firstLive() { agenda.cancel(handles.remove(at: index)) }
      case .moveOldest:
        if let index = firstLive() {
          handles.append(agenda.reschedule(handles.remove(at: index), as: number, at: min(agenda.now + 1, far)))
        }
      case .moveYoungestFar:
        if let youngest = handles.last, agenda.isPending(youngest) {
          handles[handles.count - 1] = agenda.reschedule(youngest, as: number, at: far)
        }
      case .take: return agenda.takeNext()
      case .look: return agenda.nextTime
      }
      return nil
    }

    private func firstLive() -> Int? { handles.firstIndex { agenda.isPending($0) } }
  }

  @Test("do the same over every short sequence of schedules, cancels, moves, takes and looks")
  func agreeOnEverySequence() {
    let length = 6
    let deeds = Deed.allCases.count
    var sequences = 1
    for _ in 0..<length { sequences *= deeds }
    var differing = 0
    for sequence in 0..<sequences {
      var ladder = Subject(.ladder)
      var heap = Subject(.heap)
      var code = sequence
      for step in 0..<length {
        guard let deed = Deed(rawValue: code % deeds) else { continue }
        if ladder.perform(deed, number: step) != heap.perform(deed, number: step) { differing += 1 }
        code /= deeds
      }
      repeat {
        let next = (ladder.agenda.takeNext(), heap.agenda.takeNext())
        if next.0 != next.1 || ladder.agenda.now != heap.agenda.now { differing += 1 }
        if next.0 == nil || next.1 == nil { break }
      } while true
    }
    #expect(differing == 0)
  }
}
