import Experiments
import ScenarioFile
import Units

/// When does the glut hit: what ripens each day beside what buyers can take, and what befalls the province.
struct GlutChart: Chart {
  static let id = "glut"
  let data: ReportData
  let policy: Int
  private let ripe: [Double]
  private let capacity: [Double]
  private let arrivals: [Double]

  init(_ data: ReportData, policy: Int) {
    self.data = data
    self.policy = policy
    ripe = ReportData.smooth(data.days(policy, "ripe_t"))
    capacity = ReportData.smooth(data.days(policy, "capacity_t_per_day"))
    arrivals = ReportData.smooth(data.days(policy, "arrivals_t"))
  }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "When does the glut hit?", th: "ล้นตลาดเมื่อไร") }

  /// The runs of days on which more ripens than is taken.
  private var excess: [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for day in ripe.indices where ripe[day] > capacity[day] {
      if let last = found.last, last.upperBound == day - 1 {
        found[found.count - 1] = last.lowerBound...day
      } else {
        found.append(day...day)
      }
    }
    return found
  }

  var sentence: Words {
    guard let peak = ripe.indices.filter({ ripe[$0].isFinite }).max(by: { ripe[$0] < ripe[$1] }), ripe[peak] > 0 else {
      return Words(en: "No fruit ripens in these days.", th: "ไม่มีผลผลิตสุกในช่วงนี้")
    }
    let day = Figures.date(data.daily.date(peak))
    let (tons, taken) = (Figures.amount(ripe[peak]), Figures.amount(capacity[peak]))
    let most = Words(
      en: "In the middle year \(tons) t ripen on \(day.english), the fullest day; buyers can take \(taken) t.",
      th: "ในปีค่ากลาง วันที่สุกมากที่สุดคือ \(day.thai) มีผลสุก \(tons) ตัน รับซื้อได้ \(taken) ตัน")
    guard let longest = excess.max(by: { $0.count < $1.count }) else {
      return most + Words(en: " Ripe fruit never exceeds what they take.", th: " ผลสุกไม่เกินกำลังรับซื้อ")
    }
    let (from, to) = (
      Figures.dayMonth(data.daily.date(longest.lowerBound)), Figures.dayMonth(data.daily.date(longest.upperBound))
    )
    let over = longest.reduce(0) { $0 + ripe[$1] - capacity[$1] }
    return most
      + Words(
        en: " From \(from.english) to \(to.english) more ripens than they take, \(Figures.amount(over)) t in all.",
        th: " ตั้งแต่ \(from.thai) ถึง \(to.thai) ผลสุกเกินกำลังรับซื้อ รวม \(Figures.amount(over)) ตัน")
  }

  var reading: Words {
    Words(
      en:
        "Middle of the years, means of seven days. Hatched: more ripe fruit than buyers. Bars above: what befalls the province.",
      th: "ค่ากลางของทุกปีจำลอง เฉลี่ยเจ็ดวัน ส่วนลายขวางคือผลสุกเกินกำลังรับซื้อ แถบด้านบนคือเหตุการณ์")
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(en: "Tons a day, the middle of the years", th: "ตันต่อวัน ค่ากลางของทุกปีจำลอง"),
      columns: [
        .init(id: "date", words: Words(en: "Day", th: "วันที่"), isText: true),
        .init(id: "ripe_t", words: Words(en: "Ripe", th: "ผลสุก")),
        .init(id: "capacity_t_per_day", words: Words(en: "Buyers can take", th: "กำลังรับซื้อ")),
        .init(id: "excess_t_per_day", words: Words(en: "Beyond", th: "เกินกำลัง")),
        .init(id: "arrivals_t", words: Words(en: "Brought to stations", th: "เข้าจุดรับซื้อ")),
      ],
      rows: data.tableDays.map { day in
        [
          .date(data.daily.date(day)), ChartTable.number(ripe[day]), ChartTable.number(capacity[day]),
          ChartTable.number(max(0, ripe[day] - capacity[day])), ChartTable.number(arrivals[day]),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    let shocks = Array(data.shocks(policy).prefix(4))
    let shockHeight = canvas.isNarrow ? 36.0 : 22
    let top = 34 + Double(shocks.count) * shockHeight
    canvas.height = (canvas.isNarrow ? 330 : 360) + Double(shocks.count) * shockHeight
    let first = Scale(ripe + capacity + arrivals, from: 0, to: 1)
    let plot = Plot(left: first.labelWidth + 10, right: canvas.width - 10, top: top, bottom: canvas.height - 78)
    let scale = Scale(ripe + capacity + arrivals, from: plot.bottom, to: plot.top)
    let dates = data.dates(from: plot.left, to: plot.right)
    canvas.hatch()
    canvas.valueAxis(scale, plot)
    canvas.text(Words(en: "t a day", th: "ตันต่อวัน"), 0, 12, .start, "soft")
    canvas.dateAxis(dates, plot)
    drawShocks(shocks, on: &canvas, plot, dates)
    for run in excess {
      let days = Array(run)
      canvas.area(
        days.map { (dates($0), scale(ripe[$0])) }, days.map { (dates($0), scale(capacity[$0])) }, "excess",
        canvas.hatched)
    }
    let step = data.step(canvas.width)
    canvas.polyline(data.points(arrivals, dates, scale, step: step), "plain3")
    canvas.polyline(data.points(ripe, dates, scale, step: step), "plain1")
    canvas.polyline(data.points(capacity, dates, scale, step: step), "plain0")
    drawKey(on: &canvas)
  }

  private func drawShocks(_ shocks: [ReportData.ShockSpan], on canvas: inout Canvas, _ plot: Plot, _ dates: DateScale) {
    for (row, shock) in shocks.enumerated() {
      // On a telephone a name stands above its bar.
      let y = canvas.isNarrow ? 36 + Double(row) * 36 : 24 + Double(row) * 22
      let (from, to) = (dates(Double(shock.days.lowerBound)), dates(Double(shock.days.upperBound + 1)))
      canvas.rect(from, y + 18, to - from, plot.bottom - y - 18, "shock-reach")
      canvas.rect(from, y + 4, max(3, to - from), 10, "shock")
      let chance =
        shock.chance < 1
        ? Words(
          en: ", \(Figures.percent(shock.chance)) of years", th: " ร้อยละ \(Figures.fixed(shock.chance * 100)) ของปี")
        : Words("")
      if canvas.isNarrow {
        canvas.text(
          (shock.name.words + chance).map { Markup.cut($0, to: Int(canvas.width / Canvas.columnWidth)) }, 0, y)
        continue
      }
      let (before, after) = (from - plot.left - 6, plot.right - to - 6)
      let isAfter = after >= before
      let columns = Int(max(before, after) / Canvas.columnWidth)
      let words = (shock.name.words + chance).map { Markup.cut($0, to: columns) }
      if columns > 4 { canvas.text(words, isAfter ? to + 6 : from - 6, y + 14, isAfter ? .start : .end) }
    }
  }

  private func drawKey(on canvas: inout Canvas) {
    let entries = [
      ("plain1", Words(en: "ripe fruit", th: "ผลสุก")), ("plain0", Words(en: "buyers can take", th: "กำลังรับซื้อ")),
      ("plain3", Words(en: "brought to stations", th: "เข้าจุดรับซื้อ")),
    ]
    canvas.key(entries, y: canvas.height - 22)
  }
}
