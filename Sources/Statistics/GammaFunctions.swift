import Randomness

/// Γ(x + ½) / Γ(x), for x > 0.
///
/// The recurrence of the gamma function lifts x to 16, where five terms of the asymptotic series suffice for a
/// double. Terms: Bernoulli polynomials at ½, DLMF 5.11.8, https://dlmf.nist.gov/5.11.E8.
///
/// A quotient of two `lgamma` would lose all digits at a million degrees of freedom.
func gammaHalfStep(_ x: Double) -> Double {
  var lifted = x
  var factor = 1.0
  while lifted < 16 {
    factor *= lifted / (lifted + 0.5)
    lifted += 1
  }
  let inverse = 1 / lifted
  let square = inverse * inverse
  let series =
    inverse
    * (-1.0 / 8 + square * (1.0 / 192 + square * (-1.0 / 640 + square * (17.0 / 14_336 - square * (31.0 / 18_432)))))
  return factor * lifted.squareRoot() * Elementary.exp(series)
}

/// What Stirling's formula leaves out: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0.
///
/// The recurrence of the gamma function lifts x to 16, where five terms of the series suffice, DLMF 5.11.1.
func stirlingError(_ x: Double) -> Double {
  var lifted = x
  var below = 0.0
  while lifted < 16 {
    below += (lifted + 0.5) * Elementary.log1p(1 / lifted) - 1
    lifted += 1
  }
  let inverse = 1 / lifted
  let square = inverse * inverse
  return below + inverse
    * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))))
}

/// x ln(x / y) + y − x without cancellation where x and y are close, for x, y > 0: Loader (2000).
func deviance(_ x: Double, from y: Double) -> Double {
  let difference = x - y
  guard difference.magnitude < 0.1 * (x + y) else { return x * Elementary.log(x / y) - difference }
  let ratio = difference / (x + y)
  let square = ratio * ratio
  var sum = difference * ratio
  var power = 2 * x * ratio
  for index in 1..<1000 {
    power *= square
    let next = sum + power / Double(2 * index + 1)
    if next == sum { break }
    sum = next
  }
  return sum
}
