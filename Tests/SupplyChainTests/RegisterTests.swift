import EventCore
import Experiments
import Foundation
import ScenarioFile
import Synchronization
import Testing
import Units

@testable import SupplyChain

@Suite("A register of real plots")
struct RegisterTests {
  /// What such a table looks like; of most columns a row may say nothing.
  static let example = """
    farm,plot,district,rai,variety,tended,gap,season,month,irrigation,age,family_picks,large_plot
    1001,north,ban-thi,4.5,e-daw,yes,yes,in,,yes,full,no,yes
    1001,south,ban-thi,2,biew-khiew,no,no,off,12,yes,old,,
    1002,,ban-thi,7.25,,,,,,,,,
    สวนลุงมา,,ban-thi,3,,no,no,in,,no,young,yes,no

    """

  /// A scenario with a register beside it, in a folder that is gone afterwards.
  private static func reading(_ table: String, _ rest: String = "", changes: [String] = []) throws -> ScenarioReading {
    try reading(["plots.csv": table, "here.json5": scenario("plots.csv", rest)], changes: changes)
  }

  private static func scenario(_ path: String, _ rest: String = "") -> String {
    #"{ "extends": "lib:small", "farms": { "register": "\#(path)" }, \#(rest) }"#
  }

  private static func reading(_ files: [String: String], changes: [String] = []) throws -> ScenarioReading {
    let folder = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try ScenarioReading(
      folder.path + "/here.json5", changes: changes, as: ScenarioFormat.format, library: ScenarioFormat.library)
  }

  /// What is said of a table, with line and column.
  private static func complaints(_ table: String) throws -> [String] {
    try reading(table).diagnostics.map { diagnostic in
      let place = diagnostic.label.map { range -> String in
        let isTable = range.range.text.name.hasSuffix("/plots.csv")
        return (isTable ? "" : "elsewhere ") + "\(range.range.line):\(range.range.column)"
      }
      return "\(diagnostic.kind.id) \(place ?? "-")"
    }
  }

  private static func land(_ table: String) throws -> Land {
    let reading = try reading(table)
    #expect(reading.diagnostics.map(\.message.english) == [])
    return Founding(Form.read(reading.tree) { World($0) }, seed: 1).land
  }

  @Test("has the farms and plots that it says, in the place of synthetic ones")
  func example() throws {
    let land = try Self.land(Self.example)
    #expect(land.farms.map(\.area.rai) == [6.5, 7.25, 3])
    #expect(land.plots.map(\.farm) == [0, 0, 1, 2] && land.plots.map(\.area.rai) == [4.5, 2, 7.25, 3])
    #expect(land.farms.map(\.firstPlot) == [0, 2, 3] && land.farms.map(\.plotCount) == [2, 1, 1])
    #expect(land.plots[0].isTended && !land.plots[1].isTended && !land.plots[3].isTended)
    #expect(land.plots[0].certifiedQuantile < 0 && land.plots[1].certifiedQuantile > 0.18)
    #expect(land.plots[1].offSeasonQuantile < 1 && (1..<2).contains(land.plots[0].offSeasonQuantile))
    #expect(land.plots[3].offSeasonQuantile == 3 && land.plots[1].month == 12 && land.plots[0].month == 0)
    #expect(land.plots[0].vigour == 1 && land.plots[1].vigour == 0.85 && land.plots[3].vigour == 0.6)
    #expect(land.farms[2].picksItself && !land.farms[0].picksItself && land.farms[0].isLargePlot)
    #expect(land.farms[0].id == 1001 && land.rai == 16.75)
  }

  @Test("means the same however a spreadsheet writes it")
  func spellings() throws {
    let plain = "farm,district,rai,gap,season\nA,ban-thi,4.5,yes,in\nB,ban-thi,2,no,off\n"
    func signature(_ table: String) throws -> [String] {
      let land = try Self.land(table)
      return land.farms.map { "\($0)" } + land.plots.map { "\($0)" }
    }
    let meant = try signature(plain)
    for table in [
      "\u{feff}" + plain.replacing("\n", with: "\r\n"), plain.replacing("\n", with: "\r"), String(plain.dropLast()),
      plain.replacing(",", with: ";"), plain.replacing(",", with: "\t"), plain.replacing(",", with: " , "),
      "\"Farm\",\"DISTRICT\",\"rai\",GAP,season\n\"A\",\"บ้านธิ\",\"4.5\",มี,ในฤดู\n\n\"B\",Ban Thi,2,ไม่มี,off season\n",
      "gap,season,rai,district,farm\nyes,in,4.50,ban-thi,A\nfalse,off,2.0,ban-thi,B,,\n",
    ] { #expect(try signature(table) == meant, "\(table)") }
    let quoted = try Self.land("farm,district,rai\n\"A, \"\"the\n first\"\"\",ban-thi,1\n")
    #expect(quoted.farms[0].id == Register.id(of: "A, \"the\n first\""))
  }

  @Test(
    "is complained of by line and column",
    arguments: [
      ("", ["bad-table 1:1"]), ("\n\n", ["bad-table 1:1"]), ("farm,district,rai\n", ["bad-table 2:1"]),
      ("farm,rai\nA,4\n", ["missing-key 1:1"]),
      ("farm,distrct,rai\nA,ban-thi,4\n", ["missing-key 1:1", "unknown-key 1:6"]),
      ("farm,district,rai,rai\nA,ban-thi,4,4\n", ["duplicate-key 1:19"]),
      ("farm,district,rai,phone\nA,ban-thi,4,08\n", ["unused-column 1:19"]),
      ("farm,district,rai\nA,ban-thi,๔\n", ["thai-digits 2:11"]),
      (
        "farm,district,rai\nA,ban-thi,four\nB,ban-thi,0\nC,ban-thi,NaN\n",
        ["wrong-type 2:11", "out-of-range 3:11", "wrong-type 4:11"]
      ),
      ("farm,district,rai\nสวน,ban-thai,4\n", ["unknown-id 2:5"]),
      ("farm,district,rai\n,ban-thi,4\n", ["missing-key 2:1"]),
      ("farm,district,rai,gap\nA,ban-thi,4,perhaps\n", ["wrong-type 2:13"]),
      ("farm,district,rai,season\nA,ban-thi,4,both\n", ["wrong-type 2:13"]),
      ("farm,district,rai,month\nA,ban-thi,4,13\n", ["out-of-range 2:13"]),
      ("farm,district,rai\nA,ban-thi,4,5\n", ["bad-table 2:13"]),
      ("farm,district,rai\n\"A,ban-thi,4\n", ["bad-table 2:1"]),
      ("farm,district,rai\n\"A\"x,ban-thi,4\n", ["bad-table 2:4"]),
      ("farm,plot,district,rai\nA,1,ban-thi,4\nA,1,ban-thi,4\n", ["duplicate-key 3:3"]),
    ])
  func mistakes(table: String, expected: [String]) throws {
    #expect(try Self.complaints(table) == expected)
  }

  @Test("that is no text is refused, and of many mistakes enough are told")
  func hostile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.scenario("plots.csv").utf8).write(to: folder.appending(path: "here.json5"))
    try Data([0x66, 0x61, 0x72, 0x6d, 0xff, 0x0a]).write(to: folder.appending(path: "plots.csv"))
    let reading = try ScenarioReading(
      folder.path + "/here.json5", as: ScenarioFormat.format, library: ScenarioFormat.library)
    #expect(reading.diagnostics.map(\.kind.id) == ["not-utf8"])
    let rows = String(repeating: "A,nowhere,x\n", count: 100_000)
    let many = try Self.complaints("farm,district,rai\n" + rows)
    #expect(many.count == JSON5Limits.standard.diagnostics)
  }

  @Test("of a farm of many plots no name comes twice, and numbers may be spelt as one likes")
  func manyPlots() throws {
    let rows = (0..<40).map { "A,p\($0),ban-thi,1\n" }.joined()
    let header = "farm,plot,district,rai\n"
    #expect(try Self.land(header + rows).plots.count == 40)
    for twice in [0, 15, 16, 39] {
      #expect(try Self.complaints(header + rows + "A,p\(twice),ban-thi,1\n") == ["duplicate-key 42:3"])
    }
    let spelt = ["4.50", "04.5", "4.5e0", "45e-1", "+4.5", "4.500000000000000000", "\"4.5\""]
    let land = try Self.land(header + spelt.enumerated().map { "A,\($0),ban-thi,\($1)\n" }.joined())
    #expect(land.plots.map(\.area.rai) == spelt.map { _ in 4.5 })
  }

  @Test("may have a hundred thousand rows")
  func large() throws {
    let rows = (0..<100_000).map { "F\($0 / 2),\($0 % 2),ban-thi,\(1 + $0 % 7),yes\n" }.joined()
    let land = try Self.land("farm,plot,district,rai,gap\n" + rows)
    #expect(land.plots.count == 100_000 && land.farms.count == 50_000)
    #expect(Set(land.farms.map(\.id)).count > 49_990)
  }

  @Test("lies beside the scenario or below it, and nowhere else; its content belongs to what the scenario means")
  func places() throws {
    let table = "farm,district,rai\nA,ban-thi,4\n"
    func kinds(_ path: String, changes: [String] = []) throws -> [String] {
      let files = [
        "here.json5": Self.scenario(path), "deep/plots.csv": table, "plots.csv": table,
        "deep/base.json5": Self.scenario("plots.csv"),
      ]
      return try Self.reading(files, changes: changes).diagnostics.map(\.kind.id)
    }
    #expect(try kinds("plots.csv") == [] && kinds("deep/plots.csv") == [] && kinds("./deep/../plots.csv") == [])
    #expect(try kinds("none.csv") == ["table-not-found"] && kinds("deep") == ["table-not-found"])
    #expect(try kinds("/etc/hosts") == ["table-outside"] && kinds("../../../../../../etc/hosts") == ["table-outside"])
    #expect(try kinds("none.csv", changes: ["farms.register=deep/plots.csv"]) == [])
    #expect(try kinds("none.csv", changes: ["farms.register=null"]) == [])
    let below = try Self.reading([
      "here.json5": #"{ "extends": "deep/base.json5" }"#, "deep/base.json5": Self.scenario("plots.csv"),
      "deep/plots.csv": table,
    ])
    #expect(below.diagnostics.isEmpty)
    #expect(below.tree.tables["farms.register"]?.bytes == Array(table.utf8))
  }

  // MARK: Whose luck

  private static func many(_ count: Int, without: Int? = nil, reversed: Bool = false) -> String {
    let rows = (0..<count).filter { $0 != without }.flatMap { farm in
      [
        "F\(farm),a,ban-thi,\(1 + farm % 5),,",
        "F\(farm),b,ban-thi,2,\(farm % 3 == 0 ? "yes" : ""),\(farm % 4 == 0 ? "off" : "")",
      ]
    }
    return "farm,plot,district,rai,gap,season\n" + (reversed ? rows.reversed() : rows).joined(separator: "\n") + "\n"
  }

  @Test("gives every farm and plot the same, whoever else is in it and in whatever order")
  func owners() throws {
    func byOwner(_ land: Land) -> [String: [String]] {
      var found: [String: [String]] = [:]
      for farm in land.farms {
        let plots = land.plots[Int(farm.firstPlot)..<Int(farm.firstPlot + farm.plotCount)]
        let own =
          "\(farm.district) \(farm.area) \(farm.reservation) \(farm.picksItself) \(farm.isLargePlot) \(farm.stations) \(farm.km)"
        found["\(farm.id)"] =
          [own]
          + plots.map {
            "\($0.id) \($0.area) \($0.tendedQuantile) \($0.certifiedQuantile) \($0.offSeasonQuantile) \($0.monthDraw) "
              + "\($0.ripeningDraw) \($0.vigour) \($0.isTended)"
          }.sorted()
      }
      return found
    }
    let all = byOwner(try Self.land(Self.many(300)))
    #expect(all.count == 300)
    #expect(byOwner(try Self.land(Self.many(300, reversed: true))) == all)
    var fewer = byOwner(try Self.land(Self.many(300, without: 17)))
    #expect(fewer.count == 299)
    fewer["\(Register.id(of: "F17"))"] = all["\(Register.id(of: "F17"))"]
    #expect(fewer == all)
  }

  /// What became of every lot that was picked in a year, by the id of its farm.
  ///
  /// When and what was picked, where and when it came to a station, and what was bought of it; not for how much: a station
  /// pays what its buyers pay for all that it has.
  private static func lots(_ table: String, _ rest: String) throws -> [Int: [String]] {
    let reading = try reading(table, rest)
    #expect(!reading.hasErrors)
    let ways = Mutex<[Int: (farm: Int, way: String)]>([:])
    var plan = RunPlan(reading)
    plan.watch.listener = TraceListener { entry in
      guard case .whole(let lot)? = entry["lot"] else { return }
      // Lots are numbered as they are picked, so the number itself is another where a farm is missing.
      let said = entry.fields.filter { $0.key != "lot" && $0.key != "satang" }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      ways.withLock {
        if case .whole(let farm)? = entry["farm"] { $0[lot] = (farm, "") }
        $0[lot]?.way += "\(entry.event) at \(entry.at): \(said); "
      }
    }
    _ = SimulatedYears(plan).each { _, _, _ in }
    return Dictionary(grouping: ways.withLock { $0.values }) { $0.farm }.mapValues { $0.map(\.way).sorted() }
  }

  /// Nothing is scarce, and nobody waits for a better price.
  private static let plenty = #"""
    "run": { "reps": 1 }, "supply": { "in_season_kg_per_rai": 900 }, "labour": { "pickers": 160000 },
    "behaviour": { "reservation_level": 0 },
    "transport": { "pickups": { "vehicles": 22500 }, "trucks": { "vehicles": 4500 }, "reefers": { "vehicles": 3500 } },
    "border": { "slots_per_day": 375 }, "dried_stock": { "carry_in_t": 30000, "usual_carry_in_t": 30000 },
    "facilities": { "stations": { "bays": 200, "yard_t": 12000 }, "dryers": { "ovens": 17000 },
      "china-packers": { "line_t_per_hour": 240 }, "bunch-packers": { "line_t_per_hour": 189 },
      "traders": { "line_t_per_hour": 110 }, "golden-flesh": { "intake_t_per_day": 120 },
      "factories": { "intake_t_per_day": 450 }, "cold-rooms": { "room_t": 10000 } },
    """#

  @Test("without one farm lacks that farm's fruit and no other's, where nothing is scarce")
  func takenOut() throws {
    let all = try Self.lots(Self.many(300), Self.plenty)
    let gone = Int(Register.id(of: "F17"))
    #expect(all.count > 280 && all.values.reduce(0) { $0 + $1.count } > 1_000)
    #expect(all.values.joined().allSatisfy { $0.contains("bought") && $0.contains("delivered") })
    let fewer = try Self.lots(Self.many(300, without: 17), Self.plenty)
    #expect(all[gone]?.isEmpty == false)
    let changed = all.filter { $0.key != gone && fewer[$0.key] != $0.value }
    #expect(changed.isEmpty && fewer.count == all.count - 1)
  }
}
