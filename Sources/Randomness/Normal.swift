import Preconditions

/// The normal distribution of a mean and a standard deviation.
///
/// Inversion by ``Elementary/normalQuantile(_:)``: one draw, monotone in the uniform and in the mean.
@frozen
public struct Normal: ContinuousDistribution, BitwiseCopyable {
  /// The mean.
  public let mean: Double

  /// The standard deviation, not negative.
  public let sd: Double

  /// The normal distribution; stops if the mean is not finite or the standard deviation is negative or not finite.
  @inlinable
  public init(mean: Double, sd: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard mean.isFinite, sd >= 0, sd < .infinity else {
      stop("Randomness", "normal with mean \(mean) and sd \(sd)", file: file, line: line)
    }
    self.mean = mean
    self.sd = sd
  }

  /// The variate that belongs to `u` in (0, 1).
  @inlinable
  public func quantile(_ u: Double) -> Double { mean + sd * Elementary.normalQuantile(u) }

  /// The variate that is exceeded with probability `v`.
  @inlinable
  public func quantile(survival v: Double) -> Double { mean - sd * Elementary.normalQuantile(v) }

  /// The probability of at most `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if sd == 0 { return x < mean ? 0 : 1 }
    return Elementary.normalCumulative((x - mean) / sd)
  }

  /// The probability of more than `x`.
  @inlinable
  public func survival(_ x: Double) -> Double {
    if sd == 0 { return x < mean ? 1 : 0 }
    return Elementary.normalCumulative((mean - x) / sd)
  }
}

extension RandomNumberGenerator {
  /// A normal variate, as of ``Normal``.
  @inlinable
  public mutating func normal(
    mean: Double, sd: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    draw(from: Normal(mean: mean, sd: sd, file: file, line: line))
  }
}
