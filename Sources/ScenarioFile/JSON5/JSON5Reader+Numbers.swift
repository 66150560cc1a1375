extension JSON5Reader {
  /// A number: decimal, hexadecimal, infinite or none, with or without a sign.
  mutating func readNumber() -> JSONNode {
    let start = at
    var isNegative = false
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
      isNegative = next == UInt8(ascii: "-")
      at += 1
    }
    let value = isNext("Infinity") || isNext("NaN") ? readNoNumber() : readDigits()
    guard let value, isAtEnd || !isPartOfNumber(at), at - start <= JSON5Reader.mostBytesOfANumber else {
      passRestOfNumber()
      reportBadNumber(start..<at)
      return JSONNode(.broken, start..<at)
    }
    return JSONNode(.number(isNegative ? -value : value), start..<at)
  }

  /// No number needs more, and the standard library reads long ones slowly.
  private static let mostBytesOfANumber = 1_000

  private mutating func readNoNumber() -> Double? {
    let isInfinity = isNext("Infinity")
    at += isInfinity ? 8 : 3
    return isInfinity ? .infinity : .nan
  }

  private mutating func readDigits() -> Double? {
    if next == UInt8(ascii: "0"), byte(ahead: 1) | 0x20 == UInt8(ascii: "x") { return readHexadecimal() }
    let start = at
    var digits: UInt64 = 0
    var digitCount = 0
    var exponent = 0
    let hasLeadingZero = next == UInt8(ascii: "0")
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
      digits = digits &* 10 &+ UInt64(next & 15)
      digitCount += 1
      at += 1
    }
    if hasLeadingZero, digitCount > 1 { return nil }
    if next == UInt8(ascii: ".") {
      at += 1
      while UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
        digits = digits &* 10 &+ UInt64(next & 15)
        digitCount += 1
        exponent -= 1
        at += 1
      }
    }
    guard digitCount > 0 else { return nil }
    if next | 0x20 == UInt8(ascii: "e") {
      guard let written = readExponent() else { return nil }
      exponent += written
    }
    if let number = JSON5Reader.number(digits, count: digitCount, exponent: exponent) { return number }
    return JSON5Reader.slowly(bytes[start..<at])
  }

  /// So many digits times a power of ten, where the result is exact to the last bit without long arithmetic.
  static func number(_ digits: UInt64, count: Int, exponent: Int) -> Double? {
    // Both factors are exact, so their product or quotient is rounded once (Clinger, "How to read floating point
    // numbers accurately", 1990). Leading zeros only make the count too careful.
    guard count <= 15, exponent.magnitude <= 22 else { return nil }
    let factor = powersOfTen[Int(exponent.magnitude)]
    return exponent < 0 ? Double(digits) / factor : Double(digits) * factor
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The standard library's reader, which wants a digit on both sides of a point.
  private static func slowly(_ bytes: ArraySlice<UInt8>) -> Double? {
    var spelling = ""
    for byte in bytes {
      if byte == UInt8(ascii: "."), spelling.isEmpty { spelling = "0" }
      if byte | 0x20 == UInt8(ascii: "e"), spelling.last == "." { spelling += "0" }
      spelling.unicodeScalars.append(Unicode.Scalar(byte))
    }
    if spelling.last == "." { spelling += "0" }
    return Double(spelling)
  }

  private mutating func readExponent() -> Int? {
    at += 1
    var isNegative = false
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
      isNegative = next == UInt8(ascii: "-")
      at += 1
    }
    let start = at
    var exponent = 0
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
      exponent = min(exponent * 10 + Int(next & 15), 1_000_000_000)
      at += 1
    }
    return at == start ? nil : isNegative ? -exponent : exponent
  }

  /// Rounded to the nearest, even where the digits are more than a number can hold.
  private mutating func readHexadecimal() -> Double? {
    at += 2
    let start = at
    while JSON5Reader.hexadecimalDigit(next) != nil { at += 1 }
    return at == start ? nil : Double("0x" + String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private func isPartOfNumber(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: "%") || bytes[index] == UInt8(ascii: "-")
      || isPartOfWord(index)
  }

  private mutating func passRestOfNumber() {
    while !isAtEnd, isPartOfNumber(at) || next == UInt8(ascii: "+") { at += scalar(at: at).length }
  }
}
