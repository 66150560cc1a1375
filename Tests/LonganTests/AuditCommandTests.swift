import Experiments
import Foundation
import Ledger
import Reports
import ScenarioFile
import Testing
import Units

@Suite("The books that run prints")
struct AuditCommandTests {
  /// A small world, and a busy one.
  private static let world = #"""
    {
      "extends": "lib:small", "farms": { "households": 540, "area_rai": 2700 }, "supply": { "in_season_t": 2600 },
      "facilities": { "dryers": { "sites": 4, "ovens": 34 } },
      "measures": { "haulage-aid": { "thb_per_kg": 2 }, "per-rai-payment": { "thb_per_rai": 500 } },
      "policies": { "as-is": {}, "fewer-pickers": { "scale": { "labour.pickers": 0.01 } } },
    }
    """#

  /// A printed number as a whole number of the smallest unit.
  private func count(_ text: Substring) -> Int64? { Int64(text.filter { $0 != "," && $0 != "." }) }

  @Test(
    "add up to the gram and the satang as they are printed, under each policy, and as CSV", arguments: ["en", "th"])
  func addUp(language: String) throws {
    let folder = try TemporaryFolder(["busy.json5": Self.world])
    let flags = ["run", "busy.json5", "--audit", "--rep", "2", "--policy", "as-is", "--policy", "fewer-pickers", "-q"]
    let answer = try Answer(to: flags + ["--lang", language], in: folder.url)
    #expect(answer.status == 0 && answer.errors == "", "\(answer.errors)")
    // Four numbers in a row are a row of a table; the sum is the last.
    var tables: [[[Int64]]] = [[]]
    for line in answer.output.split(separator: "\n", omittingEmptySubsequences: false) {
      let numbers = line.split(separator: " ").filter { $0.contains(".") }.compactMap { count($0) }
      if numbers.count == 4 {
        tables[tables.count - 1].append(numbers)
      } else if !tables[tables.count - 1].isEmpty {
        tables.append([])
      }
    }
    tables.removeAll(where: \.isEmpty)
    #expect(tables.count == 4)
    for table in tables {
      for row in table { #expect(row[0] + row[1] - row[2] == row[3]) }
      let sums = (0..<4).map { column in table.dropLast().reduce(0) { $0 + $1[column] } }
      #expect(sums == table.last)
      #expect(sums[0] == 0 && sums[3] == 0 && sums[1] == sums[2] && sums[1] > 1_000_000)
    }
    #expect(tables[0] != tables[2])
    let csv = try Answer(to: flags + ["--format", "csv"], in: folder.url).output.split(separator: "\n")
    #expect(csv[0] == "policy,year,book,account,kind,unit,opening,in,out,closing")
    let rows = csv.dropFirst().map { $0.split(separator: ",").suffix(4).compactMap { Int64($0) } }
    #expect(rows == tables.flatMap { $0.dropLast() })
    let first = try Answer(to: ["run", "busy.json5", "--audit", "--rep", "2", "--format", "csv"], in: folder.url)
    #expect(first.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("as-is,2,") })
    let json = try Answer(to: flags + ["--json"], in: folder.url).output
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(document?["format"] as? String == "longan.audit/1")
    #expect((document?["rows"] as? [[String: Any]])?.count == rows.count)
  }

  @Test("look like this", arguments: [Language.english, .thai])
  func golden(language: Language) throws {
    var fruit = ChartOfAccounts<Grams>()
    let (growth, trees) = (fruit.add("growth", .source), fruit.add("on-trees", .holding))
    let sold = fruit.add("sold", .sink)
    var money = ChartOfAccounts<Satang>()
    let (market, farm) = (money.add("market", .party), money.add("farm", .party))
    var books = Ledger(mass: fruit, money: money)
    try books.mass.post(Grams(230_000_000_000), from: growth[0], to: trees[0])
    let opening = books.mass.totals()
    try books.mass.post(Grams(1_234_567_890), from: trees[0], to: sold[0])
    try books.money.post(Satang(2_469_135_781), from: market[0], to: farm[0])
    let plan = RunPlan(
      try ScenarioReading("lib:small", as: ScenarioFormat.format, library: ScenarioFormat.library))
    let audit = YearAudit(
      policy: "baseline", year: 1, mass: books.mass.auditTable(since: opening), money: books.money.auditTable())
    let text = AuditTables(plan, [audit], language).lines.joined(separator: "\n") + "\n"
    try expectGolden(text, "run-audit.\(language == .thai ? "th" : "en")")
  }

  @Test(
    "are asked for with what goes together",
    arguments: [
      (["--rep", "2"], "`--rep` says which year is shown\nhelp: add --audit, --trace FILE or --lot ID\n"),
      (["--audit", "--rep", "0"], "`--rep` cannot be `0`\nhelp: a whole number from 1 to 1000000\n"),
      (["--audit", "-o", "out"], "`--audit` has no use for `--out`\n"),
      (["--audit", "-n", "3"], "`--audit` has no use for `--reps`\n"),
    ])
  func refused(flags: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let answer = try Answer(to: ["run", "lib:small"] + flags, in: folder.url)
    #expect(answer == Answer(status: 2, output: "", errors: "error: " + message))
  }
}
