/// Writes JSON: the pieces that everything which writes it needs.
package enum JSONText {
  /// A string with its quotes; in ASCII alone where that is asked for.
  package static func quoted(_ text: String, isASCII: Bool = false) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      // Line separators end a line for some readers, and control characters are no JSON.
      case "\u{0}"..<" ", "\u{7f}", "\u{2028}", "\u{2029}": quoted += escaped(scalar)
      case "\u{80}"... where isASCII: quoted += escaped(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// The shortest digits that read back as the same number; whole numbers without a point.
  package static func number(_ value: Double) -> String {
    if value == value.rounded(.towardZero), value.magnitude < 0x1p53 { return value == 0 ? "0" : String(Int64(value)) }
    return String(value)
  }

  /// The number with a point or an exponent, so that no reader of a table takes a column for whole numbers.
  package static func decimal(_ value: Double) -> String {
    let text = number(value)
    return text.contains { ".eE".contains($0) } ? text : text + ".0"
  }
}
