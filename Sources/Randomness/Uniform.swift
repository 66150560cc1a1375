import Preconditions

extension RandomNumberGenerator {
  /// A number in [0, 1), one of the 2^53 multiples of 2^-53, all equally likely.
  ///
  /// One draw; monotone in it.
  @inlinable
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in (0, 1), one of the 2^52 odd multiples of 2^-53, all equally likely.
  ///
  /// Never 0 and never 1, and as often `u` as `1 - u`, exactly; so it may go into any quantile function. One draw;
  /// monotone in it.
  @inlinable
  public mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A number between two bounds, as of ``Uniform``.
  @inlinable
  public mutating func uniform(
    low: Double, high: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    draw(from: Uniform(low: low, high: high, file: file, line: line))
  }

  /// Whether something of probability `p` happens.
  ///
  /// One draw; monotone in it and in `p`: what happens at one probability happens at every higher one. Never at 0,
  /// always at 1.
  @inlinable
  public mutating func chance(_ p: Double, file: StaticString = #fileID, line: UInt = #line) -> Bool {
    guard p >= 0, p <= 1 else { stop("Randomness", "chance of \(p), not in 0 to 1", file: file, line: line) }
    return uniform() >= 1 - p
  }
}

/// The uniform distribution between two bounds.
@frozen
public struct Uniform: ContinuousDistribution, BitwiseCopyable {
  /// The least value.
  public let low: Double

  /// The greatest value.
  public let high: Double

  /// The uniform distribution; stops unless low <= high and the distance is finite.
  @inlinable
  public init(low: Double, high: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard low <= high, (high - low).isFinite else {
      stop("Randomness", "uniform with low \(low), high \(high)", file: file, line: line)
    }
    self.low = low
    self.high = high
  }

  /// The variate that belongs to `u` in [0, 1].
  @inlinable
  public func quantile(_ u: Double) -> Double { min(low + (high - low) * u, high) }

  /// The variate that is exceeded with probability `v`.
  @inlinable
  public func quantile(survival v: Double) -> Double { max(high - (high - low) * v, low) }

  /// The probability of at most `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if x >= high { return 1 }
    return x > low ? (x - low) / (high - low) : 0
  }

  /// The probability of more than `x`.
  @inlinable
  public func survival(_ x: Double) -> Double {
    if x >= high { return 0 }
    return x > low ? (high - x) / (high - low) : 1
  }
}
