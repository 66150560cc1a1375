import Experiments
import ScenarioFile
import Units

/// How far along the season is: the share of its fruit that is out to market by each day, as offices track it.
struct ProgressChart: Chart {
  static let id = "progress"
  let data: ReportData
  let policy: Int
  private let bands: [[Double]]
  /// The days on which the season moves.
  private let span: ClosedRange<Int>

  init(_ data: ReportData, policy: Int) {
    (self.data, self.policy) = (data, policy)
    bands = (0..<5).map { data.days(policy, "harvested_share", $0) }
    let first = bands[4].firstIndex { $0 > 0.005 } ?? 0
    let last = bands[0].firstIndex { $0 > 0.995 } ?? max(0, data.daily.days - 1)
    let lower = max(0, min(first, data.daily.days - 1) - 7)
    span = lower...max(lower, min(data.daily.days - 1, max(first, last) + 7))
  }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "How far along is the season?", th: "ออกสู่ตลาดแล้วร้อยละเท่าไร") }

  /// The days that its table has rows of.
  var tableDays: [Int] { data.tableDays.filter { span.contains($0) } }

  private func day(of share: Double) -> Int? { bands[2].firstIndex { $0 >= share } }

  var sentence: Words {
    guard let quarter = day(of: 0.25), let half = day(of: 0.5), let most = day(of: 0.75) else {
      return Words(en: "No in-season fruit is picked in these days.", th: "ไม่มีการเก็บผลผลิตในฤดูในช่วงนี้")
    }
    let dates = [quarter, half, most].map { Figures.dayMonth(data.daily.date($0)) }
    return Words(
      en:
        "In the middle year a quarter of the in-season fruit is picked by \(dates[0].english), half by \(dates[1].english) and three quarters by \(dates[2].english).",
      th:
        "ในปีค่ากลาง ผลผลิตในฤดูออกสู่ตลาดแล้วร้อยละ 25 ภายใน \(dates[0].thai) ร้อยละ 50 ภายใน \(dates[1].thai) และร้อยละ 75 ภายใน \(dates[2].thai)"
    )
  }

  var reading: Words {
    Words(
      en:
        "Steep means that much fruit comes at once. Half of the years are in the dark band, nine in ten in the light one.",
      th: "ยิ่งชันยิ่งออกพร้อมกันมาก ครึ่งหนึ่งของปีอยู่ในแถบเข้ม เก้าในสิบอยู่ในแถบอ่อน")
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(en: "Per cent of the in-season crop picked so far", th: "ผลผลิตในฤดูที่ออกสู่ตลาดแล้ว ร้อยละ"),
      columns: [
        .init(id: "date", words: Words(en: "Day", th: "วันที่"), isText: true),
        .init(id: "p05_percent", words: Words(en: "1 in 20 below", th: "1 ใน 20 ต่ำกว่า")),
        .init(id: "p50_percent", words: Words(en: "Middle", th: "ค่ากลาง")),
        .init(id: "p95_percent", words: Words(en: "1 in 20 above", th: "1 ใน 20 สูงกว่า")),
      ],
      rows: tableDays.map { day in
        [.date(data.daily.date(day))] + [0, 2, 4].map { ChartTable.number(bands[$0][day] * 100, 1) }
      })
  }

  func draw(on canvas: inout Canvas) {
    canvas.height = canvas.isNarrow ? 300 : 320
    let plot = Plot(left: 50, right: canvas.width - 10, top: 26, bottom: canvas.height - 50)
    let scale = Scale([0, 100], from: plot.bottom, to: plot.top)
    let dates = DateScale(
      firstDay: data.daily.date(span.lowerBound), days: span.count, from: plot.left, to: plot.right)
    canvas.valueAxis(scale, plot)
    canvas.text(Words(en: "% picked", th: "ร้อยละ"), 0, 12, .start, "soft")
    canvas.dateAxis(dates, plot, first: span.lowerBound)
    let lines = bands.map { band in span.map { (dates($0 - span.lowerBound), scale(band[$0] * 100)) } }
    canvas.area(lines[4], lines[0], "band90")
    canvas.area(lines[3], lines[1], "band50")
    canvas.polyline(lines[2], "plain0")
    if let half = day(of: 0.5) {
      let (x, y) = (dates(half - span.lowerBound), scale(50))
      canvas.circle(x, y, 4, "mark0")
      canvas.text(
        Words(en: "half by ", th: "ครึ่งหนึ่ง ") + Figures.dayMonth(data.daily.date(half)), x - 10, y - 8, .end,
        "strong halo")
    }
  }
}
