import ScenarioFile

/// What was read, written back in a fixed form: `{a:1,b:[true,"x"]}`; numbers as Swift writes them.
func compact(_ node: JSONNode) -> String {
  switch node.value {
  case .null: "null"
  case .bool(let value): String(value)
  case .number(let value): value == 0 && value.sign == .minus ? "-0" : JSONText.number(value)
  case .string(let value): JSONText.quoted(value)
  case .array(let elements): "[" + elements.map(compact).joined(separator: ",") + "]"
  case .object(let members): "{" + members.map { "\($0.key):\(compact($0.node))" }.joined(separator: ",") + "}"
  case .broken: "?"
  }
}

func read(_ text: String, limits: JSON5Limits = .standard) -> (root: JSONNode?, diagnostics: [Diagnostic]) {
  JSON5Reader.read(SourceText(name: "test.json5", text), limits: limits)
}

/// Every complaint as `line:column-endColumn id`.
func places(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    guard let range = diagnostic.label?.range else { return "- \(diagnostic.kind.id)" }
    return "\(range.line):\(range.column)-\(range.endColumn) \(diagnostic.kind.id)"
  }
}
