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
