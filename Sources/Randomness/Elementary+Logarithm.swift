import CSupport

extension Elementary {
  /// The natural logarithm of `x`, within 0.9 units in the last place.
  ///
  /// Negative infinity of zero; not a number of anything below.
  ///
  /// `x` is 2^k z with z in [0.6875, 1.375), near a table's centre c: log(x) = k log(2) + log(c) + log(1 + (z - c) / c).
  /// Ping Tak Peter Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic",
  /// ACM Transactions on Mathematical Software 16 (1990), doi:10.1145/98267.98294. The centres are chosen, as by
  /// Shmuel Gal, "An accurate elementary mathematical library for the IEEE floating point standard", ibid. 17 (1991),
  /// so that what their logarithms and reciprocals lack as doubles is negligible.
  @inlinable
  public static func log(_ x: Double) -> Double {
    var bits = x.bitPattern
    if bits &- smallestNormal >= infinity &- smallestNormal {
      if x == 0 { return -.infinity }
      if !(x > 0) { return .nan }
      if bits == infinity { return x }
      bits = (x * 0x1p52).bitPattern &- 52 << 52
    }
    return logarithm(ofNormal: bits, missing: nil)
  }

  /// log(1 + `x`), accurate for small `x` too.
  ///
  /// Negative infinity of -1; not a number of anything below. Within 0.9 units in the last place.
  @inlinable
  public static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-7 {
      // Keeps the sign of a zero, and the bits of what is too small for its square to matter.
      if x.magnitude < 0x1p-54 { return x }
      let square = x * x
      return x + square * (x * logarithmTail(x, square) - 0.5)
    }
    if !(x > -1) { return x == -1 ? -.infinity : .nan }
    let sum = 1 + x
    if sum == .infinity { return sum }
    let missing = x >= 1 ? 1 - (sum - x) : x - (sum - 1)
    return logarithm(ofNormal: sum.bitPattern, missing: missing / sum)
  }

  /// The logarithm of a positive normal number's bits, plus a small `missing`.
  @inlinable @inline(__always)
  static func logarithm(ofNormal bits: UInt64, missing: Double?) -> Double {
    let offset = bits &- logarithmOffset
    let row = logarithmRow(offset >> 45)
    let k = Double(Int64(bitPattern: offset) >> 52)
    let z = Double(bitPattern: bits &- offset & 0xfff0_0000_0000_0000)
    let r = (z - row.centre) * row.reciprocal
    // Exact: both terms are multiples of 2^-42 below 2^11.
    let upper = k * log2Upper + row.logarithm
    let sum = upper + r
    var lower = upper - sum + r + k * log2Lower
    if let missing { lower += missing }
    let square = r * r
    return sum + (lower + square * (r * logarithmTail(r, square) - 0.5))
  }

  /// (log(1 + r) - r + r^2 / 2) / r^3 for |r| <= 2^-7, with absolute error below 3e-13.
  @inlinable @inline(__always)
  static func logarithmTail(_ r: Double, _ square: Double) -> Double {
    let first = 0x1.5555555555555p-2 + r * -0x1.fffffffaffec0p-3
    let second = 0x1.9999999527c05p-3 + r * -0x1.555a556555875p-3
    return first + square * (second + square * 0x1.2496bafa3a8c0p-3)
  }

  /// The bits of 0.6875, where the table's range begins.
  @inlinable @inline(__always)
  static var logarithmOffset: UInt64 { 0x3fe6_0000_0000_0000 }

  @inlinable @inline(__always)
  static var smallestNormal: UInt64 { 0x0010_0000_0000_0000 }

  @inlinable @inline(__always)
  static var infinity: UInt64 { 0x7ff0_0000_0000_0000 }

  /// The first 42 bits of log(2), whose product with an exponent is exact.
  @inlinable @inline(__always)
  static var log2Upper: Double { 0x1.62e42fefa3800p-1 }

  /// The rest of log(2).
  @inlinable @inline(__always)
  static var log2Lower: Double { 0x1.ef35793c76730p-45 }
}
