/// The difference of two means with its precision and its test against zero.
///
///     let gain = try MeanDifference.paired(policyB, minus: policyA)
///     gain.low > 0  // B is better than A, at the level of the interval
///
/// `paired` is for two answers to the same simulated year, `unpaired` for numbers that have nothing to do with each
/// other. Both are intervals of Student's t, exact for normal differences.
public struct MeanDifference: Equatable, Sendable {
  /// The mean of the first numbers minus that of the second.
  public let mean: Double
  /// How far the interval reaches to either side.
  public let halfWidth: Double
  /// The share of such intervals that hold the true difference.
  public let level: Double
  /// How many numbers the first series has.
  public let firstCount: Int
  /// How many numbers the second series has.
  public let secondCount: Int
  /// The standard deviation of the difference.
  public let standardError: Double
  /// The difference divided by its standard error: infinite without variation, zero when there is no difference.
  public let statistic: Double
  /// The degrees of freedom of the t distribution.
  public let degreesOfFreedom: Double
  /// The probability of a statistic at least as far from zero, if the true difference is zero.
  public let pValue: Double

  /// The lower end of the interval.
  public var low: Double { mean - halfWidth }
  /// The upper end of the interval.
  public var high: Double { mean + halfWidth }

  /// Whether a value lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Compares numbers that belong together one by one.
  ///
  /// - Parameters:
  ///   - first: At least two finite numbers.
  ///   - second: The number that belongs to each of the first.
  ///   - level: The share of such intervals that hold the true difference, between 0 and 1.
  /// - Returns: The mean of the differences, first minus second, with its precision.
  /// - Throws: `StatisticsError` when the numbers or the level are not like that.
  /// - Complexity: O(n).
  public static func paired(
    _ first: some Collection<Double>, minus second: some Collection<Double>, level: Double = 0.95
  ) throws(StatisticsError) -> MeanDifference {
    guard first.count == second.count else { throw .unequalLengths(first: first.count, second: second.count) }
    guard first.count >= 2 else { throw .tooFewValues(needed: 2, found: first.count) }
    let differences = try Summary(of: zip(first, second).map { $0 - $1 })
    return try MeanDifference(
      mean: differences.mean, standardError: differences.standardError,
      degreesOfFreedom: Double(differences.count - 1), counts: (differences.count, differences.count), level: level)
  }

  /// Compares independent numbers whose variances may differ: Welch (1947), *Biometrika* 34.
  ///
  /// - Parameters:
  ///   - first: At least two finite numbers.
  ///   - second: At least two finite numbers.
  ///   - level: The share of such intervals that hold the true difference, between 0 and 1.
  /// - Returns: The mean of the first minus that of the second, with its precision.
  /// - Throws: `StatisticsError` when the numbers or the level are not like that.
  /// - Complexity: O(n).
  public static func unpaired(
    _ first: some Collection<Double>, minus second: some Collection<Double>, level: Double = 0.95
  ) throws(StatisticsError) -> MeanDifference {
    let shorter = min(first.count, second.count)
    guard shorter >= 2 else { throw .tooFewValues(needed: 2, found: shorter) }
    let ours = try Summary(of: first)
    let theirs = try Summary(of: second)
    // Shares of the variance of the difference, so that the formula of Welch cannot overflow.
    let variance = ours.variance / Double(ours.count) + theirs.variance / Double(theirs.count)
    let share = variance > 0 ? ours.variance / Double(ours.count) / variance : 0.5
    let spread = share * share / Double(ours.count - 1) + (1 - share) * (1 - share) / Double(theirs.count - 1)
    return try MeanDifference(
      mean: ours.mean - theirs.mean, standardError: variance.squareRoot(), degreesOfFreedom: 1 / spread,
      counts: (ours.count, theirs.count), level: level)
  }

  /// The same difference with an interval of another level.
  ///
  /// - Parameter level: The share of such intervals that hold the true difference, between 0 and 1.
  /// - Returns: The difference, its test unchanged.
  /// - Throws: `StatisticsError` when the level is not like that.
  public func with(level: Double) throws(StatisticsError) -> MeanDifference {
    try MeanDifference(
      mean: mean, standardError: standardError, degreesOfFreedom: degreesOfFreedom, counts: (firstCount, secondCount),
      level: level)
  }

  private init(
    mean: Double, standardError: Double, degreesOfFreedom: Double, counts: (first: Int, second: Int), level: Double
  ) throws(StatisticsError) {
    guard mean.isFinite, standardError.isFinite else { throw .summaryNotFinite }
    self.mean = mean
    halfWidth = try studentCritical(level: level, degreesOfFreedom: degreesOfFreedom) * standardError
    self.level = level
    firstCount = counts.first
    secondCount = counts.second
    self.standardError = standardError
    statistic = mean == 0 ? 0 : mean / standardError
    self.degreesOfFreedom = degreesOfFreedom
    pValue = 2 * StudentDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(statistic.magnitude)
  }
}
