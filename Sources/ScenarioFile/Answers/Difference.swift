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
  private let before: [ResolvedEntry]
  private let after: [ResolvedEntry]
  let shape: ObjectShape

  /// Ids, titles, sources and doubts are left out unless all is asked for: they change nothing.
  package init(_ left: ScenarioReading, _ right: ScenarioReading, all: Bool = false) {
    // What a file builds upon is in the values already.
    before = left.entriesWithDoubts.filter { $0.path != "extends" }
    after = right.entriesWithDoubts.filter { $0.path != "extends" }
    shape = left.format.shape
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

  /// What only one side has as a whole, such as a policy: by the paths of its values.
  var wholes: [String: String] {
    let (old, new) = (Set(before.flatMap { elements(on: $0.path) }), Set(after.flatMap { elements(on: $0.path) }))
    var wholes: [String: String] = [:]
    for line in lines where line.sign != .changed {
      let other = line.sign == .removed ? new : old
      wholes[line.path] = elements(on: line.path).first { !other.contains($0) }
    }
    return wholes
  }

  /// The elements of maps that a path leads through, outermost first.
  private func elements(on path: String) -> [String] {
    var here: Shape? = .object(shape)
    var passed: [String] = []
    var found: [String] = []
    for key in SettingPath(path, in: shape).keys {
      passed.append(key)
      if case .map? = here { found.append(passed.joined(separator: ".")) }
      here = here?.child(key)
    }
    return found
  }

  /// For people: what only one side has as a whole is one line, with how many values the file gives it.
  package func text(_ language: Language) -> [String] {
    let wholes = wholes
    var shown: [(sign: Line.Sign, path: String, value: String)] = []
    var counts: [String: Int] = [:]
    for line in lines {
      guard let whole = wholes[line.path] else {
        let values = [line.before?.spelling, line.after?.spelling].compactMap(\.self)
        shown.append((line.sign, line.path, values.joined(separator: " → ")))
        continue
      }
      if counts[whole] == nil { shown.append((line.sign, whole, "")) }
      counts[whole, default: 0] += (line.before ?? line.after)?.leaf == nil ? 0 : 1
    }
    let first = min(44, shown.map { DisplayWidth.of($0.path) }.max() ?? 0)
    return shown.map { sign, path, value in
      let count = counts[path].map {
        $0 == 0 ? "" : Words(en: $0 == 1 ? "1 value" : "\($0) values", th: "\($0) ค่า")[language]
      }
      return "\(sign.rawValue) \(DisplayWidth.pad(path, to: first))  \(count ?? value)"
    }
  }

  /// The same for programs; a side that does not have it says nothing.
  package var rows: MachineRows {
    MachineRows(
      [MachineRows.Column("path"), MachineRows.Column("before"), MachineRows.Column("after")],
      lines.map { [.text($0.path), $0.before?.cell ?? .missing, $0.after?.cell ?? .missing] })
  }
}
