import Preconditions

/// The exponential distribution of a mean.
///
/// Inversion, `-mean * log(1 - u)`: one draw, monotone in the uniform and in the mean.
@frozen
public struct Exponential: ContinuousDistribution, BitwiseCopyable {
  /// The mean, not negative and finite.
  public let mean: Double

  /// The exponential distribution; stops if the mean is negative, infinite or not a number.
  @inlinable
  public init(mean: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard mean >= 0, mean < .infinity else {
      stop("Randomness", "exponential with mean \(mean)", file: file, line: line)
    }
    self.mean = mean
  }

  /// The variate that belongs to `u` in (0, 1).
  @inlinable
  public func quantile(_ u: Double) -> Double {
    // Below 2^-20 the subtraction would cost digits; at a draw's 53 bits it costs none.
    if u < 0x1p-20 { return mean * -Elementary.log1p(-u) }
    return quantile(survival: 1 - u)
  }

  /// The variate that is exceeded with probability `v`.
  @inlinable
  public func quantile(survival v: Double) -> Double { mean * -Elementary.log(v) }

  /// The probability of at most `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if mean == 0 { return x < 0 ? 0 : 1 }
    return x > 0 ? -Elementary.expm1(-x / mean) : 0
  }

  /// The probability of more than `x`.
  @inlinable
  public func survival(_ x: Double) -> Double {
    if mean == 0 { return x < 0 ? 1 : 0 }
    return x > 0 ? Elementary.exp(-x / mean) : 1
  }
}

extension RandomNumberGenerator {
  /// An exponential variate, as of ``Exponential``.
  @inlinable
  public mutating func exponential(mean: Double, file: StaticString = #fileID, line: UInt = #line) -> Double {
    draw(from: Exponential(mean: mean, file: file, line: line))
  }
}
