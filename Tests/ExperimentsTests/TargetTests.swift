import Experiments
import ScenarioFile
import SupplyChain
import Testing

@Suite("What a file wants to reach")
struct TargetTests {
  private func complaints(_ target: String) -> [String] {
    let reading = Seasons.reading("small", "{ \"targets\": { \"a\": { \(target) } } }")
    return reading.diagnostics.filter { $0.kind.severity == .error }.map {
      "\($0.kind.id) \($0.label?.range.spelling ?? "")"
    }
  }

  @Test("a target that no year could meet or miss is an error")
  func unmeasured() {
    #expect(complaints(#""metric": "unsold_t", "at_most": 5"#) == [])
    #expect(complaints(#""metric": "unsold_t""#) == ["missing-key a"])
    #expect(complaints(#""metric": "unsold_t", "at_least": 9, "at_most": 5"#) == ["out-of-range 9"])
    #expect(complaints(#""metric": "unsold_t", "form": "loose", "at_most": 5"#) == [#"unknown-metric "loose""#])
    #expect(complaints(#""metric": "unsold_t", "form": "lose", "at_most": 5"#) == [#"wrong-type "lose""#])
    #expect(complaints(#""metric": "picked_t", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "picked_t", "form": "bunch", "at_least": 5"#) == [])
    let price = #""metric": "week_min_price_thb_per_kg", "at_least": 5"#
    #expect(complaints(price + #", "form": "loose", "grade": "B""#) == [])
    #expect(complaints(price + #", "form": "loose""#) == [#"missing-key "week_min_price_thb_per_kg""#])
    #expect(complaints(price) == [#"missing-key "week_min_price_thb_per_kg""#])
    let days = #""metric": "days_below_cost_days", "at_most": 5, "form": "loose", "grade": "#
    #expect(complaints(days + #""AA""#) == [] && complaints(days + #""C""#) == [#"unknown-metric "C""#])
  }

  @Test("a target of a measure in parts names one, unless the parts add up to a whole")
  func parts() {
    #expect(complaints(#""metric": "ripe_t", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "ripe_t", "season": "off", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "market_t", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "market_t", "channel": "wholesale", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "absorbed_t", "channel": "dryers", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "loss_share", "at_most": 0.2"#) == [#"missing-key "loss_share""#])
    #expect(
      complaints(#""metric": "loss_share", "channel": "dryers", "at_most": 0.2"#) == [#"missing-key "loss_share""#])
    #expect(complaints(#""metric": "loss_share", "season": "in", "at_most": 0.2"#) == [])
    #expect(complaints(#""metric": "loss_share", "channel": "dryers", "season": "in", "at_most": 0.2"#) == [])
    #expect(complaints(#""metric": "utilisation_share", "at_least": 0.5"#) == [#"missing-key "utilisation_share""#])
    #expect(
      complaints(#""metric": "utilisation_share", "channel": "drier", "at_least": 0.5"#) == [#"unknown-metric "drier""#]
    )
    #expect(complaints(#""metric": "unsold_t", "season": "in", "at_most": 5"#) == [#"unknown-metric "in""#])
    #expect(complaints(#""metric": "farm_income_thb_per_rai", "group": "small", "at_least": 5"#) == [])
    #expect(complaints(#""metric": "group_income_thb", "at_least": 5"#) == [#"missing-key "group_income_thb""#])
    // Of one year alone there are no years.
    #expect(
      complaints(#""metric": "crop_price_thb_per_kg", "at_least": 5"#) == [#"unknown-metric "crop_price_thb_per_kg""#])
    let help = Seasons.reading("small", #"{ "targets": { "a": { "metric": "loss_share", "at_most": 0.2 } } }"#)
      .diagnostics
      .compactMap(\.help)
    #expect(
      help.contains {
        $0.english == #""season": "in" or "season": "off""# && $0.thai == #""season": "in" หรือ "season": "off""#
      })
  }

  @Test("a target of parts that add up is about their sum, one of a part about that part")
  func sums() {
    let measures = ["in", "off"].map { Measure(metric: "ripe_t", season: $0) } + [Measure(metric: "unsold_t")]
    let summary = RunSummary(measures, [[[1, 2, 3, 4], [10, 10, 0, nil], [0, 0, 0, 0]]])
    func years(_ target: String) -> Int? {
      let reading = Seasons.reading("small", "{ \"targets\": { \"a\": { \(target) } } }")
      return RunPlan(reading).scenario.targets.first.flatMap { summary.yearsMeeting($0.part, policy: 0) }
    }
    #expect(years(#""metric": "ripe_t", "at_least": 11"#) == 2)
    #expect(years(#""metric": "ripe_t", "season": "in", "at_least": 2"#) == 3)
    #expect(years(#""metric": "ripe_t", "season": "off", "at_least": 1"#) == 2)
    #expect(years(#""metric": "unsold_t", "at_most": 0"#) == 4)
    #expect(years(#""metric": "picked_t", "at_most": 0"#) == nil)
  }

  @Test("all that a year measures is known before it, in one season and in several years")
  func known() {
    for calendar in [
      #"{ "run": { "sample_share": 0.1 } }"#,
      #"{ "calendar": { "to": "2565-12-31" }, "run": { "sample_share": 0.1 } }"#,
    ] {
      let season = Seasons("small", calendar, reps: 1)
      let measured = season.years[0][0].measures.measures
      #expect(Set(season.plan.scenario.world.measures) == Set(measured) && Set(measured).count == measured.count)
      #expect(season.plan.scenario.world.measures.count == measured.count)
    }
  }

  @Test("the forms and grades that targets may ask for are those that a year measures")
  func cuts() {
    // Two years, since some measures are of calendar years.
    let season = Seasons("small", #"{ "calendar": { "to": "2565-12-31" }, "run": { "sample_share": 0.1 } }"#, reps: 1)
    let measured = Set(season.years[0][0].measures.measures.map { "\($0.metric) \($0.form) \($0.grade)" })
    let asked = Set(
      Metric.all.flatMap { metric in
        metric.cuts.map { "\(metric.id) \($0.form?.rawValue ?? "") \($0.grade?.id ?? "")" }
      })
    #expect(asked == measured)
  }
}
