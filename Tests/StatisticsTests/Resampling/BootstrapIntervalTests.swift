import Statistics
import Testing

@Suite struct BootstrapIntervalTests {
  /// Eight numbers and the means of forty resamples of them.
  static let values = [2.1, 3.4, 0.7, 9.8, 4.4, 1.2, 5.0, 2.6]
  static let replicates = [
    3.025, 4.0375, 2.325, 3.6375, 4.1, 2.7375, 3.0125, 3.6875, 3.8875, 2.8375, 4.2, 4.2375, 4.6375, 2.8, 2.2625, 1.5125,
    4.7, 3.525, 3.8875, 3.425, 3.55, 3.9625, 4.1625, 1.9375, 3.375, 3.1625, 3.25, 4.0125, 2.525, 3.4875, 4.625, 3.0375,
    2.6, 3.5, 4.35, 3.5625, 3.5625, 2.4, 5.95, 3.3,
  ]

  /// The mean without each of the numbers.
  static let leavingOneOut = values.map { left in (values.reduce(0, +) - left) / 7 }

  private static func mean(_ values: [Double]) throws(StatisticsError) -> Double { try Summary(of: values).mean }

  /// The expected values are those of the formulas of Efron in Python, whose normal distribution is its own.
  @Test func givenReplicatesAgreeWithTheFormulas() throws {
    let corrected = try BootstrapInterval(
      biasCorrected: 3.65, replicates: Self.replicates, leavingOneOut: Self.leavingOneOut, level: 0.9)
    #expect((corrected.bias - 0.31863936396437514).magnitude < 1e-12)
    #expect((corrected.acceleration - 0.07088959012086511).magnitude < 1e-14)
    #expect((corrected.lowProbability - 0.18576638922454697).magnitude < 1e-12)
    #expect((corrected.highProbability - 0.9953337239840565).magnitude < 1e-12)
    #expect((corrected.low - 2.752805573734833).magnitude < 1e-11)
    #expect((corrected.high - 5.722519044222756).magnitude < 1e-11)
    #expect(corrected.estimate == 3.65)
    #expect(corrected.replicateCount == 40)
    let percentile = try BootstrapInterval(percentile: 3.65, replicates: Self.replicates, level: 0.9)
    #expect((percentile.low - 2.24625).magnitude < 1e-14)
    #expect((percentile.high - 4.640625).magnitude < 1e-14)
    #expect(percentile.bias == 0)
  }

  private struct Known: Decodable {
    struct Expected: Decodable {
      // swift-format-ignore: AlwaysUseLowerCamelCase
      let theta_hat, z0, a, alpha_lo, bca_lo, percentile_lo, alpha_hi, bca_hi, percentile_hi: Double
    }
    let data, replicates: [Double]
    let expect: Expected
  }

  /// 1,999 replicates of the mean of 25 numbers; `scipy.stats.bootstrap` gives the same interval to the last digit.
  @Test(.enabled(if: Oracle.has("bca.json")))
  func manyReplicatesAgreeWithScipy() throws {
    let known = try Oracle.json(Known.self, "bca.json")
    let sum = known.data.reduce(0, +)
    let corrected = try BootstrapInterval(
      biasCorrected: known.expect.theta_hat, replicates: known.replicates,
      leavingOneOut: known.data.map { (sum - $0) / Double(known.data.count - 1) })
    #expect((corrected.bias - known.expect.z0).magnitude < 1e-14)
    #expect((corrected.acceleration - known.expect.a).magnitude < 1e-14)
    #expect((corrected.lowProbability - known.expect.alpha_lo).magnitude < 1e-14)
    #expect((corrected.highProbability - known.expect.alpha_hi).magnitude < 1e-14)
    #expect((corrected.low - known.expect.bca_lo).magnitude < 1e-13)
    #expect((corrected.high - known.expect.bca_hi).magnitude < 1e-13)
    let percentile = try BootstrapInterval(percentile: known.expect.theta_hat, replicates: known.replicates)
    #expect((percentile.low - known.expect.percentile_lo).magnitude < 1e-13)
    #expect((percentile.high - known.expect.percentile_hi).magnitude < 1e-13)
  }

  @Test func drawsItsOwnResamples() throws {
    let interval = try BootstrapInterval(of: Self.values, seed: 1, statistic: Self.mean)
    #expect(interval.estimate == (try Self.mean(Self.values)))
    #expect(interval.method == .biasCorrected)
    #expect(interval.replicateCount == 1_999)
    #expect((2.0...2.8).contains(interval.low))
    #expect((5.0...7.0).contains(interval.high))
    #expect(interval.contains(3.65))
    #expect(interval == (try BootstrapInterval(of: Self.values, seed: 1, statistic: Self.mean)))
    #expect(interval != (try BootstrapInterval(of: Self.values, seed: 2, statistic: Self.mean)))
  }

  /// The standard deviation of bootstrap means is that of the data, with divisor n, by the root of n.
  @Test func resamplesHaveTheRightSpread() throws {
    var seen = Summary()
    let interval = try BootstrapInterval(
      of: Self.values, method: .percentile, replicates: 4_000, seed: 3
    ) { resample throws(StatisticsError) in
      let mean = try Self.mean(resample)
      seen.add(mean)
      return mean
    }
    #expect(interval.method == .percentile)
    let deviation = try Summary(of: Self.values).standardDeviation * (7.0 / 8).squareRoot() / 8.0.squareRoot()
    #expect((seen.standardDeviation / deviation - 1).magnitude < 0.04)
    #expect((seen.mean - 3.65).magnitude < 4 * deviation / 4_001.0.squareRoot())
  }

  @Test func moreResamplesOnlyAppend() throws {
    var few: [[Double]] = []
    var many: [[Double]] = []
    _ = try BootstrapInterval(of: Self.values, replicates: 20, seed: 5) { resample throws(StatisticsError) in
      few.append(resample)
      return try Self.mean(resample)
    }
    _ = try BootstrapInterval(of: Self.values, replicates: 60, seed: 5) { resample throws(StatisticsError) in
      many.append(resample)
      return try Self.mean(resample)
    }
    #expect(Array(many[..<21]) == Array(few[..<21]))
  }

  @Test func orderedDataMakeOrderedResamples() throws {
    _ = try BootstrapInterval(of: Self.values.sorted(), replicates: 50, seed: 5) { resample throws(StatisticsError) in
      #expect(resample == resample.sorted())
      return try Self.mean(resample)
    }
  }

  /// Pairs are drawn as pairs: here the second is always twice the first.
  @Test func anythingCanBeDrawn() throws {
    let pairs = Self.values.map { (first: $0, second: 2 * $0) }
    let interval = try BootstrapInterval(of: pairs, replicates: 99, seed: 5) { resample throws(StatisticsError) in
      try Self.mean(resample.map(\.second)) / Self.mean(resample.map(\.first))
    }
    #expect(interval.low == 2)
    #expect(interval.high == 2)
  }

  @Test func aConstantHasNoWidth() throws {
    let interval = try BootstrapInterval(of: [0.1, 0.1, 0.1], replicates: 99, seed: 5, statistic: Self.mean)
    #expect(interval.low == 0.1)
    #expect(interval.high == 0.1)
  }

  @Test func refusesWhatHasNoInterval() {
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) {
      try BootstrapInterval(of: [1.0], seed: 1, statistic: Self.mean)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "replicates", needed: 1, found: 0)) {
      try BootstrapInterval(of: [1.0, 2], replicates: 0, seed: 1, statistic: Self.mean)
    }
    #expect(throws: StatisticsError.replicatesOnOneSide(estimate: 9)) {
      try BootstrapInterval(biasCorrected: 9, replicates: [1.0, 2, 3], leavingOneOut: [1.0, 2])
    }
    #expect(throws: StatisticsError.levelOutsideUnitInterval(1)) {
      try BootstrapInterval(percentile: 2, replicates: [1.0, 2, 3], level: 1)
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try BootstrapInterval(percentile: 2, replicates: [1.0, .infinity, 3])
    }
  }

  /// One value decides nearly everything, nearly all replicates lie below the estimate, and the level is extreme.
  @Test func refusesWhatASingleValueDecides() {
    let error = #expect(throws: StatisticsError.self) {
      try BootstrapInterval(
        biasCorrected: 1, replicates: Array(repeating: 0, count: 9_999) + [2],
        leavingOneOut: [-1] + Array(repeating: 1, count: 999), level: 0.9999)
    }
    guard case .accelerationTooLarge(let acceleration) = error else {
      Issue.record("threw \(String(describing: error))")
      return
    }
    #expect((acceleration - 1.0 / 6).magnitude < 0.001)
  }
}
