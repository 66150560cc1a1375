import Randomness

/// The confidence interval of any statistic, by drawing from its own data again and again: the bootstrap of Efron.
///
///     let bad = try BootstrapInterval(of: profits, seed: 2_026) { years throws(StatisticsError) in
///       try TailMean(.lower, of: years, level: 0.95).mean
///     }
///     print(bad.estimate, bad.low, bad.high)
///
/// `biasCorrected` is BCa, Efron (1987), "Better bootstrap confidence intervals", *Journal of the American Statistical
/// Association* 82(397): it moves the ends by the bias of the replicates and by how much the spread depends on the
/// truth. `percentile` takes the quantiles of the replicates as they are. Both are exact for many data only; how
/// often they hold the truth for few is measured in the README.
///
/// The draws belong to `StatisticsLuck`, resample by resample, so that more of them only append and a model never sees
/// them.
public struct BootstrapInterval: Equatable, Sendable {
  /// How the ends are taken from the replicates.
  public enum Method: Equatable, Sendable {
    /// BCa: corrected for bias and for a spread that depends on the truth.
    case biasCorrected
    /// The quantiles of the replicates.
    case percentile
  }

  /// The statistic of the data themselves.
  public let estimate: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The share of such intervals that hold the truth, if there are many data.
  public let level: Double
  /// How the ends were taken.
  public let method: Method
  /// How many replicates there were.
  public let replicateCount: Int
  /// z₀ of Efron, how far the middle of the replicates lies below the estimate; 0 for `percentile`.
  public let bias: Double
  /// a of Efron, how fast the spread grows with the truth; 0 for `percentile`.
  public let acceleration: Double
  /// Which quantile of the replicates the lower end is.
  public let lowProbability: Double
  /// Which quantile of the replicates the upper end is.
  public let highProbability: Double

  /// Whether a value lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Draws resamples and makes the interval of a statistic.
  ///
  /// A resample keeps the order of the data, so that ordered data make ordered resamples, which are quick to sort.
  ///
  /// - Parameters:
  ///   - values: The data, independent of each other: numbers, pairs or anything else; at least two.
  ///   - method: How the ends are taken; `biasCorrected` also needs the statistic of all values but one, n times.
  ///   - level: The share of such intervals that hold the truth, between 0 and 1.
  ///   - replicates: How many resamples, at least one and at most 2^32 − 1.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  ///   - statistic: What is computed from the data, finite.
  /// - Throws: `StatisticsError` when the data or the level are not like that, when the statistic throws it, and for
  ///   `biasCorrected` when no such interval exists.
  /// - Complexity: O(n) for each of the n + B times that the statistic is asked for, and what it takes.
  @inlinable
  public init<Value>(
    of values: [Value], method: Method = .biasCorrected, level: Double = 0.95, replicates: Int = 1_999, seed: UInt64,
    statistic: ([Value]) throws(StatisticsError) -> Double
  ) throws(StatisticsError) {
    guard values.count >= 2 else { throw .tooFewValues(needed: 2, found: values.count) }
    try requireSize(of: "replicates", replicates, in: 1...Int(UInt32.max))
    let estimate = try statistic(values)
    var drawn: [Double] = []
    drawn.reserveCapacity(replicates)
    for replicate in 0..<replicates {
      drawn.append(try statistic(bootstrapCounts(of: values.count, replicate: replicate, seed: seed).spread(values)))
    }
    var leftOut: [Double] = []
    if method == .biasCorrected {
      for index in values.indices {
        var others = values
        others.remove(at: index)
        leftOut.append(try statistic(others))
      }
    }
    switch method {
    case .biasCorrected: try self.init(biasCorrected: estimate, replicates: drawn, leavingOneOut: leftOut, level: level)
    case .percentile: try self.init(percentile: estimate, replicates: drawn, level: level)
    }
  }

  /// Takes quantiles of given replicates as ends.
  ///
  /// - Parameters:
  ///   - estimate: The statistic of the data.
  ///   - replicates: The statistic of each resample, at least one, all finite.
  ///   - level: The share of such intervals that hold the truth, between 0 and 1.
  /// - Throws: `StatisticsError` when the numbers or the level are not like that.
  /// - Complexity: O(B log B) for B replicates.
  public init(
    percentile estimate: Double, replicates: some Collection<Double>, level: Double = 0.95
  ) throws(StatisticsError) {
    try self.init(estimate, OrderedSample(of: replicates), level: level, method: .percentile)
  }

  /// Takes the BCa interval of given replicates.
  ///
  /// - Parameters:
  ///   - estimate: The statistic of the data.
  ///   - replicates: The statistic of each resample, at least one, all finite.
  ///   - leavingOneOut: The statistic of all data but the first, of all but the second and so on; at least two, all
  ///     finite.
  ///   - level: The share of such intervals that hold the truth, between 0 and 1.
  /// - Throws: `StatisticsError` when the numbers or the level are not like that, `replicatesOnOneSide` or
  ///   `accelerationTooLarge` when there is no such interval.
  /// - Complexity: O(B log B) for B replicates.
  public init(
    biasCorrected estimate: Double, replicates: some Collection<Double>, leavingOneOut: some Collection<Double>,
    level: Double = 0.95
  ) throws(StatisticsError) {
    let sample = try OrderedSample(of: replicates)
    guard leavingOneOut.count >= 2 else { throw .tooFewValues(needed: 2, found: leavingOneOut.count) }
    // Replicates that equal the estimate count half.
    var below = 0.0
    for replicate in sample.values where replicate <= estimate { below += replicate < estimate ? 1 : 0.5 }
    let share = below / Double(sample.values.count)
    guard share > 0, share < 1 else { throw .replicatesOnOneSide(estimate: estimate) }
    try self.init(
      estimate, sample, level: level, method: .biasCorrected, bias: Elementary.normalQuantile(share),
      acceleration: Self.acceleration(leavingOneOut))
  }

  private init(
    _ estimate: Double, _ sample: OrderedSample, level: Double, method: Method, bias: Double = 0,
    acceleration: Double = 0
  ) throws(StatisticsError) {
    guard estimate.isFinite else { throw .summaryNotFinite }
    guard level > 0, level < 1 else { throw .levelOutsideUnitInterval(level) }
    self.estimate = estimate
    self.level = level
    self.method = method
    self.bias = bias
    self.acceleration = acceleration
    replicateCount = sample.values.count
    switch method {
    case .percentile:
      lowProbability = (1 - level) / 2
      highProbability = 1 - lowProbability
    case .biasCorrected:
      let end = Elementary.normalQuantile((1 - level) / 2)
      lowProbability = try Self.correct(end, bias: bias, acceleration: acceleration)
      highProbability = try Self.correct(-end, bias: bias, acceleration: acceleration)
    }
    low = try sample.quantile(lowProbability)
    high = try sample.quantile(highProbability)
  }

  /// The probability that belongs to a normal quantile after correction.
  private static func correct(_ end: Double, bias: Double, acceleration: Double) throws(StatisticsError) -> Double {
    let shifted = bias + end
    let spread = 1 - acceleration * shifted
    // Beyond it the lower end would pass the upper one.
    guard spread > 0 else { throw .accelerationTooLarge(acceleration) }
    return NormalDistribution.standard.cumulative(bias + shifted / spread)
  }

  /// A sixth of the skewness of the values of Tukey's jackknife, and 0 if they do not vary.
  private static func acceleration(_ leavingOneOut: some Collection<Double>) throws(StatisticsError) -> Double {
    let summary = try Summary(of: leavingOneOut)
    var squares = 0.0
    var cubes = 0.0
    // Shares of the widest deviation, whose cubes neither overflow nor vanish.
    let widest = max(summary.maximum - summary.mean, summary.mean - summary.minimum)
    guard summary.minimum < summary.maximum, widest > 0 else { return 0 }
    for value in leavingOneOut {
      let deviation = (summary.mean - value) / widest
      squares += deviation * deviation
      cubes += deviation * deviation * deviation
    }
    return cubes / (6 * squares * squares.squareRoot())
  }
}
