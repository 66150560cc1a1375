extension DiagnosticKind {
  package static let badTable = error(
    "bad-table", en: "A CSV file cannot be read as a table: quotes, the number of cells, or nothing in it.",
    th: "อ่านไฟล์ CSV เป็นตารางไม่ได้ เช่น เครื่องหมายคำพูด จำนวนช่อง หรือไม่มีข้อมูล")
  package static let unusedColumn = warning(
    "unused-column", en: "A table has a column that is not read.", th: "ตารางมีคอลัมน์ที่โปรแกรมไม่ได้อ่าน")
  package static let tableNotFound = error(
    "table-not-found", en: "The table that a file names is not there, or cannot be read.",
    th: "ไม่พบตารางที่ไฟล์อ้างถึง หรืออ่านไม่ได้")
  package static let tableOutside = error(
    "table-outside", en: "A table must lie in the folder of the scenario that names it, or in a folder below.",
    th: "ตารางต้องอยู่ในโฟลเดอร์ของไฟล์สถานการณ์ หรือโฟลเดอร์ย่อย")

  static let ofTables: [DiagnosticKind] = [badTable, unusedColumn, tableNotFound, tableOutside]
}

/// A table that a file names, read row by row; its columns are the keys of a part.
package struct Table<Row: Part> {
  package struct Entry {
    package let row: Row
    /// The row's first letter.
    package let start: SourceRange
    private let cells: [TableCells.Cell]
    private let columns: [Setting?]

    fileprivate init(_ row: Row, _ start: SourceRange, _ cells: [TableCells.Cell], _ columns: [Setting?]) {
      self.row = row
      self.start = start
      self.cells = cells
      self.columns = columns
    }

    /// Where it says something.
    package func range(_ column: String) -> SourceRange {
      guard let place = columns.firstIndex(where: { $0?.key == column }), place < cells.count,
        !cells[place].bytes.isEmpty
      else { return start }
      return SourceRange(start.text, cells[place].bytes)
    }
  }

  package private(set) var entries: [Entry] = []
  package private(set) var diagnostics: [Diagnostic] = []

  private let cells: TableCells
  /// For each column of the table what it is; nothing where it is not read.
  private var columns: [Setting?] = []

  /// Reads all rows that can be read.
  package init(_ text: SourceText) {
    cells = TableCells(text)
    guard let header = cells.rows.first else {
      let range = SourceRange(text, 0..<0)
      diagnostics = [
        cells.diagnostic
          ?? Diagnostic(.badTable, Words(en: "the table is empty", th: "ตารางว่างเปล่า"), at: range)
      ]
      return
    }
    readHeader(header)
    if !diagnostics.contains(where: { $0.kind.severity == .error }) {
      entries.reserveCapacity(cells.rows.count)
      for row in cells.rows.dropFirst() where !hasGivenUp { read(row) }
      if cells.rows.count == 1, cells.diagnostic == nil {
        let range = SourceRange(text, text.bytes.count..<text.bytes.count)
        diagnostics.append(
          Diagnostic(.badTable, Words(en: "the table has no rows", th: "ตารางไม่มีแถวข้อมูล"), at: range))
      }
    }
    if let diagnostic = cells.diagnostic { diagnostics.append(diagnostic) }
  }

  private var hasGivenUp: Bool { diagnostics.count >= JSON5Limits.standard.diagnostics }

  private func range(_ cell: TableCells.Cell) -> SourceRange { SourceRange(cells.text, cell.bytes) }

  // MARK: The header

  private mutating func readHeader(_ header: [TableCells.Cell]) {
    let shape = Form.shape(of: Row.noun) { _ = Row($0) }
    let known = shape.members.map(\.key)
    var seen: [String: TableCells.Cell] = [:]
    for cell in header {
      let name = cells.string(cell).lowercased().map { $0 == " " || $0 == "-" ? "_" : String($0) }.joined()
      var setting: Setting?
      if case .value(let found)? = shape.member(name)?.shape { setting = found }
      columns.append(setting)
      if let first = seen[name], setting != nil {
        diagnostics.append(
          Diagnostic(
            .duplicateKey, Words(en: "`\(name)` is a column twice", th: "มีคอลัมน์ `\(name)` สองครั้ง"), at: range(cell)
          ).relating([Diagnostic.Label(range(first))]))
      }
      seen[name] = cell
      if setting == nil, !name.isEmpty { reportUnknown(name, cell, among: known) }
    }
    let missing = shape.members.filter { member in
      guard case .value(let setting) = member.shape else { return false }
      return setting.isRequired && seen[member.key] == nil
    }
    for member in missing {
      diagnostics.append(
        Diagnostic(
          .missingKey, Words(en: "the table has no column `\(member.key)`", th: "ตารางไม่มีคอลัมน์ `\(member.key)`"),
          at: range(header[0])
        ).helping(member.words))
    }
  }

  /// A column that is near to one that is read is meant to be read; others are in many registers.
  private mutating func reportUnknown(_ name: String, _ cell: TableCells.Cell, among known: [String]) {
    let question = Suggestion.question(name, in: known)
    let kind: DiagnosticKind = question == nil ? .unusedColumn : .unknownKey
    diagnostics.append(
      Diagnostic(
        kind, Words(en: "there is no column `\(name.brief)`", th: "ไม่มีคอลัมน์ `\(name.brief)`"), at: range(cell)
      ).helping(
        question ?? Words(en: "it is not read; columns are ", th: "ไม่ได้อ่าน คอลัมน์ที่อ่านคือ ")
          + Words(known.joined(separator: ", ")), replacement: Suggestion.nearest(to: name, in: known)))
  }

  // MARK: Rows

  private mutating func read(_ row: [TableCells.Cell]) {
    let start = SourceRange(cells.text, row[0].bytes.lowerBound..<row[0].bytes.lowerBound + 1)
    if let extra = row.dropFirst(columns.count).first(where: { !$0.bytes.isEmpty }) {
      diagnostics.append(
        Diagnostic(
          .badTable,
          Words(
            en: "the row has \(row.count) cells, the header \(columns.count)",
            th: "แถวนี้มี \(row.count) ช่อง แต่หัวตารางมี \(columns.count)"),
          at: range(extra)))
      return
    }
    var object = SettingTree.Object()
    let before = diagnostics.count
    for (cell, column) in zip(row, columns) {
      guard let column, !cell.bytes.isEmpty else { continue }
      let place = range(cell)
      guard let node = value(cell, column) else { continue }
      object.set(column.key, place, .leaf(SettingTree.Leaf(node: node, range: place, over: nil)))
    }
    for (place, column) in columns.enumerated() {
      guard let column, column.isRequired, place >= row.count || row[place].bytes.isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          .missingKey, Words(en: "the row has no `\(column.key)`", th: "แถวนี้ไม่มี `\(column.key)`"), at: start))
    }
    if diagnostics.count > before { return }
    let form = Form(noun: Row.noun, path: "", source: .reading(object, Form.Circumstances()))
    entries.append(Entry(Row(form), start, row, columns))
  }

  /// A cell as a file would say it; complains where it is none.
  private mutating func value(_ cell: TableCells.Cell, _ column: Setting) -> JSONNode? {
    let text = cells.string(cell)
    let node: JSONNode
    switch column.type {
    case .number:
      guard let number = number(text, cell, column) else { return nil }
      node = JSONNode(.number(number), cell.bytes)
    case .flag:
      guard let flag = flags[text] ?? flags[text.lowercased()] else {
        diagnostics.append(
          Diagnostic(
            .wrongType,
            Words(
              en: "`\(column.key)` is \"\(text.brief)\", but wants yes or no",
              th: "`\(column.key)` คือ \"\(text.brief)\" แต่ต้องเป็น yes หรือ no"), at: range(cell)))
        return nil
      }
      node = JSONNode(.bool(flag), cell.bytes)
    case .choice(let choices):
      let lowered = text.lowercased()
      let meant = choices.first {
        $0.id == lowered || $0.id == text || $0.words.english == text || $0.words.thai == text
      }
      node = JSONNode(.string(meant?.id ?? text), cell.bytes)
    default: node = JSONNode(.string(text), cell.bytes)
    }
    let complaint = ValueComplaint(
      key: column.key, type: column.type, unit: column.unit, node: node, range: range(cell))
    if let diagnostic = complaint.diagnostic() {
      diagnostics.append(diagnostic)
      return nil
    }
    return node
  }

  private mutating func number(_ text: String, _ cell: TableCells.Cell, _ column: Setting) -> Double? {
    if let number = Double(text), number.isFinite { return number }
    let ascii = String(
      text.unicodeScalars.map { scalar -> Character in
        0xe50...0xe59 ~= scalar.value ? Character(String(scalar.value - 0xe50)) : Character(scalar)
      })
    let plain = ascii.filter { $0 != "," && $0 != " " && $0 != "\u{a0}" }
    let isThai = ascii != text
    let meant = Double(plain).flatMap { $0.isFinite ? JSONText.number($0) : nil }
    diagnostics.append(
      Diagnostic(
        isThai && meant != nil ? .thaiDigits : .wrongType,
        isThai && meant != nil
          ? Words(en: "numbers are written with 0-9", th: "ตัวเลขต้องเขียนด้วย 0-9")
          : Words(
            en: "`\(column.key)` is \"\(text.brief)\", but wants ", th: "`\(column.key)` คือ \"\(text.brief)\" แต่ต้องเป็น")
            + column.type.words, at: range(cell)
      ).helping(meant.map { Words(en: "write \($0)", th: "เขียน \($0)") }, replacement: meant))
    return nil
  }
}

/// What registers write for yes and no.
private let flags: [String: Bool] = [
  "yes": true, "y": true, "true": true, "1": true, "มี": true, "ใช่": true,
  "no": false, "n": false, "false": false, "0": false, "ไม่มี": false, "ไม่ใช่": false, "ไม่": false,
]
