import Experiments
import ScenarioFile
import SupplyChain
import Testing

/// What carries the statements of `EmergenceTests`: each mechanism switched off by its ordinary settings, the statement must
/// fail.
@Suite("Without its mechanism a statement fails")
struct MechanismTests {
  private static let years = 6
  private static let seed: UInt64 = 4_711
  private static let calm = ["supply.year_weather=1", "supply.in_season.peak_shift_days=0"]
  /// No rent, and nobody closes however long the queue.
  private static let noCongestion = [
    "congestion.rise_thb_per_kg=0", "congestion.foresight=0", "congestion.closes_at=100",
  ]

  private func seasons(_ policies: String, _ changes: [String]) -> Seasons {
    Seasons(
      "small", "{ \"policies\": { \"base\": {}, \(policies) } }", changes: changes, reps: Self.years, seed: Self.seed)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func trough(_ seasons: Seasons, _ policy: Int) -> Double {
    mean(seasons.values(.weekMin, form: "loose", grade: "AA", policy: policy))
  }

  private func price(_ seasons: Seasons, _ policy: Int) -> Double {
    mean(seasons.values(.farmPrice, form: "loose", grade: "AA", policy: policy))
  }

  @Test("1: with the capacities there are, fruit is left and prices fall below what flexibility gives")
  func usualCapacity() {
    let seasons = seasons(#""more": { "scale": { "supply.year_weather": 1.3 } }"#, Self.calm)
    #expect(
      mean(seasons.values(.leftUnpicked, policy: 1)) > 0.001 * mean(seasons.values(.ripe, season: "in", policy: 1)))
    #expect(trough(seasons, 1) < 15)
  }

  @Test("2: without congestion there is no trough")
  func trough() {
    let on = seasons(#""none": {}"#, Self.calm)
    let off = seasons(#""none": {}"#, Self.calm + Self.noCongestion)
    #expect(trough(on, 0) < 0.9 * price(on, 0))
    #expect(trough(off, 0) > 0.9 * price(off, 0))
  }

  @Test("4: without congestion more ovens do nothing to the trough")
  func ovens() {
    let more = #""more": { "scale": { "facilities.dryers.ovens": 1.3 } }"#
    let on = seasons(more, Self.calm)
    let off = seasons(more, Self.calm + Self.noCongestion)
    #expect(trough(on, 1) - trough(on, 0) > 1)
    #expect((trough(off, 1) - trough(off, 0)).magnitude < 0.5)
  }

  @Test("5: fruit that never spoils, at packers who never mind a queue, waits for the border without any dip")
  func border() {
    func dip(_ changes: [String]) -> Double {
      let seasons = Seasons(
        "small",
        #"{ "shocks": { "stop": { "from": "2564-07-26", "to": "2564-07-29", "set": { "border.slots_per_day": 0 } } } }"#,
        changes: Self.calm + changes, reps: Self.years, seed: Self.seed)
      let none = Seasons("small", "{}", changes: Self.calm + changes, reps: Self.years, seed: Self.seed)
      func posted(_ seasons: Seasons) -> Double {
        mean(seasons.years[0].map { mean(Array($0.days.postedBasket[200..<243])) })
      }
      return posted(none) - posted(seasons)
    }
    // A border that does not count among what lets fruit out is one with slots for all.
    #expect(dip([]) > 0.3)
    #expect(
      dip(Self.noCongestion + ["markets.china-fresh.crosses_border=false"]).magnitude < 0.1)
  }

  @Test("6: where pickers are many times too many, four in ten fewer change nothing")
  func pickers() {
    let fewer = #""fewer": { "scale": { "labour.pickers": 0.6 } }"#
    let off = seasons(fewer, ["labour.pickers=20000"])
    #expect(
      mean(off.values(.leftUnpicked, policy: 1)) < mean(off.values(.leftUnpicked)) + 10)
    #expect(mean(off.values(.overripeShare, policy: 1)) < mean(off.values(.overripeShare)) + 0.03)
  }

  @Test("7: without congestion moving fruit off season does not lift the trough by a baht")
  func split() {
    let moved = #""more": { "set": { "supply.offseason_share": 0.5 } }"#
    let on = seasons(moved, Self.calm)
    let off = seasons(moved, Self.calm + Self.noCongestion)
    #expect(trough(on, 1) - trough(on, 0) > 1)
    #expect(trough(off, 1) - trough(off, 0) < 1)
  }

  @Test("8: where packers and the border never bind, every further GAP plot brings more to China")
  func packers() {
    let policies =
      #""half": { "set": { "farms.gap_area_share": 0.5 } }, "all": { "set": { "farms.gap_area_share": 0.95 } }"#
    let off = seasons(
      policies,
      [
        "facilities.china-packers.line_t_per_hour=50", "facilities.china-packers.so2_room_t=5000",
        "border.slots_per_day=200", "transport.reefers.vehicles=2000", "markets.china-fresh.price_flexibility=0",
      ])
    let exported = (0..<3).map { mean(off.values(.market, channel: "china-fresh", policy: $0)) }
    #expect(exported[2] > 1.03 * exported[1])
  }

  @Test("9: a rent that goes with value alone leaves the ratio of the grades as it was")
  func grades() {
    func widening(_ changes: [String]) -> Double {
      let seasons = Seasons(
        "small", "{}", changes: ["supply.year_weather=1.1"] + changes, reps: Self.years, seed: Self.seed)
      var (calm, glut) = (0.0, 1.0)
      for year in seasons.years[0] {
        let season = year.days.posted[180..<250].filter { $0[0] > 0 }
        guard let dear = season.max(by: { $0[0] < $1[0] }), let cheap = season.min(by: { $0[0] < $1[0] }) else {
          continue
        }
        calm += dear[1] / dear[0] / Double(Self.years)
        glut = min(glut, cheap[1] / cheap[0])
      }
      return calm - glut
    }
    #expect(widening([]) > 0.08)
    #expect(widening(["congestion.even_share=0"]) < 0.08)
  }

  @Test("13: buyers who change their rent as much as they like make prices saw")
  func saw() {
    let seasons = Seasons(
      "small", "{}",
      changes: Self.calm + [
        "congestion.rise_thb_per_kg=60", "congestion.fall_thb_per_kg=60", "congestion.most_rise_thb_per_kg=60",
        "congestion.most_fall_thb_per_kg=60",
      ], seed: Self.seed)
    let posted = seasons.years[0][0].days.posted[185..<245].map { $0[0] }
    let changes = zip(posted, posted.dropFirst()).filter { $0.0 > 0 && $0.1 > 0 }.map { $0.1 - $0.0 }
    #expect(
      zip(changes, changes.dropFirst()).contains { $0.0 * $0.1 < 0 && min($0.0.magnitude, $0.1.magnitude) >= 2.5 })
  }
}
