import Preconditions

/// The gamma distribution of a shape and a scale; its mean is their product.
///
/// Inversion: one draw, monotone in the uniform. The incomplete gamma function is inverted by Halley's method on
/// logarithms, to a relative error of some 1e-13, so uniforms that differ by less than that may trade places; it costs
/// some microseconds.
@frozen
public struct Gamma: ContinuousDistribution, BitwiseCopyable {
  /// The shape, positive.
  public let shape: Double

  /// The scale, not negative.
  public let scale: Double

  /// The gamma distribution; stops unless the shape is in 1e-3 to 1e12 and the scale is finite and not negative.
  @inlinable
  public init(shape: Double, scale: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard shape >= 1e-3, shape <= 1e12, scale >= 0, scale < .infinity else {
      stop("Randomness", "gamma with shape \(shape) and scale \(scale)", file: file, line: line)
    }
    self.shape = shape
    self.scale = scale
  }

  /// The variate that belongs to `u` in (0, 1).
  public func quantile(_ u: Double) -> Double {
    u <= 0.5 ? scale * standardQuantile(u, isLower: true) : scale * standardQuantile(1 - u, isLower: false)
  }

  /// The variate that is exceeded with probability `v`.
  public func quantile(survival v: Double) -> Double {
    v <= 0.5 ? scale * standardQuantile(v, isLower: false) : scale * standardQuantile(1 - v, isLower: true)
  }

  /// The probability of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    if scale == 0 { return x < 0 ? 0 : 1 }
    return Tails.gamma(shape: shape, x / scale).lower
  }

  /// The probability of more than `x`.
  public func survival(_ x: Double) -> Double {
    if scale == 0 { return x < 0 ? 1 : 0 }
    return Tails.gamma(shape: shape, x / scale).upper
  }

  /// The quantile at scale 1 of a tail's probability, up to 1/2.
  private func standardQuantile(_ probability: Double, isLower: Bool) -> Double {
    if !(probability > 0) { return isLower ? 0 : .infinity }
    let target = Elementary.log(probability)
    // Near 0 the distribution function is x^shape / Gamma(shape + 1).
    let least = (target + Elementary.logGamma(shape + 1)) / shape
    if isLower, least < -40 { return Elementary.exp(least) }
    // E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", Proceedings of the National Academy of
    // Sciences 17 (1931): the cube root is nearly normal.
    let z = Elementary.normalQuantile(probability)
    let root = 1 - 1 / (9 * shape) + (isLower ? z : -z) / (3 * shape.squareRoot())
    let guess = root > 0.1 ? Elementary.log(shape) + 3 * Elementary.log(root) : isLower ? least : 0
    let stirlingError = Elementary.stirlingError(shape)
    let logX = InverseTail.root(from: guess, least: -745, greatest: 709) { y in
      let x = Elementary.exp(y)
      let front = Tails.gammaFront(shape: shape, x, stirlingError: stirlingError)
      let tails = Tails.gamma(shape: shape, x, front: front)
      return InverseTail(
        tails, front: front, frontSlope: shape - x, frontBend: x, target: target, isLower: isLower)
    }
    return Elementary.exp(logX)
  }
}

extension RandomNumberGenerator {
  /// A gamma variate, as of ``Gamma``.
  @inlinable
  public mutating func gamma(
    shape: Double, scale: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    draw(from: Gamma(shape: shape, scale: scale, file: file, line: line))
  }
}
