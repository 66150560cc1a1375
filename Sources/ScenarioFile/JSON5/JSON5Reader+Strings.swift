extension JSON5Reader {
  /// A string between its quotes; nothing when it is complained of.
  mutating func readString() -> String? {
    let start = at
    let quote = bytes[at]
    at += 1
    // Most strings hold nothing that must be looked at.
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote {
        at += 1
        return checkedLength(start, String(decoding: bytes[start + 1..<at - 1], as: UTF8.self))
      }
      if byte == UInt8(ascii: "\\") { return readEscapedString(from: start, quote) }
      if byte == 0x0a || byte == 0x0d { break }
      at += 1
    }
    reportUnclosedString(from: start)
    return nil
  }

  private mutating func readEscapedString(from start: Int, _ quote: UInt8) -> String? {
    var content = Array(bytes[start + 1..<at])
    var isGood = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote {
        at += 1
        return isGood ? checkedLength(start, String(decoding: content, as: UTF8.self)) : nil
      }
      if byte == 0x0a || byte == 0x0d { break }
      if byte == UInt8(ascii: "\\") {
        isGood = readEscape(into: &content) && isGood
      } else {
        content.append(byte)
        at += 1
      }
    }
    reportUnclosedString(from: start)
    return nil
  }

  /// Passes a string without reading it.
  mutating func skipString() {
    let quote = bytes[at]
    at += 1
    while at < bytes.count, bytes[at] != quote, bytes[at] != 0x0a, bytes[at] != 0x0d {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, bytes.count)
  }

  private mutating func checkedLength(_ start: Int, _ string: String) -> String? {
    if at - start <= limits.stringBytes { return string }
    reportLongString(start..<at)
    return nil
  }

  /// What stands behind a backslash; answers whether it can.
  private mutating func readEscape(into content: inout [UInt8]) -> Bool {
    let start = at
    at += 1
    guard !isAtEnd else { return false }
    let letter = bytes[at]
    if isLineEnd(at) {
      // The string goes on in the next line, and the end of this one is not part of it.
      at += letter == 0xe2 ? 3 : letter == 0x0d && byte(ahead: 1) == 0x0a ? 2 : 1
      return true
    }
    at += 1
    switch letter {
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0c)
    case UInt8(ascii: "n"): content.append(0x0a)
    case UInt8(ascii: "r"): content.append(0x0d)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "v"): content.append(0x0b)
    case UInt8(ascii: "0") where !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= next): content.append(0)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      reportBadEscape(start..<at)
      return false
    case UInt8(ascii: "x"):
      guard let code = readHexadecimal(2), let scalar = Unicode.Scalar(code) else {
        reportBadEscape(start..<at)
        return false
      }
      content.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    case UInt8(ascii: "u"):
      guard let scalar = readUnicodeEscape(from: start) else { return false }
      content.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    default:
      // Any other letter stands for itself, however many bytes it has; the rest of them follow by themselves.
      content.append(letter)
    }
    return true
  }

  /// The scalar of `\uXXXX`, or of two of them that make one; the `u` is read already.
  mutating func readUnicodeEscape(from start: Int) -> Unicode.Scalar? {
    guard let high = readHexadecimal(4) else {
      reportBadEscape(start..<at)
      return nil
    }
    if let scalar = Unicode.Scalar(high) { return scalar }
    let behind = at
    if 0xd800..<0xdc00 ~= high, next == UInt8(ascii: "\\"), byte(ahead: 1) == UInt8(ascii: "u") {
      at += 2
      if let low = readHexadecimal(4), 0xdc00..<0xe000 ~= low {
        return Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00))
      }
      at = behind
    }
    reportLoneSurrogate(start..<at)
    return nil
  }

  /// So many hexadecimal digits.
  private mutating func readHexadecimal(_ count: Int) -> UInt32? {
    var code: UInt32 = 0
    for _ in 0..<count {
      guard let digit = JSON5Reader.hexadecimalDigit(next) else { return nil }
      code = code << 4 | UInt32(digit)
      at += 1
    }
    return code
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
