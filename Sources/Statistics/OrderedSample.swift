/// Numbers in ascending order, for quantiles.
///
///     let sample = try OrderedSample(of: waits)
///     let median = try sample.quantile(0.5)
public struct OrderedSample: Equatable, Sendable {
  /// How a quantile between two numbers is taken; names and definitions of Hyndman and Fan (1996), *The American
  /// Statistician* 50(4).
  public enum Interpolation: CaseIterable, Equatable, Sendable {
    /// Definition 7, the default of R, numpy, pandas and DuckDB: the smallest is the quantile 0, the largest 1.
    case linear
    /// Definition 1: the smallest number that is not exceeded with the probability; never between two numbers.
    case inverseDistribution
    /// Definition 5, of Hazen: a number stands in the middle of its n-th part.
    case hazen
    /// Definition 6, of Weibull: n numbers cut the distribution into n + 1 parts.
    case weibull
    /// Definition 8: about the median of the quantile, whatever the distribution.
    case medianUnbiased

    /// The plotting positions of Hyndman and Fan: α, and β equal to it.
    fileprivate var plottingPosition: Double {
      switch self {
      case .linear: 1
      case .hazen: 0.5
      case .weibull, .inverseDistribution: 0
      case .medianUnbiased: 1.0 / 3
      }
    }
  }

  /// The numbers in ascending order.
  public let values: [Double]

  /// Sorts numbers.
  ///
  /// - Parameter values: At least one, all finite.
  /// - Throws: `StatisticsError` when there is none or one is not finite.
  /// - Complexity: O(n log n).
  @inlinable
  public init(of values: some Collection<Double>) throws(StatisticsError) {
    guard !values.isEmpty else { throw .tooFewValues(needed: 1, found: 0) }
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(value: value, index: index)
    }
    self.values = values.sorted()
  }

  /// The quantile of a probability.
  ///
  /// - Parameters:
  ///   - probability: From 0 to 1.
  ///   - interpolation: What lies between two numbers.
  /// - Returns: A number from the smallest to the largest.
  /// - Throws: `StatisticsError` when the probability is not from 0 to 1.
  public func quantile(
    _ probability: Double, _ interpolation: Interpolation = .linear
  ) throws(StatisticsError) -> Double {
    guard probability >= 0, probability <= 1 else { throw .probabilityOutsideUnitInterval(probability) }
    let count = Double(values.count)
    let alpha = interpolation.plottingPosition
    let exact = count * probability + alpha + probability * (1 - 2 * alpha) - 1
    if interpolation == .inverseDistribution {
      // A position that rounding alone lifted over a whole number belongs to that number.
      let position = count * probability
      let whole = position.rounded()
      let above = (position - whole).magnitude <= 4 * whole.ulp ? whole : position.rounded(.up)
      return values[Int(max(above, 1)) - 1]
    }
    let position = max(0, min(count - 1, exact))
    let below = Int(position)
    let above = min(below + 1, values.count - 1)
    let share = position - Double(below)
    return values[below] * (1 - share) + values[above] * share
  }
}
