import Experiments
import ScenarioFile
import SupplyChain
import Testing
import Units

@Suite("A back-test")
struct BacktestTests {
  private static let points = """
    { "metric": "harvested_share", "date": "2564-12-31", "value": 1 },
    { "metric": "harvested_share_of_season", "from": "2564-01-01", "to": "2564-07-31", "value": 0.4 },
    { "metric": "harvested_share", "date": "2564-07-31", "value": 0.4 },
    { "metric": "picked_t", "from": "2564-01-01", "to": "2564-12-31", "value": 1 },
    { "metric": "picked_t", "date": "2564-08-10", "value": 1 },
    { "metric": "farm_price_thb_per_kg", "form": "loose", "grade": "AA", "value": 1 },
    { "metric": "farm_price_thb_per_kg", "form": "loose", "grade": "AA", "season": "off", "value": 1 },
    { "metric": "farm_price_thb_per_kg", "date": "2564-08-10", "form": "loose", "grade": "AA", "value": 1 },
    { "metric": "loss_share", "season": "in", "value": 0.1 }, { "metric": "unsold_t", "value": 1 },
    { "metric": "loss_share", "season": "in", "channel": "dryers", "value": 0.1 },
    { "metric": "in_season_t", "value": 1 }, { "metric": "offseason_t", "value": 1 },
    { "metric": "exports_t", "value": 1 }, { "metric": "exports_t", "market": "china-fresh", "value": 1 },
    { "metric": "price_trough_date", "value": "2564-08-10" },
    { "metric": "picked_t", "form": "basket", "value": 1 },
    { "metric": "farm_price_thb_per_kg", "date": "2564-10-01", "form": "loose", "grade": "AA", "value": 1 },
    """

  @Test("sees the very years that a run measures")
  func sameYears() throws {
    var (observed, plan) = try Observations.plan(Observations.text(Self.points, year: "2564"))
    plan.reps = 1
    let seen = Backtest(observed, plan).points.map { $0.score?.median }
    let seasons = Seasons("small", "{}")
    let day = 221
    func value(
      _ metric: Metric, form: String = "", grade: String = "", channel: String = "", season: String = ""
    ) -> Double {
      seasons.values(metric, form: form, grade: grade, channel: channel, season: season)[0]
    }
    func isNear(_ place: Int, _ value: Double) -> Bool {
      seen[place].map { ($0 / value - 1).magnitude < 1e-9 } ?? false
    }
    #expect(seen[0] == 1 && seen[1] == seen[2])
    #expect(isNear(3, value(.picked)) && isNear(4, seasons.years[0][0].days.picked[day]))
    #expect(isNear(5, value(.farmPrice, form: "loose", grade: "AA")))
    #expect(isNear(6, value(.offSeasonPrice, form: "loose", grade: "AA")))
    #expect(isNear(7, seasons.years[0][0].days.price[day]))
    #expect(isNear(8, value(.lossShare, season: "in")) && isNear(9, value(.unsold)))
    #expect(isNear(10, value(.lossShare, channel: "dryers", season: "in")))
    #expect(isNear(11, value(.ripe, season: "in")) && isNear(12, value(.ripe, season: "off")))
    #expect(isNear(13, value(.exported)) && isNear(14, value(.market, channel: "china-fresh")))
    let first = try #require(plan.scenario.world.span.from).dayNumber
    #expect(seen[15] == value(.troughDay, form: "loose", grade: "AA") + Double(first))
    #expect(isNear(16, value(.picked, form: "basket")))
    // Half of a month before the off-season begins nothing is traded.
    #expect(seen[17] == nil || seasons.years[0][0].days.price[273].isFinite)
  }

  @Test("is the same whatever the number of threads, and of more years has more")
  func threads() throws {
    var (observed, plan) = try Observations.plan(Observations.text(Self.points, year: "2564"))
    plan.reps = 3
    func medians(_ jobs: Int) -> [Double?] {
      plan.jobs = jobs
      return Backtest(observed, plan).points.map { $0.score?.median }
    }
    #expect(medians(1) == medians(3))
    #expect(Backtest(observed, plan).points[0].score?.count == 3)
  }

  @Test("of what is exported sees less lost by packers for abroad than taken, and all forms together make all")
  func channels() throws {
    let forms = ["basket", "bunch", "loose"].map { #"{ "metric": "picked_t", "form": "\#($0)", "value": 1 },"# }
      .joined()
    var (observed, plan) = try Observations.plan(
      Observations.text(
        forms
          + #"{ "metric": "picked_t", "value": 1 }, { "metric": "loss_share", "channel": "export-fresh", "value": 0 }"#,
        year: "2564"))
    plan.reps = 1
    let seen = Backtest(observed, plan).points.compactMap { $0.score?.median }
    #expect(seen.count == 5 && (seen[0] + seen[1] + seen[2] - seen[3]).magnitude < 1e-6)
    // More than handling takes, and not most of it.
    #expect(seen[4] > 0.05 && seen[4] < 0.4)
  }
}
