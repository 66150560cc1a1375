import EventCore
import Testing

/// What articles state in numbers.
@Suite("The documentation is right that")
struct ArticleClaimsTests {
  /// What an agenda gives to its queue: a slot's number and an event.
  private struct Ticket<Event: BitwiseCopyable>: BitwiseCopyable {
    var slot: UInt32
    var event: Event
  }

  private enum FourBytes: BitwiseCopyable {
    case truck(UInt16)
    case kiln(UInt16)
  }

  private struct TwelveBytes: BitwiseCopyable { var parts: (UInt32, UInt32, UInt32) }

  @Test("an entry is 16 bytes for an event of four bytes, 24 for one of twelve")
  func entrySizes() {
    #expect(MemoryLayout<FourBytes>.size <= 4)
    #expect(MemoryLayout<QueueEntry<Ticket<FourBytes>>>.stride == 16)
    #expect(MemoryLayout<QueueEntry<Ticket<UInt32>>>.stride == 16)
    #expect(MemoryLayout<TwelveBytes>.size == 12)
    #expect(MemoryLayout<QueueEntry<Ticket<TwelveBytes>>>.stride == 24)
  }

  @Test("a branch with help serves the same customers sooner, and the original does not see it")
  func branching() {
    var season = Simulation(Shop())
    season.agenda.schedule(.arrival, at: 0)
    season.run(until: 240)
    let untouched = season
    var withHelp = season
    withHelp.model.desk.setServers(2, at: withHelp.now)
    season.run(until: 480)
    withHelp.run(until: 480)
    var again = untouched
    again.run(until: 480)
    #expect(withHelp.model.desk.watch.waits.mean < season.model.desk.watch.waits.mean)
    #expect(again.model.desk.watch.waits == season.model.desk.watch.waits)
    #expect(untouched.now == 240)
  }
}
