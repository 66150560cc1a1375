import Randomness
import Statistics
import Testing

/// How often intervals hold the truth, counted on simulated data.
///
/// With 10,000 replications an exact 95 % interval is counted between 94.3 and 95.7 % (three standard errors).
@Suite struct CoverageTests {
  /// The share of replications in which `covers` says yes, each with its own stream.
  private func coverage(replications: Int = 10_000, _ covers: (inout DrawStream) throws -> Bool) rethrows -> Double {
    var covered = 0
    for replication in 0..<replications {
      var stream = Luck(seed: 2_026, replication: replication).stream(of: Owner(kind: 1, id: 0), for: 1)
      if try covers(&stream) { covered += 1 }
    }
    return Double(covered) / Double(replications)
  }

  @Test(arguments: [2, 5, 20])
  func meansOfNormalNumbers(count: Int) throws {
    let share = try coverage { stream in
      try MeanInterval(of: (0..<count).map { _ in stream.normal(mean: 3, sd: 2) }).contains(3)
    }
    #expect((share - 0.95).magnitude < 0.007)
  }

  @Test(arguments: [0.8, 0.9, 0.99])
  func otherLevels(level: Double) throws {
    let share = try coverage { stream in
      try MeanInterval(of: (0..<8).map { _ in stream.normal(mean: 3, sd: 2) }, level: level).contains(3)
    }
    #expect((share - level).magnitude < 3 * (level * (1 - level) / 10_000).squareRoot())
  }

  /// Skewed numbers need more of them: 20 exponential ones reach 92 %, 50 reach 93 %.
  @Test(arguments: [(20, 0.912...0.928), (50, 0.93...0.943), (200, 0.94...0.953)])
  func meansOfExponentialNumbers(count: Int, expected: ClosedRange<Double>) throws {
    let share = try coverage { stream in
      try MeanInterval(of: (0..<count).map { _ in stream.exponential(mean: 3) }).contains(3)
    }
    #expect(expected.contains(share))
  }

  /// Ten pairs share a skewed year, which cancels in their differences.
  @Test func pairsOfTheSameYear() throws {
    var paired = Summary()
    var unpaired = Summary()
    let share = try coverage { stream in
      let years = (0..<10).map { _ in stream.exponential(mean: 50) }
      let first = years.map { 1.1 * $0 + stream.normal(mean: 0, sd: 5) }
      let second = years.map { 1.1 * $0 + stream.normal(mean: 1, sd: 5) }
      let difference = try MeanDifference.paired(first, minus: second)
      paired.add(difference.halfWidth)
      unpaired.add(try MeanDifference.unpaired(first, minus: second).halfWidth)
      return difference.contains(-1)
    }
    #expect((share - 0.95).magnitude < 0.007)
    #expect(unpaired.mean > 9 * paired.mean)
  }

  @Test func unpairedNumbersOfUnequalVariance() throws {
    let share = try coverage { stream in
      let first = (0..<8).map { _ in stream.normal(mean: 5, sd: 1) }
      let second = (0..<15).map { _ in stream.normal(mean: 3, sd: 4) }
      return try MeanDifference.unpaired(first, minus: second).contains(2)
    }
    #expect((share - 0.95).magnitude < 0.007)
  }

  /// An autoregression of order one with deviation 1 between steps, from its steady state or from far above.
  private func autoregression(
    _ correlation: Double, count: Int, start: Double? = nil, stream: inout DrawStream
  ) -> [Double] {
    var value = start ?? stream.normal(mean: 0, sd: (1 / (1 - correlation * correlation)).squareRoot())
    return (0..<count).map { _ in
      value = correlation * value + stream.normal(mean: 0, sd: 1)
      return value
    }
  }

  /// Batches of 25 values, where neighbours are correlated by 0.5, or of 100 values, where they are by 0.9.
  @Test(arguments: [(0.5, 500), (0.9, 2_000)])
  func batchMeansOfALongSeries(correlation: Double, count: Int) throws {
    let share = try coverage(replications: 1_000) { stream in
      try BatchMeans(of: autoregression(correlation, count: count, stream: &stream)).interval.contains(0)
    }
    #expect((0.93...0.97).contains(share))
  }

  /// Batches too short for the correlation make the interval too narrow, and the batch means say so.
  @Test func batchMeansOfAShortSeriesGiveThemselvesAway() throws {
    var lag1 = Summary()
    let share = try coverage(replications: 1_000) { stream in
      let batches = try BatchMeans(of: autoregression(0.9, count: 200, stream: &stream))
      lag1.add(try #require(batches.lag1Autocorrelation))
      return batches.interval.contains(0)
    }
    #expect(share < 0.85)
    #expect(lag1.mean > 0.3)
  }

  /// From a start at 100 the warm-up is found, and what is left gives a sound and much narrower interval.
  @Test(arguments: [(0.5, 1.4), (0.9, 2.0)])
  func batchMeansAfterTheWarmUp(correlation: Double, narrower: Double) throws {
    var whole = Summary()
    var steady = Summary()
    let share = try coverage(replications: 1_000) { stream in
      let series = autoregression(correlation, count: 2_000, start: 100, stream: &stream)
      let start = try #require(try WarmUp(of: series).length)
      let interval = try BatchMeans(of: series[start...]).interval
      steady.add(interval.halfWidth)
      whole.add(try BatchMeans(of: series).interval.halfWidth)
      return interval.contains(0)
    }
    #expect((0.92...0.97).contains(share))
    #expect(whole.mean > narrower * steady.mean)
  }
}
