/// A text that was read, and what it is called.
///
/// Whoever speaks of a place in it names a range of bytes; lines and columns are worked out when somebody is told.
package final class SourceText: Sendable {
  /// What people call it: a path as it was given, `lib:lamphun`, or a flag of the command line.
  package let name: String

  package let bytes: [UInt8]

  /// Whether it stands on the command line, behind the flag that it is called by.
  package let isArgument: Bool

  /// Where each line begins; a line ends with LF, CR LF or CR.
  private let lineStarts: [Int]

  package init(name: String, bytes: [UInt8], isArgument: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isArgument = isArgument
    lineStarts = SourceText.lineStarts(of: bytes)
  }

  package convenience init(name: String, _ text: String, isArgument: Bool = false) {
    self.init(name: name, bytes: Array(text.utf8), isArgument: isArgument)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0a {
        starts.append(index)
      } else if byte == 0x0d {
        if index < bytes.count, bytes[index] == 0x0a { index += 1 }
        starts.append(index)
      }
    }
    return starts
  }

  package var lineCount: Int { lineStarts.count }

  /// The line of a byte, from 1.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of a byte, from 1, in units of UTF-16, which is what editors jump to.
  package func column(of offset: Int) -> Int {
    // Bytes that go on with a letter count nothing; letters beyond the first plane, of four bytes, count twice.
    bytes[lineStarts[line(of: offset) - 1]..<min(offset, bytes.count)].reduce(1) { units, byte in
      units + (byte & 0xc0 == 0x80 ? 0 : 0xf0...0xf4 ~= byte ? 2 : 1)
    }
  }

  /// A line without its end.
  package func line(_ number: Int) -> String { String(decoding: bytes[bytesOfLine(number)], as: UTF8.self) }

  /// The bytes of a line without its end.
  func bytesOfLine(_ number: Int) -> Range<Int> {
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0a || bytes[end - 1] == 0x0d { end -= 1 }
    return start..<end
  }
}
