import Experiments
import Foundation
import Reports
import ScenarioFile
import Statistics
import SupplyChain
import Testing
import Units

@Suite("A clear change")
struct ClearChangeTests {
  /// Runs that nobody simulated: under each policy but the first a rai brings more by 1 on average, and with a chance of
  /// 3.3 % that is chance.
  private static func results(policies: Int) throws -> RunResults {
    let ids = (0..<policies).map { "\"p\($0)\": {}" }.joined(separator: ", ")
    let folder = try TemporaryFolder([
      "world.json5": "{ \"extends\": \"lib:small\", \"policies\": { \(ids) }, \"run\": { \"reps\": 20 } }"
    ])
    let plan = RunPlan(
      try ScenarioReading(
        folder.url.appending(path: "world.json5").path, as: ScenarioFormat.format, library: ScenarioFormat.library))
    // Student's t of 19 degrees of freedom is 2.3.
    let spread = 1.895
    func income(_ policy: Int, _ year: Int) -> Double {
      let base = 5_000 + Double(year * year)
      return policy == 0 ? base : base + 1 + (year % 2 == 0 ? spread : -spread)
    }
    let values: [[[Double?]]] = (0..<policies).map { policy in [(0..<20).map { income(policy, $0) }] }
    return RunResults(
      plan: plan, summary: RunSummary([Measure(Metric.farmIncomePerRai)], values),
      daily: DailyBands(
        series: [], firstDay: try CalendarDate(text: "2564-01-01"), days: 365, years: 0, policies: policies),
      flows: values.map { _ in [] })
  }

  @Test("is one that would be clear with all policies that are compared in mind")
  func family() throws {
    let (one, two) = (try Self.results(policies: 2), try Self.results(policies: 3))
    let alone = try #require(one.summary.row(1, .farmIncomePerRai))
    #expect(alone.isClear && alone.family == 1 && alone.adjusted == alone.change)
    for policy in 1...2 {
      let row = try #require(two.summary.row(policy, .farmIncomePerRai))
      #expect(!row.isClear && row.family == 2 && row.change?.contains(0) == false)
      #expect(row.change == alone.change)
      let (wide, narrow) = (try #require(row.adjusted), try #require(row.change))
      #expect(wide.halfWidth > narrow.halfWidth && wide.mean == narrow.mean)
      // The interval of 97.5 %, since there are two.
      #expect(try wide == narrow.with(level: 0.975))
    }
    #expect(two.summary.row(0, .farmIncomePerRai)?.family == nil)
  }

  @Test("alone has a mark, in the table and in the report, and says how many are compared")
  func marks() throws {
    func table(_ policies: Int, _ language: Language = .english) throws -> String {
      TerminalSummary(try Self.results(policies: policies), language).lines.joined(separator: "\n")
    }
    #expect(try table(2).contains("▲ THB/rai") && table(2).contains("from p0 (the paired interval leaves out zero)"))
    #expect(try !table(3).contains("▲ THB/rai") && !table(3).contains("clear change"))
    let record = RunRecord(
      version: "0", command: "", files: [.init(name: "world.json5", settings: "path\n", scenario: "{}\n")])
    let (one, two) = (
      ReportPage(try Self.results(policies: 2), record, .english).html,
      ReportPage(try Self.results(policies: 3), record, .english).html
    )
    #expect(one.contains("▲ <span lang=en>better</span>") && !one.contains("Holm"))
    #expect(!two.contains("▲ <span lang=en>better</span>") && two.contains("widened for 2 comparisons at once (Holm)"))
    #expect(one.contains("helps most in bad years") && two.contains("No measure clearly lifts farm income"))
  }

  @Test("tells programs the wider interval, whether it is clear, and of how many")
  func encoded() throws {
    let encoding = SummaryEncoding(try Self.results(policies: 3))
    let lines = encoding.csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines[0].suffix(4) == ["holm_low", "holm_high", "is_clear", "family"])
    #expect(lines[1].suffix(4) == ["", "", "", ""])
    #expect(lines[2].suffix(2) == ["false", "2"] && lines[2][20].hasPrefix("-"))
    #expect(try SummaryEncoding(Self.results(policies: 2)).csv.contains(",true,1\n"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(encoding.json.utf8)) as? [String: Any])
    #expect((object["run"] as? [String: Any])?["family"] as? Int == 2)
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows[1]["is_clear"] as? Bool == false && rows[1]["family"] as? Int == 2)
  }
}
