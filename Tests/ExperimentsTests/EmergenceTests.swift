import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Testing

/// What must come out of the model though nobody put it in.
///
/// Each statement on ten simulated years that were not used
/// while it was built, paired with the same years under another policy, with a margin that was fixed beforehand. Where a
/// mechanism carries a statement, switching it off must break it.
@Suite("What must emerge")
struct EmergenceTests {
  private static let years = 10
  private static let seed: UInt64 = 4_711

  private func seasons(_ policies: String, _ world: String = "") -> Seasons {
    Seasons("small", "{ \(world) \"policies\": { \"base\": {}, \(policies) } }", reps: Self.years, seed: Self.seed)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func trough(_ seasons: Seasons, _ policy: Int) -> [Double] {
    seasons.values(.weekMin, form: "loose", grade: "AA", policy: policy)
  }

  /// Everything that works, carries or picks, a hundred times.
  private static let vast = #"""
    "scale": { "facilities.china-packers.line_t_per_hour": 100, "facilities.bunch-packers.line_t_per_hour": 100,
      "facilities.traders.line_t_per_hour": 100, "facilities.dryers.ovens": 100,
      "facilities.golden-flesh.intake_t_per_day": 100, "facilities.factories.intake_t_per_day": 100,
      "facilities.china-packers.so2_room_t": 100, "facilities.bunch-packers.so2_room_t": 100,
      "facilities.stations.yard_t": 100, "facilities.stations.bays": 100, "border.slots_per_day": 100,
      "labour.pickers": 100, "transport.pickups.vehicles": 100, "transport.trucks.vehicles": 100,
      "transport.reefers.vehicles": 100 }
    """#

  @Test("1: with every capacity a hundred times as large nothing is left for want of buyers")
  func vastCapacity() {
    let seasons = seasons("\"vast\": { \(Self.vast) }")
    let ripe = seasons.values(.ripe, season: "in")
    for (left, ripe) in zip(seasons.values(.leftUnpicked, policy: 1), ripe) { #expect(left < 0.001 * ripe) }
    // What flexibility alone gives: the trough is within what the markets' own volumes explain.
    for price in trough(seasons, 1) { #expect(price > 15) }
    #expect(seasons.values(.glutDays, policy: 1).allSatisfy { $0 == 0 })
  }

  @Test("2: in a normal year capacity binds around the peak, and prices are lowest within two weeks after the backlog")
  func baseline() {
    let seasons = Seasons(
      "small", "{}", changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0"], reps: Self.years,
      seed: Self.seed)
    #expect(seasons.values(.glutDays).allSatisfy { $0 >= 7 })
    let lags = seasons.years[0].map { days in
      let season = 170..<270
      let backlog = season.max { days.days.hanging[$0] < days.days.hanging[$1] } ?? 0
      let lowest = season.filter { days.days.price[$0].isFinite }.min { days.days.price[$0] < days.days.price[$1] } ?? 0
      return lowest - backlog
    }
    // Prices are means of seven days, so that the lowest may seem to come three days early.
    #expect(lags.allSatisfy { (-3...14).contains($0) }, "\(lags)")
    #expect(mean(lags.map(Double.init)) > 2, "\(lags)")
  }

  @Test(
    "3: a crop 12 % larger everywhere makes the trough far more than 12 % lower, the mean price about in proportion")
  func largerCrop() {
    let seasons = Seasons(
      "small", #"{ "policies": { "base": {}, "more": { "scale": { "supply.year_weather": 1.12 } } } }"#,
      changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0"], reps: Self.years, seed: Self.seed)
    let fall = 1 - mean(trough(seasons, 1)) / mean(trough(seasons, 0))
    #expect(fall > 0.2)
    let price = { mean(seasons.values(.farmPrice, form: "loose", grade: "AA", policy: $0)) }
    #expect((0.05...0.30).contains(1 - price(1) / price(0)))
  }

  @Test("3, switched off: without congestion the trough hardly moves")
  func largerCropWithoutCongestion() {
    let seasons = Seasons(
      "small", #"{ "policies": { "base": {}, "more": { "scale": { "supply.year_weather": 1.12 } } } }"#,
      changes: [
        "supply.year_weather=1", "supply.in_season.peak_shift_days=0", "congestion.rise_thb_per_kg=0",
        "congestion.closes_at=100",
      ], reps: Self.years, seed: Self.seed)
    #expect(1 - mean(trough(seasons, 1)) / mean(trough(seasons, 0)) < 0.12)
  }

  @Test(
    "4: more ovens, packers or outlets: the trough is never lower, no more fruit is unsold",
    arguments: [
      #""scale": { "facilities.dryers.ovens": 1.2 }"#,
      #""scale": { "facilities.china-packers.line_t_per_hour": 1.5, "border.slots_per_day": 1.5 }"#,
      #""measures": { "distribution": { "more_t_per_day": 40 } }"#,
    ])
  func moreCapacity(change: String) {
    let seasons = seasons("\"more\": { \(change) }")
    #expect(mean(trough(seasons, 1)) >= mean(trough(seasons, 0)) - 0.1)
    // Two thousandths of the crop are the noise of so small a province.
    let noise = 0.002 * mean(seasons.values(.ripe, season: "in"))
    #expect(mean(seasons.values(.unsold, policy: 1)) <= mean(seasons.values(.unsold)) + noise)
  }

  @Test("4: more pickers save fruit, though the trough may be lower")
  func morePickers() {
    let seasons = seasons(#""more": { "scale": { "labour.pickers": 1.5 } }"#)
    let ripe = seasons.values(.ripe, season: "in")
    for year in 0..<Self.years {
      #expect(seasons.values(.unsold, policy: 1)[year] <= seasons.values(.unsold)[year] + 0.01 * ripe[year])
      #expect(seasons.values(.overripeShare, policy: 1)[year] <= seasons.values(.overripeShare)[year] + 0.005)
    }
  }

  @Test("5: the longer the border is shut from late July, the fewer tons reach China and the deeper basket AA falls")
  func borderStop() {
    func stop(_ to: String) -> Seasons {
      Seasons(
        "small",
        #"{ "shocks": { "stop": { "from": "2564-07-26", "to": "\#(to)", "set": { "border.slots_per_day": 0 } } } }"#,
        changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0"], reps: Self.years, seed: Self.seed)
    }
    let none = Seasons(
      "small", "{}", changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0"], reps: Self.years,
      seed: Self.seed)
    let stops = [none, stop("2564-07-29"), stop("2564-08-08"), stop("2564-08-24")]
    let exported = stops.map { mean($0.values(.market, channel: "china-fresh")) }
    // What a farmer could get for it from 20 July to the end of August; nothing on a day when nobody buys.
    let price = stops.map { stop in mean(stop.years[0].map { mean(Array($0.days.postedBasket[200..<243])) }) }
    for length in 1...3 {
      #expect(exported[length] < exported[length - 1] - 1)
      #expect(price[length] < price[length - 1])
    }
    // Loose fruit hardly feels it.
    #expect((mean(trough(stops[1], 0)) - mean(trough(none, 0))).magnitude < 1)
  }

  @Test(
    "6: with fewer pickers more fruit is left, drops and stands past its prime; the price of AA does not fall for it")
  func fewerPickers() {
    let seasons = seasons(#""fewer": { "scale": { "labour.pickers": 0.6 } }"#)
    #expect(mean(seasons.values(.leftUnpicked, policy: 1)) > mean(seasons.values(.leftUnpicked)) + 10)
    #expect(mean(seasons.values(.overripeShare, policy: 1)) > mean(seasons.values(.overripeShare)) + 0.03)
    for (usual, fewer) in zip(trough(seasons, 0), trough(seasons, 1)) { #expect(fewer > usual - 0.3) }
  }

  @Test("7: moving fruit off season lifts the trough and lowers the premium; income is best somewhere in between")
  func seasonSplit() {
    let shares = [0.1, 0.3, 0.5, 0.7, 0.9]
    let seasons = Seasons(
      "small",
      "{ \"policies\": { "
        + shares.enumerated().map { #""p\#($0.offset)": { "set": { "supply.offseason_share": \#($0.element) } }"# }
        .joined(separator: ", ") + " } }",
      changes: ["farms.water_share=1", "farms.cash_share=1"], reps: Self.years, seed: Self.seed)
    let places = shares.indices
    let lows = places.map { mean(trough(seasons, $0)) }
    let premium = places.map {
      mean(seasons.values(.offSeasonPrice, form: "basket", grade: "AA", policy: $0))
        / mean(seasons.values(.farmPrice, form: "basket", grade: "AA", policy: $0))
    }
    for place in 1..<3 {
      #expect(lows[place] > lows[place - 1] + 1)
      #expect(premium[place] < premium[place - 1] - 0.01)
    }
    let income = places.map { mean(seasons.values(.farmIncome, policy: $0)) }
    let best = places.max { income[$0] < income[$1] } ?? 0
    #expect(best > 0 && best < shares.count - 1, "\(income)")
  }

  @Test("8: more GAP plots bring more to China until packers bind, then no more")
  func gap() {
    let shares = [0.05, 0.2, 0.5, 0.75, 0.95]
    let seasons = Seasons(
      "small",
      "{ \"policies\": { "
        + shares.enumerated().map { #""p\#($0.offset)": { "set": { "farms.gap_area_share": \#($0.element) } }"# }
        .joined(separator: ", ") + " } }",
      changes: ["facilities.china-packers.line_t_per_hour=0.5"], reps: Self.years, seed: Self.seed)
    let exported = shares.indices.map { mean(seasons.values(.market, channel: "china-fresh", policy: $0)) }
    #expect(exported[1] > 1.3 * exported[0])
    #expect((exported[4] / exported[3] - 1).magnitude < 0.03)
  }

  @Test("9: every day AA is dearer than A, A than B, B than C or as dear; a glut widens the gaps")
  func grades() {
    let seasons = Seasons(
      "small", "{}", changes: ["supply.year_weather=1.1"], reps: Self.years, seed: Self.seed)
    var (calm, glut) = (0.0, 1.0)
    for year in seasons.years[0] {
      for price in year.days.posted where price[0] > 0 {
        #expect(price[0] > price[1] && price[1] >= price[2] && price[2] >= price[3])
      }
      let season = year.days.posted[180..<250].filter { $0[0] > 0 }
      guard let dear = season.max(by: { $0[0] < $1[0] }), let cheap = season.min(by: { $0[0] < $1[0] }) else {
        continue
      }
      calm += dear[1] / dear[0] / Double(Self.years)
      glut = min(glut, cheap[1] / cheap[0])
    }
    #expect(glut < calm - 0.08, "A over AA: calm \(calm), glut \(glut)")
  }

  @Test("10: less is lost off season than in season")
  func losses() {
    let seasons = seasons(#""none": {}"#)
    #expect(mean(seasons.values(.lossShare, season: "off")) < mean(seasons.values(.lossShare, season: "in")))
  }

  @Test("12: twice the farms, land, capacities and markets: the same prices, twice the tons")
  func twice() {
    let doubled = [
      "farms.households=5400", "farms.area_rai=27000", "supply.in_season_t=23000", "labour.pickers=3200",
      "transport.pickups.vehicles=450", "transport.trucks.vehicles=90", "transport.reefers.vehicles=70",
      "border.slots_per_day=7.5", "facilities.stations.sites=16", "facilities.china-packers.sites=4",
      "facilities.bunch-packers.sites=4", "facilities.traders.sites=4", "facilities.dryers.sites=34",
      "facilities.dryers.ovens=340", "facilities.golden-flesh.sites=2",
      "facilities.golden-flesh.intake_t_per_day=2.4", "facilities.factories.sites=2",
      "facilities.factories.intake_t_per_day=9", "facilities.cold-rooms.room_t=200", "dried_stock.carry_in_t=600",
      "dried_stock.usual_carry_in_t=600", "markets.dried-export.reference_t_per_year=75900",
    ]
    let volumes = [
      "china-fresh": 300.0, "vietnam-fresh": 150, "indonesia-fresh": 90, "modern-trade": 60, "wholesale": 150,
      "online-flesh": 2.4, "processed": 12,
    ].sorted { $0.key < $1.key }.map { "markets.\($0.key).reference_t_per_day=\($0.value)" }
    let one = Seasons("small", "{}", reps: Self.years, seed: Self.seed)
    let two = Seasons("small", "{}", changes: doubled + volumes, reps: Self.years, seed: Self.seed)
    #expect((mean(two.values(.ripe, season: "in")) / mean(one.values(.ripe, season: "in")) / 2 - 1).magnitude < 0.03)
    for (form, grade) in [("loose", "AA"), ("loose", "A"), ("bunch", "AA"), ("basket", "AA")] {
      let prices = [one, two].map { mean($0.values(.farmPrice, form: form, grade: grade)) }
      #expect((prices[1] / prices[0] - 1).magnitude < 0.06, "\(form) \(grade): \(prices)")
    }
  }

  @Test("13: bids do not saw: without shocks their daily change seldom turns round, and then by little")
  func noSaw() {
    let seasons = Seasons("lamphun", "{}", reps: 1, seed: Self.seed)
    let posted = seasons.years[0][0].days.posted[185..<245].map { $0[0] }
    let changes = zip(posted, posted.dropFirst()).filter { $0.0 > 0 && $0.1 > 0 }.map { $0.1 - $0.0 }
    let turns = zip(changes, changes.dropFirst()).filter {
      $0.0 * $0.1 < 0 && min($0.0.magnitude, $0.1.magnitude) > 0.5
    }
    #expect(turns.count <= 12, "\(posted)")
    #expect(turns.allSatisfy { min($0.0.magnitude, $0.1.magnitude) < 2.5 }, "\(posted)")
  }
}
