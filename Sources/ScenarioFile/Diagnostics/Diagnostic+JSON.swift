extension Diagnostic {
  /// One line of JSON for programs: ids and places, the words in one language.
  package func json(_ language: Language) -> String {
    var members: [(String, String)] = [
      ("severity", JSONText.quoted(kind.severity.rawValue)), ("id", JSONText.quoted(kind.id)),
    ]
    if let range = label?.range {
      members += [
        ("file", JSONText.quoted(range.text.name)), ("line", String(range.line)), ("column", String(range.column)),
        ("end_column", String(max(range.endColumn, range.column + 1))),
      ]
    }
    if let path { members.append(("path", JSONText.quoted(path))) }
    members.append(("message", JSONText.quoted(message[language])))
    if let help { members.append(("help", JSONText.quoted(help[language]))) }
    if let replacement { members.append(("replace", JSONText.quoted(replacement))) }
    return "{" + members.map { "\(JSONText.quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }
}
