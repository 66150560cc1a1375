import CSupport

extension Elementary {
  /// The logarithm of the gamma function of a positive `x`; not a number of anything else.
  ///
  /// Absolute error some 1e-15, relative error some 1e-15 where the result is above 1.
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    if x == 1 || x == 2 { return 0 }
    if x == .infinity { return x }
    if x < 10 {
      // Gamma(x) = Gamma(x + n) / (x (x + 1) ... (x + n - 1)).
      var product = 1.0
      var shifted = x
      while shifted < 10 {
        product *= shifted
        shifted += 1
      }
      return logGamma(shifted) - log(product)
    }
    return (x - 0.5) * (log(x) - 1) + (halfLogTwoPi - 0.5) + stirlingError(x)
  }

  /// log(2 pi) / 2.
  static var halfLogTwoPi: Double { 0x1.d67f1c864beb5p-1 }

  /// What Stirling's formula lacks of log Gamma(`x`): log Gamma(x) - ((x - 1/2) log(x) - x + log(2 pi) / 2).
  ///
  /// The asymptotic series with Bernoulli's numbers; for `x` below 10, from further up.
  static func stirlingError(_ x: Double) -> Double {
    if x < 10 {
      var error = 0.0
      var shifted = x
      // The error at x less that at x + 1 is (x + 1/2) log(1 + 1/x) - 1.
      while shifted < 10 {
        error += (shifted + 0.5) * log1p(1 / shifted) - 1
        shifted += 1
      }
      return error + stirlingError(shifted)
    }
    let t = 1 / (x * x)
    var sum = -3_617.0 / 122_400
    sum = sum * t + 1.0 / 156
    sum = sum * t - 691.0 / 360_360
    sum = sum * t + 1.0 / 1_188
    sum = sum * t - 1.0 / 1_680
    sum = sum * t + 1.0 / 1_260
    sum = sum * t - 1.0 / 360
    sum = sum * t + 1.0 / 12
    return sum / x
  }

  /// log(1 + `x`) - `x` without cancellation, for `x` above -1.
  static func logExcess(_ x: Double) -> Double {
    let square = x * x
    if x.magnitude < 0x1p-8 {
      return square * (x * preciseLogarithmTail(x, square) - 0.5)
    }
    if x.magnitude > 0.3 { return log1p(x) - x }
    // log(1 + x) = 2 artanh(s) with s = x / (2 + x), and 2 s - x = -x s.
    let s = x / (2 + x)
    let t = s * s
    var sum = 1.0 / 27
    sum = sum * t + 1.0 / 25
    sum = sum * t + 1.0 / 23
    sum = sum * t + 1.0 / 21
    sum = sum * t + 1.0 / 19
    sum = sum * t + 1.0 / 17
    sum = sum * t + 1.0 / 15
    sum = sum * t + 1.0 / 13
    sum = sum * t + 1.0 / 11
    sum = sum * t + 1.0 / 9
    sum = sum * t + 1.0 / 7
    sum = sum * t + 1.0 / 5
    sum = sum * t + 1.0 / 3
    return s * (2 * t * sum - x)
  }
}
