/// Spoils a text as hands, editors and networks do.
package struct Mutator {
  private var state: UInt64

  package init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
  }

  /// A number below a bound, which is above 0.
  private mutating func draw(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let pieces: [String] = [
    "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "/*", "//", "\u{0}", "๕", "ำ", "1e999", "-0", "0x1F", "NaN", "null",
    "\"rest\"", "{ \"dist\": \"normal\", \"mean\": 1, \"sd\": 2 }", "\"2569-13-45\"",
    "9999999999999999999999", "\u{feff}", "\r\n", "\\ud800", "1.7976931348623159e308", "true", "[]", "{}",
    "\"lib:lamphun\"", "-1", "0.5000001",
  ]

  /// The text with one to five things wrong.
  package mutating func mutate(_ text: [UInt8]) -> [UInt8] {
    var bytes = text
    for _ in 0...draw(5) {
      if bytes.isEmpty { break }
      let place = draw(bytes.count)
      switch draw(8) {
      case 0: bytes[place] ^= 1 << UInt8(draw(8))
      case 1: bytes[place] = UInt8(draw(256))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + draw(40)))
      case 3: bytes.insert(contentsOf: Mutator.pieces[draw(Mutator.pieces.count)].utf8, at: place)
      case 4: bytes.removeLast(draw(bytes.count))
      case 5: swapWords(&bytes)
      case 6: replaceNumber(&bytes)
      default:
        let end = min(bytes.count, place + 1 + draw(200))
        bytes.insert(contentsOf: bytes[place..<end], at: draw(bytes.count))
      }
    }
    return bytes
  }

  /// Puts one quoted word in the place of another, a key or a text.
  private mutating func swapWords(_ bytes: inout [UInt8]) {
    let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
    guard quotes.count >= 4 else { return }
    let (first, second) = (draw(quotes.count / 2) * 2, draw(quotes.count / 2) * 2)
    let word = Array(bytes[quotes[first]...quotes[first + 1]])
    bytes.replaceSubrange(quotes[second]...quotes[second + 1], with: word)
  }

  private mutating func replaceNumber(_ bytes: inout [UInt8]) {
    let digits = bytes.indices.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[$0] }
    guard let place = digits.isEmpty ? nil : digits[draw(digits.count)] else { return }
    bytes.replaceSubrange(place...place, with: Mutator.pieces[draw(Mutator.pieces.count)].utf8)
  }
}
