import Foundation

extension Suite {
  /// Row 13: how long the program takes to start, beside a program that does nothing.
  static let startup = Suite(
    name: "startup", summary: "starting the program, beside an empty one", rows: startupRows)
}

@Sendable
private func startupRows(_ session: Session) throws(BenchError) -> [Row] {
  let bound = Row.Bound.atMost(2, goal: 1.3)
  let name = "start: longan --version, over an empty program"
  var commands: [(name: String, words: [String])] = []
  for contender in [Contender.emptyProgram, Contender.program] {
    switch try session.prepare(contender) {
    case .ready(let words): commands.append((contender, words))
    case .skipped(let reason): return [Row("13", name, bound: bound, absent: .skipped("\(contender): \(reason)"))]
    }
  }
  let program = commands.removeLast().words
  commands.append(("longan --version", program + ["--version"]))
  commands.append(("longan check lib:lamphun", program + ["check", "lib:lamphun"]))
  let starts = Starts(commands: commands)
  progress("starting \(commands.map(\.name).joined(separator: ", "))")
  // Once, to see that each can be run; that is all that is done where nothing is timed.
  _ = try starts.medians(of: 1)
  guard session.effort.rounds > 0 else { return [] }
  let count = max(10, Int(session.effort.seconds * 60))
  var times = commands.map { _ in Samples(values: []) }
  // The first round warms up.
  for round in 0...session.effort.rounds {
    let medians = try starts.medians(of: count)
    let told = zip(commands, medians).map { "\($0.name) \(($1 / 1e6).digits(2)) ms" }.joined(separator: ", ")
    progress("round \(round) of \(session.effort.rounds): \(told)")
    if round == 0 { continue }
    for (index, median) in medians.enumerated() { times[index].values.append(median) }
  }
  return [
    Row("13", name, times[1].over(times[0]), bound: bound, ours: times[1], peer: times[0]),
    Row(
      "", "checking a province, over an empty program", times[2].over(times[0]), ours: times[2], peer: times[0]),
  ]
}
