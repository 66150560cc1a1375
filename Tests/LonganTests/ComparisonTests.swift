import Foundation
import Testing

@Suite("Files side by side")
struct ComparisonTests {
  private let folder: TemporaryFolder

  init() throws {
    let b = """
      { "extends": "a.json5", "id": "wide", "labour": { "pickers": 220 }, "supply": { "in_season_t": 1300 },
        "facilities": { "cannery": { "kind": "factory", "sites": 1 } },
        "targets": { "waste": { "at_most": 30 } } }
      """
    let a = SweepTests.tiny.replacing(
      "\"sweep\"", with: "\"targets\": { \"waste\": { \"metric\": \"unsold_t\", \"at_most\": 20 } }, \"sweep\"")
    folder = try TemporaryFolder(["a.json5": a, "b.json5": b, "copy.json5": a + "\n// the same\n"])
  }

  @discardableResult
  private func run(_ words: String, status: Int32 = 0, input: String? = nil) throws -> Answer {
    let answer = try Answer(to: words.split(separator: " ").map(String.init), in: folder.url, input: input)
    #expect(answer.status == status, "longan \(words): \(answer.errors)")
    return answer
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }

  /// A cell of a summary, by policy and measure.
  private func cell(_ csv: String, _ policy: String, _ metric: String, _ column: String) throws -> String {
    let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let place = try #require(lines[0].firstIndex(of: Substring(column)))
    return String(
      try #require(lines.first { $0[0] == policy && $0[1] == metric && $0[2...7].allSatisfy(\.isEmpty) })[place])
  }

  @Test("each file has the numbers that it has alone, and the differences are of the same years")
  func same() throws {
    let both = try run("run a.json5 b.json5 -n 4 --format csv -q").output
    let alone = try ["a", "b"].map { try run("run \($0).json5 --policy base -n 4 --format csv -q").output }
    for column in ["mean", "sd", "p50", "worst10"] {
      for metric in ["unsold_t", "farm_income_thb", "public_cost_thb"] {
        #expect(try cell(both, "a", metric, column) == cell(alone[0], "base", metric, column))
        #expect(try cell(both, "wide", metric, column) == cell(alone[1], "base", metric, column))
      }
    }
    let mean = { (id: String) throws -> Double in try #require(Double(cell(both, id, "farm_income_thb", "mean"))) }
    let change = try #require(Double(cell(both, "wide", "farm_income_thb", "change")))
    #expect(try abs(mean("wide") - mean("a") - change) < 1 && change > 0)
    // What only one of them has is measured there.
    #expect(both.contains("\nwide,absorbed_t,,,,cannery,") && !both.contains("\na,absorbed_t,,,,cannery,"))
  }

  @Test("a copy of a file is its twin: the same numbers and no marks")
  func twin() throws {
    let answer = try run("run a.json5 copy.json5 -n 4").output
    #expect(answer.contains("\ncopy: the same as a\n") && !answer.contains("▲") && !answer.contains("▼"))
    let csv = try run("run a.json5 a.json5 -n 4 -q --format csv").output
    let rows = csv.split(separator: "\n").filter { $0.hasPrefix("a-2,") }
    #expect(!rows.isEmpty)
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[17...19].allSatisfy { $0 == "0.0" || $0.isEmpty }, "\(row)")
    }
  }

  @Test("the header says in what they differ, in both languages, and so does the JSON")
  func header() throws {
    let english = try run("run a.json5 b.json5 -n 2").output
    #expect(english.contains("\nwide beside a: in_season_t 1150 → 1300; labour.pickers 160 → 220;\n"))
    #expect(english.contains("waste.at_most 20 → 30") && english.contains("+ facilities.cannery"))
    #expect(english.contains("2 simulated years per file, seed 1") && english.contains("\n  Income beats a in "))
    let lines = english.split(separator: "\n")
    #expect(lines[0].hasPrefix("a     One district") && lines[1].hasPrefix("wide  One district"))
    let thai = try run("run a.json5 b.json5 -n 2 --lang th").output
    #expect(thai.contains("\nwide เทียบกับ a: in_season_t 1150 → 1300") && thai.contains("จำลอง 2 ปีต่อไฟล์"))
    let json = try run("run a.json5 b.json5 -n 2 --json -q").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let run = try #require(object["run"] as? [String: Any])
    #expect(run["policies"] as? [String] == ["a", "wide"])
    let files = try #require(run["files"] as? [[String: Any]])
    let differences = try #require(files[1]["differences"] as? [[String: Any]])
    #expect(files.map { $0["id"] as? String } == ["a", "wide"] && (files[0]["differences"] as? [Any])?.isEmpty == true)
    #expect(
      differences.contains { $0["path"] as? String == "labour.pickers" && $0["after"] as? String == "220" })
  }

  @Test("the header names what --set changed and what it was, in both languages; what changes nothing is not told")
  func changed() throws {
    func header(_ words: String) throws -> Substring {
      try #require(run("run a.json5 -n 1 -q " + words).output.components(separatedBy: "\n\n").first?.dropFirst(0))
    }
    let spread = "--set supply.in_season.spread_days=18"
    #expect(try header(spread).hasSuffix("2564 (2021)\nwith spread_days 18, was 13"))
    #expect(try header(spread + " --lang th").hasSuffix("\nเมื่อ spread_days เป็น 18 จากเดิม 13"))
    #expect(try header("--set supply.in_season.spread_days=13").hasSuffix("2564 (2021)"))
    #expect(
      try header("--set facilities.dryers.ovens=30 --set calendar.to=2564-11-30 --set targets.waste=null").hasSuffix(
        "\nwith calendar.to 2564-11-30, was 2564-12-31; dryers.ovens 30, was 17;\n  without targets.waste"))
    let json = try run("run a.json5 -n 1 -q --json " + spread).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let changes = try #require((object["run"] as? [String: Any])?["changes"] as? [[String: String]])
    #expect(changes == [["path": "supply.in_season.spread_days", "before": "13", "after": "18"]])
    try run("run a.json5 -n 1 -q -o out --report one.html " + spread)
    try run("report out -o two.html")
    #expect(try bytes("one.html") == bytes("two.html"))
    #expect(
      String(decoding: try bytes("two.html"), as: UTF8.self).contains(
        "<span lang=en>with spread_days 18, was 13</span>"))
  }

  @Test("policies are named with their file, and one may be what all others are compared with")
  func policies() throws {
    let note = try run("run a.json5 b.json5 -n 2").errors
    #expect(note.contains("note: each file runs under its first policy; --policy ID"))
    let csv = try run("run a.json5 b.json5 -n 2 --policy base --policy more --format csv -q").output
    let names = csv.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(Set(names) == ["a/base", "a/more", "wide/base", "wide/more"])
    let other = try run("run a.json5 b.json5 -n 2 --baseline wide").output
    #expect(other.contains("\na beside wide: in_season_t 1300 → 1150") && other.contains("Income beats wide in"))
    #expect(try run("run a.json5 -n 2 --baseline more").output.contains("Income beats more in"))
    #expect(
      try run("run a.json5 -n 2 --baseline more --policy base -q --json").output.contains(
        "\"policies\": [\"more\", \"base\"]"))
    #expect(
      try run("run a.json5 b.json5 -n 2 --policy more").output.hasPrefix(
        "a     One district, for trying things out (policy more)\n"))
  }

  @Test("a folder keeps all of it, and its report may compare with another")
  func kept() throws {
    try run("run a.json5 b.json5 -n 3 --policy base --policy more -o out --report one.html -j 1 -q")
    try run("run a.json5 b.json5 -n 3 --policy base --policy more -o two -j 2 -q")
    for file in ["summary.csv", "summary.json", "daily.csv", "replications.csv", "report.html", "scenario-2.json5"] {
      #expect(try bytes("out/" + file) == bytes("two/" + file), "\(file)")
    }
    try run("report out -o again.html")
    #expect(try bytes("again.html") == bytes("one.html"))
    let page = String(decoding: try bytes("one.html"), as: UTF8.self)
    #expect(page.contains("Scenarios compared: a, wide") && page.contains("wide beside a: in_season_t 1150 → 1300"))
    #expect(page.contains("What wide has otherwise than a"))
    for baseline in ["wide/more", "a/more"] {
      try run("report out -o other.csv --baseline \(baseline)")
      let wanted = try run(
        "run a.json5 b.json5 -n 3 --policy base --policy more -q --format csv --baseline \(baseline)")
      let isSame = String(decoding: try bytes("other.csv"), as: UTF8.self) == wanted.output
      #expect(isSame, "\(baseline)")
    }
    try run("report out -o other.html --baseline wide")
    #expect(String(decoding: try bytes("other.html"), as: UTF8.self).contains("a beside wide: in_season_t 1300 → 1150"))
    // The scenarios of the folder give the same years.
    try run("run out/scenario.json5 out/scenario-2.json5 -n 3 --policy base --policy more -q -o flat")
    #expect(try bytes("flat/daily.csv").count > 1_000)
    let (flat, kept) = try (bytes("flat/replications.csv"), bytes("out/replications.csv"))
    let isSame =
      String(decoding: flat, as: UTF8.self).replacing("small/", with: "a/") == String(decoding: kept, as: UTF8.self)
    #expect(isSame)
    let refused = try run("run a.json5 copy.json5 -n 1 -o out", status: 2)
    #expect(refused.errors.contains("out holds the run of another scenario"))
  }

  @Test("what cannot be compared is said, and what to type instead")
  func refused() throws {
    func expect(_ words: String, _ message: String, status: Int32 = 2) throws {
      let answer = try run(words, status: status)
      #expect(answer.errors.contains(message) && answer.output == "", "\(answer.errors)")
    }
    let days = "--set calendar.from=2021-01-01 --set calendar.to=2021-12-31\n"
    try expect("run a.json5 lib:bumper-2561", "error: files are compared over the same days: a.json5 1 Jan – 31 Dec")
    try expect("run a.json5 lib:bumper-2561", "help: " + days)
    try expect("run a.json5 b.json5 --baseline wde", "there is no file or policy `wde`")
    try expect("run a.json5 b.json5 --baseline wde", "did you mean `wide`?")
    try expect("run a.json5 --baseline mor", "there is no policy `mor`\n --> --baseline mor\n")
    try expect("run a.json5 b.json5 --policy mor", "did you mean `more`?")
    try folder.write("{ \"extends\": \"a.json5\", \"policies\": null }", to: "none.json5")
    try expect("run a.json5 none.json5 --policy base", "there is no policy `base` in none\n")
    try expect("run - -", "standard input is one file")
    try expect("run a.json5 b.json5 --audit", "one year is shown of one file")
    try expect("run a.json5 nothing.json5", "there is no file nothing.json5", status: 3)
    try run("run a.json5 -o out -n 1 -q")
    try expect("report out -o x.html --baseline mor", "did you mean `more`?")
    let piped = try run("run - b.json5 -n 1 -q", input: "{ \"extends\": \"lib:small\" }")
    #expect(piped.output.hasPrefix("file  One district") && piped.output.contains("\nwide "))
  }
}
