import CSupport

extension Elementary {
  /// The exponential of `x`, within 0.6 units in the last place (0.8 where the result is subnormal).
  ///
  /// With k the integer nearest to 128 x / log(2), it is 2^(k / 128), from a table, times the exponential of a remainder
  /// below 0.0028. Ping Tak Peter Tang, "Table-driven implementation of the exponential function in IEEE floating-point
  /// arithmetic", ACM Transactions on Mathematical Software 15 (1989), doi:10.1145/63522.214389.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    exp(x, plus: nil)
  }

  /// exp(`x`) - 1, accurate for small `x` too; within 0.8 units in the last place.
  @inlinable
  public static func expm1(_ x: Double) -> Double {
    if x.magnitude < 0.25 {
      // Keeps the sign of a zero, and the bits of what is too small for its square to matter.
      if x.magnitude < 0x1p-54 { return x }
      return smallExpm1(x)
    }
    if x.isNaN { return x }
    if x > 700 { return exp(x) }
    if x < -40 { return -1 }
    let (scale, rest) = exponentialParts(x, plus: nil)
    let power = Double(bitPattern: scale)
    let difference = power - 1
    let lost = power > 1 ? power - difference - 1 : power - (difference + 1)
    return difference + (power * rest + lost)
  }

  /// exp(`x` + `small`), where the sum of the two would lose digits of `small`.
  @inlinable @inline(__always)
  static func exp(_ x: Double, plus small: Double?) -> Double {
    if exponentIsUnusual(x) {
      if x.magnitude < 1 { return 1 + x }
      if x.isNaN { return x }
      if x.magnitude >= 1024 { return x < 0 ? 0 : .infinity }
      return extremeExponential(x, plus: small)
    }
    let (scale, rest) = exponentialParts(x, plus: small)
    let power = Double(bitPattern: scale)
    return power + power * rest
  }

  /// exp(`x`) - 1 by a polynomial, for |x| < 0.25.
  @inlinable @inline(__always)
  static func smallExpm1(_ x: Double) -> Double {
    let square = x * x
    let first = 0x1.5555555555555p-3 + x * 0x1.55555555554b3p-5
    let second = 0x1.11111111110dfp-7 + x * 0x1.6c16c16d24993p-10
    let third = 0x1.a01a01a0c00c0p-13 + x * 0x1.a019f275bdf4bp-16
    let fourth = 0x1.71de31007ec50p-19 + x * 0x1.2835c97907220p-22 + square * 0x1.aec7c8725ca7fp-26
    let tail = first + square * (second + square * (third + square * fourth))
    return x + square * (0.5 + x * tail)
  }

  /// Whether |x| is below 2^-54 or at least 512, or `x` is not a number.
  @inlinable @inline(__always)
  static func exponentIsUnusual(_ x: Double) -> Bool {
    (UInt32(truncatingIfNeeded: x.bitPattern >> 52) & 0x7ff) &- 0x3c9 >= 0x3f
  }

  /// The bits of a power of 2^(1/128), and what its quotient into exp(`x` + `small`) exceeds 1 by.
  ///
  /// The bits are those of a double while |x| < 700, and its exponent overflows beyond.
  @inlinable @inline(__always)
  static func exponentialParts(_ x: Double, plus small: Double?) -> (scale: UInt64, rest: Double) {
    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
    let shifted = x * 0x1.71547652b82fep+7 + 0x1.8p52
    let index = shifted.bitPattern
    let k = shifted - 0x1.8p52
    var r = x - k * 0x1.62e42fef80000p-8 - k * 0x1.1cf79abc9e3b4p-43
    if let small { r += small }
    let row = exponentialRow(index)
    let square = r * r
    let first = 0x1.fffffffffff57p-2 + r * 0x1.5555555555525p-3
    let second = 0x1.55555acf8df82p-5 + r * 0x1.1111143255ff1p-7
    return (row.bits &+ index << 45, (row.missing + r) + (square * first + square * square * second))
  }

  /// The exponential where the power of two alone may overflow or underflow: 512 <= |x| < 1024.
  @inlinable @inline(never)
  static func extremeExponential(_ x: Double, plus small: Double?) -> Double {
    let (scale, rest) = exponentialParts(x, plus: small)
    let shift: UInt64 = x < 0 ? 1022 : UInt64(bitPattern: -1009)
    let power = Double(bitPattern: scale &+ shift << 52)
    return (power + power * rest) * (x < 0 ? 0x1p-1022 : 0x1p1009)
  }
}
