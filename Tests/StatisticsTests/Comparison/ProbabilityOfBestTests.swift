import Randomness
import Statistics
import Testing

@Suite struct ProbabilityOfBestTests {
  @Test func whoAlwaysWinsIsBest() throws {
    let best = try ProbabilityOfBest(of: [[1, 5, 2], [2, 6, 3], [0, 1, 1]], goal: .larger, seed: 1)
    #expect(best.probabilities == [0, 1, 0])
    #expect(best.yearsBest == [0, 3, 0])
    #expect(best.yearCount == 3)
    #expect(best.replicateCount == 1_999)
    let cheapest = try ProbabilityOfBest(of: [[1, 5, 2], [2, 6, 3], [0, 1, 1]], goal: .smaller, seed: 1)
    #expect(cheapest.probabilities == [0, 0, 1])
  }

  @Test func thoseWhoTieShare() throws {
    let best = try ProbabilityOfBest(of: [[1, 2], [1, 2], [0, 2], [0, 0]], goal: .larger, replicates: 500, seed: 1)
    #expect(best.probabilities[0] == best.probabilities[1])
    #expect(best.probabilities[2] < best.probabilities[0])
    #expect((best.probabilities.reduce(0, +) - 1).magnitude < 1e-12)
    #expect((best.yearsBest[2] - 1.0 / 3).magnitude < 1e-15)
    #expect((best.yearsBest[0] - 5.0 / 6).magnitude < 1e-15)
  }

  /// The mean difference is one standard error: a normal variate is below one with probability 0.84.
  @Test func agreesWithTheNormalApproximation() throws {
    var stream = Luck(seed: 3, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    let noise = (0..<200).map { _ in stream.normal(mean: 0, sd: 1) }
    let summary = try Summary(of: noise)
    let years = (0..<200).map { _ in stream.normal(mean: 0, sd: 50) }
    let gain = zip(years, noise).map { $0 + $1 - summary.mean + summary.standardError }
    let best = try ProbabilityOfBest(of: [years, gain], goal: .larger, replicates: 4_000, seed: 3)
    #expect((best.probabilities[1] - 0.8413).magnitude < 0.025)
  }

  @Test func refusesWhatCannotBeCompared() {
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) {
      try ProbabilityOfBest(of: [[1], [2]], goal: .larger, seed: 1)
    }
    #expect(throws: StatisticsError.yearsDiffer(point: 1, needed: 2, found: 3)) {
      try ProbabilityOfBest(of: [[1, 2], [2, 3, 4]], goal: .larger, seed: 1)
    }
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 1, outcomes: 0)) {
      try ProbabilityOfBest(of: [], goal: .larger, seed: 1)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "replicates", needed: 1, found: -1)) {
      try ProbabilityOfBest(of: [[1, 2], [2, 3]], goal: .larger, replicates: -1, seed: 1)
    }
  }
}
