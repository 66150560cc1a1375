/// Puts diagnostics into words on a terminal: what is wrong, the line, a caret under the place, what to type instead.
///
///     error[share-out-of-range]: `offseason_share` is 45, but shares run 0 to 1
///       --> nan.json5:19:24
///        |
///     19 |     "offseason_share": 45,                    // share of the year's fru …
///        |                        ^^ this means 4,500 %
///        |
///        = help: for 45 % write 0.45
package struct DiagnosticRenderer {
  let language: Language
  let hasColour: Bool

  /// How many columns a line of source may take, its number included.
  let columns = 80

  package init(language: Language, hasColour: Bool = false) {
    self.language = language
    self.hasColour = hasColour
  }

  /// The lines of a diagnostic, with an end each.
  package func render(_ diagnostic: Diagnostic) -> String {
    var lines = [headline(diagnostic)]
    var margin = 1
    if let label = diagnostic.label {
      if label.range.text.isArgument {
        lines += argument(label)
      } else {
        let labels = [label] + diagnostic.related
        margin = String(labels.map { $0.range.line }.max() ?? 1).count
        lines += excerpt(label, diagnostic.related, margin: margin)
      }
    }
    let indent = String(repeating: " ", count: margin + 1)
    for label in diagnostic.related where label.range.text !== diagnostic.label?.range.text {
      lines.append("\(indent)\(paint("=", .margin)) \(elsewhere(label))")
    }
    for note in diagnostic.notes {
      lines.append("\(indent)\(paint("=", .margin)) \(Words(en: "note", th: "หมายเหตุ")[language]): \(plain(note))")
    }
    if let help = diagnostic.help {
      lines.append("\(indent)\(paint("=", .margin)) \(Words(en: "help", th: "แก้")[language]): \(plain(help))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let severity =
      diagnostic.kind.severity == .error ? Words(en: "error", th: "ผิดพลาด") : Words(en: "warning", th: "เตือน")
    let paintOfIt: Paint = diagnostic.kind.severity == .error ? .error : .warning
    return paint("\(severity[language])[\(diagnostic.kind.id)]", paintOfIt) + ": " + plain(diagnostic.message)
  }

  /// Words as a terminal may have them: what a file says in them moves no cursor and changes no colour.
  private func plain(_ words: Words) -> String {
    let text = words[language]
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return isPlain ? text : text.map { Excerpt.printable($0) }.joined()
  }

  // MARK: A place on the command line

  private func argument(_ label: Diagnostic.Label) -> [String] {
    let text = label.range.text
    let before = " --> \(text.name) "
    let start = DisplayWidth.of(before) + width(text, 0..<label.range.bytes.lowerBound)
    return [
      before + String(decoding: text.bytes, as: UTF8.self),
      String(repeating: " ", count: start)
        + paint(String(repeating: "^", count: max(1, width(text, label.range.bytes))), .error) + after(label),
    ]
  }

  /// A place in another text than the one that is shown.
  private func elsewhere(_ label: Diagnostic.Label) -> String {
    let (range, text) = (label.range, label.range.text)
    let place =
      text.isArgument
      ? "\(text.name) \(String(decoding: text.bytes, as: UTF8.self))"
      : "\(text.name):\(range.line):\(range.column)"
    return label.words.map { "\(place): \(plain($0))" } ?? place
  }

  // MARK: Places in a file

  private func excerpt(_ primary: Diagnostic.Label, _ related: [Diagnostic.Label], margin: Int) -> [String] {
    let text = primary.range.text
    let indent = String(repeating: " ", count: margin)
    let empty = "\(indent) \(paint("|", .margin))"
    var lines = ["\(indent)\(paint("-->", .margin)) \(text.name):\(primary.range.line):\(primary.range.column)", empty]
    let here = related.filter { $0.range.text === text }
    let numbers = Set(([primary] + here).map { $0.range.line }).sorted()
    var previous: Int?
    for number in numbers {
      if let previous, number > previous + 1 { lines.append("...") }
      previous = number
      let marks = ([(primary, "^" as Character)] + here.map { ($0, "-") }).filter { $0.0.range.line == number }
      lines += line(
        number, of: text, marks.sorted { $0.0.range.bytes.lowerBound < $1.0.range.bytes.lowerBound }, margin)
    }
    lines.append(empty)
    return lines
  }

  /// A line of source, cut to what fits, and a line under it for every mark.
  private func line(
    _ number: Int, of text: SourceText, _ marks: [(label: Diagnostic.Label, sign: Character)], _ margin: Int
  ) -> [String] {
    let bytes = part(of: text.bytesOfLine(number), marks, text)
    let room = columns - margin - 3
    let places = marks.map { label, _ -> (start: Int, width: Int) in
      let range = label.range.bytes
      let start = min(max(range.lowerBound, bytes.lowerBound), bytes.upperBound)
      return (
        width(text, bytes.lowerBound..<start), width(text, start..<min(max(start, range.upperBound), bytes.upperBound))
      )
    }
    // Of something long the beginning is enough.
    let end = places.map { $0.start + min($0.width, room / 2) }.max() ?? 0
    let shown = Excerpt(of: String(decoding: text.bytes[bytes], as: UTF8.self), upTo: end, room: room)
    var lines = ["\(paint(DisplayWidth.padLeft(String(number), to: margin) + " |", .margin)) \(shown.text)"]
    for ((label, sign), place) in zip(marks, places) {
      let column = place.start - shown.skipped
      let indent = String(repeating: " ", count: margin + 1) + paint("|", .margin) + " "
      let blank = String(repeating: " ", count: max(0, column))
      // What lies in the part that is cut off is marked where the cut is.
      let isCutOff = shown.skipped > 0 && column < 2
      let mark = String(repeating: sign, count: isCutOff ? 1 : max(1, min(place.width, room - column)))
      lines.append(indent + blank + paint(mark, sign == "^" ? .error : .margin) + after(label))
    }
    return lines
  }

  /// The part of a line, around what is marked last, that could be shown; a line may be as long as a file.
  private func part(
    of line: Range<Int>, _ marks: [(label: Diagnostic.Label, sign: Character)], _ text: SourceText
  ) -> Range<Int> {
    func isInsideLetter(_ index: Int) -> Bool { text.bytes[index] & 0xc0 == 0x80 }
    let last = min(marks.map { $0.label.range.bytes.lowerBound }.max() ?? line.lowerBound, line.upperBound)
    var start = max(line.lowerBound, last - 2_000)
    var end = min(line.upperBound, last + 2_000)
    while start > line.lowerBound, isInsideLetter(start) { start -= 1 }
    while end < line.upperBound, isInsideLetter(end) { end += 1 }
    return start..<end
  }

  private func after(_ label: Diagnostic.Label) -> String { label.words.map { " " + plain($0) } ?? "" }

  private func width(_ text: SourceText, _ bytes: Range<Int>) -> Int {
    let end = min(bytes.upperBound, text.bytes.count)
    guard bytes.lowerBound < end else { return 0 }
    return Excerpt.width(of: String(decoding: text.bytes[bytes.lowerBound..<end], as: UTF8.self))
  }

  // MARK: Colour

  private enum Paint: String {
    case error = "1;31"
    case warning = "1;33"
    case margin = "34"
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    hasColour ? "\u{1b}[\(paint.rawValue)m\(text)\u{1b}[0m" : text
  }
}

/// As much of a line as fits, with the part that is spoken of in it.
private struct Excerpt {
  var text = ""
  /// How many columns further left the line is shown than it stands.
  var skipped = 0

  init(of line: String, upTo end: Int, room: Int) {
    let letters = line.map { Excerpt.printable($0) }
    let widths = letters.map { max(0, DisplayWidth.of($0)) }
    let total = widths.reduce(0, +)
    if total <= room {
      text = letters.joined()
      return
    }
    // Some room behind the marked part, and in front as much of the line as goes in.
    let wanted = min(total, max(end + 12, room - 2))
    let first = max(0, wanted - (room - 4))
    var column = 0
    var shown = ""
    var start: Int?
    for (letter, width) in zip(letters, widths) {
      defer { column += width }
      if column < (end <= room - 2 ? 0 : first) { continue }
      if start == nil { start = column }
      let used = column - (start ?? 0) + (start == 0 ? 0 : 2)
      if used + width > room - 2 { break }
      shown += letter
    }
    let begin = start ?? 0
    skipped = begin == 0 ? 0 : begin - 2
    text = (begin == 0 ? "" : "… ") + shown + " …"
  }

  static func width(of text: String) -> Int { text.reduce(0) { $0 + DisplayWidth.of(printable($1)) } }

  /// A letter, or a space for what would move the cursor.
  static func printable(_ letter: Character) -> String {
    letter.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } ? String(letter) : " "
  }
}
