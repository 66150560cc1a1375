extension Diagnostic {
  /// Complaints for programs: ids and places, and the words in both languages whoever reads them.
  package static func rows(_ diagnostics: [Diagnostic]) -> MachineRows {
    let names = ["severity", "id", "file", "line", "column", "end_column", "path"]
    let columns =
      names.map { MachineRows.Column($0) }
      + [MachineRows.Column("message", isForPeople: true), MachineRows.Column("help", isForPeople: true)]
      + [MachineRows.Column("replace")]
      + [MachineRows.Column("message_th", isForPeople: true), MachineRows.Column("help_th", isForPeople: true)]
    return MachineRows(columns, diagnostics.map(\.row))
  }

  private var row: [MachineRows.Cell] {
    let range = label?.range
    return [
      .text(kind.severity.rawValue), .text(kind.id), .text(range?.text.name),
      range.map { .count($0.line) } ?? .missing, range.map { .count($0.column) } ?? .missing,
      range.map { .count(max($0.endColumn, $0.column + 1)) } ?? .missing, .text(path), .text(message.english),
      .text(help?.english), .text(replacement), .text(message.thai), .text(help?.thai),
    ]
  }
}
