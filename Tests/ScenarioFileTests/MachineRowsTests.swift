import Foundation
import ScenarioFile
import Testing

@Suite("Rows for programs")
struct MachineRowsTests {
  private func csv(_ cell: MachineRows.Cell) -> String {
    MachineRows([MachineRows.Column("x")], [[cell]]).csvLines[0]
  }

  @Test(
    "are plain ASCII in CSV, quoted where they must be",
    arguments: [
      (.missing, ""), (.text("plain text"), "plain text"), (.text("a,b"), "\"a,b\""),
      (.text("it's"), "it's"), (.text("5\" pipe"), "\"5\"\" pipe\""), (.count(54_000), "54000"),
      (.measure(54_000), "54000.0"), (.measure(0.1), "0.1"), (.measure(1e20), "1e+20"), (.measure(-2), "-2.0"),
      (.value(.flag(true)), "true"), (.value(.array([.number(1), .number(2.5)])), "\"[1, 2.5]\""),
      // What a spreadsheet would take for a formula, and what no program can tell from nothing.
      (.text("=1+1"), "\"\"\"=1+1\"\"\""), (.text("@me"), "\"\"\"@me\"\"\""), (.text("-5"), "\"\"\"-5\"\"\""),
      (.text(""), "\"\"\"\"\"\""), (.text("ลี้"), #""""\u0e25\u0e35\u0e49""""#), (.text("🌳"), #""""\ud83c\udf33""""#),
      (.text("a\nb"), #""""a\nb""""#),
    ] as [(MachineRows.Cell, String)])
  func cells(cell: MachineRows.Cell, expected: String) { #expect(csv(cell) == expected) }

  @Test("leave words for people and what is missing out")
  func columns() throws {
    let rows = MachineRows(
      [MachineRows.Column("id"), MachineRows.Column("message", isForPeople: true), MachineRows.Column("line")],
      [[.text("a"), .text("ลำไย"), .count(3)], [.text("b"), .missing, .missing]])
    #expect([rows.csvHeader] + rows.csvLines == ["id,line", "a,3", "b,"])
    #expect(rows.jsonLines == [#"{"id":"a","message":"ลำไย","line":3}"#, #"{"id":"b"}"#])
  }

  @Test("tell of a scenario what its table tells, dates in the Christian era")
  func showing() {
    let reading = Garden.reading(
      "{ supply: { spread_days: 16 }, is_open: false }",
      "{\n supply: { peak_date: '2569-08-02' }, is_open: null, sources: { 'supply.spread_days': 'a, b' } }",
      changes: ["supply.spread_days=20", "facilities.x={kind:'dryer', ovens: 3}"])
    let rows = ShowTable(reading, .thai).rows
    #expect(rows.csvHeader == "path,value,unit,origin,file,line,mark,over,over_file,over_line")
    let lines = rows.csvLines
    for line in [
      "supply.offseason_share,0.45,share,default,,,U,,,", "supply.peak_date,2026-08-02,date,file,garden.json5,2,,,,",
      "supply.spread_days,20.0,days,flag,,,,16.0,base-0.json5,1", "facilities.x.ovens,3,,flag,,,,,,",
      "is_open,,,file,garden.json5,2,,,,", "sources.supply.spread_days,\"a, b\",,file,garden.json5,2,,,,",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test("tell of a difference what each side has")
  func difference() {
    let left = Garden.reading("{ supply: { spread_days: 16, peak_date: '2569-08-02' }, title: 'a' }")
    let right = Garden.reading(
      "{ supply: { spread_days: 18 }, title: 'b', policies: { p: { scale: { 'supply.spread_days': 2 } } } }")
    let rows = Difference(left, right).rows
    #expect(
      [rows.csvHeader] + rows.csvLines == [
        "path,before,after", "supply.peak_date,2026-08-02,08-02", "supply.spread_days,16.0,18.0",
        "policies.p.scale.supply.spread_days,,2.0",
      ])
    #expect(
      Difference(left, right, all: true).rows.jsonLines == [
        #"{"path":"title","before":"a","after":"b"}"#,
        #"{"path":"supply.peak_date","before":"2026-08-02","after":"08-02"}"#,
        #"{"path":"supply.spread_days","before":16,"after":18}"#,
        #"{"path":"policies.p.title","after":""}"#, #"{"path":"policies.p.scale.supply.spread_days","after":2}"#,
      ])
  }

  @Test("tell of a complaint its place in CSV, and its words in both languages in JSON")
  func complaints() throws {
    let diagnostics = Garden.reading("{ supply: { offseason_share: 45 } }").diagnostics
    let rows = Diagnostic.rows(diagnostics)
    #expect(rows.csvHeader == "severity,id,file,line,column,end_column,path,replace")
    #expect(rows.csvLines == ["error,share-out-of-range,garden.json5,1,30,32,supply.offseason_share,0.45"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(rows.jsonLines[0].utf8)) as? [String: Any])
    #expect(json["message"] as? String == diagnostics[0].message.english)
    #expect(json["help_th"] as? String == diagnostics[0].help?.thai)
  }
}

@Suite("Words that people ask the meaning of")
struct ExplanationTests {
  @Test("a metric's unit is the end of its id")
  func metrics() {
    let metric = Explanation.metric("week_min_price_thb_per_kg", Words("title"), Words("how"))
    #expect(metric.kind == Words(en: "a metric, THB/kg", th: "ตัวชี้วัด, บาท/กก."))
    #expect(Explanation.metric("households", Words("x"), Words("y")).kind == Words(en: "a metric", th: "ตัวชี้วัด"))
  }

  @Test(
    "every unit has a name of its own, words in both languages, and its place in the help",
    arguments: SettingUnit.allCases)
  func units(unit: SettingUnit) {
    #expect(!unit.explanation.english.isEmpty && !unit.explanation.thai.isEmpty)
    #expect((unit.explained == nil) == (unit == .none))
    let others = SettingUnit.allCases.filter { $0 != unit }
    #expect(!others.contains { $0.explanation == unit.explanation || $0.words.english == unit.words.english })
    // Longer endings are looked for first, so that none is taken for another.
    #expect(SettingUnit(key: "x_" + unit.rawValue) == unit)
  }
}
