import Foundation
import Randomness

extension Suite {
  /// The elementary functions beside the C library's, which do not give the same bits on every machine.
  static let functions = Suite(
    name: "functions", summary: "log, exp and pow beside the C library's", rows: functionRows)
}

/// Arguments that depend on nothing computed before, as the draws of different owners do.
private struct Arguments {
  static let count = 4_096

  let fractions: [Double]
  let exponents: [Double]
  let bases: [Double]
  let powers: [Double]

  init() {
    var stream = Luck(seed: 7, replication: 0).stream(of: Owner(kind: 1, id: 1), for: 1)
    func draws(_ low: Double, _ high: Double) -> [Double] {
      (0..<Self.count).map { _ in stream.uniform(low: low, high: high) }
    }
    fractions = draws(1e-9, 1)
    exponents = draws(-20, 20)
    bases = draws(1e-3, 10)
    powers = draws(0, 3)
  }
}

@Sendable
private func functionRows(_ session: Session) throws(BenchError) -> [Row] {
  guard session.effort.rounds > 0 else { return [] }
  progress("timing log, exp and pow in this process, in turn")
  let given = Arguments()
  let passes = max(1, Int(session.effort.seconds * 400))
  return [
    race(
      "log", most: 1, goal: 0.9, session, passes, { Elementary.log(given.fractions[$0]) },
      { log(given.fractions[$0]) }),
    race(
      "exp", most: 1, goal: 0.9, session, passes, { Elementary.exp(given.exponents[$0]) },
      { exp(given.exponents[$0]) }),
    race(
      "pow", most: 1.5, goal: 1.2, session, passes, { Elementary.pow(given.bases[$0], given.powers[$0]) },
      { pow(given.bases[$0], given.powers[$0]) }),
  ]
}

/// Ours and theirs in turn, round by round; the ratio of the quickest of several short passes, which other work on the
/// machine disturbs least.
///
/// Inlined, so that both functions are called as they would be in a model's loop.
@inline(__always)
private func race(
  _ name: String, most: Double, goal: Double, _ session: Session, _ passes: Int, _ ours: (Int) -> Double,
  _ theirs: (Int) -> Double
) -> Row {
  var mine = Samples(values: [])
  var other = Samples(values: [])
  // The first round warms up.
  for round in 0...session.effort.rounds {
    let times = (quickest(of: passes, ours), quickest(of: passes, theirs))
    if round > 0 {
      mine.values.append(times.0)
      other.values.append(times.1)
    }
  }
  return Row(
    "", "time of \(name), over the C library's", mine.over(other), bound: .atMost(most, goal: goal), ours: mine,
    peer: other)
}

@inline(__always)
private func quickest(of passes: Int, _ function: (Int) -> Double) -> Double {
  var least = Double.infinity
  for _ in 0..<passes {
    var sum = 0.0
    let time = measureNanoseconds {
      for index in 0..<Arguments.count { sum += function(index) }
    }
    // Without this the work would be left out, as nobody looks at what came of it.
    if sum.isNaN { return .nan }
    least = min(least, time / Double(Arguments.count))
  }
  return least
}
