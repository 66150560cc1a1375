import Foundation
import ScenarioFile
import Testing

@testable import Experiments

@Suite("What a sweep plans")
struct SweepPlanTests {
  private static let sweep = """
    "sweep": { "axes": { "supply.offseason_share": { "from": 0.1, "to": 0.5, "step": 0.1 },
      "labour.pickers": { "values": [1200, 1600] } } }
    """

  private func plan(_ more: String, _ request: SweepPlan.Request = .init(), changes: [String] = []) throws -> SweepPlan
  {
    let reading = Seasons.reading("small", "{ \(more) }", changes: changes)
    let (plan, diagnostics) = SweepPlan.make(reading, request)
    return try #require(plan, "\(reading.diagnostics.map(\.message.english) + diagnostics.map(\.message.english))")
  }

  private func complaints(_ more: String) -> [String] {
    Seasons.reading("small", "{ \(more) }").diagnostics.filter { $0.kind.severity == .error }.map(\.kind.id)
  }

  @Test("values between two numbers are spelled as they would be written")
  func decimals() throws {
    let plan = try plan(Self.sweep)
    let table = PointTable(plan)
    #expect(table.header == "point,supply.offseason_share,labour.pickers")
    #expect(
      (0..<plan.pointCount).map { table.line($0) } == [
        "0,0.1,1200.0", "1,0.1,1600.0", "2,0.2,1200.0", "3,0.2,1600.0", "4,0.3,1200.0", "5,0.3,1600.0", "6,0.4,1200.0",
        "7,0.4,1600.0", "8,0.5,1200.0", "9,0.5,1600.0",
      ])
  }

  @Test("`where` keeps the points for which it holds, && before ||")
  func condition() throws {
    let kept = try plan(
      Self.sweep.dropLast(1) + """
        , "where": "supply.offseason_share <= 0.1 || supply.offseason_share > 0.4 && labour.pickers < 1500" }
        """)
    #expect(
      (0..<kept.pointCount).map { kept.values(at: $0).map { $0.line() } } == [
        ["0.1", "1200"], ["0.1", "1600"], ["0.5", "1200"],
      ])
  }

  @Test(
    "a tornado leaves what it does not move at the scenario's own value, sampled designs stay between the ends",
    arguments: ["tornado", "lhs", "sobol", "morris", "saltelli"])
  func designs(name: String) throws {
    let plan = try plan(
      """
      "sweep": { "design": "\(name)", "points": 8, "axes": { "supply.offseason_share": { "from": 0.1, "to": 0.5 },
        "labour.pickers": { "from": 1200, "to": 1600 } } }
      """)
    let values = (0..<plan.pointCount).map { plan.values(at: $0).map { $0.line() } }
    let counts = ["tornado": 5, "lhs": 8, "sobol": 8, "morris": 24, "saltelli": 32]
    #expect(plan.pointCount == counts[name])
    if name == "tornado" {
      #expect(values == [["0.32", "1600"], ["0.1", "1600"], ["0.5", "1600"], ["0.32", "1200"], ["0.32", "1600"]])
    }
    for value in values {
      #expect((0.1...0.5).contains(Double(value[0]) ?? 0) && (1200...1600).contains(Double(value[1]) ?? 0))
    }
  }

  @Test(
    "what cannot be laid out is an error of the file",
    arguments: [
      (#""axes": { "labour.pickers": { "from": 1, "to": 2 } }"#, "bad-axis"),
      (#""axes": { "labour.pickers": { "values": [] } }"#, "bad-axis"),
      (#""axes": { "labour.pickers": { "values": [5, 5] } }"#, "bad-axis"),
      (#""axes": { "labour.pickers": { "values": [-5] } }"#, "out-of-range"),
      (#""axes": { "labour.pickers": { "from": 5, "to": 1, "step": 1 } }"#, "bad-axis"),
      (#""axes": { "labour.pickers": { "from": 5, "to": 9, "step": 0 } }"#, "bad-axis"),
      (#""axes": { "labour.picker": { "values": [5] } }"#, "unknown-path"),
      (#""axes": { "facilities.stations.sites": { "values": [1.5] } }"#, "out-of-range"),
      (#""axes": { "title": { "values": ["=1+1"] } }"#, "bad-axis"),
      (
        #""axes": { "labour.pickers": { "from": 1, "to": 9000, "step": 1 }, "border.slots_per_day": { "from": 1, "to": 9, "step": 0.001 } }"#,
        "too-many-points"
      ),
      (#""design": "sobol", "points": 12, "axes": { "labour.pickers": { "from": 1, "to": 9 } }"#, "bad-design"),
      (
        #""design": "zip", "axes": { "labour.pickers": { "values": [1, 2] }, "border.slots_per_day": { "values": [1] } }"#,
        "bad-design"
      ),
      (#""axes": { "labour.pickers": { "values": [5] } }, "where": "labour.pickers < 5""#, "bad-where"),
      (#""axes": { "labour.pickers": { "values": [5] } }, "where": "labour.pickers <""#, "bad-where"),
      (#""axes": { "labour.pickers": { "values": [5] } }, "where": "labour.picker < 5""#, "bad-where"),
      (
        #""design": "morris", "axes": { "labour.pickers": { "from": 1, "to": 5 } }, "where": "labour.pickers < 5""#,
        "bad-where"
      ),
    ])
  func refused(sweep: String, kind: String) {
    #expect(complaints("\"sweep\": { \(sweep) }") == [kind])
  }

  @Test("an axis that a policy also sets is an error, one that it only scales is none")
  func hidden() {
    let axis = #""sweep": { "axes": { "labour.pickers": { "values": [5, 6] } } }"#
    #expect(complaints(axis + #", "policies": { "a": { "set": { "labour.pickers": 7 } } }"#) == ["policy-hides-axis"])
    #expect(complaints(axis + #", "policies": { "a": { "scale": { "labour.pickers": 2 } } }"#).isEmpty)
  }

  @Test("of policies that are chosen only those count that hide an axis")
  func chosen() {
    let file = """
      "sweep": { "axes": { "labour.pickers": { "values": [5, 6] } } },
      "policies": { "a": {}, "b": { "set": { "labour.pickers": 7 } }, "c": { "set": { "labour.pickers": 8 } } }
      """
    func complaints(_ policies: [String]) -> [String] {
      var request = SweepPlan.Request()
      request.policies = policies
      let diagnostics = SweepPlan.make(Seasons.reading("small", "{ \(file) }"), request).diagnostics
      return diagnostics.map { "\($0.kind.id) \($0.message.english.contains("`c`") ? "c" : "b")" }
    }
    #expect(complaints(["a"]).isEmpty)
    #expect(complaints(["a", "c"]) == ["policy-hides-axis c"])
    #expect(complaints([]) == ["policy-hides-axis b", "policy-hides-axis c"])
  }

  @Test("a share whose group has a rest can be swept, one whose group has none cannot")
  func rests() throws {
    let axis = #""sweep": { "axes": { "supply.grade_share.AA": { "values": [0.1, 0.2] } } }"#
    let plan = try plan(axis + #", "supply": { "grade_share": { "AA": 0.2, "A": 0.3, "B": 0.3, "C": "rest" } }"#)
    let shares = (0..<2).map { point in
      plan.reading(at: point).entries.first { $0.path == "supply.grade_share.C" }?.value
    }
    #expect(shares == ["0.3", "0.2"])
    let fixed = Seasons.reading(
      "small", "{ \(axis), \"supply\": { \"grade_share\": { \"AA\": 0.2, \"A\": 0.3, \"B\": 0.3, \"C\": 0.2 } } }")
    #expect(SweepPlan.make(fixed, .init()).diagnostics.map(\.kind.id) == ["shares-do-not-add-up"])
  }

  @Test("every run is in one block, blocks do not span rounds, and points are outermost in a round")
  func blocks() throws {
    var plan = try plan(Self.sweep + #", "policies": { "a": {}, "b": { "scale": { "labour.pickers": 2 } } }"#)
    for replications in [3, 1, 4] { plan.append(replications: replications) }
    #expect(plan.runs == 10 * 8 * 2)
    var seen: [SweepRun] = []
    for block in 0..<plan.blocks {
      for number in plan.runs(ofBlock: block) {
        #expect(number == seen.count)
        seen.append(plan.run(number))
      }
    }
    #expect(seen.count == plan.runs)
    #expect(seen[0..<4].map(\.policy) == [0, 1, 0, 1] && seen[0..<6].map(\.replication) == [0, 0, 1, 1, 2, 2])
    #expect(Set(seen.map { [$0.point, $0.replication, $0.policy] }).count == plan.runs)
    #expect(seen[0..<60].allSatisfy { $0.replication < 3 } && seen[60..<80].allSatisfy { $0.replication == 3 })
  }

  @Test("a block is some ten seconds of work, and there are never more than ten thousand")
  func blockSizes() {
    func blocks(_ runs: Int, _ seconds: Double) -> Int {
      let size = SweepRound.runsPerBlock(runs: runs, runsPerPoint: 20, policies: 1, secondsPerRun: seconds)
      return (runs + size - 1) / size
    }
    #expect(blocks(1_000_000, 0.6) <= 10_000 && blocks(1_000_000_000, 0.6) <= 10_000)
    #expect(SweepRound.runsPerBlock(runs: 100_000, runsPerPoint: 20, policies: 1, secondsPerRun: 0.5) == 20)
    // A short sweep has blocks enough for many workers.
    #expect(blocks(4_000, 0.03) > 100)
  }

  @Test("what changes no result changes no identity, and what does changes it")
  func identity() throws {
    let plain = try plan(Self.sweep).identity
    let relabelled = try plan(
      Self.sweep + #", "title": "other", "sources": { "labour.pickers": "x" }, "run": { "reps": 7 }"#,
      changes: ["id=other"]
    ).identity
    #expect(relabelled.plan == plain.plan)
    #expect(try plan(Self.sweep + #", "labour": { "pickers": 1 }"#).identity.plan == plain.plan)
    let run = SweepRun(number: 0, point: 0, replication: 0, policy: 0)
    let id = plain.id(of: run, [("labour.pickers", "1200")])
    #expect(id.first == "r" && id.count == 17)
    #expect(relabelled.id(of: run, [("labour.pickers", "1200")]) == id)
    #expect(plain.id(of: run, [("labour.pickers", "1600")]) != id)
    #expect(plain.id(of: SweepRun(number: 9, point: 9, replication: 1, policy: 0), [("labour.pickers", "1200")]) != id)
    for change in ["supply.in_season_t=1", "run.seed=2", "calendar.to=2564-11-30"] {
      let other = try plan(Self.sweep, changes: [change]).identity
      #expect(other.plan != plain.plan && other.id(of: run, [("labour.pickers", "1200")]) != id, "\(change)")
    }
  }
}
