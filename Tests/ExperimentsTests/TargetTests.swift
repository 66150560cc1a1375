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
