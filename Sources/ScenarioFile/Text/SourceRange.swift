/// A place in a text.
package struct SourceRange: Sendable {
  package let text: SourceText
  package let bytes: Range<Int>

  package init(_ text: SourceText, _ bytes: Range<Int>) {
    self.text = text
    self.bytes = bytes
  }

  /// The first line, from 1.
  package var line: Int { text.line(of: bytes.lowerBound) }

  /// The first column, from 1, in units of UTF-16.
  package var column: Int { text.column(of: bytes.lowerBound) }

  /// The column after the last, on the first line.
  package var endColumn: Int { text.column(of: min(bytes.upperBound, text.bytesOfLine(line).upperBound)) }

  /// What stands there.
  package var spelling: String { String(decoding: text.bytes[bytes], as: UTF8.self) }
}
