import Foundation
import ScenarioFile
import Testing

@Suite("Doubt, as run shows it")
struct DoubtCommandTests {
  private static let world = #"""
    { "extends": "lib:small", "farms": { "households": 540, "area_rai": 2700 }, "supply": { "in_season_t": 2600 },
      "doubt": { "facilities.dryers.ovens": { "dist": "uniform", "low": 8, "high": 60 } } }
    """#

  @Test("is the same of a scenario and of what show --json makes of it, and the plain numbers stay")
  func flat() throws {
    let folder = try TemporaryFolder(["few.json5": Self.world])
    let flags = ["-n", "3", "--format", "csv"]
    let doubted = try Answer(to: ["run", "few.json5", "--doubt"] + flags, in: folder.url)
    let flat = try Answer(to: ["show", "few.json5", "--json"], in: folder.url)
    let again = try Answer(to: ["run", "-", "--doubt"] + flags, in: folder.url, input: flat.output)
    #expect(doubted.status == 0 && again == doubted, "\(again.errors)")
    let plain = try Answer(to: ["run", "few.json5"] + flags, in: folder.url)
    let (with, without) = (doubted.output.split(separator: "\n"), plain.output.split(separator: "\n"))
    #expect(with.count == without.count && with[0] == without[0] + ",doubt_p05,doubt_p50,doubt_p95")
    #expect(zip(with, without).allSatisfy { $0.hasPrefix($1 + ",") })
    let differing = with.dropFirst().count { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return cells[12] != cells[cells.count - 3]
    }
    #expect(differing > with.count / 2)
    #expect(try Answer(to: ["run", "few.json5", "--doubt", "-j", "1"] + flags, in: folder.url) == doubted)
  }

  @Test("stands beside the plain range, in both languages, for one policy and for two", arguments: ["en", "th"])
  func table(language: String) throws {
    let policies =
      Self.world.dropLast(2) + #", "policies": { "as-is": {}, "less": { "scale": { "labour.pickers": 0.5 } } } }"#
    let folder = try TemporaryFolder(["one.json5": Self.world, "two.json5": String(policies)])
    for (file, count) in [("one.json5", 1), ("two.json5", 2)] {
      let answer = try Answer(to: ["run", file, "--doubt", "-n", "2", "--lang", language], in: folder.url)
      #expect(answer.status == 0, "\(answer.errors)")
      let words = language == "th" ? "เมื่อไม่แน่ใจ" : "with doubt"
      #expect(answer.output.components(separatedBy: words).count - 1 >= count)
      #expect(answer.output.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 100 })
    }
  }

  @Test("is drawn in a single year, in its books, and in a sweep")
  func elsewhere() throws {
    let folder = try TemporaryFolder(["few.json5": Self.world])
    let audit = ["run", "few.json5", "--audit", "--format", "csv"]
    #expect(
      try Answer(to: audit + ["--doubt"], in: folder.url).output != Answer(to: audit, in: folder.url).output)
    let sweep = ["sweep", "few.json5", "--axis", "supply.in_season.spread_days=11,15", "-n", "2", "-j", "1", "-q"]
    func results(_ flags: [String], _ name: String) throws -> String {
      let answer = try Answer(to: sweep + ["-o", name] + flags, in: folder.url)
      #expect(answer.status == 0, "\(answer.errors)")
      return try String(contentsOf: folder.url.appending(path: name + "/results.csv"), encoding: .utf8)
    }
    let doubted = try results(["--doubt"], "a")
    #expect(try doubted != results([], "b"))
    #expect(try Answer(to: sweep + ["-o", "a"], in: folder.url).status == 2)
  }
}
