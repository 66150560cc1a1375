import Preconditions

/// The beta distribution of two shapes, on 0 to 1; its mean is a / (a + b).
///
/// Inversion: one draw, monotone in the uniform. The incomplete beta function is inverted by Halley's method on the
/// logarithm of the odds, to a relative error of some 1e-12, so uniforms that differ by less than that may trade
/// places; it costs some microseconds.
@frozen
public struct Beta: ContinuousDistribution, BitwiseCopyable {
  /// The shape at 0.
  public let a: Double

  /// The shape at 1.
  public let b: Double

  /// The beta distribution; stops unless both shapes are in 1e-3 to 1e12.
  @inlinable
  public init(a: Double, b: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard a >= 1e-3, a <= 1e12, b >= 1e-3, b <= 1e12 else {
      stop("Randomness", "beta with shapes \(a) and \(b)", file: file, line: line)
    }
    self.a = a
    self.b = b
  }

  /// The variate that belongs to `u` in (0, 1).
  public func quantile(_ u: Double) -> Double {
    u <= 0.5 ? Beta.solve(a, b, u).x : Beta.solve(b, a, 1 - u).y
  }

  /// The variate that is exceeded with probability `v`.
  public func quantile(survival v: Double) -> Double {
    v <= 0.5 ? Beta.solve(b, a, v).y : Beta.solve(a, b, 1 - v).x
  }

  /// The probability of at most `x`.
  public func cumulative(_ x: Double) -> Double { x < 0 ? 0 : x > 1 ? 1 : Tails.beta(a, b, x, 1 - x).lower }

  /// The probability of more than `x`.
  public func survival(_ x: Double) -> Double { x < 0 ? 1 : x > 1 ? 0 : Tails.beta(a, b, x, 1 - x).upper }

  /// The quantile of a probability up to 1/2, and 1 less it.
  private static func solve(_ a: Double, _ b: Double, _ probability: Double) -> (x: Double, y: Double) {
    if !(probability > 0) { return (0, 1) }
    let target = Elementary.log(probability)
    // Near 0 the distribution function is x^a / (a B(a, b)).
    let logBeta = Elementary.logGamma(a + 1) + Elementary.logGamma(b) - Elementary.logGamma(a + b)
    let least = (target + logBeta) / a
    if least < -40 {
      let x = Elementary.exp(least)
      return (x, 1 - x)
    }
    let spread = (1 / a + 1 / b).squareRoot()
    let central = Elementary.log(a / b) + spread * Elementary.normalQuantile(probability)
    let guess = min(a, b) > 1 ? max(central, least) : max(least, -30)
    let stirlingErrors = Tails.stirlingErrors(a, b)
    let logOdds = InverseTail.root(from: guess, least: -60, greatest: 745) { t in
      let (x, y) = fromLogOdds(t)
      let front = Tails.betaFront(a, b, x, y, stirlingErrors: stirlingErrors)
      let tails = Tails.beta(a, b, x, y, front: front)
      return InverseTail(
        tails, front: front, frontSlope: a * y - b * x, frontBend: (a + b) * x * y, target: target, isLower: true)
    }
    return fromLogOdds(logOdds)
  }

  private static func fromLogOdds(_ t: Double) -> (x: Double, y: Double) {
    let odds = Elementary.exp(-t.magnitude)
    let small = odds / (1 + odds)
    let large = 1 / (1 + odds)
    return t < 0 ? (small, large) : (large, small)
  }
}

extension RandomNumberGenerator {
  /// A beta variate, as of ``Beta``.
  @inlinable
  public mutating func beta(
    a: Double, b: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    draw(from: Beta(a: a, b: b, file: file, line: line))
  }
}
