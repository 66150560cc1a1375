import Preconditions

/// A sum of doubles without any rounding, until it is asked for its value.
///
///     var sum = ExactSum()
///     for value in [1e16, 1, -1e16] { sum.add(value) }
///     sum.value  // 1.0; + would give 0
///
/// The order of the numbers does not matter, not even for the last bit. Every double is a whole number of 2^−1074, and
/// a whole number can be kept exactly: the long accumulator of Kulisch (1971), "An axiomatic approach to rounded
/// computations". It takes 600 bytes.
public struct ExactSum: Sendable {
  /// What the lowest bit counts: 2^−1074 is the smallest double.
  private static let lowestExponent = -1_074
  /// 2,098 bits of a double, and 94 for factors and for many of them.
  private static let limbCount = 70

  /// The digits to the base 2^32, lowest first; carries are kept back, so that a digit may be negative or too large.
  private var digits = [Int64](repeating: 0, count: limbCount)
  /// How many numbers were added since the carries were last taken.
  private var untidy = 0

  /// Makes the sum of no numbers, which is zero.
  public init() {}

  /// Adds up numbers.
  ///
  /// Stops the process when one is not finite.
  ///
  /// - Complexity: O(n).
  public init(of values: some Sequence<Double>, file: StaticString = #fileID, line: UInt = #line) {
    for value in values { add(value, file: file, line: line) }
  }

  /// Adds a number, or so many times the number.
  ///
  /// Stops the process when the number is not finite or the factor is beyond ±2^31.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - times: How many times it counts.
  ///   - file: Where it was added.
  ///   - line: The line of it.
  /// - Complexity: O(1).
  public mutating func add(_ value: Double, times: Int = 1, file: StaticString = #fileID, line: UInt = #line) {
    guard value.isFinite, times.magnitude <= 1 << 31 else {
      stop("Statistics", "an exact sum cannot take \(times) times \(value)", file: file, line: line)
    }
    // A subnormal number has the exponent of the smallest normal one, without its leading bit.
    let field = Int(value.exponentBitPattern)
    let mantissa = value.significandBitPattern | (field == 0 ? 0 : 1 << 52)
    let position = max(field, 1) - 1
    let product = UInt128(mantissa) * UInt128(times.magnitude) << UInt128(position % 32)
    let isNegative = (value.sign == .minus) != (times < 0)
    for part in 0..<4 {
      let digit = Int64(UInt32(truncatingIfNeeded: product >> UInt128(32 * part)))
      digits[position / 32 + part] += isNegative ? -digit : digit
    }
    untidy += 1
    if untidy == 1 << 30 { carry() }
  }

  /// Adds another sum.
  public mutating func add(_ other: ExactSum) {
    var tidy = other
    tidy.carry()
    carry()
    for index in digits.indices { digits[index] += tidy.digits[index] }
    carry()
  }

  /// The sum, rounded once to the nearest double, as IEEE 754 rounds.
  public var value: Double { value(dividedBy: 1) }

  /// The sum divided by a whole number, rounded once to the nearest double, as IEEE 754 rounds.
  ///
  /// Stops the process unless the divisor is positive.
  ///
  /// - Parameters:
  ///   - divisor: What to divide by.
  ///   - file: Where it is asked for.
  ///   - line: The line of it.
  /// - Returns: The nearest double, the even one of two; infinite beyond the largest.
  public func value(dividedBy divisor: Int, file: StaticString = #fileID, line: UInt = #line) -> Double {
    guard divisor > 0 else { stop("Statistics", "an exact sum divided by \(divisor)", file: file, line: line) }
    var sum = self
    sum.carry()
    let isNegative = (sum.digits.last ?? 0) < 0
    if isNegative {
      for index in sum.digits.indices { sum.digits[index] = -sum.digits[index] }
      sum.carry()
    }
    let size = Self.quotient(of: sum.digits, by: UInt64(divisor))
    return isNegative ? -size : size
  }

  /// Brings every digit but the highest into 0 to 2^32 − 1; the highest one then has the sign of the sum.
  private mutating func carry() {
    untidy = 0
    for index in 0..<(digits.count - 1) {
      digits[index + 1] += digits[index] >> 32
      digits[index] &= 0xffff_ffff
    }
  }

  /// A whole number of the smallest doubles divided and rounded.
  private static func quotient(of digits: [Int64], by divisor: UInt64) -> Double {
    // A division by less than 2^63 that leaves something over shows it within 63 bits: in the digits below.
    let below = 4
    var quotient = [UInt64](repeating: 0, count: digits.count + below)
    var rest: UInt128 = 0
    for index in quotient.indices.reversed() {
      let digit = index >= below ? UInt128(UInt64(bitPattern: digits[index - below])) : 0
      let part = (rest << 32 | digit).quotientAndRemainder(dividingBy: UInt128(divisor))
      quotient[index] = UInt64(truncatingIfNeeded: part.quotient)
      rest = part.remainder
    }
    guard let highest = quotient.lastIndex(where: { $0 != 0 }) else { return 0 }
    let top = 32 * highest + 63 - quotient[highest].leadingZeroBitCount
    // A double has 53 bits, and none below 2^−1074.
    let lowest = max(top - 52, 32 * below)
    var mantissa: UInt64 = 0
    for bit in stride(from: top, through: lowest, by: -1) { mantissa = mantissa << 1 | bitOf(quotient, bit) }
    if bitOf(quotient, lowest - 1) == 1 {
      let isMoreThanHalf = (0..<(lowest - 1)).contains { bitOf(quotient, $0) == 1 }
      if isMoreThanHalf || mantissa & 1 == 1 { mantissa += 1 }
    }
    return Double(sign: .plus, exponent: lowest - 32 * below + lowestExponent, significand: Double(mantissa))
  }

  private static func bitOf(_ digits: [UInt64], _ bit: Int) -> UInt64 { digits[bit / 32] >> UInt64(bit % 32) & 1 }
}

extension ExactSum: Equatable {
  /// Whether two sums are the same number.
  public static func == (a: ExactSum, b: ExactSum) -> Bool {
    var first = a
    var second = b
    first.carry()
    second.carry()
    return first.digits == second.digits
  }
}
