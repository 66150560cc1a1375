import Preconditions

/// The distribution of a positive number whose logarithm is normal.
///
/// Inversion: one draw, monotone in the uniform.
@frozen
public struct Lognormal: ContinuousDistribution, BitwiseCopyable {
  /// The distribution of the logarithm.
  public let logarithm: Normal

  /// The lognormal distribution whose logarithm has a mean and a standard deviation.
  @inlinable
  public init(logMean: Double, logSD: Double, file: StaticString = #fileID, line: UInt = #line) {
    logarithm = Normal(mean: logMean, sd: logSD, file: file, line: line)
  }

  /// The lognormal distribution that itself has a mean and a standard deviation.
  ///
  /// Stops if the mean is not positive or the standard deviation is negative, or either is not finite.
  @inlinable
  public init(mean: Double, sd: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard mean > 0, mean < .infinity, sd >= 0, sd < .infinity else {
      stop("Randomness", "lognormal with mean \(mean) and sd \(sd)", file: file, line: line)
    }
    let variation = sd / mean
    let logVariance = Elementary.log1p(variation * variation)
    self.init(
      logMean: Elementary.log(mean) - logVariance / 2, logSD: logVariance.squareRoot(), file: file, line: line)
  }

  /// The variate that belongs to `u` in (0, 1).
  @inlinable
  public func quantile(_ u: Double) -> Double { Elementary.exp(logarithm.quantile(u)) }

  /// The variate that is exceeded with probability `v`.
  @inlinable
  public func quantile(survival v: Double) -> Double { Elementary.exp(logarithm.quantile(survival: v)) }

  /// The probability of at most `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double { x > 0 ? logarithm.cumulative(Elementary.log(x)) : 0 }

  /// The probability of more than `x`.
  @inlinable
  public func survival(_ x: Double) -> Double { x > 0 ? logarithm.survival(Elementary.log(x)) : 1 }
}

extension RandomNumberGenerator {
  /// A lognormal variate of a mean and a standard deviation, as of ``Lognormal``.
  @inlinable
  public mutating func lognormal(
    mean: Double, sd: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    draw(from: Lognormal(mean: mean, sd: sd, file: file, line: line))
  }
}
