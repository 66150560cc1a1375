import CSupport

extension Elementary {
  /// `x` to the power `y`, within 0.7 units in the last place (0.9 where the result is subnormal).
  ///
  /// Zeros, infinities, negative bases and what is not a number go as IEEE 754 and C99 (annex F.9.4.4) have them.
  ///
  /// exp(y log(x)) with the logarithm to some 66 bits, in two doubles, by the tables of Peter Tang's methods (see
  /// ``log(_:)`` and ``exp(_:)``) and the exact products of T. J. Dekker, "A floating-point technique for extending the
  /// available precision", Numerische Mathematik 18 (1971), doi:10.1007/BF01397083.
  @inlinable
  public static func pow(_ x: Double, _ y: Double) -> Double {
    // Unusual: a base that is not positive and normal, a power below 2^-65 or at least 2^63, or not a number.
    if x.bitPattern &- smallestNormal >= infinity &- smallestNormal
      || (UInt32(truncatingIfNeeded: y.bitPattern >> 52) & 0x7ff) &- 0x3be >= 0x80
    {
      return unusualPower(x, y)
    }
    return power(ofNormal: x.bitPattern, y)
  }

  /// The power of a positive normal number's bits, for |y| from 2^-65 to 2^63.
  @inlinable @inline(__always)
  static func power(ofNormal bits: UInt64, _ y: Double) -> Double {
    let (upper, lower) = preciseLogarithm(ofNormal: bits)
    let yHead = head(y)
    let logarithmHead = head(upper)
    let product = yHead * logarithmHead
    let rest = (y - yHead) * logarithmHead + y * ((upper - logarithmHead) + lower)
    return exp(product, plus: rest)
  }

  /// The first 26 bits of a number: the product of two such is exact.
  @inlinable @inline(__always)
  static func head(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
  }

  /// The logarithm of a positive normal number's bits as a sum of two doubles, with relative error some 2^-66.
  @inlinable @inline(__always)
  static func preciseLogarithm(ofNormal bits: UInt64) -> (upper: Double, lower: Double) {
    let offset = bits &- preciseLogarithmOffset
    let row = preciseLogarithmRow(offset >> 45)
    let k = Double(Int64(bitPattern: offset) >> 52)
    let pattern = bits &- offset & 0xfff0_0000_0000_0000
    // The reciprocal has ten bits, so its products with the first 21 bits of z and with the rest are exact, and so is
    // the square of the first of them less 1.
    let zHead = Double(bitPattern: (pattern &+ 0x8000_0000) & 0xffff_ffff_0000_0000)
    let rHead = zHead * row.reciprocal - 1
    let rRest = (Double(bitPattern: pattern) - zHead) * row.reciprocal
    let r = rHead + rRest
    let rLost = rHead - r + rRest
    // Exact: both terms are multiples of 2^-42 below 2^11.
    let whole = k * log2Upper + row.upper
    let first = whole + r
    let firstLost = whole - first + r
    let halfSquare = -0.5 * rHead * rHead
    let halfSquareRest = -0.5 * rRest * (r + rHead)
    let second = first + halfSquare
    let secondLost = first - second + halfSquare
    let lost = (k * log2Lower + row.lower + rLost) + firstLost + halfSquareRest + secondLost
    let square = r * r
    let lower = lost + r * square * preciseLogarithmTail(r, square)
    let upper = second + lower
    return (upper, second - upper + lower)
  }

  /// (log(1 + r) - r + r^2 / 2) / r^3 for |r| <= 0.0055, with absolute error below 1e-16.
  @inlinable @inline(__always)
  static func preciseLogarithmTail(_ r: Double, _ square: Double) -> Double {
    let first = 0x1.5555555555557p-2 + r * -0x1.0000000000002p-2
    let second = 0x1.99999997a2856p-3 + r * -0x1.55555553908fep-3
    let third = 0x1.2494edd7be174p-3 + r * -0x1.00026107bc016p-3
    return first + square * (second + square * third)
  }

  /// The bits of the number where the table's range begins, 0.6855, such that an interval has 1 in it.
  @inlinable @inline(__always)
  static var preciseLogarithmOffset: UInt64 { 0x3fe5_f000_0000_0000 }

  /// The power where the base is not positive and normal, or the exponent is tiny, huge or not a number.
  @inlinable @inline(never)
  static func unusualPower(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let base = x.magnitude
    if y.magnitude == .infinity {
      if base == 1 { return 1 }
      return (base > 1) == (y > 0) ? .infinity : 0
    }
    let isWhole = y.magnitude >= 0x1p53 || Double(Int64(y)) == y
    if x < 0, !isWhole, base < .infinity { return .nan }
    let isOdd = isWhole && y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    let size: Double
    if base == 0 || base == .infinity {
      size = (base == 0) == (y > 0) ? 0 : .infinity
    } else if base == 1 {
      size = 1
    } else if y.magnitude < 0x1p-65 {
      size = 1
    } else if y.magnitude >= 0x1p63 {
      size = (base > 1) == (y > 0) ? .infinity : 0
    } else {
      let bits = base.bitPattern < smallestNormal ? (base * 0x1p52).bitPattern &- 52 << 52 : base.bitPattern
      size = power(ofNormal: bits, y)
    }
    return x.sign == .minus && isOdd ? -size : size
  }
}
