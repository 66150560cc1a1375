import CSupport

/// The two sides of a distribution function at a point: the smaller is accurate in its own right, however small.
struct Tails {
  /// The probability of at most the point.
  var lower: Double

  /// The probability of more than the point.
  var upper: Double

  init(lower: Double) {
    self.lower = min(max(lower, 0), 1)
    upper = 1 - self.lower
  }

  init(upper: Double) {
    self.upper = min(max(upper, 0), 1)
    lower = 1 - self.upper
  }
}

extension Tails {
  /// Beyond this the tails are integrated; below, summed by series and continued fractions.
  static var largeShape: Double { 200 }

  /// The regularised incomplete gamma functions P(`shape`, `x`) and Q(`shape`, `x`).
  ///
  /// Series and continued fraction after Walter Gautschi, "A computational procedure for incomplete gamma functions",
  /// ACM Transactions on Mathematical Software 5 (1979), doi:10.1145/355853.355863; for large shapes the density is
  /// integrated from `x` outward. Relative error of the smaller side some 1e-13.
  static func gamma(shape: Double, _ x: Double) -> Tails {
    if x <= 0 { return Tails(lower: 0) }
    if x == .infinity { return Tails(upper: 0) }
    let front = gammaFront(shape: shape, x, stirlingError: Elementary.stirlingError(shape))
    return gamma(shape: shape, x, front: front)
  }

  /// The same for 0 < `x` < infinity, given the front of both expansions.
  static func gamma(shape: Double, _ x: Double, front: Double) -> Tails {
    if shape > largeShape { return integratedGamma(shape: shape, x, density: front / x) }
    if x < shape + 1 {
      // P = front / shape (1 + x / (shape + 1) + x^2 / ((shape + 1) (shape + 2)) + ...).
      var term = 1.0
      var sum = 1.0
      var next = shape
      while term > sum * 0x1p-54 {
        next += 1
        term *= x / next
        sum += term
      }
      return Tails(lower: front * sum / shape)
    }
    // Q = front / (x + 1 - shape - 1 (1 - shape) / (x + 3 - shape - ...)), by the recurrence of Lentz.
    var b = x + 1 - shape
    var c = 0x1p900
    var d = 1 / b
    var fraction = d
    for n in 1..<10_000 {
      let step = Double(n)
      let a = step * (shape - step)
      b += 2
      d = 1 / nonzero(a * d + b)
      c = nonzero(b + a / c)
      let factor = c * d
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return Tails(upper: front * fraction)
  }

  /// x^shape exp(-x) / Gamma(shape), without cancellation where `x` is near the shape.
  static func gammaFront(shape: Double, _ x: Double, stirlingError: Double) -> Double {
    let deviation = (x - shape) / shape
    let excess =
      deviation.magnitude < 0.5
      ? shape * Elementary.logExcess(deviation) : shape * Elementary.log(x / shape) - (x - shape)
    return Elementary.exp(excess - stirlingError - Elementary.halfLogTwoPi) * shape.squareRoot()
  }

  /// The regularised incomplete beta functions I(`x`; `a`, `b`) and 1 - I, given `x` and `y` = 1 - `x`.
  ///
  /// Continued fraction after A. R. DiDonato and A. H. Morris, "Algorithm 708: Significant digit computation of the
  /// incomplete beta function ratios", ACM Transactions on Mathematical Software 18 (1992), doi:10.1145/131766.131776;
  /// where both shapes are large the density is integrated from `x` outward. Relative error of the smaller side some
  /// 1e-12.
  static func beta(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Tails {
    if x <= 0 { return Tails(lower: 0) }
    if y <= 0 { return Tails(upper: 0) }
    return beta(a, b, x, y, front: betaFront(a, b, x, y, stirlingErrors: stirlingErrors(a, b)))
  }

  /// The same for 0 < `x` < 1, given the front of both expansions.
  static func beta(_ a: Double, _ b: Double, _ x: Double, _ y: Double, front: Double) -> Tails {
    if min(a, b) > largeShape { return integratedBeta(a, b, x, y, density: front / (x * y)) }
    if x * (a + b + 2) < a + 1 { return Tails(lower: front * betaFraction(a, b, x) / a) }
    return Tails(upper: front * betaFraction(b, a, y) / b)
  }

  /// x^a y^b / B(a, b), without cancellation where `x` is near a / (a + b).
  static func betaFront(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, stirlingErrors errors: Double
  ) -> Double {
    let sum = a + b
    // x b - y a is the distance from the mean times a + b.
    let distance = x * b - y * a
    let excess = betaExcess(a, x, sum, distance) + betaExcess(b, y, sum, -distance)
    return Elementary.exp(excess + errors - Elementary.halfLogTwoPi) * (a * (b / sum)).squareRoot()
  }

  /// What Stirling's formula lacks of -log B(a, b).
  static func stirlingErrors(_ a: Double, _ b: Double) -> Double {
    Elementary.stirlingError(a + b) - Elementary.stirlingError(a) - Elementary.stirlingError(b)
  }

  /// a log(x / (a / sum)) less its linear part, which the other side's cancels.
  static func betaExcess(_ a: Double, _ x: Double, _ sum: Double, _ distance: Double) -> Double {
    let deviation = distance / a
    if deviation.magnitude < 0.5 { return a * Elementary.logExcess(deviation) }
    return a * Elementary.log(x * (sum / a)) - distance
  }

  /// The continued fraction of I(x; a, b) a / front, for x below (a + 1) / (a + b + 2), by the recurrence of Lentz.
  static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var fraction = d
    for n in 1..<10_000 {
      let m = Double(n)
      let even = a + 2 * m
      let evenPart = m * (b - m) * x / ((even - 1) * even)
      d = 1 / nonzero(1 + evenPart * d)
      c = nonzero(1 + evenPart / c)
      fraction *= d * c
      let oddPart = -(a + m) * (a + b + m) * x / (even * (even + 1))
      d = 1 / nonzero(1 + oddPart * d)
      c = nonzero(1 + oddPart / c)
      let factor = d * c
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return fraction
  }

  static func nonzero(_ x: Double) -> Double { x.magnitude < 0x1p-900 ? 0x1p-900 : x }
}

extension Tails {
  /// How far the logarithm of the density falls until the rest no longer matters.
  static var fall: Double { 50 }

  /// The tail of the gamma distribution away from its mode, by Gauss-Legendre quadrature of the density.
  static func integratedGamma(shape: Double, _ x: Double, density: Double) -> Tails {
    let a = shape - 1
    let slope = (x - a) / x
    let isUpper = x > a
    // To the second order the logarithm falls by |slope| s + a s^2 / (2 x^2) on a way s; above the mode the true fall is
    // slower, so go further.
    let curvature = a / (x * x)
    let target = isUpper ? fall * 1.5 : fall
    var way = 2 * target / (slope.magnitude + (slope * slope + 2 * target * curvature).squareRoot())
    if !isUpper { way = min(way, x) }
    var sum = 0.0
    for index in 0..<32 as Range<UInt64> {
      let row = quadratureRow(index)
      let step = isUpper ? way * row.node : -way * row.node
      sum += row.weight * Elementary.exp(a * Elementary.logExcess(step / x) - slope * step)
    }
    let tail = density * way * sum
    return isUpper ? Tails(upper: tail) : Tails(lower: tail)
  }

  /// The tail of the beta distribution away from its mode, by Gauss-Legendre quadrature of the density.
  static func integratedBeta(_ a: Double, _ b: Double, _ x: Double, _ y: Double, density: Double) -> Tails {
    let slope = ((a - 1) * y - (b - 1) * x) / (x * y)
    let isUpper = slope < 0
    let curvature = (a - 1) / (x * x) + (b - 1) / (y * y)
    let target = fall * 1.5
    var way = 2 * target / (slope.magnitude + (slope * slope + 2 * target * curvature).squareRoot())
    way = min(way, isUpper ? y : x)
    var sum = 0.0
    for index in 0..<32 as Range<UInt64> {
      let row = quadratureRow(index)
      let step = isUpper ? way * row.node : -way * row.node
      let excess = (a - 1) * Elementary.logExcess(step / x) + (b - 1) * Elementary.logExcess(-step / y)
      sum += row.weight * Elementary.exp(excess + slope * step)
    }
    let tail = density * way * sum
    return isUpper ? Tails(upper: tail) : Tails(lower: tail)
  }
}
