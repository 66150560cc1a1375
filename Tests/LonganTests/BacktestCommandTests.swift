import Experiments
import Foundation
import Reports
import ScenarioFile
import Testing

@Suite("longan backtest")
struct BacktestCommandTests {
  private static let mistaken = """
    {
      "observed": 1, "id": "lamphun-2565", "scenario": "lib:small",
      "calendar": { "from": "2565-01-01", "to": "2565-12-31" },
      "points": [
        { "metric": "harvested_shares", "value": 0.5 },
        { "metric": "harvested_share", "date": "2565-08-18", "value": 87 },
        { "metric": "unsold_t", "grade": "AA", "value": 5 },
        { "metric": "farm_price_thb_per_kg", "form": "loose", "valve": 20 },
      ],
    }
    """
  private static let unfitting = """
    {
      "observed": 1, "id": "lamphun-2565", "scenario": "lib:small",
      "calendar": { "from": "2565-01-01", "to": "2565-12-31" },
      "points": [
        { "metric": "harvested_share", "date": "2564-08-18", "value": 0.87 },
        { "metric": "farm_price_thb_per_kg", "form": "loose", "low": 30, "high": 20 },
        { "metric": "exports_t", "market": "china", "value": 5 }, { "metric": "unsold_t" },
      ],
    }
    """

  @Test("shows every mistake of a file of observations with its line, as check does", arguments: ["en", "th"])
  func complaints(language: String) throws {
    let folder = try TemporaryFolder(["mistaken.json5": Self.mistaken, "unfitting.json5": Self.unfitting])
    let files = ["mistaken.json5", "unfitting.json5", "--lang", language]
    let checked = try Answer(to: ["check"] + files, in: folder.url)
    #expect(checked.status == 2 && checked.output == "")
    try expectGolden(checked.errors, "check-observed.\(language)")
    let run = try Answer(to: ["backtest"] + files, in: folder.url)
    #expect(run.status == 2 && run.output == "")
    let shown = checked.errors.split(separator: "\n")
    #expect(run.errors.split(separator: "\n").dropLast() == shown.dropLast())
  }

  /// Two seasons with what was simulated given by hand.
  private func backtests() throws -> [Backtest] {
    let first = """
      {
        "observed": 1, "id": "first", "scenario": "lib:small", "title": { "en": "The first season", "th": "ฤดูแรก" },
        "calendar": { "from": "2565-01-01", "to": "2565-12-31" }, "set": { "supply.in_season_t": 10000 },
        "previous": { "in_season_t": 12000, "loose_aa_thb_per_kg": 16, "unsold_t": 900 },
        "points": [
          { "metric": "harvested_share", "date": "2565-08-18", "value": 0.8747, "source": "ที่มา, หนึ่ง" },
          { "metric": "harvested_share_of_season", "from": "2565-06-01", "to": "2565-06-30", "value": 0.0014 },
          { "metric": "farm_price_thb_per_kg", "date": "2565-08-18", "form": "loose", "grade": "AA", "low": 28, "high": 30 },
          { "metric": "farm_price_thb_per_kg", "from": "2565-07-01", "to": "2565-07-31", "form": "basket", "low": 35 },
          { "metric": "loss_share", "channel": "export-fresh", "season": "in", "value": 0.135 },
          { "metric": "unsold_t", "value": 1234 }, { "metric": "price_trough_date", "value": "2565-08-12" },
          { "metric": "exports_t", "high": 4000 },
        ],
      }
      """
    let second = """
      {
        "observed": 1, "id": "second", "scenario": "lib:small",
        "calendar": { "from": "2566-01-01", "to": "2566-12-31" },
        "points": [ { "metric": "harvested_share", "date": "2566-07-18", "form": "bunch", "value": 0.3 } ],
      }
      """
    let years: [[Double?]] = [
      [0.8, 0.03, 25, nil, 0.1, 500, 220, 3900], [0.9, 0.04, 29, nil, 0.12, 1500, 224, 4100],
      [0.85, 0.05, 31, nil, 0.15, 1100, 230, 4200],
    ]
    return [try backtest(first, years), try backtest(second, [[0.25], [0.28], [0.29]])]
  }

  private func backtest(_ text: String, _ years: [[Double?]]) throws -> Backtest {
    let folder = try TemporaryFolder(["observed.json5": text])
    let reading = try ObservedReading(
      folder.url.appending(path: "observed.json5").path, library: ScenarioFormat.library)
    var plan = RunPlan(try #require(reading.scenario))
    plan.reps = years.count
    return Backtest(Form.read(reading.file.tree) { Observed($0) }, plan, years)
  }

  @Test("says what was seen, what was simulated and who was nearer, in both languages", arguments: Language.allCases)
  func table(language: Language) throws {
    let lines = BacktestTable(try backtests(), language).lines
    if language == .english { #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 }) }
    try expectGolden(lines.joined(separator: "\n") + "\n", "backtest.\(language.rawValue)")
  }

  @Test("says the same to programs, as CSV in plain ASCII and as JSON")
  func machines() throws {
    let encoding = BacktestEncoding(try backtests())
    try expectGolden(encoding.csv, "backtest-csv")
    #expect(encoding.csv.utf8.allSatisfy { $0 == 0x0a || 0x20..<0x7f ~= $0 })
    let json = try #require(try JSONSerialization.jsonObject(with: Data(encoding.json.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "longan.backtest/1")
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.count == 9 && rows[0]["source"] as? String == "ที่มา, หนึ่ง")
    #expect(rows[5]["worse_than"] == nil && rows[1]["worse_than"] as? String == "constant_shares")
    #expect((json["comparisons"] as? [[String: Any]])?.count == 6)
  }

  @Test("simulates, and exits 1 under --strict where a guess is nearer; the same bytes for any number of threads")
  func runs() throws {
    let text = """
      { "observed": 1, "id": "near", "scenario": "lib:small", "calendar": { "from": "2565-01-01", "to": "2565-12-31" },
        "points": [ { "metric": "in_season_t", "value": 11500, "previous": PREVIOUS } ] }
      """
    let folder = try TemporaryFolder([
      "far.json5": text.replacing("PREVIOUS", with: "99999"), "near.json5": text.replacing("PREVIOUS", with: "11500"),
    ])
    func answer(_ words: String...) throws -> Answer { try Answer(to: ["backtest"] + words, in: folder.url) }
    let far = try answer("far.json5", "-n", "2", "--strict", "-j", "1", "--format", "csv")
    #expect(far.status == 0 && far.errors == "" && far.output.split(separator: "\n").count == 2)
    #expect(try answer("far.json5", "-n", "2", "-j", "2", "--format", "csv").output == far.output)
    #expect(try answer("far.json5", "-n", "2", "--seed", "2", "--format", "csv").output != far.output)
    #expect(try answer("far.json5", "near.json5", "-n", "1", "--strict").status == 0)
    #expect(try answer("near.json5", "-n", "1", "--strict").status == 1)
    #expect(try answer("near.json5", "-n", "1").status == 0)
    #expect(try answer("no.json5").status == 3)
    let unknown = try answer("lib:observed/lamphun-2566")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean `lib:observed/lamphun-256"))
    #expect(try answer("near.json5", "-n", "0").status == 2)
  }
}
