import ScenarioFile
import Testing

@testable import Experiments
@testable import SupplyChain

@Suite("Doubt")
struct DoubtTests {
  private static func plan(_ base: String, _ text: String = "{}", changes: [String] = []) -> RunPlan {
    let reading = Seasons.reading(base, text, changes: changes)
    precondition(!reading.hasErrors, "\(reading.diagnostics.map(\.message.english))")
    var plan = RunPlan(reading)
    plan.hasDoubt = true
    return plan
  }

  /// The world in which people settle in a year under a policy.
  private static func world(_ plan: RunPlan, _ year: UInt32, under policy: Int? = nil) -> World {
    Form.read(plan.reading.tree, Timeline(plan, policy: policy, replication: year).settling) { World($0) }
  }

  private static func ovens(_ plan: RunPlan, _ year: UInt32, under policy: Int? = nil) -> Double {
    let world = world(plan, year, under: policy)
    let dryers = world.facilities.first { $0.id == "dryers" }
    return dryers.flatMap { BuyerPlan($0.part, markets: world.markets.map(\.id)) }?.work.machines ?? 0
  }

  @Test("draws what nobody has published from its range, anew each year, and leaves alone what has a source")
  func draws() {
    let plan = Self.plan("lamphun")
    let ovens = (0..<40).map { Self.ovens(plan, $0) }
    #expect(ovens.allSatisfy { (1_500...6_000).contains($0) })
    #expect(ovens.min()! < 2_000 && ovens.max()! > 5_500 && Set(ovens).count > 35)
    #expect((0..<10).allSatisfy { Self.world(plan, $0).terms.farms.households == 54_000 })
  }

  @Test("is the same draw under every policy of a year, which then changes what was drawn")
  func sameForAll() {
    let text = #"""
      { "policies": { "as-is": {}, "double": { "scale": { "facilities.dryers.ovens": 2 } },
        "more-pickers": { "set": { "labour.pickers": 30000 } } } }
      """#
    let plan = Self.plan("lamphun", text)
    for year in 0..<UInt32(8) {
      let drawn = Self.ovens(plan, year, under: 0)
      #expect(Self.ovens(plan, year, under: 1) == 2 * drawn && Self.ovens(plan, year, under: 2) == drawn)
      #expect(Self.world(plan, year, under: 2).terms.labour.pickers == 30_000)
      #expect(
        Self.world(plan, year, under: 0).terms.labour.pickers == Self.world(plan, year, under: 1).terms.labour.pickers)
    }
  }

  @Test("is settled by whoever gives the number in a later file or a flag, unless that doubts it again")
  func settled() {
    func ovens(_ text: String, _ changes: [String] = []) -> Double {
      Self.ovens(Self.plan("lamphun", text, changes: changes), 3)
    }
    let given = #""facilities": { "dryers": { "ovens": 3200 } }"#
    let doubted = #""doubt": { "facilities.dryers.ovens": { "dist": "uniform", "low": 10, "high": 20 } }"#
    #expect(ovens("{}") != 3_000)
    #expect(ovens("{}", ["facilities.dryers.ovens=3200"]) == 3_200)
    #expect(ovens("{ \(given) }") == 3_200)
    #expect((10...20).contains(ovens("{ \(given), \(doubted) }")))
    #expect(ovens("{ \(given), \(doubted) }", ["facilities.dryers.ovens=3100"]) == 3_100)
    #expect(ovens("{}", ["doubt.facilities.dryers.ovens=null"]) == 3_000)
  }

  @Test("may be about a number that only the program or another file gives")
  func ofOthers() {
    let text = #"""
      { "doubt": { "labour.pickers": { "dist": "uniform", "low": 100, "high": 200 },
        "farms.households": { "dist": "uniform", "low": 40000, "high": 41000 } } }
      """#
    let plan = Self.plan("lamphun", text)
    for year in 0..<UInt32(5) {
      let terms = Self.world(plan, year).terms
      #expect((100...200).contains(terms.labour.pickers) && (40_000...41_000).contains(terms.farms.households))
    }
    #expect(Self.world(Self.plan("lamphun"), 1).terms.labour.pickers > 10_000)
  }

  @Test("does not touch the number that a point of a sweep gives")
  func axes() throws {
    let reading = Seasons.reading("lamphun", "{}")
    let paths = ["facilities.dryers.ovens", "supply.ripeness.prime_days"]
    #expect(paths.allSatisfy { path in reading.doubts.contains { $0.path == path } })
    let text = SourceText(name: "point", "3000")
    let values = paths.map { path in
      (
        path: SettingPath(path, in: ScenarioFormat.format.shape),
        node: SettingTree.Node?.some(
          .leaf(
            SettingTree.Leaf(node: JSONOutput.number(7).node, range: SourceRange(text, 0..<1), over: nil)))
      )
    }
    let point = reading.laying(values, of: text)
    #expect(!point.doubts.contains { paths.contains($0.path) })
    #expect(point.doubts.count == reading.doubts.count - 2)
  }

  @Test("is the same in a file that holds all that a scenario means", arguments: ScenarioFormat.library.names)
  func flat(name: String) throws {
    let reading = try ScenarioReading("lib:" + name, as: ScenarioFormat.format, library: ScenarioFormat.library)
    let text = SourceText(name: "flat.json5", ScenarioJSON.text(reading))
    let root = try #require(JSON5Reader.read(text).root)
    let flat = ScenarioReading(
      layers: [ScenarioLayer(text: text, root: root)], as: ScenarioFormat.format, tables: reading.tree.tables)
    #expect(!flat.hasErrors, "\(flat.diagnostics.map(\.message.english))")
    func laws(_ reading: ScenarioReading) -> [String: DrawnNumber] {
      Dictionary(reading.doubts.map { ($0.path, $0.law) }, uniquingKeysWith: { $1 })
    }
    #expect(laws(flat) == laws(reading) && laws(flat).count > 50)
    #expect(Difference(reading, flat, all: true).lines.map(\.path).filter { $0 != "$schema" } == [])
  }

  @Test("gives a twin policy the same years, a year with doubt another than without, and a flat file the same")
  func years() {
    func values(_ plan: RunPlan) -> [[[Double?]]] {
      var plan = plan
      plan.reps = 2
      return SimulatedYears(plan).run().map { $0.map(\.measures.values) }
    }
    let text = #"{ "policies": { "a": {}, "twin": {} } }"#
    let plan = Self.plan("small", text)
    let doubted = values(plan)
    #expect(doubted[0] == doubted[1] && doubted[0][0] != doubted[0][1])
    var plain = plan
    plain.hasDoubt = false
    let known = values(plain)
    #expect(known[0][0] != doubted[0][0] && known[0][1] != doubted[0][1])
    #expect(values(Self.plan("small", ScenarioJSON.text(plan.reading))) == doubted)
  }

  @Test("makes years lie further apart")
  func wider() throws {
    var plan = Self.plan("small")
    plan.reps = 24
    var plain = plan
    plain.hasDoubt = false
    var summary = RunSummary(SimulatedYears(plain).run())
    summary.add(doubted: SimulatedYears(plan).run())
    // Fewer pickers and more ovens than the plain ones both soften a glut, so that prices lie only a little further apart.
    let metrics: [(metric: Metric, form: String, grade: String, least: Double)] = [
      (.weekMin, "loose", "AA", 1), (.unsold, "", "", 1.2), (.farmIncomePerRai, "", "", 1.2),
    ]
    for (metric, form, grade, least) in metrics {
      let row = try #require(summary.row(0, metric, form: form, grade: grade))
      let doubt = try #require(row.doubt)
      let ratio = (doubt.p95 - doubt.p05) / (row.p95 - row.p05)
      #expect(ratio > least, "\(metric.id): \(ratio)")
    }
  }

  @Test(
    "that is none is refused where it stands",
    arguments: [
      (#""labour.pickerz": { "dist": "uniform", "low": 1, "high": 2 }"#, "there is no setting `labour.pickerz`", 18),
      (#""labour.pickers": 300"#, "`labour.pickers` is a number, but wants a distribution", 35),
      (
        #""calendar.from": { "dist": "uniform", "low": 1, "high": 2 }"#,
        "`calendar.from` is no number that could be drawn", 18
      ),
    ])
  func refused(entry: String, message: String, column: Int) {
    let text = SourceText(name: "x.json5", "{ \"longan\": 1,\n  \"doubt\":    { \(entry) } }")
    let root = JSON5Reader.read(text).root
    let reading = ScenarioReading(
      layers: root.map { [ScenarioLayer(text: text, root: $0)] } ?? [], as: ScenarioFormat.format)
    let complaint = reading.diagnostics.first { $0.message.english == message }
    #expect(complaint != nil, "\(reading.diagnostics.map(\.message.english))")
    #expect(complaint?.label?.range.line == 2 && complaint?.label?.range.column == column)
  }

  @Test("of the province: every number has its mark, and those without a source have a range")
  func marked() throws {
    let reading = try ScenarioReading("lib:lamphun", as: ScenarioFormat.format, library: ScenarioFormat.library)
    let sources = Dictionary(
      uniqueKeysWithValues: reading.entries.filter { $0.path.hasPrefix("sources.") }.map {
        (String($0.path.dropFirst("sources.".count)), $0.value)
      })
    let doubted = Set(reading.doubts.map(\.path))
    for entry in reading.entries where entry.leaf != nil {
      let path = entry.path
      guard case .number? = entry.setting?.type else { continue }
      if path.hasPrefix("doubt.") || path == "longan" || path.hasPrefix("run.") { continue }
      let around = path.split(separator: ".").dropLast().joined(separator: ".")
      let source = try #require(sources[path] ?? sources[around], "\(path) has no source")
      let mark = source.dropLast(2).last
      #expect(source.hasSuffix(")\"") && "ABCDU".contains(mark ?? " "), "\(path): \(source)")
      // Numbers that belong together are not drawn one by one, nor are parts of a whole.
      if mark == "U", sources[path] != nil, !path.hasSuffix("area_share") { #expect(doubted.contains(path), "\(path)") }
      if mark != "U" { #expect(!doubted.contains(path), "\(path)") }
    }
  }
}
