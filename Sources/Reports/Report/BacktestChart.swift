import Experiments
import ScenarioFile
import SupplyChain
import Units

/// Was it like this before: what was seen of a season beside what its simulated years say.
struct BacktestChart: Chart {
  static let id = "backtest"
  let backtest: Backtest

  private var points: [(number: Int, point: Backtest.Point)] {
    Sighting.Subject.allCases.flatMap { metric in
      backtest.points.enumerated().filter { $0.element.seen.metric == metric }.map { ($0.offset, $0.element) }
    }
  }

  var variant: [String] { [Markup.name(backtest.observed.id, most: 40)] }
  var question: Words {
    Words(en: "Was it like this in ", th: "เป็นเช่นนี้หรือไม่ใน ") + backtest.observed.title.named(most: 60)
      + Words(en: "?", th: "")
  }

  /// Whether what was seen lies within nine simulated years in ten.
  private static func isInside(_ point: Backtest.Point) -> Bool {
    point.score.map { $0.p05 <= point.band.high && $0.p95 >= point.band.low } ?? false
  }

  var sentence: Words {
    let inside = backtest.points.count(where: BacktestChart.isInside)
    let guessed = backtest.points.filter { $0.guesses.contains { $0 != nil } }
    let worse = guessed.count { point in NaiveGuess.allCases.contains { point.isWorse(than: $0) } }
    return Words(
      en:
        "\(inside) of \(backtest.points.count) observations lie within nine simulated years in ten. Of \(guessed.count) that can be guessed without a model, a guess is nearer in \(worse).",
      th:
        "ข้อมูลจริง \(inside) จาก \(backtest.points.count) ข้อ อยู่ในช่วง 9 ใน 10 ปีจำลอง ในข้อที่เดาได้โดยไม่ใช้แบบจำลอง \(guessed.count) ข้อ การเดาใกล้กว่า \(worse) ข้อ"
    )
  }

  var reading: Words {
    Words(
      en:
        "Line: nine simulated years in ten; tick: the middle one; diamond: what was seen, hollow where it lies outside. All of one measure share a scale, from the least to the most of their numbers; the table has them.",
      th:
        "เส้นคือช่วง 9 ใน 10 ปีจำลอง ขีดคือค่ากลาง สี่เหลี่ยมคือค่าจริง โปร่งเมื่ออยู่นอกช่วง ตัวชี้วัดเดียวกันใช้มาตราส่วนเดียวกัน ตัวเลขอยู่ในตาราง")
  }

  private static func seen(_ point: Backtest.Point) -> [Double] {
    [point.seen.seen.low, point.seen.seen.high].compactMap { $0 }
  }

  private static func numbers(_ point: Backtest.Point) -> [Double] {
    seen(point) + (point.score.map { [$0.p05, $0.p95] } ?? [])
  }

  private func name(_ point: Backtest.Point) -> Words {
    point.seen.metric.title + Words(", ") + BacktestTable.label(point.seen).named(most: 40)
  }

  private static func cell(_ value: Double?, _ point: Backtest.Point) -> ChartTable.Cell {
    guard let value, value.isFinite else { return .missing }
    if point.seen.metric == .trough { return .date(CalendarDate(dayNumber: Int(value.rounded()))) }
    return .number(value, digits: value.magnitude < 10 ? 3 : value.magnitude < 100 ? 1 : 0)
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(en: "Seen, simulated, and guessed without a model", th: "ค่าจริง ค่าจำลอง และการเดาโดยไม่ใช้แบบจำลอง"),
      columns: [
        .init(id: "point", words: Words(en: "Observation", th: "ข้อมูล"), isText: true),
        .init(id: "low", words: Words(en: "seen from", th: "ค่าจริงตั้งแต่")),
        .init(id: "high", words: Words(en: "to", th: "ถึง")),
        .init(id: "p05", words: Words(en: "1 in 20 below", th: "1 ใน 20 ต่ำกว่า")),
        .init(id: "p50", words: Words(en: "Middle", th: "ค่ากลาง")),
        .init(id: "p95", words: Words(en: "1 in 20 above", th: "1 ใน 20 สูงกว่า")),
      ]
        + NaiveGuess.allCases.map { .init(id: $0.rawValue, words: $0.words) },
      rows: points.map { number, point in
        [.text(name(point), id: "\(point.seen.metric.rawValue)_\(number + 1)")]
          + [point.seen.seen.low, point.seen.seen.high, point.score?.p05, point.score?.median, point.score?.p95].map {
            BacktestChart.cell($0, point)
          } + point.guesses.map { BacktestChart.cell($0?.value, point) }
      })
  }

  func draw(on canvas: inout Canvas) {
    let label = canvas.isNarrow ? 0.0 : 350
    let row = canvas.isNarrow ? 46.0 : 28
    let (left, right) = (label + 14, canvas.width - 14)
    canvas.height = row * Double(max(1, points.count)) + 12
    for (place, entry) in points.enumerated() {
      let point = entry.point
      let y = 6 + row * (Double(place) + (canvas.isNarrow ? 0.8 : 0.5))
      let columns = Int(((canvas.isNarrow ? canvas.width : label) - 6) / Canvas.columnWidth)
      canvas.text(name(point).map { Markup.cut($0, to: columns) }, 0, canvas.isNarrow ? y - 14 : y + 4.5)
      canvas.line(left, y, right, y, "grid")
      let seen = BacktestChart.seen(point)
      let alike = points.filter { $0.point.seen.metric == point.seen.metric }.flatMap {
        BacktestChart.numbers($0.point)
      }
      guard let least = alike.min(), let most = alike.max() else { continue }
      func x(_ value: Double) -> Double {
        most > least ? left + (value - least) / (most - least) * (right - left) : (left + right) / 2
      }
      if let score = point.score {
        canvas.line(x(score.p05), y, x(score.p95), y, "reach-clear")
        canvas.line(x(score.median), y - 7, x(score.median), y + 7, "reach-clear")
      }
      if let first = seen.first, let last = seen.last {
        canvas.line(x(first), y, x(last), y, "cost")
        for value in seen {
          canvas.raw(
            "<path class=\"\(BacktestChart.isInside(point) ? "mark0" : "seen-outside")\" d=\"M\(Canvas.text(x(value))) \(Canvas.text(y - 6))l6 6-6 6-6-6z\"/>"
          )
        }
      }
    }
  }
}
