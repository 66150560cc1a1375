import Preconditions

/// The triangular distribution of a least, a most likely and a greatest value.
///
/// Inversion in closed form: one draw, monotone in the uniform and in each of the three values.
@frozen
public struct Triangular: ContinuousDistribution, BitwiseCopyable {
  /// The least value.
  public let low: Double

  /// The most likely value.
  public let mode: Double

  /// The greatest value.
  public let high: Double

  /// The triangular distribution; stops unless low <= mode <= high and the distance is finite.
  @inlinable
  public init(low: Double, mode: Double, high: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard low <= mode, mode <= high, (high - low).isFinite else {
      stop("Randomness", "triangular with low \(low), mode \(mode), high \(high)", file: file, line: line)
    }
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// The variate that belongs to `u` in [0, 1].
  @inlinable
  public func quantile(_ u: Double) -> Double {
    let width = high - low
    if u * width < mode - low { return min(low + (u * width * (mode - low)).squareRoot(), mode) }
    return max(high - ((1 - u) * width * (high - mode)).squareRoot(), mode)
  }

  /// The variate that is exceeded with probability `v`.
  @inlinable
  public func quantile(survival v: Double) -> Double {
    let width = high - low
    if v * width < high - mode { return max(high - (v * width * (high - mode)).squareRoot(), mode) }
    return min(low + ((1 - v) * width * (mode - low)).squareRoot(), mode)
  }

  /// The probability of at most `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if x >= high { return 1 }
    if x < low { return 0 }
    if x < mode { return (x - low) / (high - low) * ((x - low) / (mode - low)) }
    return 1 - survival(x)
  }

  /// The probability of more than `x`.
  @inlinable
  public func survival(_ x: Double) -> Double {
    if x >= high { return 0 }
    if x < low { return 1 }
    if x < mode { return 1 - cumulative(x) }
    return (high - x) / (high - low) * ((high - x) / (high - mode))
  }
}

extension RandomNumberGenerator {
  /// A triangular variate, as of ``Triangular``.
  @inlinable
  public mutating func triangular(
    low: Double, mode: Double, high: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    draw(from: Triangular(low: low, mode: mode, high: high, file: file, line: line))
  }
}
