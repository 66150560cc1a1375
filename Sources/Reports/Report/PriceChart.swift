import Experiments
import ScenarioFile
import Units

/// What happens to price: how far apart the years lie, the cost of growing, one simulated year at a time.
struct PriceChart: Chart {
  static let id = "price"

  /// A form and a grade that a reader may choose.
  struct Kind {
    let form: String
    let grade: String
    let words: Words

    var id: String { "\(form)-\(grade)" }

    static let all =
      ["AA", "A", "B", "C"].map { Kind(form: "loose", grade: $0, words: Words(en: "loose \($0)", th: "รูดร่วง \($0)")) }
      + [
        Kind(form: "bunch", grade: "AA", words: Words(en: "bunch AA", th: "สดช่อ AA")),
        Kind(form: "basket", grade: "AA", words: Words(en: "basket AA", th: "ตะกร้าขาว AA")),
      ]
  }

  let data: ReportData
  let policy: Int
  let kind: Kind
  /// The five quantiles, day by day.
  private let bands: [[Double]]

  init(_ data: ReportData, policy: Int, kind: Kind) {
    (self.data, self.policy, self.kind) = (data, policy, kind)
    bands = (0..<5).map {
      data.days(policy, "farm_price_thb_per_kg", $0, form: kind.form, grade: kind.grade)
    }
  }

  var variant: [String] { [data.policies[policy].id, kind.id] }
  var question: Words { Words(en: "What happens to price?", th: "ราคาเป็นอย่างไร") }

  /// Whether single years are drawn; where there are many policies, of the first alone, so that the page stays small.
  var hasYears: Bool { hasCost && (policy == 0 || data.policies.count <= 4) }

  private var hasCost: Bool { kind.form == "loose" && kind.grade == "AA" }

  private var low: Int? {
    bands[2].indices.filter { bands[2][$0].isFinite }.min { bands[2][$0] < bands[2][$1] }
  }

  var sentence: Words {
    guard let low else {
      return kind.words
        + Words(en: " is not traded in half of the years on any day.", th: " ไม่มีวันใดที่มีการซื้อขายในครึ่งหนึ่งของปีจำลอง")
    }
    let week = Figures.week(around: data.daily.date(low))
    let (middle, worst) = (Figures.fixed(bands[2][low], 1), Figures.fixed(bands[0][low], 1))
    let start = kind.words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return start
      + Words(
        en:
          " is lowest around \(week.english): \(middle) THB/kg in the middle year, \(worst) or less in one of twenty.",
        th: " ต่ำสุดราว \(week.thai) ปีค่ากลางกิโลกรัมละ \(middle) บาท หนึ่งในยี่สิบปีไม่เกิน \(worst) บาท")
      + (hasCost
        ? Words(
          en: " Growing costs \(Figures.fixed(data.cost(policy), 2)).",
          th: " ต้นทุนกิโลกรัมละ \(Figures.fixed(data.cost(policy), 2)) บาท")
        : Words(""))
  }

  var reading: Words {
    Words(
      en:
        "Half of the years are in the dark band, nine in ten in the light one, the line is the middle. No year follows a band's edge: step through single years.",
      th: "ครึ่งหนึ่งของปีอยู่ในแถบเข้ม เก้าในสิบอยู่ในแถบอ่อน เส้นคือค่ากลาง ไม่มีปีใดเดินตามขอบแถบ ลองเลื่อนดูทีละปี")
  }

  var table: ChartTable {
    ChartTable(
      caption: kind.words + Words(en: ", THB/kg, means of seven days", th: " บาท/กก. เฉลี่ยเจ็ดวัน"),
      columns: [
        .init(id: "date", words: Words(en: "Day", th: "วันที่"), isText: true),
        .init(id: "p05_thb_per_kg", words: Words(en: "1 in 20 below", th: "1 ใน 20 ต่ำกว่า")),
        .init(id: "p25_thb_per_kg", words: Words(en: "1 in 4 below", th: "1 ใน 4 ต่ำกว่า")),
        .init(id: "p50_thb_per_kg", words: Words(en: "Middle", th: "ค่ากลาง")),
        .init(id: "p75_thb_per_kg", words: Words(en: "1 in 4 above", th: "1 ใน 4 สูงกว่า")),
        .init(id: "p95_thb_per_kg", words: Words(en: "1 in 20 above", th: "1 ใน 20 สูงกว่า")),
      ],
      rows: data.tableDays.map { day in
        [.date(data.daily.date(day))] + bands.map { ChartTable.number($0[day], 1) }
      })
  }

  func draw(on canvas: inout Canvas) {
    canvas.height = canvas.isNarrow ? 320 : 350
    let values = bands[0] + bands[4] + (hasCost ? [data.cost(policy)] : [])
    let first = Scale(values, from: 0, to: 1)
    let plot = Plot(left: first.labelWidth + 10, right: canvas.width - 10, top: 30, bottom: canvas.height - 50)
    let scale = Scale(values, from: plot.bottom, to: plot.top)
    let dates = data.dates(from: plot.left, to: plot.right)
    let step = data.step(canvas.width)
    canvas.valueAxis(scale, plot)
    canvas.text(Words(en: "THB/kg", th: "บาท/กก."), 0, 12, .start, "soft")
    canvas.dateAxis(dates, plot)
    let lines = bands.map { data.points($0, dates, scale, step: step) }
    canvas.area(lines[4], lines[0], "band90")
    canvas.area(lines[3], lines[1], "band50")
    canvas.polyline(lines[2], "plain0")
    if hasCost {
      let y = scale(data.cost(policy))
      canvas.line(plot.left, y, plot.right, y, "cost")
      canvas.text(
        Words(en: "cost \(Figures.fixed(data.cost(policy), 2))", th: "ต้นทุน \(Figures.fixed(data.cost(policy), 2))"),
        plot.left + 4,
        y - 6,
        .start, "cost-label halo")
      drawYears(on: &canvas, dates, scale, plot, step: step)
    }
    drawBandKey(on: &canvas, plot)
  }

  private func drawBandKey(on canvas: inout Canvas, _ plot: Plot) {
    var x = canvas.width - 10
    for (style, words) in [
      ("band90", Words(en: "9 in 10", th: "9 ใน 10 ปี")), ("band50", Words(en: "half of years", th: "ครึ่งหนึ่งของปี")),
    ] {
      x -= Canvas.width(of: words)
      canvas.text(words, x, 12, .start)
      canvas.rect(x - 20, 2, 16, 11, style)
      x -= 34
    }
  }

  /// Ten years alone, one of which a page may show.
  private func drawYears(
    on canvas: inout Canvas, _ dates: DateScale, _ scale: Scale, _ plot: Plot, step: Int
  ) {
    guard case .both = canvas.tongue, hasYears else { return }
    for year in 0..<min(DailyBands.singleYears, data.daily.years) {
      let days = data.days(policy, "farm_price_thb_per_kg", 5 + year, form: kind.form, grade: kind.grade)
      canvas.polyline(data.points(days, dates, scale, step: step), "single", "data-year=\"\(year + 1)\"")
    }
  }
}
