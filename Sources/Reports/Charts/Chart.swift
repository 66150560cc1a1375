import ScenarioFile
import Units

/// One picture of a report: a question, what it shows this time, how to read it, the drawing and its table.
protocol Chart {
  /// What it is called on the command line: `price`.
  static var id: String { get }
  /// Which of several it is, as `ovens-600.loose-AA`; nothing where there is one.
  var variant: [String] { get }
  var question: Words { get }
  var sentence: Words { get }
  var reading: Words { get }
  var table: ChartTable { get }

  /// Draws it as wide as the canvas is, and says how high it has become.
  func draw(on canvas: inout Canvas)
}

extension Chart {
  var name: String { ([Self.id] + variant).joined(separator: ".") }
}

/// What a drawing shows, as numbers.
struct ChartTable {
  struct Column {
    /// As programs read it; its end is its unit.
    let id: String
    let words: Words
    var isText = false
  }

  enum Cell {
    case text(Words, id: String)
    case date(CalendarDate)
    case number(Double, digits: Int)
    case missing
  }

  let caption: Words
  let columns: [Column]
  let rows: [[Cell]]

  static func number(_ value: Double?, _ digits: Int = 0) -> Cell {
    guard let value, value.isFinite else { return .missing }
    return .number(value, digits: digits)
  }
}

extension ChartTable.Cell {
  var words: Words {
    switch self {
    case .text(let words, _): words
    case .date(let date): Figures.date(date)
    case .number(let value, let digits): Words(Figures.fixed(value, digits))
    case .missing: Words("–")
    }
  }

  var machine: MachineRows.Cell {
    switch self {
    case .text(_, let id): .text(id)
    case .date(let date): .text(date.isoText)
    case .number(let value, _): .measure(value)
    case .missing: .missing
    }
  }
}

extension ChartTable {
  /// The table for programs: plain ASCII, ids for names, dates in the common era.
  var machineRows: MachineRows {
    MachineRows(columns.map { MachineRows.Column($0.id) }, rows.map { row in row.map(\.machine) })
  }
}

/// Makes SVG of a chart.
enum ChartFile {
  /// A drawing within a page, in both languages.
  static func embedded(_ chart: some Chart, width: Double, language: Language, id: String) -> String {
    var canvas = Canvas(id: id, width: width, height: 300, tongue: .both)
    chart.draw(on: &canvas)
    let names = Language.allCases.map { language in
      "<title id=\"\(id)-t-\(language.rawValue)\" lang=\"\(language.rawValue)\">\(Markup.escaped(Markup.plain(chart.question[language])))</title><desc id=\"\(id)-d-\(language.rawValue)\" lang=\"\(language.rawValue)\">\(Markup.escaped(Markup.plain(chart.sentence[language])))</desc>"
    }.joined()
    let (w, h) = (Canvas.text(width), Canvas.text(canvas.height))
    let l = language.rawValue
    return
      "<svg id=\"\(id)\" role=\"img\" aria-labelledby=\"\(id)-t-\(l) \(id)-d-\(l)\" viewBox=\"0 0 \(w) \(h)\" width=\"\(w)\" height=\"\(h)\">\(names)\(canvas.body)</svg>"
  }

  /// A file of its own, in one language, that needs nothing else.
  static func standalone(_ chart: some Chart, language: Language) -> String {
    var canvas = Canvas(id: "chart", width: 720, height: 300, tongue: .only(language))
    chart.draw(on: &canvas)
    let margin = 16.0
    let title = Markup.escaped(Markup.plain(chart.question[language]))
    let (w, h) = (Canvas.text(720 + 2 * margin), Canvas.text(canvas.height + 2 * margin + 28))
    let family =
      "Noto Sans Thai, Leelawadee UI, Thonburi, Sukhumvit Set, Noto Sans Thai Looped, Tahoma, system-ui, sans-serif"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" lang="\(language.rawValue)" role="img" aria-labelledby="t d" viewBox="0 0 \(w) \(h)" width="\(w)" height="\(h)" font-family="\(family)">
      <title id="t">\(title)</title>
      <desc id="d">\(Markup.escaped(Markup.plain(chart.sentence[language])))</desc>
      <style>\(PagePart.chartStyle)</style>
      <rect width="100%" height="100%" fill="#fff"/>
      <text class="strong" x="\(Canvas.text(margin))" y="\(Canvas.text(margin + 12))" font-size="15">\(title)</text>
      <g transform="translate(\(Canvas.text(margin)) \(Canvas.text(margin + 28)))">\(canvas.body)</g>
      </svg>

      """
  }
}
