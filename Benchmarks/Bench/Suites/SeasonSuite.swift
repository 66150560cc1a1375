import EventCore
import Experiments
import ScenarioFile
import SupplyChain

extension Suite {
  /// Rows 7, 8, 11 and 12: a whole province's year.
  static let season = Suite(name: "season", summary: "a whole province's year", rows: seasonRows)
}

@Sendable
private func seasonRows(_ session: Session) throws(BenchError) -> [Row] {
  guard session.effort.rounds > 0 else {
    guard try CopiedProvince("small").agrees() else { throw BenchError("a copied province has another future") }
    return [try ReducedChain.small.row(session)]
  }
  // Memory is measured first, while this program is small.
  return try yearRows(session) + [try ReducedChain.large.row(session)] + (try CopiedProvince("lamphun").rows(session))
}

/// The program, run for one year of the province and of one ten times its size.
private func yearRows(_ session: Session) throws(BenchError) -> [Row] {
  let year = "a province's year, longan run lib:lamphun -n 1 -j 1"
  let bound = Row.Bound.atMost(4.1, goal: 2)
  if let absence = try Yardstick.absence(session) {
    return [Row("7", year, .millionYardsticks, bound: bound, absent: absence)]
  }
  guard case .ready(let program) = try session.prepare(Contender.program) else { return [] }
  func run(_ scenario: String, years: Int = 1) throws(BenchError) -> Starts.Cost {
    try Starts.run(
      program + ["run", "lib:" + scenario, "-n", "\(years)", "-j", "1", "-q"], name: "longan run lib:\(scenario)")
  }
  var yardsticks = Samples(values: [])
  var (years, more, large) = (yardsticks, yardsticks, yardsticks)
  var (memory, largeMemory) = (0, 0)
  for round in 0...session.effort.rounds {
    let yardstick = try Yardstick.take(session)
    let one = try run("lamphun")
    let five = try run("lamphun", years: 5)
    let north = try run("north")
    progress("round \(round) of \(session.effort.rounds): a year takes \((one.nanoseconds / 1e6).digits(0)) ms")
    // The first round warms up.
    if round == 0 { continue }
    yardsticks.values.append(yardstick)
    years.values.append(one.nanoseconds)
    more.values.append((five.nanoseconds - one.nanoseconds) / 4)
    large.values.append(north.nanoseconds)
    memory = max(memory, one.peakBytes)
    largeMemory = max(largeMemory, north.peakBytes)
  }
  func inYardsticks(_ times: Samples) -> Samples {
    Samples(values: times.over(yardsticks).values.map { $0 / 1e6 })
  }
  return [
    Row("7", year, inYardsticks(years), .millionYardsticks, bound: bound, ours: years, peer: yardsticks),
    Row("", "another year in the same process", inYardsticks(more), .millionYardsticks, ours: more, peer: yardsticks),
    Row("7", "its memory", Samples(values: [Double(memory) / 1e6]), .megabytes, bound: .atMost(150, goal: 100)),
    Row("8", "ten times the province, lib:north, over it", large.over(years), bound: .atMost(11, goal: 10)),
    Row(
      "8", "memory of ten times the province", Samples(values: [Double(largeMemory) / Double(memory)]),
      bound: .atMost(10, goal: 10)),
  ]
}

/// A province in the middle of its season, to be copied.
private struct CopiedProvince {
  private var season: Simulation<Province>
  private let counts: ProvinceCounts

  init(_ id: String) throws(BenchError) {
    let reading: ScenarioReading
    do { reading = try ScenarioReading("lib:" + id, as: ScenarioFormat.format, library: ScenarioFormat.library) } catch
    {
      throw BenchError("lib:\(id) cannot be read")
    }
    let year = SimulatedYear(RunPlan(reading), policy: nil)
    season = year.simulation(replication: 0)
    season.run(until: 212 * 1_440)
    counts = year.year(replication: 0).province.counts
  }

  /// What there has been when everything that is on its way has come.
  private static func end(_ season: Simulation<Province>) -> [Int] {
    var season = season
    season.run()
    let counts = season.model.counts
    return [counts.lots, counts.trucks, counts.batches, counts.shipments, counts.postings]
  }

  /// Whether a copy in used memory, and the original beside it, come to what the original comes to.
  func agrees() -> Bool {
    var scratch = season
    scratch.run(until: 240 * 1_440)
    scratch.copy(from: season)
    let wanted = CopiedProvince.end(season)
    return CopiedProvince.end(scratch) == wanted && CopiedProvince.end(season) == wanted
  }

  /// Each copy goes on by one event, so that nothing is left to be copied when it is first changed.
  func rows(_ session: Session) throws(BenchError) -> [Row] {
    var scratch = season
    scratch.run(until: 220 * 1_440)
    var yardsticks = Samples(values: [])
    var (used, fresh) = (yardsticks, yardsticks)
    for round in 0...session.effort.rounds {
      let yardstick = try Yardstick.take(session)
      let copies = 20
      let inUsed = measureNanoseconds {
        for _ in 0..<copies {
          scratch.copy(from: season)
          _ = scratch.step()
        }
      }
      let inFresh = measureNanoseconds {
        for _ in 0..<copies {
          var copy = season
          copy.copy(from: season)
          _ = copy.step()
        }
      }
      // The first round warms up.
      if round == 0 { continue }
      yardsticks.values.append(yardstick)
      used.values.append(inUsed / Double(copies))
      fresh.values.append(inFresh / Double(copies))
    }
    func inYardsticks(_ times: Samples) -> Samples {
      Samples(values: times.over(yardsticks).values.map { $0 / 1e3 })
    }
    progress(
      "a year has \(counts.households) households, \(counts.plots) plots, \(counts.lots) lots, \(counts.trucks) trucks, "
        + "\(counts.batches) batches, \(counts.shipments) shipments, \(counts.postings) postings")
    return [
      Row(
        "12", "copying it in mid-season, in used memory", inYardsticks(used), .thousandYardsticks,
        bound: .atMost(80, goal: 25), ours: used, peer: yardsticks),
      Row(
        "12", "in fresh memory", inYardsticks(fresh), .thousandYardsticks, bound: .atMost(300, goal: 150),
        ours: fresh, peer: yardsticks),
      Row("", "postings of a year", Samples(values: [Double(counts.postings) / 1e6]), .millions),
    ]
  }
}
