import ScenarioFile
import Testing

@Suite("Files and flags laid over each other")
struct LayeringTests {
  private func garden(_ reading: ScenarioReading, at location: SourceLocation = #_sourceLocation) -> Garden {
    #expect(places(reading.diagnostics) == [], sourceLocation: location)
    return Form.read(reading.tree) { Garden($0) }
  }

  @Test("defaults, then each file, then the command line; the later wins")
  func order() {
    #expect(garden(Garden.reading("{}")).spreadDays == 13)
    #expect(garden(Garden.reading("{ supply: { spread_days: 16 } }", "{}")).spreadDays == 16)
    #expect(
      garden(Garden.reading("{ supply: { spread_days: 16 } }", "{ supply: { spread_days: 18 } }")).spreadDays == 18)
    let changed = Garden.reading(
      "{ supply: { spread_days: 16 } }", changes: ["supply.spread_days=20", "supply.spread_days=21"])
    #expect(garden(changed).spreadDays == 21)
    #expect(garden(changed).share == 0.45)
  }

  @Test("objects merge, lists and distributions replace, null removes")
  func merging() {
    let base = """
      { supply: { spread_days: { dist: 'normal', mean: 13, sd: 2 }, offseason_share: 0.3 }, weights: [1, 2, 3],
        districts: { a: { area_share: 0.4 }, b: { area_share: 0.6 } }, is_open: false }
      """
    let top = """
      { supply: { spread_days: { dist: 'uniform', low: 10, high: 20 } }, weights: [9], is_open: null,
        districts: { a: { area_share: 1 }, b: null } }
      """
    let reading = Garden.reading(base, top)
    let result = garden(reading)
    #expect(result.share == 0.3)
    #expect(result.spreadDays == 15)
    #expect(result.weights == [9])
    #expect(result.isOpen)
    #expect(result.districts.map(\.id) == ["a"])
    #expect(reading.tree.removed.map(\.path) == ["is_open", "districts.b"])
  }

  @Test("a rest is what the others leave, after everything is laid over")
  func rest() {
    let base = "{ districts: { a: { area_share: 0.4 }, b: { area_share: 'rest' } }, grades: { AA_share: 'rest' } }"
    let result = garden(Garden.reading(base, "{ districts: { a: { area_share: 0.7 } }, grades: { A_share: 0.1 } }"))
    #expect(result.districts.map { ($0.part.areaShare * 1e9).rounded() / 1e9 } == [0.7, 0.3])
    #expect(result.grades == [0.65, 0.1, 0.25])
  }

  @Test("what is read by kind is read for its kind alone")
  func kinds() {
    let result = garden(Garden.reading("{ facilities: { x: { kind: 'dryer', ovens: 3 }, y: { kind: 'station' } } }"))
    #expect(result.facilities.map(\.part.ovens) == [3, nil])
    #expect(result.facilities.map(\.part.bays) == [nil, 2])
  }

  @Test("drawn numbers ask for luck by their path, and stay in their range")
  func luck() {
    let reading = Garden.reading("{ supply: { spread_days: { dist: 'normal', mean: 13, sd: 2 } } }")
    var asked: [String] = []
    var circumstances = Form.Circumstances()
    circumstances.luck = { path, _, range in
      asked.append(path)
      #expect(range.upperBound == 60)
      return 1_000
    }
    let garden = Form.read(reading.tree, circumstances) { Garden($0) }
    #expect(asked == ["supply.spread_days"])
    #expect(garden.spreadDays == 60)
  }

  @Test(
    "a change is made as far as its strength goes, and stays in the range",
    arguments: [
      (Adjustment(.set(.number(23)), strength: 1), 23), (Adjustment(.set(.number(23)), strength: 0.5), 18),
      (Adjustment(.scale(2), strength: 1), 26), (Adjustment(.scale(2), strength: 0.5), 19.5),
      (Adjustment(.add(4), strength: 1), 17), (Adjustment(.add(4), strength: 0), 13),
      (Adjustment(.scale(100), strength: 1), 60),
    ] as [(Adjustment, Double)])
  func adjustments(adjustment: Adjustment, expected: Double) {
    var circumstances = Form.Circumstances()
    circumstances.adjustments = ["supply.spread_days": [adjustment]]
    let reading = Garden.reading("{ supply: { spread_days: 13 } }")
    #expect(Form.read(reading.tree, circumstances) { Garden($0) }.spreadDays == expected)
  }

  @Test(
    "a flag's value is JSON5, or else text; its mistakes point into the flag",
    arguments: [
      ("supply.peak_date=2569-08-10", []), ("supply.peak_date='08-10'", []), ("is_open=false", []),
      ("supply.spread_days=null", []), ("supply.spread_days={dist:'normal',mean:13,sd:1}", []),
      ("title=ลำไย", []), ("districts.a={area_share:1}", []), ("sources.supply.spread_days=somebody", []),
      ("supply={spread_days:4}", []),
      ("supply.spread=3", ["1:1-14 unknown-path"]), ("supply.spread_days=61", ["1:20-22 out-of-range"]),
      ("supply.spread_days", ["1:1-19 bad-assignment"]), ("=3", ["1:1-3 bad-assignment"]),
      ("supply.spread_days=๓", ["1:20-21 wrong-type"]), ("districts.a.area_share=1", ["1:1-23 unknown-path"]),
      ("sources.supply.spread=x", ["1:9-22 unknown-path"]), ("=", ["1:1-2 bad-assignment"]),
    ] as [(String, [String])])
  func flags(change: String, expected: [String]) {
    #expect(places(Garden.reading("{}", changes: [change]).diagnostics) == expected)
  }

  @Test("what a scenario prints of itself is the same scenario, and a difference is only what means something")
  func roundTrip() {
    let text = """
      { id: 'x', supply: { spread_days: { sd: 2.50, dist: 'normal', mean: 0x0D }, peak_date: '2569-08-02' },
        grades: { AA_share: 'rest' }, facilities: { x: { kind: 'dryer' }, y: { kind: 'station', bays: 3.0 } },
        policies: { p: { title: { th: 'ก', en: 'a' }, set: { 'supply.spread_days': 3 } } }, weights: [1.0, 2] }
      """
    let reading = Garden.reading(text)
    let json = ScenarioJSON.text(reading)
    let again = Garden.reading(json)
    #expect(places(again.diagnostics) == [])
    #expect(Difference(reading, again, all: true).lines.isEmpty)
    #expect(ScenarioJSON.text(again) == json)
    let other = Garden.reading(
      "// other\n{ weights: [1, 2], 'policies': { p: { set: { 'supply.spread_days': 3.0 } } }, facilities: { y: { bays: 3, kind: 'station' }, x: { kind: 'dryer' } }, grades: { AA_share: 0.5 }, supply: { peak_date: '2026-08-02', spread_days: { dist: 'normal', mean: 13, sd: 2.5 } } }"
    )
    #expect(Difference(reading, other).lines.isEmpty)
    let built = Garden.reading("{ id: 'y', title: 'a', extends: 'lib:base' }")
    let whole = Garden.reading("{ id: 'y', title: 'a' }")
    #expect(Difference(built, whole, all: true).lines.isEmpty)
    let different = Garden.reading(text, changes: ["supply.spread_days=9", "facilities.y=null", "is_open=false"])
    #expect(
      Difference(reading, different).text(.english) == [
        "  supply.spread_days  { \"dist\": \"normal\", \"mean\": 13, \"sd\": 2.5 } → 9",
        "- facilities.y        2 values", "  is_open             true → false",
      ])
  }

  @Test("every value shows where it comes from and what it hid")
  func origins() {
    let reading = Garden.reading(
      "{ supply: { spread_days: 16 },\n is_open: false }", "{\n supply: { offseason_share: 0.3 },\n is_open: null }",
      changes: ["supply.spread_days=20"])
    let lines = ShowTable(reading, .english).lines
    #expect(lines[0] == "A = garden.json5   B = base-0.json5")
    func row(_ path: String) -> [Substring]? { lines.map { $0.split(separator: " ") }.first { $0.first == path[...] } }
    #expect(row("supply.offseason_share") == ["supply.offseason_share", "0.3", "A:2"])
    #expect(row("supply.spread_days") == ["supply.spread_days", "20", "--set,", "over", "16", "B:1"])
    #expect(row("supply.peak_date") == ["supply.peak_date", "\"08-02\"", "default", "(D)"])
    #expect(lines.last?.split(separator: " ") == ["is_open", "removed", "A:3"])
  }
}
