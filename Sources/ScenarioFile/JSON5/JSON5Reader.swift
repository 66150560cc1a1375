/// Reads JSON5 (json5.org, version 1.0.0, whole) and keeps the place of everything.
///
///     let (root, diagnostics) = JSON5Reader.read(SourceText(name: "nan.json5", text))
///
/// After a mistake it goes on behind it, so that one reading finds all. What could not be read is ``JSONValue/broken``.
/// Nothing that stands in a file makes it fail: depth, size and lengths have limits, and each has its message.
package struct JSON5Reader {
  let text: SourceText
  let bytes: [UInt8]
  let limits: JSON5Limits
  var at = 0
  var diagnostics: [Diagnostic] = []

  /// The value of a text and what is wrong with it; no value where nothing can be made of it.
  package static func read(
    _ text: SourceText, limits: JSON5Limits = .standard
  ) -> (root: JSONNode?, diagnostics: [Diagnostic]) {
    var reader = JSON5Reader(text: text, limits: limits)
    let root = reader.readText()
    return (root, reader.diagnostics)
  }

  private init(text: SourceText, limits: JSON5Limits) {
    self.text = text
    self.limits = limits
    bytes = text.bytes
  }

  private mutating func readText() -> JSONNode? {
    guard bytes.count <= limits.bytes else {
      reportTooLarge()
      return nil
    }
    if let invalid = bytes.firstInvalidUTF8() {
      reportNotUTF8(at: invalid)
      return nil
    }
    skipBlanks()
    if isAtEnd {
      reportEmpty()
      return nil
    }
    let root = readValue(depth: 0)
    skipBlanks()
    if !isAtEnd, !hasGivenUp, !root.isBroken { reportMoreAfterTheEnd() }
    return root
  }

  // MARK: Bytes

  var isAtEnd: Bool { at >= bytes.count }

  /// The byte to read next, 0 at the end.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  func byte(ahead: Int) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

  /// The scalar at a place and its length; the text is known to be UTF-8.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    func part(_ ahead: Int) -> UInt32 { UInt32(bytes[index + ahead]) & 0x3f }
    let (value, length) =
      first < 0xe0
      ? ((first & 0x1f) << 6 | part(1), 2)
      : first < 0xf0
        ? ((first & 0xf) << 12 | part(1) << 6 | part(2), 3)
        : ((first & 7) << 18 | part(1) << 12 | part(2) << 6 | part(3), 4)
    return (Unicode.Scalar(value) ?? "\u{fffd}", length)
  }

  /// Enough has been said.
  var hasGivenUp: Bool { diagnostics.count >= limits.diagnostics }

  // MARK: Blanks

  /// Passes white space, line ends and comments.
  mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0a, 0x0d, 0x09, 0x0b, 0x0c: at += 1
      case UInt8(ascii: "/"):
        guard skipComment() else { return }
      case 0x80...:
        let (scalar, length) = scalar(at: at)
        guard JSON5Reader.isSpace(scalar) else { return }
        at += length
      default: return
      }
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xa0, 0xfeff, 0x2028, 0x2029: true
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }

  /// Passes a comment; answers whether there was one.
  private mutating func skipComment() -> Bool {
    let start = at
    if byte(ahead: 1) == UInt8(ascii: "/") {
      at += 2
      while at < bytes.count, !isLineEnd(at) { at += 1 }
      return true
    }
    guard byte(ahead: 1) == UInt8(ascii: "*") else { return false }
    at += 2
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "*"), byte(ahead: 1) == UInt8(ascii: "/") {
        at += 2
        return true
      }
      at += 1
    }
    reportUnclosedComment(from: start)
    return true
  }

  /// Whether a line ends at a place: LF, CR, U+2028 or U+2029.
  func isLineEnd(_ index: Int) -> Bool {
    switch bytes[index] {
    case 0x0a, 0x0d: true
    case 0xe2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xa8 || bytes[index + 2] == 0xa9)
    default: false
    }
  }

  // MARK: Values

  mutating func readValue(depth: Int) -> JSONNode {
    let start = at
    switch next {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readArray(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let string = readString()
      return JSONNode(string.map { .string($0) } ?? .broken, start..<at)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return readNumber()
    default: return readWord()
    }
  }

  private static let words: [(String, JSONValue)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("Infinity", .number(.infinity)),
    ("NaN", .number(.nan)),
  ]

  /// A word that stands for a value.
  private mutating func readWord() -> JSONNode {
    let start = at
    for (word, value) in JSON5Reader.words where isNext(word) {
      at += word.utf8.count
      if isAtEnd || !isPartOfWord(at) { return JSONNode(value, start..<at) }
      at = start
    }
    reportNoValue()
    return JSONNode(.broken, start..<at)
  }

  func isNext(_ word: String) -> Bool {
    var index = at
    for byte in word.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  // MARK: Arrays and objects

  private mutating func readArray(depth: Int) -> JSONNode {
    let start = at
    guard enter(depth) else { return JSONNode(.broken, start..<at) }
    at += 1
    var elements: [JSONNode] = []
    while true {
      skipBlanks()
      if next == UInt8(ascii: "]"), !isAtEnd { break }
      if isAtEnd || hasGivenUp {
        reportUnclosed(from: start)
        return JSONNode(.array(elements), start..<at)
      }
      elements.append(readValue(depth: depth + 1))
      guard separate(closing: UInt8(ascii: "]"), opening: start, isKeyNext: false) else {
        return JSONNode(.array(elements), start..<at)
      }
    }
    at += 1
    return JSONNode(.array(elements), start..<at)
  }

  private mutating func readObject(depth: Int) -> JSONNode {
    let start = at
    guard enter(depth) else { return JSONNode(.broken, start..<at) }
    at += 1
    var members: [JSONMember] = []
    while true {
      skipBlanks()
      if next == UInt8(ascii: "}"), !isAtEnd { break }
      if isAtEnd || hasGivenUp {
        reportUnclosed(from: start)
        return JSONNode(.object(members), start..<at)
      }
      if let member = readMember(depth: depth) { members.append(member) }
      guard separate(closing: UInt8(ascii: "}"), opening: start, isKeyNext: true) else {
        return JSONNode(.object(members), start..<at)
      }
    }
    at += 1
    return JSONNode(.object(members), start..<at)
  }

  private mutating func readMember(depth: Int) -> JSONMember? {
    guard var (key, keyBytes) = readKey() else { return nil }
    if next == UInt8(ascii: "-") || next == UInt8(ascii: ".") {
      // A path or an id, as people write them.
      while !isAtEnd, next == UInt8(ascii: "-") || next == UInt8(ascii: ".") || isPartOfWord(at) {
        at += scalar(at: at).length
      }
      keyBytes = keyBytes.lowerBound..<at
      key = String(decoding: bytes[keyBytes], as: UTF8.self)
      reportKeyWithoutQuotes(keyBytes)
    }
    skipBlanks()
    if next == UInt8(ascii: ":") {
      at += 1
    } else {
      reportNoColon(after: keyBytes)
      if isAtEnd || next == UInt8(ascii: ",") || next == UInt8(ascii: "}") {
        return JSONMember(key: key, keyBytes: keyBytes, node: JSONNode(.broken, at..<at))
      }
      if next == UInt8(ascii: "=") { at += 1 }
    }
    skipBlanks()
    return JSONMember(key: key, keyBytes: keyBytes, node: readValue(depth: depth + 1))
  }

  private mutating func readKey() -> (String, Range<Int>)? {
    let start = at
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      guard let key = readString() else { return ("", start..<at) }
      let isClosed = at - start >= 2
      return (key, start + 1..<(isClosed ? at - 1 : at))
    }
    if let name = readName() { return (name, start..<at) }
    reportNoKey()
    return nil
  }

  /// Passes the comma behind an element, or stays at the end; answers whether to go on reading elements.
  private mutating func separate(closing: UInt8, opening: Int, isKeyNext: Bool) -> Bool {
    let end = at
    skipBlanks()
    if isAtEnd {
      reportUnclosed(from: opening)
      return false
    }
    if next == closing { return true }
    if next == UInt8(ascii: ",") {
      at += 1
      return true
    }
    if hasGivenUp { return false }
    let isAfterMistake = diagnostics.last.map { ($0.label?.range.bytes.upperBound ?? 0) >= end } ?? false
    if !isAfterMistake { reportNoComma(after: end, closing: closing) }
    let isElementNext = isKeyNext ? isStartOfKey : isStartOfValue
    if isElementNext, at > end { return true }
    return recover(closing: closing)
  }

  private var isStartOfKey: Bool {
    next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") || isStartOfName(at)
  }

  private var isStartOfValue: Bool {
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: isStartOfName(at)
    }
  }

  /// Passes what cannot be understood, up to the next comma or bracket of this level; answers whether to go on.
  private mutating func recover(closing: UInt8) -> Bool {
    var open = 0
    while !isAtEnd {
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if open == 0 {
          // A bracket of the other kind closes what was opened outside, or nothing.
          if next == closing { return true }
          at += 1
          return true
        }
        open -= 1
        at += 1
      case UInt8(ascii: ",") where open == 0:
        at += 1
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
      case UInt8(ascii: "/"):
        let start = at
        skipBlanks()
        if at == start { at += 1 }
      default: at += 1
      }
    }
    return false
  }

  /// Whether a value may begin here; too deep is complained of, and what is in it passed over.
  private mutating func enter(_ depth: Int) -> Bool {
    if depth < limits.depth { return true }
    reportTooDeep()
    at += 1
    var open = 1
    while !isAtEnd, open > 0 {
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipString()
        continue
      default: break
      }
      at += 1
    }
    return false
  }
}

extension JSONNode {
  /// Whether it could not be read.
  package var isBroken: Bool {
    if case .broken = value { return true }
    return false
  }
}

/// How much a reader takes; beyond is no scenario but a mistake, or somebody trying.
package struct JSON5Limits: Sendable {
  package var bytes = 64 << 20
  /// How deep objects and arrays may lie in each other.
  package var depth = 64
  /// How many bytes a string may have.
  package var stringBytes = 1 << 20
  /// After so many mistakes the rest is not read.
  package var diagnostics = 200

  package static let standard = JSON5Limits()

  package init() {}
}
