import Experiments
import Foundation
import Reports
import ScenarioFile
import SupplyChain
import Testing
import Units

@Suite("Pictures of numbers that never change")
struct ReportSnapshotTests {
  /// A run that nobody simulated: every number is made by hand, so that a change of the model changes no picture.
  private static func results() throws -> (RunResults, RunRecord) {
    let folder = try TemporaryFolder([
      "world.json5": ReportWorld.policies.text.replacing("\"as-planned\"", with: "\"base\"")
    ])
    let reading = try ScenarioReading(
      folder.url.appending(path: "world.json5").path, as: ScenarioFormat.format, library: ScenarioFormat.library)
    var plan = RunPlan(reading)
    plan.reps = 20
    plan.policies = [0, 1, 2]
    let districts = plan.scenario.world.districts.map(\.id)
    let facilities = ["stations", "china-packers", "bunch-packers", "dryers"]

    var series = ["ripe_t", "arrivals_t", "capacity_t_per_day", "harvested_share"].map { Measure(metric: $0) }
    series += ["AA", "A", "B", "C"].map { Measure(metric: "farm_price_thb_per_kg", form: "loose", grade: $0) }
    series += districts.map { Measure(metric: "hanging_t", district: $0) }
    series += facilities.map { Measure(metric: "queue_t", channel: $0) }
    var daily = DailyBands(
      series: series, firstDay: try CalendarDate(text: "2564-01-01"), days: 365, years: 20, policies: 3)
    for policy in 0..<3 {
      for (place, measure) in series.enumerated() {
        for day in 0..<365 {
          // A hump around the 215th day, without any function of the C library.
          let away = Double(day - 215) / Double(18 + 4 * policy)
          let hump = 1 / (1 + away * away)
          for column in 0..<15 {
            let spread = 1 + 0.1 * Double(column < 5 ? column - 2 : column - 9)
            let value: Double =
              switch measure.metric {
              case "capacity_t_per_day": 280
              case "harvested_share": min(1, max(0, (Double(day) - 180 - 6 * spread) / 60))
              case "farm_price_thb_per_kg":
                day % 97 == 0 ? .nan : (26 - 18 * hump) * spread * (measure.grade == "AA" ? 1 : 0.6)
              case "queue_t": 900 * hump * hump * spread
              default: 380 * hump * spread
              }
            daily.set(value, policy, place, column, day)
          }
        }
      }
    }
    let measures =
      [
        Measure(metric: "week_min_price_thb_per_kg", form: "loose", grade: "AA"),
        Measure(metric: "days_below_cost_days", form: "loose", grade: "AA"), Measure(metric: "unsold_t"),
        Measure(metric: "farm_income_thb_per_rai"), Measure(metric: "farm_income_thb_per_rai", group: "small"),
        Measure(metric: "farm_income_thb_per_rai", group: "larger"), Measure(metric: "public_cost_thb"),
        Measure(metric: "income_gini"),
      ] + (1...9).map { Measure(metric: "sales_of_poorest_share", group: "poorest-\($0 * 10)") }
    let values: [[[Double?]]] = (0..<3).map { policy in
      measures.indices.map { measure -> [Double?] in
        (0..<20).map { year -> Double? in
          let luck = Double((year * 7 + 3) % 20) / 20
          return switch measure {
          case 0: 6 + 12 * luck + 2 * Double(policy)
          case 1: 30 - 25 * luck
          case 2: 900 - 700 * luck - 40 * Double(policy)
          case 3...5: -2_000 + 9_000 * luck + 700 * Double(policy) + 300 * Double(measure)
          case 6: 3e6 * Double(policy * policy)
          case 7: 0.5
          default: Double((measure - 7) * (measure - 7)) / 110
          }
        }
      }
    }
    let ways: [(String, String, Double)] = [
      ("ripe", "basket", 60), ("ripe", "bunch", 110), ("ripe", "loose", 160), ("ripe", "left-unpicked", 12),
      ("ripe", "dropped", 4), ("basket", "china-packers", 55), ("basket", "trimmed", 5),
      ("bunch", "bunch-packers", 100),
      ("bunch", "trimmed", 10), ("loose", "traders", 30), ("loose", "dryers", 110), ("loose", "factories", 8),
      ("loose", "spoiled", 12), ("china-packers", "china-fresh", 55), ("bunch-packers", "vietnam-fresh", 100),
      ("traders", "wholesale", 30), ("dryers", "dried-export", 90), ("dryers", "in-stock", 20),
      ("factories", "processed", 8),
    ]
    let flows = (0..<3).map { policy in
      ways.map { way in
        Flow(from: way.0, to: way.1, tonnes: way.2 * 100 + Double(policy), baht: way.2 * 1e6)
      }
    }
    let results = RunResults(plan: plan, summary: RunSummary(measures, values), daily: daily, flows: flows)
    let record = RunRecord(
      version: "0.0.0", command: "longan run world.json5",
      files: [.init(name: "world.json5", settings: "path\n", scenario: "{}\n")])
    return (results, record)
  }

  @Test(
    "every chart is the same to the last byte",
    arguments: [
      "glut", "price", "progress", "flow", "income", "lorenz", "risk.base.price", "risk.base.income", "queues",
      "districts",
      "policies", "difference.income", "tradeoff",
    ], [Language.english, .thai])
  func charts(name: String, language: Language) throws {
    let (results, record) = try Self.results()
    let svg = try #require(ReportCharts(results, record).svg(name, language))
    // Colours may change without a change of what is drawn.
    let drawing = svg.replacing(try Regex("(?s)<style>.*?</style>"), with: "")
    try expectGolden(drawing.replacing("><", with: ">\n<"), "chart-\(name).\(language.rawValue)")
  }

  @Test("the page says the same to the last byte")
  func page() throws {
    let (results, record) = try Self.results()
    let page = ReportPage(results, record, .thai).html
    #expect(page == ReportPage(results, record, .thai).html)
    let said = try ["<style>.*?</style>", "<script>.*?</script>", "<svg.*?</svg>", "<tbody>.*?</tbody>"].reduce(page) {
      $0.replacing(try Regex("(?s)" + $1), with: "")
    }
    try expectGolden(said, "report-page")
  }
}
