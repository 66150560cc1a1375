import ScenarioFile

/// In which languages a drawing speaks: in both, one hidden by the page, or in one, for a file of its own.
enum Tongue: Sendable {
  case both
  case only(Language)
}

/// A drawing in SVG: elements one after the other, coordinates to a tenth.
struct Canvas {
  /// What every text of a drawing is set in, in pixels.
  static let fontSize = 13.0
  /// How wide a column of such text is at most, as a rule.
  static let columnWidth = 7.4

  let id: String
  let width: Double
  var height: Double
  let tongue: Tongue
  private(set) var body = ""

  init(id: String, width: Double, height: Double, tongue: Tongue) {
    (self.id, self.width, self.height, self.tongue) = (id, width, height, tongue)
  }

  /// Whether it is drawn for a telephone.
  var isNarrow: Bool { width < 500 }

  /// How wide a text is, in its wider language.
  static func width(of words: Words) -> Double {
    Double(max(Markup.columns(of: words.english), Markup.columns(of: words.thai))) * columnWidth
  }

  enum Anchor: String {
    case start, middle, end
  }

  // MARK: Numbers

  /// A coordinate to a tenth, in as few letters as possible.
  static func tenths(_ value: Double) -> Int {
    value.isFinite ? Int((min(max(value, -1e6), 1e6) * 10).rounded()) : 0
  }

  static func text(_ tenths: Int) -> String {
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + (whole == 0 ? "" : String(whole)) + ".\(rest)"
  }

  static func text(_ value: Double) -> String { text(tenths(value)) }

  // MARK: Elements

  mutating func raw(_ markup: String) { body += markup }

  mutating func open(_ style: String, _ more: String = "") {
    body += "<g class=\"\(style)\"\(more.isEmpty ? "" : " " + more)>"
  }

  mutating func close() { body += "</g>" }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    let place = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)].map { "\($0.0)=\"\(Canvas.text($0.1))\"" }
    body += "<line class=\"\(style)\" \(place.joined(separator: " "))/>"
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, _ more: String = ""
  ) {
    body +=
      "<rect class=\"\(style)\" x=\"\(Canvas.text(x))\" y=\"\(Canvas.text(y))\" width=\"\(Canvas.text(max(0, width)))\" height=\"\(Canvas.text(max(0, height)))\"\(more.isEmpty ? "" : " " + more)/>"
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
    body +=
      "<circle class=\"\(style)\" cx=\"\(Canvas.text(x))\" cy=\"\(Canvas.text(y))\" r=\"\(Canvas.text(radius))\"/>"
  }

  /// A text in both languages, or in the one that is spoken.
  mutating func text(
    _ words: Words, _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ style: String = "", _ more: String = ""
  ) {
    let place =
      "x=\"\(Canvas.text(x))\" y=\"\(Canvas.text(y))\""
      + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"") + (style.isEmpty ? "" : " class=\"\(style)\"")
      + (more.isEmpty ? "" : " " + more)
    func one(_ text: String, _ language: Language?) {
      body += "<text \(language.map { "lang=\"\($0.rawValue)\" " } ?? "")\(place)>\(inked(text))</text>"
    }
    switch tongue {
    case .only(let language): one(words[language], language)
    case .both:
      if words.isSame {
        one(words.english, nil)
      } else {
        one(words.english, .english)
        one(words.thai, .thai)
      }
    }
  }

  /// Many short texts that are anchored alike, each language's together, so that a drawing stays small.
  mutating func texts(_ labels: [(words: Words, x: Double, y: Double)], _ anchor: Anchor) {
    if labels.isEmpty { return }
    body += "<g text-anchor=\"\(anchor.rawValue)\">"
    func all(_ language: Language) {
      for label in labels {
        body +=
          "<text x=\"\(Canvas.text(label.x))\" y=\"\(Canvas.text(label.y))\">\(inked(label.words[language]))</text>"
      }
    }
    switch tongue {
    case .only(let language): all(language)
    case .both where labels.allSatisfy(\.words.isSame): all(.english)
    case .both:
      for language in Language.allCases {
        body += "<g lang=\"\(language.rawValue)\">"
        all(language)
        body += "</g>"
      }
    }
    body += "</g>"
  }

  /// Lines that look alike, as one path.
  mutating func lines(_ lines: [(x1: Double, y1: Double, x2: Double, y2: Double)], _ style: String) {
    if lines.isEmpty { return }
    let path = lines.map { line in
      "M\(Canvas.text(line.x1)) \(Canvas.text(line.y1))"
        + (line.y1 == line.y2 ? "H\(Canvas.text(line.x2))" : "V\(Canvas.text(line.y2))")
    }
    body += "<path class=\"\(style)\" d=\"\(path.joined())\"/>"
  }

  private func inked(_ text: String) -> String {
    if case .both = tongue { return Markup.escaped(text) }
    return Markup.escaped(Markup.plain(text))
  }

  /// A path that begins and goes on in steps from point to point; where a point is missing it begins anew.
  static func path(_ points: some Sequence<(x: Double, y: Double)>) -> String {
    var path = ""
    var last: (x: Int, y: Int)?
    var isAlone = false
    for point in points {
      guard point.y.isFinite else {
        // A point alone is a dot.
        if isAlone { path += "h0" }
        (last, isAlone) = (nil, false)
        continue
      }
      let (x, y) = (tenths(point.x), tenths(point.y))
      if let before = last {
        path += (isAlone ? "l" : "") + pair(x - before.x, y - before.y, isFirst: isAlone)
        isAlone = false
      } else {
        path += "M" + pair(x, y, isFirst: true)
        isAlone = true
      }
      last = (x, y)
    }
    return isAlone ? path + "h0" : path
  }

  private static func pair(_ x: Int, _ y: Int, isFirst: Bool) -> String {
    let (first, second) = (text(x), text(y))
    return (isFirst || first.hasPrefix("-") ? "" : " ") + first + (second.hasPrefix("-") ? "" : " ") + second
  }

  mutating func polyline(_ points: some Sequence<(x: Double, y: Double)>, _ style: String, _ more: String = "") {
    let path = Canvas.path(points)
    if path.isEmpty { return }
    body += "<path class=\"\(style)\" d=\"\(path)\"\(more.isEmpty ? "" : " " + more)/>"
  }

  /// What lies between two lines; pieces where a point of either is missing are left out.
  mutating func area(
    _ upper: [(x: Double, y: Double)], _ lower: [(x: Double, y: Double)], _ style: String, _ more: String = ""
  ) {
    var path = ""
    var start = 0
    while start < upper.count {
      guard upper[start].y.isFinite, lower[start].y.isFinite else {
        start += 1
        continue
      }
      var end = start
      while end + 1 < upper.count, upper[end + 1].y.isFinite, lower[end + 1].y.isFinite { end += 1 }
      path += Canvas.path(Array(upper[start...end]) + lower[start...end].reversed()) + "z"
      start = end + 1
    }
    if path.isEmpty { return }
    body += "<path class=\"\(style)\" d=\"\(path)\"\(more.isEmpty ? "" : " " + more)/>"
  }

  /// Lines across, for what must be seen without colour: what is lost, and what is too much.
  mutating func hatch() {
    body +=
      "<defs><pattern id=\"\(id)-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"6\" height=\"6\"/><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>"
  }

  var hatched: String { "fill=\"url(#\(id)-hatch)\"" }
}
