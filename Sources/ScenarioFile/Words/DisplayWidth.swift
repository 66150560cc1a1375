/// How many columns a terminal gives to text.
///
/// Swift counts what a reader takes for one letter, so that `น้ำ` is 1; a terminal counts letters that stand beside each
/// other, so that it is 2. Sara Am (U+0E33) takes a column of its own, the vowels and tones above and below none.
package enum DisplayWidth {
  /// The columns of a text.
  package static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of one scalar.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7f: 1
    case 0..<0x20, 0x7f..<0xa0: 0
    case 0xe31, 0xe34...0xe3a, 0xe47...0xe4e: 0
    case 0x200b...0x200f, 0x2060...0x2064, 0xfeff, 0xfe00...0xfe0f: 0
    // East Asian letters and pictures are twice as wide.
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
      2
    case 0x300..<0xe00: isMark(scalar) ? 0 : 1
    case 0xe00...0xe7f: 1
    default: isMark(scalar) ? 0 : 1
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The text and as many spaces as it takes to fill so many columns.
  package static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// So many columns of spaces and then the text.
  package static func padLeft(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - of(text))) + text
  }
}
