/// The mean of the worst cases: conditional value at risk (CVaR), also called expected shortfall.
///
///     let bad = try TailMean(.lower, of: profits, level: 0.95)  // the worst twentieth of the years
///     bad.mean
///     bad.support.isThin  // fewer than ten years carry it
///
/// Where the tail ends within an observation, that one counts in part, so that the result is the minimum of Rockafellar
/// and Uryasev (2000), "Optimization of conditional value-at-risk", *Journal of Risk* 2(3). In a small sample it lies
/// on the harmless side of the truth; see the measured coverage of its intervals in the README.
public struct TailMean: Equatable, Sendable {
  /// Which end of the numbers is the bad one.
  public enum Side: Equatable, Sendable {
    /// Small numbers are bad.
    case lower
    /// Large numbers are bad.
    case upper
  }

  /// Which end was looked at.
  public let side: Side
  /// The share of the numbers that is left out: 0.95 looks at the worst twentieth.
  public let level: Double
  /// The mean of the tail.
  public let mean: Double
  /// How many of the numbers carry it.
  public let support: TailSupport
  /// How many numbers there were.
  public let count: Int

  /// Takes the mean of the worst numbers.
  ///
  /// - Parameters:
  ///   - side: Which end is the bad one.
  ///   - values: At least one, all finite.
  ///   - level: The share that is left out, from 0 up to, but not including, 1.
  /// - Throws: `StatisticsError` when the numbers or the level are not like that.
  /// - Complexity: O(n log n).
  @inlinable
  public init(_ side: Side, of values: some Collection<Double>, level: Double) throws(StatisticsError) {
    try self.init(side, of: OrderedSample(of: values), level: level)
  }

  /// Takes the mean of the worst numbers of an ordered sample.
  ///
  /// - Parameters:
  ///   - side: Which end is the bad one.
  ///   - sample: The numbers.
  ///   - level: The share that is left out, from 0 up to, but not including, 1.
  /// - Throws: `StatisticsError` when the level is not like that, or the numbers are too large to be added.
  /// - Complexity: O(n).
  public init(_ side: Side, of sample: OrderedSample, level: Double) throws(StatisticsError) {
    guard level >= 0, level < 1 else { throw .tailLevelOutOfRange(level) }
    let values = sample.values
    self.side = side
    self.level = level
    count = values.count
    support = TailSupport(share: 1 - level, of: values.count)
    // From the worst on, as distances from it, so that equal numbers have themselves as mean.
    let worst = side == .lower ? values[0] : values[values.count - 1]
    var distance = 0.0
    var left = support.observations
    var index = 0
    while left > 0, index < values.count {
      let value = side == .lower ? values[index] : values[values.count - 1 - index]
      distance += (value - worst) * min(left, 1)
      left -= 1
      index += 1
    }
    mean = worst + distance / support.observations
    guard mean.isFinite else { throw .summaryNotFinite }
  }
}
