/// `longan diff`: what two scenarios mean differently; order, comments and spelling of numbers do not count.
package struct Difference {
  package struct Line: Sendable {
    package enum Sign: String, Sendable {
      case changed = " "
      case removed = "-"
      case added = "+"
    }

    package let sign: Sign
    package let path: String
    package let before: String?
    package let after: String?
  }

  package let lines: [Line]

  /// Ids, titles and sources are left out unless all is asked for: they change nothing.
  package init(_ left: ScenarioReading, _ right: ScenarioReading, all: Bool = false) {
    // What a file builds upon is in the values already.
    let before = left.entries.filter { $0.path != "extends" }
    let after = right.entries.filter { $0.path != "extends" }
    let beforeByPath = Dictionary(before.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let afterByPath = Dictionary(after.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [Line] = []
    for entry in before {
      if let other = afterByPath[entry.path] {
        if other.value != entry.value {
          lines.append(Line(sign: .changed, path: entry.path, before: entry.spelling, after: other.spelling))
        }
      } else {
        lines.append(Line(sign: .removed, path: entry.path, before: entry.spelling, after: nil))
      }
    }
    for entry in after where beforeByPath[entry.path] == nil {
      lines.append(Line(sign: .added, path: entry.path, before: nil, after: entry.spelling))
    }
    self.lines = all ? lines : lines.filter { !Difference.isLabel($0.path) }
  }

  private static func isLabel(_ path: String) -> Bool {
    let keys = path.split(separator: ".")
    return keys.first == "sources" || keys.last == "title" || path == "id" || path == "$schema" || path == "longan"
  }

  package var text: [String] {
    let first = min(44, lines.map { DisplayWidth.of($0.path) }.max() ?? 0)
    return lines.map { line in
      let path = DisplayWidth.pad(line.path, to: first)
      switch line.sign {
      case .changed: return "  \(path)  \(line.before ?? "") → \(line.after ?? "")"
      case .removed: return "- \(path)  \(line.before ?? "")"
      case .added: return "+ \(path)  \(line.after ?? "")"
      }
    }
  }
}

extension Difference {
  /// One line of JSON for each difference.
  package var json: [String] {
    lines.map { line in
      var members = [("path", JSONText.quoted(line.path))]
      if let before = line.before { members.append(("before", JSONText.quoted(before))) }
      if let after = line.after { members.append(("after", JSONText.quoted(after))) }
      return "{" + members.map { "\(JSONText.quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }
  }
}
