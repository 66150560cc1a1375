/// JSON to be written: members in their order, two spaces a level.
package indirect enum JSONOutput: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONOutput])
  case object([(String, JSONOutput)])

  /// The lines of it; arrays of plain values stand on one line.
  package func lines(indent: String = "") -> String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return String(flag)
    case .number(let number): return JSONText.number(number)
    case .text(let text): return JSONText.quoted(text)
    case .array(let elements):
      if elements.allSatisfy(\.isPlain) { return "[" + elements.map { $0.lines() }.joined(separator: ", ") + "]" }
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
