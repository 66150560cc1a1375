import Experiments
import SupplyChain
import Testing

@Suite("Farmers who follow prices")
struct SeasonMoveTests {
  private func shares(_ changes: [String]) -> [Double] {
    let seasons = Seasons(
      "small", #"{ "calendar": { "from": "2564-01-01", "to": "2571-12-31" } }"#,
      changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0", "run.sample_share=0.5"] + changes)
    return (2564...2571).map { seasons.values(.offSeasonShare, group: "\($0)")[0] }
  }

  @Test("keep to the plan unless they react; swing when they react strongly, and not when few think it over")
  func cobweb() {
    func swing(_ shares: [Double]) -> Double {
      zip(shares.dropFirst(2), shares.dropFirst(3)).map { abs($1 - $0) }.max() ?? 0
    }
    let plan = shares([])
    let eager = shares(["behaviour.season_response_share_per_thb=0.15", "behaviour.season_inertia_share=0"])
    let steady = shares(["behaviour.season_response_share_per_thb=0.15", "behaviour.season_inertia_share=0.95"])
    let dear = shares(["behaviour.season_response_share_per_thb=0.05", "behaviour.usual_premium_thb_per_kg=40"])
    #expect((dear.last ?? 1) < (plan.last ?? 0), "\(dear)")
    #expect(swing(plan) < 0.04, "\(plan)")
    #expect(swing(eager) > 0.06, "\(eager)")
    #expect(swing(steady) < swing(eager) / 2, "\(steady)")
  }
}
