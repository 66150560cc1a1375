import Randomness
import Statistics
import Testing

/// How often bootstrap intervals and intervals of a sequential rule hold the truth, counted on simulated data.
///
/// With 600 replications a share is counted to 1 % (one standard error); the README has the shares of longer counts.
@Suite struct TailCoverageTests {
  /// The share of replications in which `covers` says yes, each with its own stream and its own seed.
  private func coverage(_ replications: Int, _ covers: (inout DrawStream, UInt64) throws -> Bool) rethrows -> Double {
    var covered = 0
    for replication in 0..<replications {
      var stream = Luck(seed: 4_711, replication: replication).stream(of: Owner(kind: 1, id: 0), for: 1)
      if try covers(&stream, UInt64(replication)) { covered += 1 }
    }
    return Double(covered) / Double(replications)
  }

  @Test(arguments: [BootstrapInterval.Method.biasCorrected, .percentile])
  func bootstrapOfTheMean(method: BootstrapInterval.Method) throws {
    let share = try coverage(600) { stream, seed in
      try BootstrapInterval(
        of: (0..<100).map { _ in stream.normal(mean: 3, sd: 2) }, method: method, replicates: 399, seed: seed
      ) { values throws(StatisticsError) in try Summary(of: values).mean }.contains(3)
    }
    #expect((0.93...0.97).contains(share))
  }

  /// The worst twentieth of exponential numbers is carried by five observations, then by ten.
  @Test(arguments: [(100, 0.78...0.86), (200, 0.86...0.92)])
  func bootstrapOfATailMean(count: Int, expected: ClosedRange<Double>) throws {
    // The mean of an exponential number of mean 1 beyond its quantile q is q + 1.
    let truth = 1 - Elementary.log(0.05)
    let share = try coverage(400) { stream, seed in
      try BootstrapInterval(
        of: (0..<count).map { _ in stream.exponential(mean: 1) }.sorted(), replicates: 399, seed: seed
      ) { values throws(StatisticsError) in try TailMean(.upper, of: values, level: 0.95).mean }.contains(truth)
    }
    #expect(expected.contains(share))
  }

  /// A first round of twenty keeps the promise nearly; one of three stops whenever three numbers happen to be close.
  @Test(arguments: [(20, 10, 0.925...0.96), (3, 1, 0.88...0.92)])
  func runUntilHalfWidth(firstRound: Int, laterRound: Int, expected: ClosedRange<Double>) throws {
    let share = try coverage(3_000) { stream, _ in
      var rule = try UntilHalfWidth(
        target: .absolute(0.4), firstRound: firstRound, laterRound: laterRound, most: 10_000)
      while rule.nextRound > 0 {
        try rule.add(round: (0..<rule.nextRound).map { _ in stream.normal(mean: 0, sd: 1) })
      }
      return try #require(rule.interval).contains(0)
    }
    #expect(expected.contains(share))
  }
}
