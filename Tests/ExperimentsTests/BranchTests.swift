import EventCore
import Experiments
import ScenarioFile
import SupplyChain
import Synchronization
import Testing

@Suite("A year that branches")
struct BranchTests {
  private let world = Form.read(Seasons.reading("small", "{}").tree) { World($0) }
  private let other = Form.read(
    Seasons.reading("small", "{}", changes: ["facilities.dryers.ovens=90", "labour.pickers=900"]).tree
  ) { World($0) }

  private func measures(_ simulation: Simulation<Province>) -> [Double?] {
    var simulation = simulation
    simulation.run()
    simulation.model.close()
    return simulation.model.measured(world).measures.values
  }

  @Test("on a day comes to what a year of its own comes to", arguments: [1, 120, 212, 213, 300])
  func branch(day: Int) {
    let founding = Founding(world, seed: 3)
    let base = [Regime(world, from: 0)]
    let changed = base + [Regime(other, from: day)]
    var trunk = founding.simulation(replication: 5, regimes: base)
    trunk.run(until: day * 1_440)
    let alone = measures(founding.simulation(replication: 5, regimes: changed))
    #expect(measures(trunk.branch(changed)) == alone)
    // The trunk knows nothing of it.
    #expect(measures(trunk) == measures(founding.simulation(replication: 5, regimes: base)))
    if day < 250 { #expect(alone != measures(trunk)) }
  }

  @Test("keeps what was to come: a change of the trunk after the branch happens in the branch too")
  func laterChange() {
    let founding = Founding(world, seed: 3)
    let base = [Regime(world, from: 0), Regime(other, from: 220)]
    let changed = [Regime(world, from: 0), Regime(other, from: 200), Regime(other, from: 220)]
    var trunk = founding.simulation(replication: 5, regimes: base)
    trunk.run(until: 200 * 1_440)
    #expect(measures(trunk.branch(changed)) == measures(founding.simulation(replication: 5, regimes: changed)))
  }
}

@Suite("A sample of the farms")
struct SampleTests {
  private let full = Seasons("small", "{}", reps: 6, seed: 21)

  @Test("comes to the same season within a few per cent", arguments: [0.5, 0.25])
  func sample(share: Double) {
    let sample = Seasons("small", "{}", changes: ["run.sample_share=\(share)"], reps: 6, seed: 21)
    func mean(_ seasons: Seasons, _ metric: Metric, _ form: String = "", _ grade: String = "", season: String = "")
      -> Double
    {
      seasons.values(metric, form: form, grade: grade, season: season).reduce(0, +) / 6
    }
    // Tons are scaled by what the sample bears, so that they are those of the whole.
    #expect(abs(mean(sample, .ripe, season: "in") / mean(full, .ripe, season: "in") - 1) < 0.05)
    #expect(abs(mean(sample, .picked) / mean(full, .picked) - 1) < 0.05)
    #expect(abs(mean(sample, .farmIncomePerRai) / mean(full, .farmIncomePerRai) - 1) < 0.15)
    #expect(mean(sample, .ripe, season: "in") != mean(full, .ripe, season: "in"))
  }

  @Test("of a whole province is a season within three per cent")
  func province() {
    let full = Seasons("lamphun", "{}", reps: 2, seed: 21)
    let sample = Seasons("lamphun", "{}", changes: ["run.sample_share=0.05"], reps: 2, seed: 21)
    for (metric, form, grade, season) in [
      (Metric.ripe, "", "", "in"), (.ripe, "", "", "off"), (.picked, "", "", ""), (.exported, "", "", ""),
      (.farmPrice, "loose", "AA", ""), (.farmPrice, "bunch", "AA", ""), (.farmPrice, "basket", "AA", ""),
      (.offSeasonPrice, "basket", "AA", ""), (.farmIncomePerRai, "", "", ""),
    ] {
      func mean(_ seasons: Seasons) -> Double {
        seasons.values(metric, form: form, grade: grade, season: season).reduce(0, +) / 2
      }
      #expect(abs(mean(sample) / mean(full) - 1) < 0.03, "\(metric.id) \(form) \(mean(sample)) \(mean(full))")
    }
  }
}

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
    #expect(worked.values.reduce(0, +) > sent.values.reduce(0, +) * 9 / 10)
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

@Suite("Farmers who follow prices")
struct SeasonChoiceTests {
  private func shares(_ changes: [String]) -> [Double] {
    let seasons = Seasons(
      "small", #"{ "calendar": { "from": "2564-01-01", "to": "2571-12-31", "warm_from": "2563-12-01" } }"#,
      changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0", "run.sample_share=0.5"] + changes)
    return (2564...2571).map { seasons.values(.offSeasonShare, group: "\($0)")[0] }
  }

  @Test("keep to the plan unless they react; swing when they react strongly, and not when few think it over")
  func cobweb() {
    func swing(_ shares: [Double]) -> Double {
      zip(shares.dropFirst(2), shares.dropFirst(3)).map { abs($1 - $0) }.max() ?? 0
    }
    let plan = shares([])
    let eager = shares(["behaviour.season_response_share_per_thb=0.05", "behaviour.season_inertia_share=0"])
    let steady = shares(["behaviour.season_response_share_per_thb=0.05", "behaviour.season_inertia_share=0.95"])
    #expect(swing(plan) < 0.04, "\(plan)")
    #expect(swing(eager) > 0.06, "\(eager)")
    #expect(swing(steady) < swing(eager) / 2, "\(steady)")
  }
}
