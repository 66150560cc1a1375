/// Products and quotients that are rounded once, at the very end, by the named rule.
///
/// A `Double` is a whole number of 53 bits times a power of two, so a count times a `Double` is a whole number of at
/// most 117 bits times a power of two: it fits in 128 bits and nothing is lost before the named rounding. In plain
/// `Double` arithmetic the product would be rounded first and a second rounding could land on the wrong side.
@usableFromInline
enum ExactProduct {
  /// `count × factor ÷ divisor`, rounded once; nil when the factor is not finite or the result does not fit.
  ///
  /// The divisor is 1 to 2⁶²: a small constant of a conversion.
  @inlinable @inline(__always)
  static func rounded(
    _ count: Int64, times factor: Double, over divisor: UInt64, _ rounding: Rounding
  ) -> Int64? {
    estimated(count, times: factor, over: divisor, rounding) ?? exact(count, times: factor, over: divisor, rounding)
  }

  /// The same from plain `Double` arithmetic, where that leaves no doubt; nil elsewhere.
  ///
  /// Conversion, product and quotient put the estimate off by less than 2⁻⁵⁰ of itself. Where it lies further than that
  /// from every number at which the rule changes its mind, the exact number lies on the same side. Products of whole
  /// numbers are exact as they are.
  @inlinable @inline(__always)
  static func estimated(
    _ count: Int64, times factor: Double, over divisor: UInt64, _ rounding: Rounding
  ) -> Int64? {
    let estimate = Double(count) * factor / Double(divisor)
    let size = estimate.magnitude
    guard size < 0x1p40 else { return nil }
    let whole = Int64(size)
    let part = size - Double(whole)
    let doubt = size * 0x1p-50
    let grows: Bool
    switch rounding {
    case .nearestEven:
      guard (part - 0.5).magnitude > doubt else { return nil }
      grows = part > 0.5
    case .down, .up:
      guard part > doubt, part < 1 - doubt else {
        let isWhole = divisor == 1 && factor.magnitude < 0x1p53 && factor == Double(Int64(factor))
        return isWhole ? Int64(estimate) : nil
      }
      grows = (rounding == .down) == (estimate < 0)
    }
    let magnitude = grows ? whole + 1 : whole
    return estimate < 0 ? -magnitude : magnitude
  }

  /// The same, whatever the numbers.
  @inlinable @inline(never)
  static func exact(
    _ count: Int64, times factor: Double, over divisor: UInt64, _ rounding: Rounding
  ) -> Int64? {
    guard factor.isFinite else { return nil }
    let bits = factor.bitPattern
    let storedExponent = Int((bits >> 52) & 0x7ff)
    let fraction = bits & 0xf_ffff_ffff_ffff
    let significand = storedExponent == 0 ? fraction : fraction | (1 << 52)
    let product = UInt128(count.magnitude) * UInt128(significand)
    // Twice the value, over twice the divisor, so that half of the divisor is a whole number too.
    let shift = max(storedExponent, 1) - 1_074
    let doubled: UInt128
    let sticky: Bool
    // Masked shifts, whose width is known to be less than 128, are a fifth of the work of those that look.
    if shift < 0 {
      doubled = shift <= -128 ? 0 : product &>> UInt128(truncatingIfNeeded: -shift)
      sticky = shift <= -128 ? product != 0 : (doubled &<< UInt128(truncatingIfNeeded: -shift)) != product
    } else {
      guard product == 0 || shift < product.leadingZeroBitCount else { return nil }
      doubled = product == 0 ? 0 : product &<< UInt128(truncatingIfNeeded: shift)
      sticky = false
    }
    let isNegative = (count < 0) != (factor.sign == .minus)
    return quotient(doubled, over: divisor * 2, sticky: sticky, isNegative: isNegative, rounding)
  }

  /// `count × numerator ÷ denominator`, rounded once; nil when the result does not fit.
  ///
  /// The denominator is more than zero.
  @inlinable @inline(__always)
  static func rounded(
    _ count: Int64, times numerator: Int64, over denominator: Int64, _ rounding: Rounding
  ) -> Int64? {
    // Nearly every amount: one division of 64 bits, by a number that the compiler knows as a rule.
    let (small, isLarge) = count.multipliedReportingOverflow(by: numerator)
    if !isLarge, small >= 0, small < Int64.max / 2 {
      let (whole, rest) = small.quotientAndRemainder(dividingBy: denominator)
      let grows = rounding.growsMagnitude(
        remainder: UInt64(rest) * 2, half: denominator.magnitude, sticky: false, isOdd: whole & 1 == 1,
        isNegative: false)
      return grows ? whole + 1 : whole
    }
    return exact(count, times: numerator, over: denominator, rounding)
  }

  /// The same, whatever the numbers.
  @inlinable @inline(never)
  static func exact(
    _ count: Int64, times numerator: Int64, over denominator: Int64, _ rounding: Rounding
  ) -> Int64? {
    let product = UInt128(count.magnitude) * UInt128(numerator.magnitude)
    let isNegative = (count < 0) != (numerator < 0)
    // The product is at most 2¹²⁶ and the denominator below 2⁶³: both can be doubled.
    return quotient(product << 1, over: denominator.magnitude << 1, sticky: false, isNegative: isNegative, rounding)
  }

  /// The quotient of magnitudes with its sign, rounded by the rule; nil when it does not fit.
  @inlinable
  static func quotient(
    _ dividend: UInt128, over divisor: UInt64, sticky: Bool, isNegative: Bool, _ rounding: Rounding
  ) -> Int64? {
    var magnitude: UInt64
    let remainder: UInt64
    if dividend <= UInt128(UInt64.max) {
      // A division of 64 bits is several times as fast as one of 128, and nearly every amount takes this way.
      (magnitude, remainder) = UInt64(truncatingIfNeeded: dividend).quotientAndRemainder(dividingBy: divisor)
    } else {
      let wide = dividend.quotientAndRemainder(dividingBy: UInt128(divisor))
      guard wide.quotient <= UInt128(UInt64.max) else { return nil }
      magnitude = UInt64(truncatingIfNeeded: wide.quotient)
      remainder = UInt64(truncatingIfNeeded: wide.remainder)
    }
    let grows = rounding.growsMagnitude(
      remainder: remainder, half: divisor >> 1, sticky: sticky, isOdd: magnitude & 1 == 1, isNegative: isNegative)
    if grows {
      guard magnitude < UInt64.max else { return nil }
      magnitude += 1
    }
    if magnitude <= UInt64(Int64.max) {
      return isNegative ? -Int64(magnitude) : Int64(magnitude)
    }
    return isNegative && magnitude == Int64.min.magnitude ? Int64.min : nil
  }
}
