/// Cuts a table into rows and cells: CSV as RFC 4180 has it and as spreadsheets write it.
///
/// A mark of byte order, line ends of every system, cells in quotes with commas and line ends in them, and semicolons or
/// tabs in the place of commas are all read. Where a cell stands is kept, so that complaints can point.
struct TableCells {
  struct Cell {
    let bytes: Range<Int>
    /// Whether it stands in quotes.
    let isQuoted: Bool
  }

  let text: SourceText
  let bytes: [UInt8]
  /// What a spreadsheet could not read either; nothing after it is read.
  private(set) var diagnostic: Diagnostic?

  private let separator: UInt8
  private var position: Int

  init(_ text: SourceText) {
    self.text = text
    bytes = text.bytes
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    separator = TableCells.separator(of: bytes[position...])
    if let invalid = bytes.firstInvalidUTF8() {
      diagnostic = Diagnostic(
        .notUTF8, Words(en: "this is no UTF-8", th: "ข้อความไม่ใช่ UTF-8"), at: SourceRange(text, invalid..<invalid + 1)
      ).helping(
        Words(en: "save the table as \"CSV UTF-8\"", th: "บันทึกตารางเป็น \"CSV UTF-8\""))
    }
  }

  /// What stands between the names of columns.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0a && $0 != 0x0d }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].first { line.contains($0) } ?? UInt8(ascii: ",")
  }

  /// Puts the cells of the next row, the header first, in the place of those that are given, and answers whether there is
  /// one.
  ///
  /// Lines without anything are none.
  mutating func readRow(_ cells: inout [Cell]) -> Bool {
    while diagnostic == nil, position < bytes.count {
      cells.removeAll(keepingCapacity: true)
      while true {
        cells.append(readCell())
        if diagnostic != nil { return false }
        guard position < bytes.count, bytes[position] == separator else { break }
        position += 1
      }
      if position < bytes.count {
        position += bytes[position] == 0x0d && position + 1 < bytes.count && bytes[position + 1] == 0x0a ? 2 : 1
      }
      if cells.count > 1 || cells[0].isQuoted || !cells[0].bytes.isEmpty { return true }
    }
    return false
  }

  private mutating func readCell() -> Cell {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && separator != 0x09 }
    func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0a || byte == 0x0d }
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      var end = start
      while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
      position = end
      while end > start, isSpace(bytes[end - 1]) { end -= 1 }
      return Cell(bytes: start..<end, isQuoted: false)
    }
    let opening = position
    position += 1
    let start = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        // Two quotes are one that is meant.
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else {
      diagnostic = Diagnostic(
        .badTable, Words(en: "these quotes are never closed", th: "เครื่องหมายคำพูดนี้ไม่มีคู่ปิด"),
        at: SourceRange(text, opening..<opening + 1))
      return Cell(bytes: start..<start, isQuoted: true)
    }
    let end = position
    position += 1
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    if position < bytes.count, !isEnd(bytes[position]) {
      diagnostic = Diagnostic(
        .badTable, Words(en: "something stands behind the closing quotes", th: "มีข้อความต่อจากเครื่องหมายคำพูดปิด"),
        at: SourceRange(text, position..<position + 1)
      ).helping(
        Words(en: "quotes inside a cell are written twice: \"\"", th: "เครื่องหมายคำพูดในช่องให้เขียนสองตัว: \"\""))
    }
    return Cell(bytes: start..<end, isQuoted: true)
  }

  /// What a cell says.
  func string(_ cell: Cell) -> String {
    let string = String(decoding: bytes[cell.bytes], as: UTF8.self)
    return cell.isQuoted ? string.replacing("\"\"", with: "\"") : string
  }
}
