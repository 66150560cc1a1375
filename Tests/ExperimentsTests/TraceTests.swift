import EventCore
import Experiments
import ScenarioFile
import SupplyChain
import Synchronization
import Testing

@Suite("A trace")
struct TraceTests {
  /// Everything that was heard in one year of a small province.
  private static let entries: [TraceEntry] = {
    let world = Form.read(Seasons.reading("small", "{}").tree) { World($0) }
    let heard = Mutex<[TraceEntry]>([])
    let listener = TraceListener { entry in heard.withLock { $0.append(entry) } }
    var simulation = Founding(world, seed: 3).simulation(
      replication: 2, regimes: [Regime(world, from: 0)], listener: listener)
    simulation.run()
    return heard.withLock { $0 }
  }()

  private func whole(_ value: TraceEntry.Value?) -> Int? { if case .whole(let number)? = value { number } else { nil } }
  private func grams(_ value: TraceEntry.Value?) -> Int {
    switch value {
    case .fruit(let grams)?: grams.reduce(0, +)
    case .parts(let parts)?: parts.reduce(0) { $0 + $1.grams }
    case .whole(let number)?: number
    default: 0
    }
  }

  @Test(
    "tells each lot's way to the gram: what was picked was bought, and what was kept of it is in batches or on its way")
  func grams() {
    var picked: [Int: Int] = [:]
    var kept: [Int: Int] = [:]
    var sent: [Int: Int] = [:]
    var worked: [Int: Int] = [:]
    for entry in Self.entries {
      switch entry.event {
      case "picked": picked[whole(entry["lot"]) ?? -1] = grams(entry["g"])
      case "bought":
        let lot = whole(entry["lot"]) ?? -1
        #expect(grams(entry["g"]) == picked[lot])
        kept[lot] = grams(entry["g"]) - grams(entry["trimmed_g"]) - grams(entry["refused_g"])
      case "sent":
        if case .parts(let parts)? = entry["lots"] { for part in parts { sent[part.lot, default: 0] += part.grams } }
      case "batch":
        if case .parts(let parts)? = entry["lots"] { for part in parts { worked[part.lot, default: 0] += part.grams } }
      default: break
      }
    }
    #expect(picked.count > 4_000)
    #expect(sent.count > 4_000)
    for (lot, mass) in sent { #expect(mass <= kept[lot] ?? 0) }
    for (lot, mass) in worked { #expect(mass <= sent[lot] ?? 0) }
    let (allSent, allWorked) = (sent.values.reduce(0, +), worked.values.reduce(0, +))
    #expect(allWorked > allSent * 9 / 10)
  }

  @Test("follows one lot from its plot to what was sold, and every batch that was sold back to its lots")
  func way() {
    guard let first = Self.entries.first(where: { $0.event == "picked" && $0.at > 200 * 1_440 }),
      let lot = whole(first["lot"])
    else {
      Issue.record("nothing was picked")
      return
    }
    var way = LotWay(lot: lot)
    for entry in Self.entries { way.hear(entry) }
    let told = way.entries.map(\.event)
    #expect(told.first == "picked" && told.contains("bought") && told.contains("batch") && told.last == "sold")
    #expect(way.entries.map(\.at) == way.entries.map(\.at).sorted())
    var known: Set<Int> = []
    var made: Set<Int> = []
    for entry in Self.entries {
      if entry.event == "picked", let lot = whole(entry["lot"]) { known.insert(lot) }
      if entry.event == "batch", let batch = whole(entry["batch"]), case .parts(let parts)? = entry["lots"] {
        made.insert(batch)
        #expect(parts.allSatisfy { known.contains($0.lot) })
      }
      // What was in stock on the first day has no lots; every batch after that has.
      if entry.event == "shipped", case .numbers(let batches)? = entry["batches"] {
        #expect(batches.allSatisfy { made.contains($0) })
      }
    }
  }
}
