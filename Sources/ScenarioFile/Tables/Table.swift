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
///
///     var table = Table<RegisteredPlot>(text)
///     while let plot = table.next() { … }
package struct Table<Row: Part> {
  private var reader: TableReader
  private let form: Form

  package init(_ text: SourceText) {
    reader = TableReader(text, Form.shape(of: Row.noun) { _ = Row($0) })
    form = Form(noun: Row.noun, path: "", source: .row(reader.row))
  }

  /// What is wrong with what has been read so far.
  package var diagnostics: [Diagnostic] { reader.diagnostics }

  /// The next row that can be read; nothing after the last, nor after so many mistakes that enough has been said.
  package mutating func next() -> Row? { reader.next() ? Row(form) : nil }

  /// Where the row that was read last says something: its first letter where it does not.
  package func range(_ column: String) -> SourceRange { reader.range(column) }
}
