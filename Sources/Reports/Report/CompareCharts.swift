import Experiments
import ScenarioFile
import Statistics
import SupplyChain

/// The price under each policy, one panel each, the first behind all of them.
struct PanelsChart: Chart {
  static let id = "policies"
  let data: ReportData
  private var shown: [Int] { Array(data.policies.indices.prefix(9)) }

  var variant: [String] { [] }
  var question: Words { Words(en: "What does each measure do to the price?", th: "แต่ละมาตรการทำให้ราคาเป็นอย่างไร") }

  private func prices(_ policy: Int) -> [Double] {
    data.days(policy, "farm_price_thb_per_kg", form: "loose", grade: "AA")
  }

  private func low(_ policy: Int) -> Double? { prices(policy).filter(\.isFinite).min() }

  var sentence: Words {
    let lows = data.policies.indices.dropFirst().compactMap { policy in low(policy).map { (policy, $0) } }
    guard let base = low(0), let best = lows.max(by: { $0.1 < $1.1 }) else {
      return Words(en: "Loose AA is not traded.", th: "ไม่มีการซื้อขายรูดร่วง AA")
    }
    let name = data.policies[best.0].short(40)
    if best.1 <= base + 0.05 {
      return Words(
        en: "No measure lifts the lowest price of loose AA, \(Figures.fixed(base, 1)) THB/kg in the middle year.",
        th: "ไม่มีมาตรการใดทำให้ราคาต่ำสุดของรูดร่วง AA สูงขึ้นจากกิโลกรัมละ \(Figures.fixed(base, 1)) บาทในปีค่ากลาง")
    }
    return Words(
      en:
        "The lowest price of loose AA rises most under “\(name.english)”: from \(Figures.fixed(base, 1)) to \(Figures.fixed(best.1, 1)) THB/kg in the middle year.",
      th:
        "ราคาต่ำสุดของรูดร่วง AA สูงขึ้นมากสุดเมื่อ “\(name.thai)” จากกิโลกรัมละ \(Figures.fixed(base, 1)) เป็น \(Figures.fixed(best.1, 1)) บาทในปีค่ากลาง"
    )
  }

  var reading: Words {
    let more = data.policies.count - shown.count
    let rest =
      more > 0
      ? Words(
        en: " Nine panels at most; \(more) more in the table.", th: " แสดงไม่เกินเก้าภาพ อีก \(more) มาตรการอยู่ในตาราง")
      : Words("")
    return Words(
      en: "Loose AA, THB/kg, the middle of the years. Same scale everywhere; broken line: the first policy.",
      th: "รูดร่วง AA บาท/กก. ค่ากลางของทุกปี มาตราส่วนเดียวกัน เส้นประคือมาตรการแรก") + rest
  }

  var table: ChartTable {
    let all = data.policies.indices.map { prices($0) }
    return ChartTable(
      caption: Words(en: "Loose AA, THB/kg, the middle of the years", th: "รูดร่วง AA บาท/กก. ค่ากลางของทุกปี"),
      columns: [.init(id: "date", words: Words(en: "Day", th: "วันที่"), isText: true)]
        + data.policies.map { .init(id: $0.id, words: $0.short(20)) },
      rows: data.tableDays.map { day in [.date(data.daily.date(day))] + all.map { ChartTable.number($0[day], 1) } })
  }

  func draw(on canvas: inout Canvas) {
    let columns = canvas.isNarrow ? 1 : min(3, shown.count)
    let (height, gap) = (canvas.isNarrow ? 130.0 : 168, 16.0)
    let width = (canvas.width - gap * Double(columns - 1)) / Double(columns)
    let rows = (shown.count + columns - 1) / columns
    canvas.height = Double(rows) * height + 6
    let all = shown.map { prices($0) }
    let range = all.flatMap { $0 } + [data.cost(0)]
    let label = Scale(range, from: 0, to: 1, most: 3).labelWidth + 10
    for (place, policy) in shown.enumerated() {
      let (x, y) = (Double(place % columns) * (width + gap), Double(place / columns) * height)
      let plot = Plot(left: x + label, right: x + width - 4, top: y + 28, bottom: y + height - 34)
      let scale = Scale(range, from: plot.bottom, to: plot.top, most: 3)
      let dates = data.dates(from: plot.left, to: plot.right)
      let step = data.step(width)
      canvas.valueAxis(scale, plot)
      canvas.monthTicks(dates, plot)
      canvas.text(data.policies[policy].short(Int(width / Canvas.columnWidth)), x, y + 14, .start, "strong")
      canvas.line(plot.left, scale(data.cost(0)), plot.right, scale(data.cost(0)), "cost")
      if policy > 0 { canvas.polyline(data.points(all[0], dates, scale, step: step), "ghost") }
      canvas.polyline(data.points(all[place], dates, scale, step: step), policy > 0 ? "plain1" : "plain0")
    }
  }
}

/// How much better than the first policy, year against year, and how sure that is.
struct DifferenceChart: Chart {
  static let id = "difference"

  struct Kind {
    let id: String
    let metric: Metric
    let form: String
    let grade: String
    let unit: Words
    let divisor: Double
    let digits: Int

    static let all = [
      Kind(
        id: "income", metric: .farmIncomePerRai, form: "", grade: "", unit: Words(en: "THB/rai", th: "บาท/ไร่"),
        divisor: 1,
        digits: 0),
      Kind(
        id: "price", metric: .weekMin, form: "loose", grade: "AA", unit: Words(en: "THB/kg", th: "บาท/กก."), divisor: 1,
        digits: 1),
      Kind(id: "unsold", metric: .unsold, form: "", grade: "", unit: Words(en: "t", th: "ตัน"), divisor: 1, digits: 0),
    ]
  }

  let data: ReportData
  let kind: Kind

  var variant: [String] { [kind.id] }
  var question: Words {
    kind.metric.words + Words(en: ": how much better than “", th: " ดีขึ้นจาก “") + data.policies[0].short() + Words("”")
  }

  private func row(_ policy: Int) -> RunSummary.Row? {
    data.summary.row(policy, kind.metric, form: kind.form, grade: kind.grade)
  }

  private var rows: [(policy: Int, row: RunSummary.Row)] {
    data.policies.indices.dropFirst().compactMap { policy in row(policy).map { (policy, $0) } }
  }

  private func isClear(_ row: RunSummary.Row) -> Bool { row.isClear }

  var sentence: Words {
    let clear = rows.filter { isClear($0.row) }
    let better = clear.filter { entry in
      entry.row.change.map { kind.metric.better == .less ? $0.mean < 0 : $0.mean > 0 } ?? false
    }
    let best = better.max { ($0.row.change?.mean ?? 0).magnitude < ($1.row.change?.mean ?? 0).magnitude }
    guard let best, let change = best.row.change else {
      return Words(en: "No measure makes a clear change for the better.", th: "ไม่มีมาตรการใดทำให้ดีขึ้นอย่างชัดเจน")
    }
    let name = data.policies[best.policy].short(40)
    let much = (change.mean > 0 ? "+" : "") + Figures.fixed(change.mean, kind.digits)
    let years = best.row.betterYears.map(String.init) ?? "–"
    return Words(
      en:
        "“\(name.english)” changes most for the better: \(much) \(kind.unit.english), better in \(years) of \(best.row.count) years.",
      th: "“\(name.thai)” ดีขึ้นมากที่สุด \(much) \(kind.unit.thai) ดีกว่าใน \(years) จาก \(best.row.count) ปีจำลอง")
  }

  var reading: Words {
    Words(
      en:
        "Dot: mean difference of the same simulated years. Line: its 95 % interval\(rows.count > 1 ? ", widened for \(rows.count) comparisons at once (Holm)" : ""); thick where it leaves out zero.",
      th:
        "จุดคือผลต่างเฉลี่ยของปีจำลองเดียวกัน เส้นคือช่วงความเชื่อมั่นร้อยละ 95\(rows.count > 1 ? " ซึ่งขยายสำหรับการเทียบ \(rows.count) คู่พร้อมกัน (Holm)" : "") เส้นหนาคือไม่คร่อมศูนย์"
    )
  }

  var table: ChartTable {
    ChartTable(
      caption: question + Words(" (") + kind.unit + Words(")"),
      columns: [
        .init(id: "policy", words: Words(en: "Policy", th: "มาตรการ"), isText: true),
        .init(id: "difference", words: Words(en: "Difference", th: "ผลต่าง")),
        .init(id: "low", words: Words(en: "from", th: "ตั้งแต่")), .init(id: "high", words: Words(en: "to", th: "ถึง")),
        .init(id: "better_years", words: Words(en: "Years better", th: "ปีที่ดีกว่า")),
        .init(id: "years", words: Words(en: "of", th: "จาก")),
      ],
      rows: rows.map { policy, row in
        [
          .text(data.policies[policy].short(30), id: data.policies[policy].id),
          ChartTable.number(row.change?.mean, kind.digits), ChartTable.number(row.adjusted?.low, kind.digits),
          ChartTable.number(row.adjusted?.high, kind.digits), ChartTable.number(row.betterYears.map(Double.init)),
          ChartTable.number(Double(row.count)),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    // On a telephone a name stands above its line.
    let label = canvas.isNarrow ? 12.0 : 240
    let height = canvas.isNarrow ? 46.0 : 28
    let plot = Plot(
      left: label, right: canvas.width - 14, top: 24, bottom: 30 + height * Double(max(1, rows.count)))
    canvas.height = plot.bottom + 46
    let scale = Scale(
      rows.flatMap { [$0.row.adjusted?.low ?? 0, $0.row.adjusted?.high ?? 0] }, from: plot.left, to: plot.right,
      most: canvas.isNarrow ? 3 : 6)
    canvas.valueAxisBelow(scale, plot, unit: kind.unit)
    let isMore = kind.metric.better == .more
    canvas.text(
      isMore ? Words(en: "better →", th: "ดีขึ้น →") : Words(en: "← better", th: "← ดีขึ้น"), isMore ? plot.right : plot.left,
      12,
      isMore ? .end : .start, "soft")
    for (place, entry) in rows.enumerated() {
      let y = plot.top + height * (Double(place) + (canvas.isNarrow ? 0.75 : 0.6))
      let columns = Int(((canvas.isNarrow ? canvas.width : label) - 10) / Canvas.columnWidth)
      canvas.text(data.policies[entry.policy].short(columns), 0, canvas.isNarrow ? y - 14 : y + 4.5, .start, "halo")
      guard let change = entry.row.adjusted else { continue }
      canvas.line(scale(change.low), y, scale(change.high), y, isClear(entry.row) ? "reach-clear" : "reach")
      canvas.circle(scale(change.mean), y, 5, isClear(entry.row) ? "mark1" : "markx")
    }
  }
}

/// Which measure is worth it: what it costs beside the income of the worst tenth of the years.
struct TradeoffChart: Chart {
  static let id = "tradeoff"
  let data: ReportData
  private let points: [(policy: Int, cost: Double, income: Double)]

  init(_ data: ReportData) {
    self.data = data
    points = data.policies.indices.compactMap { policy in
      guard let cost = data.summary.row(policy, .publicCost)?.mean,
        let income = data.summary.row(policy, .farmIncomePerRai)?.worstTenth
      else { return nil }
      return (policy, cost / 1e6, income)
    }
  }

  var variant: [String] { [] }
  var question: Words { Words(en: "What does it cost to help in bad years?", th: "ช่วยปีที่แย่ต้องใช้งบเท่าไร") }

  /// Policies that no other beats in both.
  private var frontier: [(policy: Int, cost: Double, income: Double)] {
    points.filter { point in
      !points.contains { other in
        other.cost <= point.cost && other.income >= point.income
          && (other.cost < point.cost || other.income > point.income || other.policy < point.policy)
      }
    }.sorted { ($0.cost, $0.policy) < ($1.cost, $1.policy) }
  }

  var sentence: Words {
    guard let base = points.first(where: { $0.policy == 0 }), let best = frontier.last else {
      return Words(en: "There is nothing to compare.", th: "ไม่มีข้อมูลเปรียบเทียบ")
    }
    func income(_ value: Double) -> String { Figures.fixed((value / 10).rounded() * 10) }
    let name = data.policies[best.policy].short(40)
    let money =
      best.cost < 0.05
      ? Words(en: "without public money", th: "โดยไม่ใช้งบรัฐ")
      : Words(
        en: "for \(Figures.plain(best.cost)) M THB of public money a year",
        th: "ใช้งบรัฐปีละ \(Figures.plain(best.cost)) ล้านบาท")
    if best.policy == 0 {
      return Words(
        en: "No measure lifts the income of the worst tenth of the years above \(income(base.income)) THB/rai.",
        th: "ไม่มีมาตรการใดทำให้รายได้ในปีแย่สุดหนึ่งในสิบสูงกว่าไร่ละ \(income(base.income)) บาท")
    }
    return Words(
      en:
        "“\(name.english)” lifts the income of the worst tenth of the years most, from \(income(base.income)) to \(income(best.income)) THB/rai, \(money.english).",
      th:
        "“\(name.thai)” ทำให้รายได้ในปีแย่สุดหนึ่งในสิบสูงขึ้นมากที่สุด จากไร่ละ \(income(base.income)) เป็น \(income(best.income)) บาท \(money.thai)"
    )
  }

  var reading: Words {
    Words(
      en: "Up and to the left is better. The line joins measures that no other beats in both; the others are grey.",
      th: "ยิ่งสูงและยิ่งซ้ายยิ่งดี เส้นเชื่อมมาตรการที่ไม่มีใครดีกว่าทั้งสองด้าน นอกนั้นเป็นสีเทา")
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(
        en: "Public cost, mean of the years, and income of the worst tenth", th: "งบประมาณรัฐเฉลี่ย และรายได้ในปีแย่สุดหนึ่งในสิบ"
      ),
      columns: [
        .init(id: "policy", words: Words(en: "Policy", th: "มาตรการ"), isText: true),
        .init(id: "public_cost_m_thb", words: Words(en: "M THB", th: "ล้านบาท")),
        .init(id: "worst_tenth_thb_per_rai", words: Words(en: "THB/rai, worst tenth", th: "บาท/ไร่ ปีแย่สุดหนึ่งในสิบ")),
      ],
      rows: points.map {
        [
          .text(data.policies[$0.policy].short(40), id: data.policies[$0.policy].id), ChartTable.number($0.cost, 1),
          ChartTable.number($0.income),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    canvas.height = canvas.isNarrow ? 330 : 340
    let first = Scale(points.map(\.income), from: 0, to: 1, startsAtZero: false)
    let plot = Plot(left: first.labelWidth + 10, right: canvas.width - 14, top: 34, bottom: canvas.height - 48)
    let up = Scale(points.map(\.income), from: plot.bottom, to: plot.top, startsAtZero: false)
    let along = Scale(points.map(\.cost), from: plot.left, to: plot.right, most: canvas.isNarrow ? 4 : 6)
    canvas.valueAxis(up, plot)
    canvas.valueAxisBelow(along, plot, unit: Words(en: "M THB of public money a year", th: "งบรัฐ ล้านบาทต่อปี"))
    canvas.text(
      Words(en: "THB/rai, worst tenth of years", th: "บาท/ไร่ ปีแย่สุดหนึ่งในสิบ"), 0, 14, .start, "soft")
    let best = frontier
    canvas.polyline(best.map { (along($0.cost), up($0.income)) }, "frontier")
    var labels = LabelRoom(plot: plot)
    for point in points { labels.block(x: along(point.cost), y: up(point.income)) }
    for point in points where !best.contains(where: { $0.policy == point.policy }) {
      canvas.circle(along(point.cost), up(point.income), 5, "markx")
    }
    for point in best {
      canvas.circle(along(point.cost), up(point.income), 6, point.policy == 0 ? "mark0" : "mark1")
      let words = data.policies[point.policy].short(canvas.isNarrow ? 20 : 30)
      if let place = labels.place(words, x: along(point.cost), y: up(point.income)) {
        canvas.text(words, place.x, place.y, place.anchor, "halo")
      }
    }
  }
}
