/// Rows for programs, in two encodings: CSV, or a line of JSON each.
///
/// CSV is plain ASCII, quoted as RFC 4180 says and only where it must be. Words for people are left out of it; a text
/// that is not ASCII, is empty or begins as a formula does is written as JSON, with its quotes.
package struct MachineRows: Sendable {
  package struct Column: Sendable {
    package let name: String
    /// Whether it says to people what other columns say to programs.
    package let isForPeople: Bool

    package init(_ name: String, isForPeople: Bool = false) {
      self.name = name
      self.isForPeople = isForPeople
    }
  }

  package enum Cell: Sendable {
    case missing
    case count(Int)
    /// In CSV always with a point or an exponent, or a reader that saw whole numbers first would round.
    case measure(Double)
    case value(JSONOutput)

    package static func text(_ text: String?) -> Cell { text.map { .value(.text($0)) } ?? .missing }
  }

  package let columns: [Column]
  package let rows: [[Cell]]

  package init(_ columns: [Column], _ rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}

extension MachineRows {
  /// An object for every row; what is missing is left out.
  package var objects: [JSONOutput] {
    rows.map { row in .object(zip(columns, row).compactMap { column, cell in cell.output.map { (column.name, $0) } }) }
  }

  /// A line for every row; what is missing is left out.
  package var jsonLines: [String] {
    rows.map { row in
      let members = zip(columns, row).compactMap { column, cell -> String? in
        cell.json.map { "\(JSONText.quoted(column.name)):\($0)" }
      }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  /// The names of the columns.
  package var csvHeader: String { columns.filter { !$0.isForPeople }.map(\.name).joined(separator: ",") }

  /// A line for every row.
  package var csvLines: [String] {
    rows.map { row in
      zip(columns, row).filter { !$0.0.isForPeople }.map { MachineRows.quoted($1.csv) }.joined(separator: ",")
    }
  }

  /// Quotes where a reader would take a piece of the text for the end of it.
  private static func quoted(_ text: String) -> String {
    text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

extension MachineRows.Cell {
  fileprivate var output: JSONOutput? {
    switch self {
    case .missing: nil
    case .count(let count): .number(Double(count))
    case .measure(let number): .number(number)
    case .value(let value): value
    }
  }

  fileprivate var json: String? {
    switch self {
    case .missing: nil
    case .count(let count): String(count)
    case .measure(let number): JSONText.number(number)
    case .value(let value): value.line()
    }
  }

  fileprivate var csv: String {
    switch self {
    case .missing: ""
    case .count(let count): String(count)
    case .measure(let number): JSONText.decimal(number)
    case .value(.text(let text)) where Self.isPlain(text): text
    case .value(let value): value.line(isASCII: true)
    }
  }

  /// Whether a program takes the text for nothing but that text.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, !"=+-@\"".utf8.contains(first) else { return false }
    return text.utf8.allSatisfy { 0x20..<0x7f ~= $0 }
  }
}
