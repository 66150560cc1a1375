import Foundation
import Testing

@Suite("Sweeps, from the command line")
struct SweepTests {
  /// A tenth of the small district: a year takes some milliseconds.
  static let tiny = """
    { "extends": "lib:small", "farms": { "households": 270, "area_rai": 1350 }, "supply": { "in_season_t": 1150 },
      "labour": { "pickers": 160 }, "facilities": { "stations": { "sites": 2 }, "dryers": { "sites": 3, "ovens": 17 } },
      "policies": { "base": {}, "more": { "scale": { "labour.pickers": 2 } } },
      "sweep": { "reps": 2, "axes": { "supply.offseason_share": { "from": 0.1, "to": 0.3, "step": 0.1 },
        "border.slots_per_day": { "values": [0.5, 4] } } } }
    """

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(["tiny.json5": Self.tiny]) }

  @discardableResult
  private func run(_ words: String, status: Int32 = 0, environment: [String: String] = [:]) throws -> Answer {
    let answer = try Answer(
      to: words.split(separator: " ").map(String.init), in: folder.url, environment: environment)
    #expect(answer.status == status, "longan \(words): \(answer.errors)")
    return answer
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }

  private func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  @Test("workers, shares, resuming and more replications change no byte of the results")
  func same() throws {
    try run("sweep tiny.json5 -o one -j 1")
    let wanted = try bytes("one/results.csv")
    #expect(wanted.count > 12 * 500 && String(decoding: wanted, as: UTF8.self).split(separator: "\n").count == 25)
    try run("sweep tiny.json5 -o many -j 3")
    #expect(try bytes("many/results.csv") == wanted)
    for share in 0..<3 { try run("sweep tiny.json5 -o shares --shard \(share)/3 -j 1") }
    try run("merge shares --verify 30%")
    #expect(try bytes("shares/results.csv") == wanted)
    // The same years in two rounds.
    try run("sweep tiny.json5 -o rounds -n 1 -j 2")
    try run("sweep tiny.json5 -o rounds -n 2 -j 2")
    #expect(try bytes("rounds/results.csv") == wanted)
    let again = try run("sweep tiny.json5 -o rounds")
    #expect(again.errors.contains("24/24 runs, 24 from before, 0 failed"))
  }

  @Test("a policy that sets an axis is no hindrance to a sweep of the others")
  func chosen() throws {
    let hides = ["--set", "policies.more.set.border.slots_per_day=3", "--policy", "base"]
    try run((["sweep", "tiny.json5", "-o", "out", "-n", "1", "-j", "1"] + hides).joined(separator: " "))
    #expect(try text("out/results.csv").split(separator: "\n").count == 1 + 6)
    #expect(try run("status out").output == "6/6 runs  100 %  0 failed\n")
  }

  @Test("status and merge tell what is missing, and which shares to run again")
  func missing() throws {
    try run("sweep tiny.json5 -o out --shard 1/2 -j 2")
    let status = try run("status out --shards 2", status: 4)
    #expect(status.output.contains("to run again: shards 0 of 2"))
    #expect(try run("status out --shards 2 --json", status: 4).output.contains("\"shards\":\"0\""))
    try run("merge out", status: 4)
    try run("sweep tiny.json5 -o out --shard 0/2 -j 2")
    try run("merge out")
    #expect(try run("status out").output == "24/24 runs  100 %  0 failed\n")
  }

  @Test("blocks that are torn, swapped, changed or foreign are run again, and nothing else is")
  func spoiled() throws {
    try run("sweep tiny.json5 -o out -n 4 -j 2")
    let wanted = try bytes("out/results.csv")
    let blocks = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "out/blocks").path)
      .sorted()
    #expect(blocks.count >= 2)
    func block(_ number: Int) -> URL { folder.url.appending(path: "out/blocks/\(blocks[number])") }
    let (first, second) = (try Data(contentsOf: block(0)), try Data(contentsOf: block(1)))
    let edited = Data(String(decoding: first, as: UTF8.self).replacing("ok", with: "OK").utf8)
    for spoiled in [first.prefix(first.count / 2), second, edited, Data(), first + first] {
      try spoiled.write(to: block(0))
      let answer = try run("sweep tiny.json5 -o out -n 4 -j 2")
      #expect(answer.errors.contains("failed") && !answer.errors.contains("48/48 runs, 48 from before"))
      #expect(try Data(contentsOf: block(0)) == first)
      #expect(try bytes("out/results.csv") == wanted)
      #expect(!answer.errors.contains(", 0 from before"))
    }
    try run("sweep tiny.json5 -o other -n 4 -j 2 --seed 9")
    try Data(contentsOf: folder.url.appending(path: "other/blocks/\(blocks[0])")).write(to: block(0))
    #expect(try run("status out", status: 4).output.contains("1 blocks are spoiled"))
    try run("merge out", status: 4)
    try run("sweep tiny.json5 -o out -n 4 -j 2")
    #expect(try bytes("out/results.csv") == wanted)
  }

  @Test("a block that comes out differently the second time is our fault")
  func notReproducible() throws {
    try run("sweep tiny.json5 -o out -j 2")
    let name = "out/blocks/000000.part"
    // A whole block with another number in it, as a machine that computes wrongly would leave.
    let lines = try text(name).split(separator: "\n").map(String.init)
    let rows = lines.dropLast().joined(separator: "\n").replacing("ok,,0.1,0.5,", with: "ok,,0.1,0.5,1") + "\n"
    let hash = try Answer(running: "/usr/bin/env", ["sha256sum"], input: rows).output.prefix(64)
    let trailer = try #require(lines.last)
    let old = try #require(trailer.firstRange(of: /"bytes": \d+, "sha256": "[0-9a-f]+"/))
    let changed = trailer.replacingCharacters(in: old, with: "\"bytes\": \(rows.utf8.count), \"sha256\": \"\(hash)\"")
    try folder.write(rows + changed + "\n", to: name)
    #expect(try run("merge out --verify 100%", status: 70).errors.contains("came out differently the second time"))
  }

  /// Only debug builds rehearse mishaps.
  @Test(
    "a year that crashes costs its row, and its like under other policies; the rest is as ever",
    arguments: [("trap", Int32(0), "failed,crashed: SIGILL"), ("stop", 70, "broken,Rehearsal: books do not balance")])
  func crash(kind: String, status: Int32, reason: String) throws {
    try run("sweep tiny.json5 -o good -j 2")
    let answer = try run(
      "sweep tiny.json5 -o out -j 2", status: status, environment: ["LONGAN_REHEARSE": "\(kind) 3 1"])
    #expect(answer.errors.contains("2 failed"))
    let (good, out) = (
      try text("good/results.csv").split(separator: "\n"), try text("out/results.csv").split(separator: "\n")
    )
    #expect(good.count == out.count)
    let different = zip(good, out).filter { $0 != $1 }
    #expect(different.count == 2 && different.allSatisfy { $0.1.contains(",3,") && $0.1.contains(reason) })
    #expect(different.allSatisfy { $0.1.count { $0 == "," } == $0.0.count { $0 == "," } })
    #expect(try run("status out", status: status).output.contains("2 failed"))
    try run("sweep tiny.json5 -o out --strict", status: status == 0 ? 1 : 70)
  }

  @Test("a worker that is killed is no result: what is finished stays, and the same again goes on")
  func killed() throws {
    try run("sweep tiny.json5 -o out -n 4 -j 1", status: 75, environment: ["LONGAN_REHEARSE": "kill 5 3"])
    let status = try run("status out", status: 4)
    #expect(!status.output.hasPrefix("0/48") && status.output.contains(" 0 failed"))
    try run("sweep tiny.json5 -o out -n 4 -j 1")
    try run("sweep tiny.json5 -o good -n 4 -j 2")
    let (out, good) = (try bytes("out/results.csv"), try bytes("good/results.csv"))
    #expect(out == good)
  }

  @Test("a folder that was only begun, for this plan or another, is taken over; one that holds more is left alone")
  func begun() throws {
    try run("sweep tiny.json5 -o good -n 1 -j 2")
    for name in ["out", "mine"] {
      for part in ["blocks", "attempts"] {
        try FileManager.default.createDirectory(
          at: folder.url.appending(path: "\(name)/\(part)"), withIntermediateDirectories: true)
      }
      for file in ["points.csv", "scenario.json5", "manifest.json.abc.tmp"] {
        try folder.write("of another plan", to: "\(name)/\(file)")
      }
    }
    try run("sweep tiny.json5 -o out -n 1 -j 2")
    for file in ["results.csv", "points.csv", "scenario.json5", "manifest.json"] {
      #expect(try bytes("out/\(file)") == bytes("good/\(file)"), "\(file)")
    }
    try folder.write("mine", to: "mine/notes.txt")
    #expect(try run("sweep tiny.json5 -o mine -n 1", status: 2).errors.contains("mine holds other things"))
    #expect(try text("mine/points.csv") == "of another plan")
  }

  @Test("a request that cannot be met stops before any work, in both languages", arguments: ["en", "th"])
  func refused(language: String) throws {
    try run("sweep tiny.json5 -o out -n 1 -j 2")
    let kept = try bytes("out/results.csv")
    var said = ""
    let requests: [(String, Int32)] = [
      ("sweep tiny.json5", 2), ("sweep lib:small -o new", 2), ("sweep tiny.json5 -o new --shard 3/3", 2),
      ("sweep tiny.json5 -o new --axis supply.offseason_shares=0..1/0.1", 2),
      ("sweep tiny.json5 -o new --axis supply.offseason_share=10..50/10", 2),
      ("sweep tiny.json5 -o new --axis labour.pickers=1..2", 2),
      ("sweep tiny.json5 -o new --axis labour.pickers=5,many", 2),
      ("sweep tiny.json5 -o new --set supply.offseason_share=0.2", 2),
      ("sweep tiny.json5 -o new --set policies.more.set.border.slots_per_day=3", 2),
      ("sweep tiny.json5 -o out --set supply.in_season_t=1200", 2), ("sweep tiny.json5 -o no/such/folder", 3),
      ("sweep tiny.json5 -o tiny.json5", 2), ("sweep tiny.json5 -o .", 2), ("status no-such-folder", 3), ("merge .", 2),
      ("merge out --verify 200%", 2), ("sweep tiny.json5 -o new --until unsold_t", 2), ("why tiny.json5", 2),
      ("emit slrum tiny.json5", 2),
    ]
    for (request, status) in requests {
      let answer = try run("\(request) --lang \(language)", status: status)
      #expect(answer.output == "")
      said += "$ longan \(request)\n\(answer.errors)\n"
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "new").path))
    }
    try expectGolden(said, "sweep-refused.\(language)")
    #expect(try bytes("out/results.csv") == kept)
  }

  @Test("the points can be listed and counted without running them")
  func listed() throws {
    let points = try run("sweep tiny.json5 --list").output.split(separator: "\n")
    #expect(points.count == 7 && points[1] == "0,0.1,0.5" && points[6] == "5,0.3,4.0")
    let counts = try run("sweep tiny.json5 --dry-run").output
    #expect(counts.hasPrefix("2 axes, grid, 6 points × 2 years × 2 policies = 24 simulated years\n"))
    #expect(counts.contains("supply.offseason_share  0.1 to 0.3 by 0.1  today 0.32"))
  }

  @Test("columns that begin with whole numbers keep their decimals, and tell their types and units")
  func columns() throws {
    try run(
      "sweep tiny.json5 -o out -n 1 -j 2 --axis border.slots_per_day=1,2.5 --axis calendar.to=2564-11-30,2564-12-31")
    let table = try text("out/results.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let slots = try #require(table[0].firstIndex(of: "border.slots_per_day"))
    #expect(Set(table.dropFirst().map { $0[slots] }) == ["1.0", "2.5"])
    let days = try #require(table[0].firstIndex(of: "calendar.to"))
    #expect(Set(table.dropFirst().map { $0[days] }) == ["2021-11-30", "2021-12-31"])
    #expect(table.allSatisfy { $0.count == table[0].count } && Set(table[0]).count == table[0].count)
    let schema = try #require(try JSONSerialization.jsonObject(with: bytes("out/columns.json")) as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: String]])
    #expect(fields.map { $0["name"] } == table[0].map { String($0) })
    let share = fields.first { $0["name"] == "supply.offseason_share" }
    #expect(share?["type"] == "number" && share?["unit"] == "share")
    let trough = fields.first { $0["name"] == "loose.AA.price_trough_date" }
    #expect(trough?["type"] == "date")
    let results = try text("out/results.csv")
    #expect(!results.contains("nan") && !results.contains("inf,"))
  }

  @Test("years are added until a measure is known precisely enough, and never beyond the most")
  func until() throws {
    let loose = try run("sweep tiny.json5 -o out -j 2 --until unsold_t=1e9 --axis border.slots_per_day=1")
    #expect(loose.errors.contains("unsold_t is known to ±1,000,000,000 everywhere after 20 years"))
    let strict = try run("sweep tiny.json5 -o out -j 2 -n 25 --until unsold_t=0.001 --axis border.slots_per_day=1")
    #expect(strict.errors.contains("25 years are not enough"))
    #expect(try text("out/results.csv").split(separator: "\n").count == 3 * 25 * 2 + 1)
    try run("sweep tiny.json5 -o out --shard 0/2 --until unsold_t=5", status: 2)
    try run("sweep tiny.json5 -o out --until unsold_t", status: 2)
  }

  @Test("the best is named with the difference that does not matter")
  func best() throws {
    let answer = try run(
      "sweep tiny.json5 -o out -j 2 -n 40 --indifference unsold_t=1e9 --axis border.slots_per_day=0.5,4")
    #expect(answer.output.hasPrefix("best in unsold_t: point "))
    #expect(answer.output.contains("chosen after 20 years") || answer.output.contains("chosen after 21 years"))
  }

  @Test("a summary has a row for each measure of a point and a policy, and policies are compared in pairs")
  func summaries() throws {
    try run("sweep tiny.json5 -o out -n 5 -j 2")
    func rows(_ name: String) throws -> [[Substring]] {
      try text(name).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
    let (results, summary, paired) = (
      try rows("out/results.csv"), try rows("out/summary.csv"), try rows("out/paired.csv")
    )
    #expect(
      summary[0] == [
        "point", "supply.offseason_share", "border.slots_per_day", "policy", "measure", "unit", "n", "mean", "mean_low",
        "mean_high", "sd", "p05", "p50", "p95", "worst10",
      ])
    let column = try #require(results[0].firstIndex(of: "unsold_t"))
    let wanted = results.filter { $0[1] == "3" }.reduce(into: ["base": 0.0, "more": 0.0]) { sums, row in
      sums[String(row[2]), default: 0] += (Double(row[column]) ?? .nan) / 5
    }
    for (policy, mean) in wanted {
      let row = try #require(summary.first { $0[0] == "3" && $0[3] == policy && $0[4] == "unsold_t" })
      #expect(row[5] == "t" && row[6] == "5" && abs((Double(row[7]) ?? .nan) - mean) < 1e-6)
    }
    let pair = try #require(paired.first { $0[0] == "3" && $0[5] == "unsold_t" })
    let change = try #require(Double(pair[8]))
    #expect(pair[3] == "more" && pair[4] == "base" && pair[7] == "5" && pair[14] == "1")
    #expect(abs(change - ((wanted["more"] ?? 0) - (wanted["base"] ?? 0))) < 1e-6)
  }

  @Test(
    "a tornado, Morris' screening and Sobol' indices tell what matters", arguments: ["tornado", "morris", "saltelli"])
  func sensitivity(design: String) throws {
    try folder.write(
      """
      { "extends": "./tiny.json5", "policies": { "more": null }, "sweep": { "design": "\(design)", "points": 4, "where": "",
        "axes": { "border.slots_per_day": { "values": [0.5, 4] }, "supply.offseason_share": { "from": 0.1, "to": 0.5 } } } }
      """, to: "what.json5")
    try run("sweep what.json5 -o out -j 2")
    let rows = try text("out/sensitivity.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows[0] == ["measure", "unit", "axis", "method", "term", "value", "low", "high", "dropped"])
    let shares = rows.filter { $0[0] == "tonnage.offseason_share_reached" && $0[2] == "supply.offseason_share" }
    let terms = [
      "tornado": ["low", "high", "swing"], "morris": ["mu", "mu_star", "sigma"], "saltelli": ["first", "total"],
    ]
    #expect(shares.map { String($0[4]) } == terms[design])
    // More planned off season is more off season.
    let number = try #require(Double(shares[design == "tornado" ? 2 : 0][5]))
    #expect(number > 0)
  }

  @Test(
    "scripts for engines name every share, and quote what a shell would take apart",
    arguments: ["slurm", "parallel", "kubernetes"])
  func scripts(engine: String) throws {
    let answer = try run("emit \(engine) tiny.json5 -o out --shards 4 --set title=O'Neil -n 3")
    try expectGolden(answer.output, "emit-\(engine)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
    try run("emit \(engine) tiny.json5 -o out", status: 2)
    try run("emit \(engine) tiny.json5 --shards 3", status: 2)
  }

  @Test("why tells what each setting of a policy accounts for, and its parts add up")
  func why() throws {
    let answer = try run("why tiny.json5 --policy more -n 2 --format csv")
    let rows = answer.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.count == 2 && rows[1][0] == "scale.labour.pickers" && rows[1][2] == "2" && rows[1][4] == rows[1][7])
    let doubted = try run("why tiny.json5 --policy more -n 2 --doubt --lang en").output
    #expect(doubted.contains("2 simulated years of each of 2 groups, with doubt\n") && doubted.contains("1 → 2"))
    try run("why tiny.json5", status: 2)
    try run("why tiny.json5 --policy base", status: 2)
    try run("why tiny.json5 --policy mor", status: 2)
    try run("why tiny.json5 --policy more --metric unsolds_t", status: 2)
  }
}
