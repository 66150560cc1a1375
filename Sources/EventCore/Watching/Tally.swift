/// A running account of observed values: how many, their mean and spread, the least and the greatest.
///
/// Welford's updating formulas ("Note on a method for calculating corrected sums of squares and products",
/// Technometrics 4 (3), 1962): no catastrophic cancellation, no memory of the values.
@frozen
public struct Tally: BitwiseCopyable, Hashable, Sendable {
  /// How many values there were.
  public let count: Int

  /// Their mean; 0 when there were none.
  public let mean: Double

  /// The sum of squared distances from the mean.
  @usableFromInline let squares: Double

  /// The least value; infinite when there were none.
  public let least: Double

  /// The greatest value; minus infinity when there were none.
  public let greatest: Double

  /// Makes an account of no values.
  @inlinable
  public init() { self.init(count: 0, mean: 0, squares: 0, least: .infinity, greatest: -.infinity) }

  @inlinable
  init(count: Int, mean: Double, squares: Double, least: Double, greatest: Double) {
    self.count = count
    self.mean = mean
    self.squares = squares
    self.least = least
    self.greatest = greatest
  }

  /// Adds a value.
  @inlinable
  public mutating func add(_ value: Double) {
    let newCount = count + 1
    let step = value - mean
    let newMean = mean + step / Double(newCount)
    self = Self(
      count: newCount, mean: newMean, squares: squares + step * (value - newMean), least: Swift.min(least, value),
      greatest: Swift.max(greatest, value))
  }

  /// The variance of the values, divided by one less than their number; 0 for fewer than two.
  @inlinable
  public var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }

  /// The square root of the variance.
  @inlinable
  public var standardDeviation: Double { variance.squareRoot() }
}
