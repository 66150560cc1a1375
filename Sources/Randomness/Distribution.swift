/// A distribution that is sampled by inversion: one uniform a variate, and the variate never falls as the uniform rises.
///
/// So two policies that draw from distributions with raised parameters but the same luck stay coupled: common random
/// numbers with the sign of every difference preserved. All distributions of this room are such.
public protocol Distribution: Sendable {
  /// What is drawn.
  associatedtype Value: Comparable

  /// The variate that belongs to `u` in (0, 1); it never falls as `u` rises.
  func quantile(_ u: Double) -> Value
}

/// A distribution of real numbers whose probabilities are known too, so that it can be truncated.
public protocol ContinuousDistribution: Distribution where Value == Double {
  /// The probability of at most `x`, accurate however small.
  func cumulative(_ x: Double) -> Double

  /// The probability of more than `x`, accurate however small.
  func survival(_ x: Double) -> Double

  /// The variate that is exceeded with probability `v` in (0, 1).
  func quantile(survival v: Double) -> Double
}

extension RandomNumberGenerator {
  /// A variate of a distribution: its quantile at ``openUniform()``; one draw.
  @inlinable
  public mutating func draw<D: Distribution>(from distribution: D) -> D.Value {
    distribution.quantile(openUniform())
  }
}
