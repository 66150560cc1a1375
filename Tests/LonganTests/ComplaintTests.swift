import Experiments
import Foundation
import ScenarioFile
import Testing

@Suite("What is complained of")
struct ComplaintTests {
  /// Thai before each mistake, so that carets must be counted as a terminal does.
  private static let texts: [String: String] = [
    "escape.json5": #"{ "extends": "lib:small", "title": "ที่\q \ud83d", "id": "a }"#,
    "number.json5": #"{ "extends": "lib:small", /* ไร่ */ "farms": { "area_rai": 13,500, "gap_area_share": 45% } }"#,
    "syntax.json5": "{ \"extends\": \"lib:small\", /* ผิด */ \"farms\" { \"households\": 5 }\n  \"run\": { reps: [ }",
    "deep.json5": #"{ "title": "ลึก", "farms": "# + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
      + " }",
    "long.json5": #"{ "title": "ยาว", "id": ""# + String(repeating: "a", count: 1_100_000) + #"" }"#,
    "many.json5": #"{ "title": "มาก", "policies": { "#
      + (0..<1_001).map { "\"p\($0)\": {}" }.joined(separator: ", ") + " } }",
    "where.json5": """
    { "extends": "lib:small", "title": "เงื่อนไข", "sweep": {
      "axes": { "labour.pickers": { "values": [5, 6] } }, "where": "labour.pickers ≤ 5" } }
    """,
    "where-too.json5": """
    { "extends": "lib:small", "sweep": { "axes": { "labour.pickers": { "values": [5, 6] } }, "where": "border < 1" } }
    """,
    "late.json5": """
    { "extends": "lib:small", "shocks": { "ill": { "title": "โรค", "from": "2564-08-01", "to": "2564-08-09",
      "set": { "farms.households": 100, "calendar.to": "2564-09-30" } } } }
    """,
    "targets.json5": """
    { "extends": "lib:small", "targets": {
      "none": { "title": "ไม่มีเกณฑ์", "metric": "unsold_t" },
      "both": { "metric": "unsold_t", "at_least": 5, "at_most": 4 },
      "cut": { "metric": "unsold_t", "grade": "AA", "at_most": 4 },
      "form": { "metric": "week_min_price_thb_per_kg", "grade": "AA", "at_least": 8 },
      "grade": { "metric": "days_below_cost_days", "form": "loose", "grade": "B", "at_most": 8 } } }
    """,
    "habits.json5": """
    { "extends": "lib:small", "title": "อย่างที่เขียนกัน",
      "calendar": { "from": "๒๕๖๔-๑-๑", "to": "2564-2-31" },
      "farms": { "gap_area_share": "45 %", "area_rai": "๑๓,๕๐๐" },
      "supply": { "spread_days": 13, "year_weather": { "dist": "normel", "mean": 1, "sd": 0.1 } },
      "policies": { "more": { "set": { "labour": { "pickers": 9 } } } },
    }
    """,
    "up.json5": #"{ "title": "ข้างนอก", "extends": ["../secret.json5", "/etc/hosts"] }"#,
    "no-table.json5": #"{ "extends": "lib:small", /* ตาราง */ "farms": { "register": "none.csv" } }"#,
    "far-table.json5": #"{ "extends": "lib:small", /* ตาราง */ "farms": { "register": "/etc/hosts" } }"#,
    "table.json5": """
    { "extends": "lib:small", "farms": { "register": "plots.csv" },
      "districts": { "ban-thi": { "area_share": 0.5 }, "li": { "area_share": 0.5 } } }
    """,
    "plots.csv": """
    farm,district,rai,โทรศัพท์
    สวนลุงมา,ban-thi,4,
    สวนลุงมา,li,5,
    ป้าคำ,ban-thi,"5
    """,
  ]

  private static let files = [
    "escape", "number", "syntax", "deep", "long", "many", "where", "where-too", "late", "targets", "habits",
    "up",
    "no-table", "far-table", "table", "tis-620",
  ]

  @Test("what other mistakes are told, by the line and under Thai text, in both languages", arguments: ["en", "th"])
  func mistakes(language: String) throws {
    let folder = try TemporaryFolder(
      Dictionary(uniqueKeysWithValues: Self.texts.map { ("here/" + $0.key, $0.value) } + [("secret.json5", "{}")]))
    let here = folder.url.appending(path: "here")
    try Data([0x7b, 0x20, 0x22, 0xb7, 0xd5, 0xe8, 0x22, 0x3a, 0x31, 0x7d]).write(
      to: here.appending(path: "tis-620.json5"))
    func said(_ words: [String]) throws -> String {
      let answer = try Answer(to: ["check", "--lang", language] + words, in: here)
      #expect(answer.status == 2 && answer.output == "")
      return answer.errors
    }
    let text = try said(Self.files.map { $0 + ".json5" }) + "\n" + said(["lib:small", "--set", "farms.households"])
    try expectGolden(text, "check-rest.\(language)")
  }

  @Test("every kind of error and warning is kept as it is shown, in both languages", arguments: ["en", "th"])
  func kinds(language: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".\(language).txt")
    }.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    let kinds = DiagnosticKind.all + ScenarioFormat.format.kinds + ObservedFormat.format.kinds
    #expect(kinds.count > 40)
    #expect(kinds.map(\.id).filter { !kept.contains("[\($0)]") } == [])
  }
}
