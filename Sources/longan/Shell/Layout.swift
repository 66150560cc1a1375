import ScenarioFile

/// Text in eighty columns, broken where the text has a space.
enum Layout {
  static let columns = 80

  /// Lines from the margin on.
  static func paragraph(_ text: String) -> [String] { lines(of: text, head: "", indent: "") }

  /// A name, two spaces in and filled up to so many columns, and its words beside it, or below where it is longer.
  static func row(_ name: String, _ words: String, columns first: Int, margin: Int = 2) -> [String] {
    let indent = String(repeating: " ", count: margin + first + 1)
    let head = String(repeating: " ", count: margin) + DisplayWidth.pad(name, to: first)
    if DisplayWidth.of(name) > first { return [head] + lines(of: words, head: indent, indent: indent) }
    return lines(of: words, head: head + " ", indent: indent)
  }

  private static func lines(of text: String, head: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = head
    var isEmpty = true
    // Several spaces in a row stay as they are.
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > columns {
        lines.append(line)
        line = indent + word
      } else {
        line += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return lines + [line]
  }
}
