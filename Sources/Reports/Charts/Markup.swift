import ScenarioFile

/// Text that stands in SVG and HTML: nothing that somebody has called something becomes markup.
enum Markup {
  /// A year in a text, which a reader may see in either era; only ``escaped(_:)`` and ``columns(of:)`` know of it.
  static func year(_ commonEra: Int) -> String { "\u{e000}\(commonEra)\u{e001}" }

  /// Escapes a text, for contents and attributes alike; years become both eras.
  static func escaped(_ text: String, element: String = "tspan") -> String {
    var escaped = ""
    var year: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{e000}": year = ""
      case "\u{e001}":
        let common = year.flatMap { Int($0) } ?? 0
        escaped +=
          "<\(element) class=\"be\">\(common + 543)</\(element)><\(element) class=\"ce\">\(common)</\(element)>"
        year = nil
      case _ where year != nil: year?.unicodeScalars.append(scalar)
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The text where there are no elements: years in the Buddhist era.
  static func plain(_ text: String) -> String {
    var plain = ""
    var year: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{e000}": year = ""
      case "\u{e001}":
        plain += String((year.flatMap { Int($0) } ?? 0) + 543)
        year = nil
      case _ where year != nil: year?.unicodeScalars.append(scalar)
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// What somebody has called something, as one line of at most so many columns: without control characters, without
  /// marks that turn the direction of what stands beside it, cut between letters.
  static func name(_ text: String, most columns: Int = 60) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xa, 0xd, 0x2028, 0x2029: clean += " "
      case 0..<0x20, 0x7f..<0xa0, 0x61c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xe000...0xf8ff,
        0xfdd0...0xfdef, 0xfff0...0xffff:
        continue
      default: clean.unicodeScalars.append(scalar)
      }
    }
    return cut(clean, to: columns)
  }

  /// The beginning of a text that fits into so many columns.
  static func cut(_ text: String, to columns: Int) -> String {
    if self.columns(of: text) <= columns { return text }
    var kept = ""
    var width = 1
    for letter in text {
      width += DisplayWidth.of(String(letter))
      if width > columns { break }
      kept.append(letter)
    }
    return kept + "…"
  }

  /// How many columns a text takes; a year takes four.
  static func columns(of text: String) -> Int { DisplayWidth.of(plain(text)) }
}

extension Words {
  func map(_ change: (String) -> String) -> Words { Words(en: change(english), th: change(thai)) }

  var isSame: Bool { english == thai }

  /// Names that somebody gave, made harmless and short.
  func named(most columns: Int = 60) -> Words { map { Markup.name($0, most: columns) } }
}
