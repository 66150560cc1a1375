import Foundation

extension Suite {
  /// Rows 9, 10 and 14: many years on several cores.
  static let sweep = Suite(name: "sweep", summary: "many years, on one core and on two", rows: sweepRows)
}

/// A hundredth of a province, whose year takes some milliseconds, at many points.
private func sweepScenario(points: Int) -> String {
  """
  { "extends": "lib:small", "farms": { "households": 270, "area_rai": 1350 }, "supply": { "in_season_t": 1150 },
    "labour": { "pickers": 160 }, "facilities": { "stations": { "sites": 2 }, "dryers": { "sites": 3, "ovens": 17 } },
    "sweep": { "reps": 10, "axes": { "supply.offseason_share": { "from": 0, "to": \(Double(points - 1) / 1e4), "step": 0.0001 } } } }
  """
}

@Sendable
private func sweepRows(_ session: Session) throws(BenchError) -> [Row] {
  guard session.effort.rounds > 0, case .ready(let program) = try session.prepare(Contender.program) else { return [] }
  func sweep(points: Int, jobs: Int) throws(BenchError) -> Starts.Cost {
    let (file, folder) = (session.scratch("sweep.json5"), session.scratch("sweep-\(UUID())"))
    guard FileManager.default.createFile(atPath: file, contents: Data(sweepScenario(points: points).utf8)) else {
      throw BenchError("cannot write \(file)")
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    progress("a sweep of \(points * 10) years on \(jobs) cores")
    return try Starts.run(program + ["sweep", file, "-o", folder, "-j", "\(jobs)", "-q"], name: "longan sweep")
  }
  var (alone, together) = (Samples(values: []), Samples(values: []))
  let isQuick = session.effort.seconds < 1
  for round in 0...session.effort.rounds {
    let one = try sweep(points: isQuick ? 40 : 100, jobs: 1)
    let two = try sweep(points: isQuick ? 40 : 100, jobs: 2)
    // The first round warms up.
    if round == 0 { continue }
    alone.values.append(one.nanoseconds)
    together.values.append(two.nanoseconds)
  }
  let few = try sweep(points: isQuick ? 50 : 200, jobs: 2).peakBytes
  let many = try sweep(points: isQuick ? 500 : 2_000, jobs: 2).peakBytes
  return [
    Row("9", "a sweep on two cores, over one", alone.over(together), bound: .atLeast(1.85, goal: 1.97)),
    try thousandYears(session, program, isQuick),
    Row(
      "14", "memory of a sweep, ten times the runs over it (20,000 over 2,000)",
      Samples(values: [Double(many) / Double(few)]), bound: .atMost(1.05, goal: 1)),
  ]
}

/// Row 10: once only, since it takes minutes; the yardstick is taken before and after.
private func thousandYears(_ session: Session, _ program: [String], _ isQuick: Bool) throws(BenchError) -> Row {
  let years = isQuick ? 50 : 1_000
  let name = "1,000 years of the province on two cores" + (isQuick ? ", from \(years)" : "")
  let bound = Row.Bound.atMost(2.4, goal: 1.2)
  if let absence = try Yardstick.absence(session) {
    return Row("10", name, .billionYardsticks, bound: bound, absent: absence)
  }
  progress("\(years) years of the province")
  let before = try Yardstick.take(session)
  let run = try Starts.run(program + ["run", "lib:lamphun", "-n", "\(years)", "-j", "2", "-q"], name: "longan run")
  let yardstick = (before + (try Yardstick.take(session))) / 2
  let each = run.nanoseconds / Double(years) * 1_000
  return Row(
    "10", name, Samples(values: [each / yardstick / 1e9]), .billionYardsticks, bound: bound,
    ours: Samples(values: [each]), peer: Samples(values: [yardstick]))
}
