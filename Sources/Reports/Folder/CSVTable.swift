/// A table in CSV, as RFC 4180 has it, with a line of names: what was written by ``MachineRows`` and its like.
package struct CSVTable: Sendable {
  package let names: [String]
  package private(set) var rows: [[String]] = []

  /// Reads a table; nothing where a line has more or fewer cells than the first, or a quote is not closed.
  package init?(_ bytes: [UInt8]) {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var names: [String]?
    var place = 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
          cell.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        cells.append(text())
        cell.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n"):
        cells.append(text())
        cell.removeAll(keepingCapacity: true)
        if let names {
          guard cells.count == names.count else { return nil }
          rows.append(cells)
        } else {
          names = cells
        }
        cells = []
      default: cell.append(byte)
      }
    }
    guard let names, !isQuoted, cell.isEmpty, cells.isEmpty else { return nil }
    self.names = names
  }

  package func column(_ name: String) -> Int? { names.firstIndex(of: name) }
}
