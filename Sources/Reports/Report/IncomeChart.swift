import Experiments
import ScenarioFile
import SupplyChain

/// Who earns what: the income of a rai by group of farms, under a policy and without it.
struct IncomeChart: Chart {
  static let id = "income"

  struct Group {
    let id: String
    let words: Words
    let base: RunSummary.Row?
    let row: RunSummary.Row?
  }

  let data: ReportData
  let policy: Int
  private let groups: [Group]

  init(_ data: ReportData, policy: Int) {
    (self.data, self.policy) = (data, policy)
    let limit = Figures.fixed(data.world(policy).terms.farms.smallUpToRai)
    let kinds = [
      ("", Words(en: "All farms", th: "ทุกสวน")),
      ("small", Words(en: "Up to \(limit) rai", th: "ไม่เกิน \(limit) ไร่")),
      ("larger", Words(en: "Above \(limit) rai", th: "เกิน \(limit) ไร่")),
      ("large-plot", Words(en: "Large-plot members", th: "สมาชิกแปลงใหญ่")),
      ("on-their-own", Words(en: "On their own", th: "ไม่เข้าแปลงใหญ่")),
    ]
    var groups = kinds.map { id, words in
      Group(
        id: id.isEmpty ? "all" : id, words: words, base: data.summary.row(0, .farmIncomePerRai, group: id),
        row: data.summary.row(policy, .farmIncomePerRai, group: id))
    }
    for (id, district) in data.world(policy).districts.prefix(12) {
      let title = district.title.named(most: 30)
      groups.append(
        Group(
          id: id, words: title.english.isEmpty ? Words(id) : title,
          base: data.summary.row(0, .farmIncomePerRai, district: id),
          row: data.summary.row(policy, .farmIncomePerRai, district: id)))
    }
    self.groups = groups.filter { $0.row != nil }
  }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "Who earns what?", th: "ใครได้ ใครเสีย") }

  var sentence: Words {
    guard let all = groups.first(where: { $0.id == "all" })?.row else {
      return Words(en: "No farm is simulated.", th: "ไม่มีสวนในการจำลอง")
    }
    let income = Figures.fixed((all.p50 / 10).rounded() * 10)
    let spread = groups.dropFirst(5).compactMap { group in group.row.map { (group.words, $0.p50) } }
    let start = Words(
      en: "A rai brings \(income) THB in the middle year.", th: "ปีค่ากลางมีรายได้สุทธิไร่ละ \(income) บาท")
    guard let best = spread.max(by: { $0.1 < $1.1 }), let worst = spread.min(by: { $0.1 < $1.1 }), spread.count > 1
    else {
      return start
    }
    return start
      + Words(
        en: " Most in \(best.0.english), least in \(worst.0.english).",
        th: " มากสุดที่\(best.0.thai) น้อยสุดที่\(worst.0.thai)")
  }

  var reading: Words {
    policy == 0
      ? Words(
        en: "Dot: the middle year. Line: nine years in ten. Income is what is left after growing, picking and freight.",
        th: "จุดคือปีค่ากลาง เส้นคือช่วง 9 ใน 10 ปี รายได้สุทธิคือหลังหักค่าปลูก ค่าเก็บ และค่าขนส่ง")
      : Words(
        en: "Hollow: without the measure. Filled: with it. Thin line: nine years in ten with it.",
        th: "วงโปร่งคือไม่มีมาตรการ จุดทึบคือมีมาตรการ เส้นบางคือช่วง 9 ใน 10 ปีเมื่อมีมาตรการ")
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(
        en: "Income, THB/rai, the middle year and nine in ten", th: "รายได้สุทธิ บาท/ไร่ ค่ากลางและช่วง 9 ใน 10 ปี"),
      columns: [
        .init(id: "group", words: Words(en: "Group", th: "กลุ่ม"), isText: true),
        .init(id: "baseline_thb_per_rai", words: data.policies[0].short()),
        .init(id: "p50_thb_per_rai", words: data.policies[policy].short()),
        .init(id: "p05_thb_per_rai", words: Words(en: "1 in 20 below", th: "1 ใน 20 ต่ำกว่า")),
        .init(id: "p95_thb_per_rai", words: Words(en: "1 in 20 above", th: "1 ใน 20 สูงกว่า")),
      ],
      rows: groups.map { group in
        [
          .text(group.words, id: group.id), ChartTable.number(group.base?.p50), ChartTable.number(group.row?.p50),
          ChartTable.number(group.row?.p05), ChartTable.number(group.row?.p95),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    let label = canvas.isNarrow ? 134.0 : 170
    let row = 26.0
    let plot = Plot(left: label, right: canvas.width - 12, top: 8, bottom: 14 + row * Double(groups.count))
    canvas.height = plot.bottom + 46
    let rows = groups.compactMap(\.row) + groups.compactMap(\.base)
    let scale = Scale(
      rows.flatMap { [$0.p05, $0.p95] }, from: plot.left, to: plot.right, most: canvas.isNarrow ? 3 : 6)
    canvas.valueAxisBelow(scale, plot, unit: Words(en: "THB/rai", th: "บาท/ไร่"))
    for (place, group) in groups.enumerated() {
      guard let value = group.row else { continue }
      let y = plot.top + row * (Double(place) + 0.6)
      canvas.text(group.words.map { Markup.cut($0, to: Int((label - 8) / Canvas.columnWidth)) }, 0, y + 4.5)
      canvas.line(scale(value.p05), y, scale(value.p95), y, "sx")
      if policy > 0, let base = group.base {
        canvas.line(scale(base.p50), y, scale(value.p50), y, "reach-clear")
        canvas.circle(scale(base.p50), y, 5, "hollow")
      }
      canvas.circle(scale(value.p50), y, 5, policy > 0 ? "mark1" : "mark0")
    }
  }
}

/// Is it more equal: what the poorest farms sell of all that is sold.
struct LorenzChart: Chart {
  static let id = "lorenz"
  let data: ReportData
  let policy: Int

  init(_ data: ReportData, policy: Int) { (self.data, self.policy) = (data, policy) }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "Is it more equal?", th: "เท่าเทียมขึ้นหรือไม่") }

  private func gini(_ policy: Int) -> Double? { data.summary.row(policy, .gini)?.mean }

  private func shares(_ policy: Int) -> [Double] {
    [0] + (1...9).map { data.summary.row(policy, .salesOfPoorest, group: "poorest-\($0 * 10)")?.mean ?? .nan } + [1]
  }

  var sentence: Words {
    guard let gini = gini(policy) else { return Words(en: "Nobody sells.", th: "ไม่มีใครขายได้") }
    let half = shares(policy)[5]
    let start = Words(
      en:
        "The half of the farms that sells least has \(Figures.percent(half)) of all sales; Gini \(Figures.fixed(gini, 2))",
      th: "ครึ่งหนึ่งของสวนที่ขายได้น้อยมีส่วนร้อยละ \(Figures.fixed(half * 100)) ของยอดขาย ค่าจินี \(Figures.fixed(gini, 2))")
    guard policy > 0, let base = self.gini(0) else { return start + Words(en: ".", th: "") }
    return start
      + Words(en: ", without the measure \(Figures.fixed(base, 2)).", th: " ถ้าไม่มีมาตรการ \(Figures.fixed(base, 2))")
  }

  var reading: Words {
    Words(
      en: "The straight line is equality; the further below it, the more unequal. Farm sizes alone make much of it.",
      th: "เส้นตรงคือเท่าเทียม ยิ่งห่างลงมายิ่งเหลื่อมล้ำ ส่วนใหญ่มาจากขนาดสวนที่ต่างกัน")
  }

  var table: ChartTable {
    let (base, own) = (shares(0), shares(policy))
    return ChartTable(
      caption: Words(en: "Per cent of all sales that the poorest farms have", th: "ร้อยละของยอดขายที่เป็นของสวนที่ขายได้น้อย"),
      columns: [
        .init(id: "farms_percent", words: Words(en: "Poorest farms, %", th: "สวนที่ขายได้น้อย ร้อยละ")),
        .init(id: "baseline_percent", words: data.policies[0].short()),
        .init(id: "sales_percent", words: data.policies[policy].short()),
      ],
      rows: (1...9).map { tenth in
        [
          ChartTable.number(Double(tenth * 10)), ChartTable.number(base[tenth] * 100, 1),
          ChartTable.number(own[tenth] * 100, 1),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    let side = canvas.isNarrow ? 230.0 : 260
    let plot = Plot(left: 52, right: 52 + side, top: 30, bottom: 30 + side)
    canvas.height = plot.bottom + 46
    let up = Scale([0, 100], from: plot.bottom, to: plot.top)
    let along = Scale([0, 100], from: plot.left, to: plot.right)
    canvas.valueAxis(up, plot)
    canvas.valueAxisBelow(
      along, plot, unit: Words(en: "% of farms, those that sell least first", th: "ร้อยละของสวน เรียงจากน้อย"))
    canvas.text(Words(en: "% of sales", th: "ร้อยละของยอดขาย"), 0, 12, .start, "soft")
    canvas.line(plot.left, plot.bottom, plot.right, plot.top, "ghost")
    func curve(_ policy: Int) -> [(x: Double, y: Double)] {
      shares(policy).enumerated().map { (along(Double($0 * 10)), up($1 * 100)) }
    }
    if policy > 0 { canvas.polyline(curve(0), "s0") }
    canvas.polyline(curve(policy), policy > 0 ? "s1" : "s0")
  }
}
