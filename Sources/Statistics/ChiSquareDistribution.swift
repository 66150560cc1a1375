import Preconditions
import Randomness

/// The chi-square distribution: probabilities.
///
/// They are incomplete gamma functions: a series of positive terms (DLMF 8.7.1) up to the mean and a continued fraction
/// (DLMF 8.9.2) above it. The factor before them is taken as Loader (2000), "Fast and accurate computation of
/// binomial probabilities", takes it, so that many degrees of freedom cost no digits.
public struct ChiSquareDistribution: Equatable, Sendable {
  /// The degrees of freedom: positive, whole or not.
  public let degreesOfFreedom: Double

  /// Makes a chi-square distribution; stops the process unless the degrees of freedom are positive and finite.
  public init(degreesOfFreedom: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      stop(
        "Statistics", "no chi-square distribution has \(degreesOfFreedom) degrees of freedom", file: file, line: line)
    }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Probability of a value at or below `value`.
  public func cumulative(_ value: Double) -> Double {
    let parts = parts(value)
    return parts.isLower ? parts.probability : 1 - parts.probability
  }

  /// Probability of a value above `value`, precise however small it is.
  public func upperTail(_ value: Double) -> Double {
    let parts = parts(value)
    return parts.isLower ? 1 - parts.probability : parts.probability
  }

  /// The side of `value` that is computed without a subtraction.
  private func parts(_ value: Double) -> (isLower: Bool, probability: Double) {
    if value.isNaN { return (true, value) }
    if value <= 0 { return (true, 0) }
    if value == .infinity { return (false, 0) }
    let a = degreesOfFreedom / 2
    let x = value / 2
    // x to the power a, times e to the power −x, divided by Γ(a + 1)
    let factor =
      Elementary.exp(-stirlingError(a) - deviance(a, from: x)) / (2 * .pi * a).squareRoot()
    if x < a + 1 {
      var term = 1.0
      var sum = 1.0
      var index = a + 1
      while term > sum * 0x1p-56 {
        term *= x / index
        sum += term
        index += 1
      }
      return (true, factor * sum)
    }
    let fraction = continuedFraction { index in
      let n = Double(index)
      return (n * (a - n), x - a + 2 * n + 1)
    }
    return (false, factor * a / fraction)
  }
}
