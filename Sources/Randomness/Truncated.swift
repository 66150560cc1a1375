import Preconditions

/// A distribution given that the variate lies between two bounds.
///
/// The uniform is mapped into the probabilities of the bounds, on the side where those are smaller, so a variate costs
/// one draw however improbable the bounds are, and stays monotone in it.
@frozen
public struct Truncated<Base: ContinuousDistribution>: Distribution {
  /// What is truncated.
  public let base: Base

  /// The least value.
  public let low: Double

  /// The greatest value.
  public let high: Double

  @usableFromInline let isAbove: Bool
  @usableFromInline let start: Double
  @usableFromInline let width: Double

  /// A distribution between two bounds; stops if nothing of it lies there, as far as doubles can tell.
  ///
  /// - Parameters:
  ///   - base: What is truncated.
  ///   - low: The least value; may be minus infinity.
  ///   - high: The greatest value; may be infinity.
  ///   - file: Where it was made.
  ///   - line: The line of it.
  @inlinable
  public init(
    _ base: Base, low: Double, high: Double, file: StaticString = #fileID, line: UInt = #line
  ) {
    guard low <= high else {
      stop("Randomness", "\(base) truncated to low \(low), high \(high)", file: file, line: line)
    }
    self.base = base
    self.low = low
    self.high = high
    isAbove = base.cumulative(low) > 0.5
    start = isAbove ? base.survival(low) : base.cumulative(low)
    width = isAbove ? start - base.survival(high) : base.cumulative(high) - start
    if !(width > 0) {
      // All of it in one point, or no room between the bounds.
      let median = base.quantile(0.5)
      guard (low <= median && median <= high) || low == high else {
        stop("Randomness", "nothing of \(base) lies between \(low) and \(high)", file: file, line: line)
      }
    }
  }

  /// The variate that belongs to `u` in (0, 1).
  @inlinable
  public func quantile(_ u: Double) -> Double {
    let value: Double
    if !(width > 0) {
      value = base.quantile(0.5)
    } else if isAbove {
      value = base.quantile(survival: start - u * width)
    } else {
      value = base.quantile(start + u * width)
    }
    return min(max(value, low), high)
  }
}

extension Truncated: BitwiseCopyable where Base: BitwiseCopyable {}

extension ContinuousDistribution {
  /// This distribution given that the variate lies between two bounds, as of ``Truncated``.
  @inlinable
  public func truncated(
    low: Double = -.infinity, high: Double = .infinity, file: StaticString = #fileID, line: UInt = #line
  ) -> Truncated<Self> {
    Truncated(self, low: low, high: high, file: file, line: line)
  }
}
