extension Elementary {
  /// The quantile of the standard normal distribution at `u`; infinite at 0 and 1, NaN outside.
  ///
  /// Odd about 1/2 exactly. Michael J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
  /// Applied Statistics 37 (1988), routine PPND16: about 16 digits.
  @inlinable
  public static func normalQuantile(_ u: Double) -> Double {
    let q = u - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      let top =
        (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r
          + 4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r
          + 1.3314166789178437745e2) * r + 3.3871328727963666080e0)
      let bottom =
        (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r
          + 2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r
          + 4.2313330701600911252e1) * r + 1)
      return q * top / bottom
    }
    let tail = q < 0 ? u : 1 - u
    guard tail > 0 else { return tail == 0 ? (q < 0 ? -.infinity : .infinity) : .nan }
    var r = (-log(tail)).squareRoot()
    let z: Double
    if r <= 5 {
      r -= 1.6
      let top =
        (((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r
          + 1.27045825245236838258e0) * r + 3.64784832476320460504e0) * r + 5.76949722146069140550e0) * r
          + 4.63033784615654529590e0) * r + 1.42343711074968357734e0)
      let bottom =
        (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r
          + 1.48103976427480074590e-1) * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940e0) * r
          + 2.05319162663775882187e0) * r + 1)
      z = top / bottom
    } else {
      r -= 5
      let top =
        (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r
          + 2.65321895265761230930e-2) * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580e0) * r
          + 5.46378491116411436990e0) * r + 6.65790464350110377720e0)
      let bottom =
        (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
          + 7.86869131145613259100e-4) * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r
          + 5.99832206555887937690e-1) * r + 1)
      z = top / bottom
    }
    return q < 0 ? -z : z
  }

  /// The standard normal distribution function at `z`, relative error below 1e-15 in both tails.
  ///
  /// A polynomial in z^2 near 0; beyond, exp(-z^2 / 2) times a polynomial in (z - 5) / (z + 5), the variable of
  /// M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x", Mathematics of
  /// Computation 36 (1981), doi:10.1090/S0025-5718-1981-0595059-5.
  public static func normalCumulative(_ z: Double) -> Double {
    if z.magnitude < 0.625 { return 0.5 + z * normalMiddle(z * z) }
    return z < 0 ? normalTail(-z) : 1 - normalTail(z)
  }

  /// (Phi(z) - 1/2) / z, of z^2 < 0.41.
  static func normalMiddle(_ square: Double) -> Double {
    var sum = -0x1.c51df30741f59p-34
    sum = sum * square + 0x1.374b91b56e096p-29
    sum = sum * square - 0x1.6219689b6cf46p-25
    sum = sum * square + 0x1.6589f7a86a9a0p-21
    sum = sum * square - 0x1.3ce8fa490b424p-17
    sum = sum * square + 0x1.e42b0d5070f58p-14
    sum = sum * square - 0x1.37403f6b9f66ap-10
    sum = sum * square + 0x1.46d04297691bfp-7
    sum = sum * square - 0x1.1058377e2cee0p-4
    sum = sum * square + 0x1.9884533d43651p-2
    return sum
  }

  /// The probability that a standard normal variate exceeds `z`, for z >= 0.6.
  static func normalTail(_ z: Double) -> Double {
    if z.isNaN { return z }
    if z > 39 { return 0 }
    let t = (z - 5) / (z + 5)
    var sum = 0x1.ed29a3c306769p-31
    sum = sum * t + 0x1.3977a2b1fc8c2p-28
    sum = sum * t - 0x1.7b421d5d2017cp-26
    sum = sum * t - 0x1.09a61f666978ep-25
    sum = sum * t + 0x1.8dd9d1d55fdb7p-23
    sum = sum * t + 0x1.21cc6fc81dd50p-23
    sum = sum * t - 0x1.5cd3b5ef888bfp-20
    sum = sum * t - 0x1.4654c88e2a427p-24
    sum = sum * t + 0x1.2fe0513200f90p-17
    sum = sum * t - 0x1.4bf7f5163198cp-17
    sum = sum * t - 0x1.c1af26cb11c77p-15
    sum = sum * t + 0x1.7e617bc6d3ee0p-13
    sum = sum * t + 0x1.056fa31f15c23p-17
    sum = sum * t - 0x1.b75f4d47a5f76p-10
    sum = sum * t + 0x1.ab6d03ab358bfp-8
    sum = sum * t - 0x1.f11aab0a3430bp-7
    sum = sum * t + 0x1.92037baac7f8ap-6
    sum = sum * t - 0x1.b08e000786039p-6
    sum = sum * t + 0x1.47c1d0305c9aap-7
    sum = sum * t + 0x1.fc66cc64a051fp-6
    sum = sum * t - 0x1.76ff86859eb3cp-4
    sum = sum * t + 0x1.d8979b0f2b39ep-2
    // Exact: z^2 = zHead^2 + (z - zHead) (z + zHead), and so the exponential loses nothing for large z.
    let zHead = head(z)
    let upper = -0.5 * zHead * zHead
    let lower = -0.5 * (z - zHead) * (z + zHead)
    return exp(upper, plus: lower) * sum / (z + 1)
  }
}
