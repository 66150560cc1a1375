/// Keys without quotes: the IdentifierName of ECMAScript 5.1, section 7.6.
extension JSON5Reader {
  /// A name; nothing where none begins, or where it is complained of.
  mutating func readName() -> String? {
    let start = at
    while at < bytes.count, JSON5Reader.isPlainPart(bytes[at]) { at += 1 }
    let isPlain = isAtEnd || (bytes[at] < 0x80 && bytes[at] != UInt8(ascii: "\\"))
    if isPlain {
      if at > start, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[start]) {
        return String(decoding: bytes[start..<at], as: UTF8.self)
      }
      at = start
      return nil
    }
    at = start
    var name = String.UnicodeScalarView()
    while at < bytes.count {
      let before = at
      guard let scalar = readPartOfName(), JSON5Reader.isPart(scalar, isFirst: name.isEmpty) else {
        at = before
        break
      }
      name.append(scalar)
    }
    return name.isEmpty ? nil : String(name)
  }

  /// One scalar, written out or as `\uXXXX`.
  private mutating func readPartOfName() -> Unicode.Scalar? {
    let start = at
    if next == UInt8(ascii: "\\") {
      guard byte(ahead: 1) == UInt8(ascii: "u") else { return nil }
      at += 2
      return readUnicodeEscape(from: start)
    }
    let (scalar, length) = scalar(at: at)
    at += length
    return scalar
  }

  /// Whether a name could begin here.
  func isStartOfName(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "\\") { return true }
    return JSON5Reader.isPart(scalar(at: index).0, isFirst: true)
  }

  /// Whether what stands here would lengthen a word before it.
  func isPartOfWord(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") || JSON5Reader.isPart(scalar(at: index).0, isFirst: false)
  }

  private static func isPlainPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  static func isPart(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return isPlainPart(byte) && !(isFirst && UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return true
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return !isFirst
    default: return !isFirst && (scalar.value == 0x200c || scalar.value == 0x200d)
    }
  }
}
