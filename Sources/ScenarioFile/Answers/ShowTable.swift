/// `longan show`: every value with where it comes from.
package struct ShowTable {
  let reading: ScenarioReading
  let language: Language

  package init(_ reading: ScenarioReading, _ language: Language) {
    self.reading = reading
    self.language = language
  }

  package var lines: [String] {
    var lines = [legend, ""]
    let entries = reading.entries
    let rows =
      entries.map { ($0.path, $0.spelling, origin(of: $0)) }
      + reading.tree.removed.map { ($0.path, Words(en: "removed", th: "ลบออก")[language], place($0.range)) }
    let first = min(44, rows.map { DisplayWidth.of($0.0) }.max() ?? 0)
    let second = min(16, rows.map { DisplayWidth.of($0.1) }.max() ?? 0)
    for (path, value, origin) in rows {
      lines.append("\(DisplayWidth.pad(path, to: first))  \(DisplayWidth.pad(value, to: second))  \(origin)")
    }
    return lines
  }

  /// Files by letter, the one that was named first.
  private var texts: [SourceText] { reading.layers.reversed().map(\.text) }

  private var legend: String {
    texts.enumerated().map { "\(letter($0.offset)) = \($0.element.name)" }.joined(separator: "   ")
  }

  private func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : "A\(index)"
  }

  private func place(_ range: SourceRange) -> String {
    if range.text.isArgument { return range.text.name }
    guard let index = texts.firstIndex(where: { $0 === range.text }) else { return range.text.name }
    return "\(letter(index)):\(range.line)"
  }

  private func origin(of entry: ResolvedEntry) -> String {
    guard let leaf = entry.leaf else {
      let mark = entry.setting?.grounds.mark ?? ""
      return Words(en: "default", th: "ค่าตั้งต้น")[language] + (mark.isEmpty ? "" : " (\(mark))")
    }
    guard let over = leaf.over else { return place(leaf.range) }
    return place(leaf.range) + Words(en: ", over ", th: " แทน ")[language] + "\(over.node.json) \(place(over.range))"
  }
}

extension ShowTable {
  /// The same rows for programs.
  package var rows: MachineRows {
    let columns = ["path", "value", "unit", "origin", "file", "line", "mark", "over", "over_file", "over_line"]
    let entries = reading.entries.map { entry -> [MachineRows.Cell] in
      let unit = entry.setting.map(\.unit.rawValue) ?? ""
      let mark = entry.leaf == nil ? entry.setting?.grounds.mark ?? "" : ""
      let over = entry.leaf?.over
      let hidden = over.map { over in
        entry.cell(entry.setting.flatMap { ValueReader.value(of: over.node, as: $0.type) }?.output ?? over.node.output)
      }
      var row: [MachineRows.Cell] = [.text(entry.path), entry.cell, .text(unit.isEmpty ? nil : unit)]
      row += ShowTable.origin(entry.leaf?.range)
      row += [.text(mark.isEmpty ? nil : mark), hidden ?? .missing]
      row += ShowTable.origin(over?.range).dropFirst()
      return row
    }
    let removed = reading.tree.removed.map { path, range -> [MachineRows.Cell] in
      var row: [MachineRows.Cell] = [.text(path), .missing, .missing]
      row += ShowTable.origin(range)
      row += [.missing, .missing, .missing, .missing]
      return row
    }
    return MachineRows(columns.map { MachineRows.Column($0) }, entries + removed)
  }

  /// Who says it, a file, a flag or nobody; the file; the line.
  private static func origin(_ range: SourceRange?) -> [MachineRows.Cell] {
    guard let range else { return [.text("default"), .missing, .missing] }
    if range.text.isArgument { return [.text("flag"), .missing, .missing] }
    return [.text("file"), .text(range.text.name), .count(range.line)]
  }
}

extension ResolvedEntry {
  /// The value as programs read it.
  var cell: MachineRows.Cell { cell(output) }

  /// Another value of the same setting.
  fileprivate func cell(_ output: JSONOutput) -> MachineRows.Cell {
    guard case .number(let number) = output else { return .value(output) }
    if case .number(_, isWhole: true, _)? = setting?.type, let count = Int(exactly: number) { return .count(count) }
    return .measure(number)
  }
}
