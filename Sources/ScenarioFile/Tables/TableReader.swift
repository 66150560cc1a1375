/// Reads the rows of a table into a ``TableRow``, and says what is wrong with them.
struct TableReader {
  /// What the last line that could be read says.
  let row: TableRow
  private(set) var diagnostics: [Diagnostic] = []

  private var cells: TableCells
  /// For each column of the table what it is; nothing where it is not read.
  private var columns: [Setting?] = []
  /// How each is read.
  private var ways: [Way] = []
  /// What was met in each, by its spelling.
  private var met: [Spellings] = []
  /// Columns in which every row must say something.
  private var required: [Int] = []
  /// The cells of the line that was read last.
  private var line: [TableCells.Cell] = []
  /// What they say, in the order in which the part asks.
  private var values: [SettingValue?]
  private var rowCount = 0
  private var isOver = false

  /// How the cells of a column are read as long as they say what they may; small, since every cell asks for it.
  private enum Way {
    case unread
    /// With the place where the part asks for it.
    case number(ClosedRange<Double>, isWhole: Bool, Int)
    case text(Int)
    /// One of few meanings: what was met before is looked up.
    case known(Int)

    init(_ type: ValueType, _ place: Int) {
      switch type {
      case .number(let bounds, let isWhole, _): self = .number(bounds, isWhole: isWhole, place)
      case .text: self = .text(place)
      default: self = .known(place)
      }
    }

    var place: Int? {
      switch self {
      case .unread: nil
      case .number(_, _, let place), .text(let place), .known(let place): place
      }
    }
  }

  /// Flags and choices have few spellings, and they come again and again.
  private struct Spellings {
    private var all: [(spelling: [UInt8], value: SettingValue)] = []

    /// More than registers have.
    private static let most = 16

    func value(_ range: Range<Int>, of bytes: [UInt8]) -> SettingValue? {
      for index in all.indices where all[index].spelling.count == range.count {
        if all[index].spelling.indices.allSatisfy({ all[index].spelling[$0] == bytes[range.lowerBound + $0] }) {
          return all[index].value
        }
      }
      return nil
    }

    mutating func remember(_ range: Range<Int>, of bytes: [UInt8], _ value: SettingValue) {
      if all.count < Spellings.most { all.append((Array(bytes[range]), value)) }
    }
  }

  init(_ text: SourceText, _ shape: ObjectShape) {
    cells = TableCells(text)
    row = TableRow(shape.members.map(\.key))
    values = Array(repeating: nil, count: shape.members.count)
    var header: [TableCells.Cell] = []
    if cells.readRow(&header) {
      readHeader(header, shape)
      isOver = diagnostics.contains { $0.kind.severity == .error }
      required = columns.indices.filter { columns[$0]?.isRequired == true }
    } else {
      let range = SourceRange(text, 0..<0)
      diagnostics = [
        cells.diagnostic
          ?? Diagnostic(.badTable, Words(en: "the table is empty", th: "ตารางว่างเปล่า"), at: range)
      ]
      isOver = true
    }
  }

  /// What can only be said at the end.
  private mutating func finish() {
    if let diagnostic = cells.diagnostic {
      diagnostics.append(diagnostic)
    } else if rowCount == 0 {
      let range = SourceRange(cells.text, cells.bytes.count..<cells.bytes.count)
      diagnostics.append(Diagnostic(.badTable, Words(en: "the table has no rows", th: "ตารางไม่มีแถวข้อมูล"), at: range))
    }
  }

  /// The first letter of the line that was read last.
  private var start: SourceRange {
    SourceRange(cells.text, line[0].bytes.lowerBound..<line[0].bytes.lowerBound + 1)
  }

  func range(_ column: String) -> SourceRange {
    guard let place = columns.firstIndex(where: { $0?.key == column }), place < line.count,
      !line[place].bytes.isEmpty
    else { return start }
    return range(line[place])
  }

  private var hasGivenUp: Bool { diagnostics.count >= JSON5Limits.standard.diagnostics }

  private func range(_ cell: TableCells.Cell) -> SourceRange { SourceRange(cells.text, cell.bytes) }

  // MARK: The header

  private mutating func readHeader(_ header: [TableCells.Cell], _ shape: ObjectShape) {
    let known = shape.members.map(\.key)
    var seen: [String: TableCells.Cell] = [:]
    for cell in header {
      let name = cells.string(cell).lowercased().map { $0 == " " || $0 == "-" ? "_" : String($0) }.joined()
      let place = known.firstIndex(of: name)
      var setting: Setting?
      if let place, case .value(let found) = shape.members[place].shape { setting = found }
      columns.append(setting)
      ways.append(setting.map { Way($0.type, place ?? 0) } ?? .unread)
      met.append(Spellings())
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

  /// Reads the next row that can be read.
  mutating func next() -> Bool {
    while !isOver, !hasGivenUp, cells.readRow(&line) {
      rowCount += 1
      if read() {
        row.take(&values)
        return true
      }
    }
    if !isOver, !hasGivenUp { finish() }
    isOver = true
    return false
  }

  /// Whether the line could be read.
  private mutating func read() -> Bool {
    if let extra = line.dropFirst(columns.count).first(where: { !$0.bytes.isEmpty }) {
      diagnostics.append(
        Diagnostic(
          .badTable,
          Words(
            en: "the row has \(line.count) cells, the header \(columns.count)",
            th: "แถวนี้มี \(line.count) ช่อง แต่หัวตารางมี \(columns.count)"),
          at: range(extra)))
      return false
    }
    let before = diagnostics.count
    for index in ways.indices { readCell(index) }
    for index in required where index >= line.count || line[index].bytes.isEmpty {
      guard let key = columns[index]?.key else { continue }
      diagnostics.append(
        Diagnostic(.missingKey, Words(en: "the row has no `\(key)`", th: "แถวนี้ไม่มี `\(key)`"), at: start))
    }
    return diagnostics.count == before
  }

  // MARK: Cells

  /// Reads what a cell says; complains where it says nothing that its column may.
  private mutating func readCell(_ index: Int) {
    guard let place = ways[index].place else { return }
    // The place holds what an earlier row said.
    guard index < line.count, !line[index].bytes.isEmpty else {
      values[place] = nil
      return
    }
    let bytes = line[index].bytes
    switch ways[index] {
    case .unread: return
    case .text: values[place] = .text(cells.string(line[index]))
    case .number(let bounds, let isWhole, _):
      if let number = cells.bytes.decimal(bytes), bounds.contains(number), !isWhole || number == number.rounded() {
        values[place] = .number(number)
      } else {
        values[place] = understand(index)
      }
    case .known:
      if let value = met[index].value(bytes, of: cells.bytes) {
        values[place] = value
      } else if let value = understand(index) {
        values[place] = value
        met[index].remember(bytes, of: cells.bytes, value)
      }
    }
  }

  /// The same for what is not written as it usually is, or is wrong.
  private mutating func understand(_ index: Int) -> SettingValue? {
    guard let setting = columns[index], let node = node(line[index], setting) else { return nil }
    return ValueReader.value(of: node, as: setting.type)
  }

  /// A cell as a file would say it; complains where it is none.
  private mutating func node(_ cell: TableCells.Cell, _ column: Setting) -> JSONNode? {
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
    let ascii = text.withArabicDigits
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

extension [UInt8] {
  /// The number that a plain decimal such as `4.5` stands for; nothing where it is written in another way, which a slower
  /// reader may understand.
  fileprivate func decimal(_ range: Range<Int>) -> Double? {
    guard range.count <= 16 else { return nil }
    var digits: UInt64 = 0
    var decimals: Int?
    for byte in self[range] {
      if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        digits = digits * 10 + UInt64(byte & 15)
        decimals? += 1
      } else if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else {
        return nil
      }
    }
    let count = decimals == nil ? range.count : range.count - 1
    return count == 0 ? nil : JSON5Reader.number(digits, count: count, exponent: -(decimals ?? 0))
  }
}
