extension Elementary {
  /// The sine of `turns` full turns, sin(2 pi x), within 0.9 units in the last place; not a number of an infinity.
  ///
  /// In turns the reduction to an eighth of a turn is exact, however large the argument.
  @inlinable
  public static func sin(turns: Double) -> Double {
    // Keeps the sign of a zero.
    if turns == 0 { return turns }
    let (quarter, rest) = quarterTurns(turns)
    let value = quarter & 1 == 0 ? sineOfEighth(rest) : cosineOfEighth(rest)
    return quarter & 2 == 0 ? value : 0 - value
  }

  /// The cosine of `turns` full turns, cos(2 pi x), within 0.7 units in the last place; not a number of an infinity.
  @inlinable
  public static func cos(turns: Double) -> Double {
    let (quarter, rest) = quarterTurns(turns)
    let value = quarter & 1 == 0 ? cosineOfEighth(rest) : sineOfEighth(rest)
    return (quarter + 1) & 2 == 0 ? value : 0 - value
  }

  /// The nearest number of quarter turns, modulo 4, and what is left, at most an eighth.
  @inlinable @inline(__always)
  static func quarterTurns(_ turns: Double) -> (quarter: Int, rest: Double) {
    // From 2^53 on every number is a whole number of turns.
    if !(turns.magnitude < 0x1p53) { return (0, turns - turns) }
    let whole = turns.magnitude < 0x1p50 ? turns : turns - Double(Int64(turns))
    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
    let shifted = whole * 4 + 0x1.8p52
    let rest = whole - (shifted - 0x1.8p52) * 0.25
    return (Int(truncatingIfNeeded: shifted.bitPattern & 3), rest)
  }

  @inlinable @inline(__always)
  static func sineOfEighth(_ x: Double) -> Double {
    let square = x * x
    let first = -0x1.4abbce625be53p+5 + square * 0x1.466bc6775aae1p+6
    let second = -0x1.32d2cce62b872p+6 + square * 0x1.50783486facaap+5
    let third = -0x1.e3074d2614b2dp+3 + square * 0x1.e8f036bcd3237p+1
    let quad = square * square
    let tail = first + quad * (second + quad * (third + quad * -0x1.6cc577dadd922p-1))
    // The first 26 bits of x and of 2 pi: their product is exact.
    let xHead = head(x)
    let exact = xHead * twoPiUpper
    return exact + ((x - xHead) * twoPiUpper + x * (twoPiLower + square * tail))
  }

  @inlinable @inline(__always)
  static func cosineOfEighth(_ x: Double) -> Double {
    let square = x * x
    let first = 0x1.03c1f081b5ac4p+6 + square * -0x1.55d3c7e3cbd74p+6
    let second = 0x1.e1f50688302c5p+5 + square * -0x1.a6d1f0ab7905cp+4
    let third = 0x1.f9cfc07738157p+2 + square * -0x1.b38340f56931fp+0
    let quad = square * square
    let tail = first + quad * (second + quad * third)
    // The main term, (2 pi x)^2 / 2, in two parts, the first exact, and so is what its difference from 1 loses.
    let xHead = head(x)
    let angle = xHead * twoPiUpper
    let angleRest = (x - xHead) * twoPiUpper + x * twoPiLower
    let angleHead = head(angle)
    let half = 0.5 * angleHead * angleHead
    let difference = 1 - half
    let lost = 1 - difference - half
    let crossed = 0.5 * (angle - angleHead + angleRest) * (angle + angleHead + angleRest)
    return difference + (lost - crossed + quad * tail)
  }

  /// The first 26 bits of 2 pi.
  @inlinable @inline(__always)
  static var twoPiUpper: Double { 0x1.921fb50000000p+2 }

  /// The rest of 2 pi.
  @inlinable @inline(__always)
  static var twoPiLower: Double { 0x1.110b4611a6263p-24 }
}
