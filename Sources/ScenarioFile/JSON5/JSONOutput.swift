/// JSON to be written, members in their order.
package indirect enum JSONOutput: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONOutput])
  case object([(String, JSONOutput)])

  /// All of it on one line; in ASCII alone where that is asked for.
  package func line(isASCII: Bool = false) -> String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return String(flag)
    case .number(let number): return JSONText.number(number)
    case .text(let text): return JSONText.quoted(text, isASCII: isASCII)
    case .array(let elements): return "[" + elements.map { $0.line(isASCII: isASCII) }.joined(separator: ", ") + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let written = members.map { "\(JSONText.quoted($0.0, isASCII: isASCII)): \($0.1.line(isASCII: isASCII))" }
      return "{ " + written.joined(separator: ", ") + " }"
    }
  }

  /// The lines of it, two spaces a level; arrays of plain values stand on one line.
  package func lines(indent: String = "") -> String {
    switch self {
    case .null, .flag, .number, .text: return line()
    case .array(let elements):
      if elements.allSatisfy(\.isPlain) { return line() }
      let inner = indent + "  "
      return "[\n" + elements.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let inner = indent + "  "
      let written = members.map { "\(inner)\(JSONText.quoted($0.0)): \($0.1.lines(indent: inner))" }
      return "{\n" + written.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}

extension JSONOutput {
  /// The same as something that was read, from no place.
  package var node: JSONNode {
    let value: JSONValue =
      switch self {
      case .null: .null
      case .flag(let flag): .bool(flag)
      case .number(let number): .number(number)
      case .text(let text): .string(text)
      case .array(let elements): .array(elements.map(\.node))
      case .object(let members):
        .object(members.map { JSONMember(key: $0.0, keyBytes: 0..<0, node: $0.1.node) })
      }
    return JSONNode(value, 0..<0)
  }
}
