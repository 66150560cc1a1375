import Experiments
import Foundation
import Reports
import ScenarioFile
import Testing

@testable import SupplyChain

@Suite("What happens in a year, told by run")
struct TraceCommandTests {
  private static let world = #"""
    {
      "extends": "lib:small", "farms": { "households": 540, "area_rai": 2700 }, "supply": { "in_season_t": 2600 },
      "facilities": { "dryers": { "sites": 4, "ovens": 34 } },
      "policies": { "as-is": {}, "fewer-pickers": { "scale": { "labour.pickers": 0.01 } } },
    }
    """#
  private static let few = ["run", "few.json5", "-q", "--policy", "fewer-pickers", "--rep", "2"]

  private struct Event {
    let line: String
    let members: [String: Any]

    var name: String { members["event"] as? String ?? "" }
    var time: String { members["at"] as? String ?? "" }

    func grams(_ key: String) -> Int {
      (members[key] as? [Int])?.reduce(0, +) ?? members[key] as? Int ?? 0
    }
  }

  private func events(_ text: String) throws -> [Event] {
    try text.split(separator: "\n").map { line in
      let members = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return Event(line: String(line), members: try #require(members))
    }
  }

  @Test("adds up to the books of the same year, in the order of time, and leaves out what is nothing")
  func addsUp() throws {
    let folder = try TemporaryFolder(["few.json5": Self.world])
    let answer = try Answer(to: Self.few + ["--audit", "--format", "csv", "--trace", "t.ndjson"], in: folder.url)
    #expect(answer.status == 0 && answer.errors == "", "\(answer.errors)")
    let text = try String(contentsOf: folder.url.appending(path: "t.ndjson"), encoding: .utf8)
    let all = try events(text)
    let head = try #require(all.first?.members)
    #expect(head["format"] as? String == "longan.trace/1" && head["year"] as? Int == 2)
    #expect(head["policy"] as? String == "fewer-pickers")
    let events = Array(all.dropFirst())
    #expect(events.map(\.time) == events.map(\.time).sorted() && events.count > 1_000)
    func booked(_ account: String, _ column: Int) throws -> Int {
      let row = answer.output.split(separator: "\n").first { $0.hasPrefix("fewer-pickers,2,mass,\(account),") }
      return try #require(row.flatMap { Int($0.split(separator: ",")[column]) })
    }
    // Books are opened when the first day that is shown begins.
    let shown = events.filter { $0.time >= "2021-01-01" }
    func told(_ name: String, _ key: String) -> Int {
      shown.filter { $0.name == name }.reduce(0) { $0 + $1.grams(key) }
    }
    #expect(try told("picked", "g") == booked("at-farm", 7))
    #expect(try told("left", "g") == booked("left-unpicked", 7) && told("left", "g") > 0)
    #expect(try told("bought", "trimmed_g") == booked("trimmed", 7))
    for event in events where ["left", "picked", "bought"].contains(event.name) { #expect(event.grams("g") > 0) }

    let again = try Answer(to: Self.few + ["--trace", "-"], in: folder.url)
    #expect(again.output == text && again.status == 0)
    let other = try Answer(
      to: ["run", "few.json5", "-q", "--policy", "fewer-pickers", "--trace", "-"], in: folder.url)
    #expect(other.output.contains("\"year\":1,") && other.output.count > 1_000 && other.output != text)
  }

  @Test("follows a lot back to its plot and forward to the customer")
  func lot() throws {
    let folder = try TemporaryFolder(["few.json5": Self.world])
    let year = ["run", "few.json5", "--policy", "as-is"]
    let all = try events(Answer(to: year + ["--trace", "-"], in: folder.url).output)
    // A lot of August that ended in a shipment.
    let shipped = try #require(all.last { $0.name == "shipped" && $0.time < "2021-09-01" })
    let batch = try #require((shipped.members["batches"] as? [Int])?.first)
    let made = try #require(all.first { $0.name == "batch" && $0.members["batch"] as? Int == batch })
    let lot = try #require((made.members["lots"] as? [[String: Int]])?.first?["lot"])
    let way = try events(Answer(to: year + ["--lot", "\(lot)", "--json"], in: folder.url).output)
    #expect(way.map(\.name).dropFirst().prefix(3) == ["picked", "delivered", "bought"])
    #expect(way.map(\.line).contains(shipped.line) && way.map(\.line).contains(made.line))
    let sold = try #require(way.last { $0.name == "sold" && $0.members["shipment"] != nil })
    #expect(way.contains { $0.name == "shipped" && $0.members["shipment"] as? Int == sold.members["shipment"] as? Int })
    #expect(Set(way.map(\.line)).isSubset(of: all.map(\.line)))
    for language in ["en", "th"] {
      let told = try Answer(to: year + ["--lot", "\(lot)", "--lang", language], in: folder.url)
      #expect(told.status == 0 && told.output.contains("\(lot)"))
      // Two lines above the events and an empty one; a head in JSON.
      #expect(told.output.split(separator: "\n").count == way.count + 1)
    }
    let none = try Answer(to: year + ["--lot", "4000000000"], in: folder.url)
    #expect(none.status == 2 && none.output == "")
    #expect(none.errors.contains("error: there is no lot 4000000000 in this year\nhelp: lots have the numbers 0 to "))
  }

  /// One event of each kind.
  private static let entries: [TraceEntry] = {
    func entry(_ hour: Int, _ event: String, _ fields: [(key: String, value: TraceEntry.Value)]) -> TraceEntry {
      TraceEntry(at: (213 * 24 + hour) * 60 + 5, event: event, fields: fields)
    }
    let parts = TraceEntry.Value.parts([.init(lot: 7, grams: 1_150_000), .init(lot: 9, grams: 500)])
    let fruit = TraceEntry.Value.fruit([1_000_000, 200_000, 1, 0])
    return [
      entry(
        8, "picked",
        [
          ("lot", .whole(7)), ("farm", .whole(41)), ("plot", .whole(88)), ("district", .district(0)),
          ("form", .text("loose")), ("gap", .whole(1)), ("g", fruit),
        ]),
      entry(10, "delivered", [("lot", .whole(7)), ("station", .whole(3))]),
      entry(
        11, "bought",
        [
          ("lot", .whole(7)), ("station", .whole(3)), ("g", fruit), ("satang", .whole(2_400_050)),
          ("trimmed_g", .whole(20_000)), ("refused_g", .whole(0)),
        ]),
      entry(15, "sent", [("load", .whole(5)), ("station", .whole(3)), ("buyer", .whole(2)), ("lots", parts)]),
      entry(16, "arrived", [("load", .whole(5)), ("buyer", .whole(2))]),
      entry(20, "spoiled", [("place", .text("buyer-intake")), ("buyer", .whole(2)), ("lots", parts)]),
      entry(
        21, "batch", [("batch", .whole(6)), ("buyer", .whole(2)), ("facility", .facility(0)), ("lots", parts)]),
      entry(22, "worked", [("batch", .whole(6)), ("fresh_g", fruit)]),
      entry(
        23, "shipped",
        [("shipment", .whole(4)), ("buyer", .whole(2)), ("market", .market(0)), ("batches", .numbers([6]))]),
      entry(30, "sold", [("batch", .whole(6)), ("market", .market(1)), ("g", fruit)]),
      entry(31, "spoiled", [("place", .text("cold")), ("buyer", .whole(2)), ("batch", .whole(6)), ("g", fruit)]),
      entry(
        99, "sold",
        [
          ("shipment", .whole(4)), ("market", .market(0)), ("g", fruit), ("spoiled_g", .whole(3)),
          ("satang", .whole(9_000_000)),
        ]),
      entry(99, "spoiled", [("place", .text("station")), ("lot", .whole(7)), ("g", fruit)]),
    ]
  }()

  @Test("looks like this", arguments: [Language.english, .thai])
  func golden(language: Language) throws {
    let plan = RunPlan(try ScenarioReading("lib:small", as: ScenarioFormat.format, library: ScenarioFormat.library))
    var way = LotWay(lot: 7)
    for entry in Self.entries { way.hear(entry) }
    let text = LotStory(plan, way, year: 2, language).lines.joined(separator: "\n") + "\n"
    try expectGolden(text, "run-lot.\(language == .thai ? "th" : "en")")
    let json = LotStory(plan, way, year: 2, language).jsonLines.joined(separator: "\n") + "\n"
    try expectGolden(json, "run-lot.ndjson")
  }

  @Test(
    "is asked for with what goes together",
    arguments: [
      (["--lot", "3", "--audit"], 2, "`--audit` and `--lot` are two answers\nhelp: one of them at a time\n"),
      (["--lot", "3", "--trace", "-"], 2, "two answers go to standard output\nhelp: name a file for --trace\n"),
      (["--lot", "x"], 2, "`--lot` cannot be `x`\nhelp: a whole number from 0 to 4294967295\n"),
      (["--lot", "3", "--format", "csv"], 2, "the way of a lot is no table\nhelp: --json\n"),
      (["--trace", "t", "--report", "r.html"], 2, "`--trace` has no use for `--report`\n"),
      (
        ["--trace", "t", "--policy", "as-is", "--policy", "fewer-pickers"], 2,
        "what happens is told for one policy\nhelp: --policy as-is\n"
      ),
      (["--trace", "none/t"], 3, "cannot write none/t: the folder `none` does not exist\nhelp: mkdir none\n"),
    ])
  func refused(flags: [String], status: Int32, message: String) throws {
    let folder = try TemporaryFolder(["few.json5": Self.world])
    let answer = try Answer(to: ["run", "few.json5", "-q"] + flags, in: folder.url)
    #expect(answer == Answer(status: status, output: "", errors: "error: " + message))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["few.json5"])
  }
}
