/// `longan diff`: what two scenarios mean differently; order, comments and spelling of numbers do not count.
package struct Difference {
  package struct Line: Sendable {
    package enum Sign: String, Sendable {
      case changed = " "
      case removed = "-"
      case added = "+"
    }

    package let path: String
    /// Nothing where only the second has it.
    package let before: ResolvedEntry?
    /// Nothing where only the first has it.
    package let after: ResolvedEntry?

    package var sign: Sign { before == nil ? .added : after == nil ? .removed : .changed }
  }

  package let lines: [Line]

  /// Ids, titles, sources and doubts are left out unless all is asked for: they change nothing.
  package init(_ left: ScenarioReading, _ right: ScenarioReading, all: Bool = false) {
    // What a file builds upon is in the values already.
    let before = left.entriesWithDoubts.filter { $0.path != "extends" }
    let after = right.entriesWithDoubts.filter { $0.path != "extends" }
    let beforeByPath = Dictionary(before.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let afterByPath = Dictionary(after.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [Line] = []
    for entry in before {
      if let other = afterByPath[entry.path] {
        if other.value != entry.value {
          lines.append(Line(path: entry.path, before: entry, after: other))
        }
      } else {
        lines.append(Line(path: entry.path, before: entry, after: nil))
      }
    }
    for entry in after where beforeByPath[entry.path] == nil {
      lines.append(Line(path: entry.path, before: nil, after: entry))
    }
    self.lines = all ? lines : lines.filter { !ResolvedEntry.isLabel($0.path) }
  }

  package var text: [String] {
    let first = min(44, lines.map { DisplayWidth.of($0.path) }.max() ?? 0)
    return lines.map { line in
      let (before, after) = (line.before?.spelling ?? "", line.after?.spelling ?? "")
      let between = line.sign == .changed ? " → " : ""
      return "\(line.sign.rawValue) \(DisplayWidth.pad(line.path, to: first))  \(before)\(between)\(after)"
    }
  }

  /// The same for programs; a side that does not have it says nothing.
  package var rows: MachineRows {
    MachineRows(
      [MachineRows.Column("path"), MachineRows.Column("before"), MachineRows.Column("after")],
      lines.map { [.text($0.path), $0.before?.cell ?? .missing, $0.after?.cell ?? .missing] })
  }
}
