import EventCore
import Testing

/// A model that looks ahead is shown what comes, and nothing else changes.
@Suite("Foreseeing")
struct ForeseeingTests {
  /// What a model has been shown and what has happened to it; shared, since foreseeing changes no model.
  private final class Diary {
    var soon: [Int] = []
    var next: [Int] = []
    var happened: [Int] = []
  }

  /// Places that pass themselves on, a while later each time, until a horizon.
  private struct Relay: Model {
    let diary: Diary
    let horizon: Int
    var looksAhead: Bool { true }

    mutating func handle(_ event: Int, _ agenda: inout Agenda<Int, Int>) {
      diary.happened.append(event)
      let later = agenda.now + 1 + (event &* 7_919 &+ agenda.now &* 104_729) % 2_000
      if later < horizon { agenda.schedule(event + 1_000_000, at: later) }
    }

    func foresee(_ event: Int, _ nearness: Nearness) {
      if nearness == .soon { diary.soon.append(event) } else { diary.next.append(event) }
    }
  }

  private func relay(places: Int, spread: Int, queue: QueueChoice = .ladder) -> Diary {
    let diary = Diary()
    var relay = Simulation(Relay(diary: diary, horizon: 10_000), queue: queue)
    for place in 0..<places { relay.agenda.schedule(place, at: spread > 0 ? place % spread : 0) }
    relay.run()
    return diary
  }

  @Test("shows every event once as next, in the order in which they happen, but for those that come in at once")
  func inOrder() {
    let diary = relay(places: 5_000, spread: 1_000)
    var place = 0
    for event in diary.happened where place < diary.next.count && diary.next[place] == event { place += 1 }
    #expect(place == diary.next.count)
    #expect(diary.next.count * 10 > diary.happened.count * 9)
  }

  @Test("shows nearly every event as soon before it shows it as next")
  func soonFirst() {
    let diary = relay(places: 5_000, spread: 1_000)
    let soon = Set(diary.soon)
    #expect(soon.count == diary.soon.count)
    #expect(diary.next.count(where: soon.contains) * 10 > diary.next.count * 9)
  }

  @Test("shows events of one moment too")
  func ties() {
    let diary = relay(places: 1_000, spread: 0)
    #expect(Set(diary.next).isSuperset(of: 100..<1_000))
    #expect(Set(diary.soon).isSuperset(of: 200..<1_000))
  }

  @Test("changes nothing of what happens: the same events as from a heap, which shows nothing")
  func sameEvents() {
    let plain = relay(places: 2_000, spread: 700, queue: .heap)
    #expect(plain.next.isEmpty && plain.soon.isEmpty)
    #expect(plain.happened == relay(places: 2_000, spread: 700).happened)
  }
}
