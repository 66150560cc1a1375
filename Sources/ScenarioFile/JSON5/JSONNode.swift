/// A value as it stands in a file, and where.
package struct JSONNode: Sendable {
  package var value: JSONValue

  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  package init(_ value: JSONValue, _ bytes: Range<Int>) {
    self.value = value
    start = UInt32(truncatingIfNeeded: bytes.lowerBound)
    end = UInt32(truncatingIfNeeded: bytes.upperBound)
  }

  /// The bytes of the text that it was read from.
  package var bytes: Range<Int> { Int(start)..<Int(end) }
}

/// What JSON5 can say.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// Infinite and not a number too, which JSON5 can write.
  case number(Double)
  case string(String)
  case array([JSONNode])
  /// In the order of the file; a key may stand twice.
  case object([JSONMember])
  /// What could not be read, and has been complained of.
  case broken
}

extension JSONNode {
  /// The members of an object that the program wrote itself; nothing where it is none, or anything is wrong with it.
  package static func members(of bytes: [UInt8]) -> [JSONMember]? {
    let (root, diagnostics) = JSON5Reader.read(SourceText(name: "", bytes: bytes))
    guard diagnostics.isEmpty, case .object(let members)? = root?.value else { return nil }
    return members
  }
}

/// A key and its value.
package struct JSONMember: Sendable {
  package let key: String
  package let node: JSONNode

  let keyStart: UInt32
  let keyEnd: UInt32

  package init(key: String, keyBytes: Range<Int>, node: JSONNode) {
    self.key = key
    self.node = node
    keyStart = UInt32(truncatingIfNeeded: keyBytes.lowerBound)
    keyEnd = UInt32(truncatingIfNeeded: keyBytes.upperBound)
  }

  /// The bytes of the key, without its quotes.
  package var keyBytes: Range<Int> { Int(keyStart)..<Int(keyEnd) }
}
