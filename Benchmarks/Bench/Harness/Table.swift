/// The text table: one line a row, columns as wide as they must be, the verdict last.
struct Table {
  var rows: [Row]
  var baseline: Baseline?
  var effort: Effort
  /// The programs that ran in place of ours, by the contender's name.
  var replacements: [String: String]

  private static let headings = [
    "#", "measure", "value", "at least", "goal", "", "spread", "ours, ns", "peer, ns", "change",
  ]

  var text: String {
    var lines = [Self.headings]
    lines += rows.map(cells)
    let columns = Self.headings.indices.filter { $0 < 9 || baseline != nil }
    let widths = columns.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let drawn = lines.map { line in
      let padded = columns.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return column < 2 ? line[column] + padding : padding + line[column]
      }
      return padded.joined(separator: "  ").trimmingTrailingSpaces
    }
    let notes = rows.compactMap { row in row.verdict.reason.map { "\(row.verdict.name): \(row.title): \($0)" } }
    let replaced = replacements.sorted { $0.key < $1.key }.map { "in place of \($0.key): \($0.value)" }
    return (drawn + replaced + notes + [verdict]).joined(separator: "\n")
  }

  /// Whether nothing was missed and nothing failed.
  var passed: Bool {
    rows.allSatisfy { row in
      switch row.verdict {
      case .missed, .failed: false
      default: true
      }
    }
  }

  private var verdict: String {
    let gates = rows.filter { $0.bound != nil }
    let short = gates.count { $0.verdict.name == "missed" }
    let skipped = gates.count { $0.verdict.name == "skipped" }
    let failed = rows.count { $0.verdict.name == "failed" }
    let rounds = effort.rounds == 1 ? "1 round" : "\(effort.rounds) rounds"
    var sentences = [
      passed ? "passed: none of \(gates.count) rows falls short" : "MISSED: \(short) of \(gates.count) rows fall short"
    ]
    if skipped > 0 { sentences.append("\(skipped) not measured") }
    if failed > 0 { sentences.append("\(failed) failed") }
    if effort.rounds == 0 {
      sentences.append("nothing was timed")
    } else if effort.rounds < Effort.full.rounds {
      sentences.append("\(rounds) only, for orientation")
    }
    return sentences.joined(separator: "; ")
  }

  private func cells(_ row: Row) -> [String] {
    let unit = row.unit == .times ? "×" : " \(row.unit.rawValue)"
    let sign = row.bound?.direction == .atMost ? "≤ " : ""
    return [
      row.id,
      row.name,
      row.value.map { $0.concise + unit } ?? row.verdict.name,
      row.bound.map { sign + $0.least.concise } ?? "",
      row.bound.map { sign + $0.goal.concise } ?? "",
      row.verdict.mark,
      row.spread.map { "\($0.least.concise)–\($0.greatest.concise)" } ?? "",
      row.ours?.digits(1) ?? "",
      row.peer?.digits(1) ?? "",
      baseline?.change(of: row) ?? "",
    ]
  }
}

extension Row {
  /// Number and name.
  var title: String { id.isEmpty ? name : "\(id) \(name)" }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
