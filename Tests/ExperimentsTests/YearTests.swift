import Experiments
import ScenarioFile
import SupplyChain
import Testing

@Suite("Simulated years")
struct YearTests {
  @Test("are the same whatever the number of threads")
  func threads() {
    let one = Seasons(reps: 3, jobs: 1)
    let four = Seasons(reps: 3, jobs: 4)
    for (a, b) in zip(one.years[0], four.years[0]) {
      #expect(a.measures.values == b.measures.values)
      #expect(a.days.picked == b.days.picked)
    }
    #expect(one.years[0][0].measures.values != one.years[0][1].measures.values)
  }

  @Test("are the same for two policies that say the same, and for one of strength 0")
  func twins() {
    let seasons = Seasons(
      "small",
      """
      { "policies": { "none": {}, "twin": {}, "nothing": { "strength": 0, "scale": { "labour.pickers": 0.5 } },
        "fewer": { "scale": { "labour.pickers": 0.5 } } } }
      """, reps: 2)
    for year in 0..<2 {
      let none = seasons.years[0][year].measures.values
      #expect(seasons.years[1][year].measures.values == none)
      #expect(seasons.years[2][year].measures.values == none)
      #expect(seasons.years[3][year].measures.values != none)
    }
  }

  @Test("are the same without a shock and with one of strength 0, or one that befalls no year")
  func shocks() {
    let shock = #""from": "2564-07-20", "to": "2564-08-20", "scale": { "labour.pickers": 0.3 }"#
    func values(_ shock: String) -> [Double?] {
      Seasons("small", "{ \(shock) }").years[0][0].measures.values
    }
    let none = values("")
    #expect(values(#""shocks": { "x": { "strength": 0, \#(shock) } }"#) == none)
    #expect(values(#""shocks": { "x": { "chance_share": 0, \#(shock) } }"#) == none)
    #expect(values(#""shocks": { "x": { \#(shock) } }"#) != none)
  }

  @Test("have a shock that befalls some years in that share of them, the same ones under each policy")
  func chance() {
    let seasons = Seasons(
      "small",
      """
      { "shocks": { "x": { "chance_share": 0.5, "from": "2564-07-20", "to": "2564-08-20",
        "set": { "labour.pickers": 0 } } }, "policies": { "a": {}, "b": {} } }
      """, reps: 12)
    let unpicked = seasons.values(.leftUnpicked)
    let struck = unpicked.count { $0 > 500 }
    #expect(struck >= 2 && struck <= 10)
    #expect(seasons.values(.leftUnpicked, policy: 1) == unpicked)
  }

  @Test("with a policy that begins on a date are what they were until then")
  func later() {
    let seasons = Seasons(
      "small", #"{ "policies": { "none": {}, "later": { "from": "2564-08-01", "set": { "labour.pickers": 10000 } } } }"#
    )
    let (none, later) = (seasons.years[0][0].days, seasons.years[1][0].days)
    // The first of August is day 212.
    #expect(none.picked[..<212] == later.picked[..<212])
    #expect(none.picked[212...] != later.picked[212...])
  }

  @Test("draw a distribution anew each year, and the same for each policy")
  func drawn() {
    let seasons = Seasons(
      "small",
      #"{ "supply": { "year_weather": { "dist": "uniform", "low": 0.5, "high": 1.5 } }, "policies": { "a": {}, "b": {} } }"#,
      reps: 8)
    let ripe = seasons.values(.ripe, season: "in")
    #expect(Set(ripe).count == 8)
    #expect(ripe.max()! / ripe.min()! > 1.3)
    #expect(seasons.values(.ripe, season: "in", policy: 1) == ripe)
  }

  @Test("bear what the file says in a normal year, and the off-season share that is asked for")
  func normal() {
    let seasons = Seasons(
      "small", "{}", changes: ["supply.year_weather=1", "supply.in_season.peak_shift_days=0"], reps: 4)
    for ripe in seasons.values(.ripe, season: "in") { #expect((ripe / 11_500 - 1).magnitude < 0.03) }
    for share in seasons.values(.offSeasonShare, group: "tonnage") { #expect((share - 0.32).magnitude < 0.03) }
  }
}
