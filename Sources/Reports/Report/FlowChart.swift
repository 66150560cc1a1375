import Experiments
import ScenarioFile
import SupplyChain

/// Where does the fruit go: from form to facility to market, and what nobody buys.
struct FlowChart: Chart {
  static let id = "flow"
  let data: ReportData
  let policy: Int
  private let layout: FlowLayout

  init(_ data: ReportData, policy: Int) {
    (self.data, self.policy) = (data, policy)
    layout = FlowLayout(data, policy: policy)
  }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "Where does the fruit go?", th: "ผลผลิตไปไหน") }

  private func total(_ holds: (Flow) -> Bool) -> Double {
    data.results.flows[policy].filter(holds).reduce(0) { $0 + $1.tonnes }
  }

  var sentence: Words {
    let ripe = total { $0.from == Flow.ripe }
    guard ripe > 0 else { return Words(en: "No fruit ripens in these days.", th: "ไม่มีผลผลิตสุกในช่วงนี้") }
    let lost = total { [Flow.leftUnpicked, Flow.dropped, Flow.spoiled].contains($0.to) }
    let ids = data.world(policy).facilities.map(\.id)
    let bought = ids.map { id in (id: id, tons: total { $0.to == id }) }
    guard let first = bought.max(by: { $0.tons < $1.tons }), first.tons > 0 else {
      return Words(
        en: "Of \(Figures.amount(ripe)) t nothing finds a buyer.", th: "ผลผลิต \(Figures.amount(ripe)) ตันไม่มีผู้ซื้อเลย")
    }
    let name = layout.name(first.id)
    return Words(
      en:
        "Of \(Figures.amount(ripe)) t a year \(Figures.amount(first.tons)) t go to \(name.english), more than to anybody else; \(Figures.amount(lost)) t (\(Figures.percent(lost / ripe))) find no buyer.",
      th:
        "ผลผลิตปีละ \(Figures.amount(ripe)) ตัน ส่งไป\(name.thai)มากที่สุด \(Figures.amount(first.tons)) ตัน ขายไม่ได้ \(Figures.amount(lost)) ตัน (ร้อยละ \(Figures.fixed(lost / ripe * 100)))"
    )
  }

  var reading: Words {
    Words(
      en: "Tons of fresh fruit in the mean year; of dried fruit, what it was made of. Hatched: what nobody gets.",
      th: "ตันผลสดในปีเฉลี่ย ลำไยอบแห้งคิดกลับเป็นผลสด ส่วนลายขวางคือส่วนที่สูญเสียหรือไม่มีผู้ซื้อ")
  }

  var table: ChartTable {
    let ripe = max(total { $0.from == Flow.ripe }, 1e-9)
    let flows = data.results.flows[policy].filter { $0.tonnes.magnitude >= 0.5 }
    return ChartTable(
      caption: Words(
        en: "Every way, tons of fresh fruit and million baht; each place gives what it gets",
        th: "ทุกเส้นทาง ตันผลสดและล้านบาท แต่ละจุดรับเท่ากับจ่ายออก"),
      columns: [
        .init(id: "from", words: Words(en: "From", th: "จาก"), isText: true),
        .init(id: "to", words: Words(en: "To", th: "ไป"), isText: true),
        .init(id: "t", words: Words(en: "t", th: "ตัน")),
        .init(id: "of_ripe_share", words: Words(en: "of ripe fruit, %", th: "ร้อยละของผลสุก")),
        .init(id: "thb", words: Words(en: "M THB", th: "ล้านบาท")),
      ],
      rows: flows.map { flow in
        [
          .text(layout.name(flow.from), id: flow.from), .text(layout.name(flow.to), id: flow.to),
          ChartTable.number(flow.tonnes), ChartTable.number(flow.tonnes / ripe * 100, 1),
          flow.baht == 0 ? .missing : ChartTable.number(flow.baht / 1e6, 1),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    let bar = 10.0
    let slot = 38.0
    let columns = layout.columns
    let total = columns.map { $0.reduce(0) { $0 + $1.tonnes } }.max() ?? 0
    guard total > 0 else {
      canvas.height = 40
      canvas.text(Words(en: "nothing to show", th: "ไม่มีข้อมูล"), 0, 20)
      return
    }
    // As much height as the fullest column needs, small nodes getting room for two lines of text.
    let scale = 300 / total
    func slotHeight(_ node: FlowLayout.Node) -> Double { max(slot, node.tonnes * scale + 10) }
    let heights = columns.map { $0.reduce(0) { $0 + slotHeight($1) } }
    canvas.height = (heights.max() ?? 0) + 8
    canvas.hatch()
    let step = canvas.isNarrow ? (canvas.width - bar) / 2.9 : (canvas.width - bar) / 2.65
    var places: [String: (x: Double, y: Double)] = [:]
    for (column, nodes) in columns.enumerated() {
      var y = 4.0
      for node in nodes {
        places[node.id] = (Double(column) * step, y)
        y += slotHeight(node)
      }
    }
    var out: [String: Double] = [:]
    var into: [String: Double] = [:]
    canvas.open("flows", "aria-hidden=\"true\"")
    for link in layout.links {
      guard let from = places[link.from], let to = places[link.to] else { continue }
      let width = link.tonnes * scale
      let (y1, y2) = (from.y + (out[link.from] ?? 0), to.y + (into[link.to] ?? 0))
      out[link.from, default: 0] += width
      into[link.to, default: 0] += width
      drawLink(from.x + bar, y1, to.x, y2, width, isLost: link.isLost, on: &canvas)
    }
    canvas.close()
    let room = Int((step - bar - 8) / Canvas.columnWidth)
    for (column, nodes) in columns.enumerated() {
      for node in nodes {
        guard let place = places[node.id] else { continue }
        let height = max(1.5, node.tonnes * scale)
        canvas.rect(
          place.x, place.y, bar, height, node.isLost ? "node-lost" : "node", node.isLost ? canvas.hatched : "")
        let x = place.x + bar + 6
        let columnsFree = column == columns.count - 1 ? Int((canvas.width - x) / Canvas.columnWidth) : room
        canvas.text(node.name.map { Markup.cut($0, to: columnsFree) }, x, place.y + 12, .start, "strong halo")
        canvas.text(
          Words(
            "\(Figures.amount(node.tonnes))\(canvas.isNarrow ? ", " : " · ")\(Figures.fixed(node.tonnes / layout.ripe * 100))%"
          ), x, place.y + 28,
          .start,
          "halo")
      }
    }
  }

  private func drawLink(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ width: Double, isLost: Bool, on canvas: inout Canvas
  ) {
    let middle = (x1 + x2) / 2
    func point(_ x: Double, _ y: Double) -> String { Canvas.text(x) + " " + Canvas.text(y) }
    let path =
      "M\(point(x1, y1))C\(point(middle, y1)) \(point(middle, y2)) \(point(x2, y2))V\(Canvas.text(y2 + width))C\(point(middle, y2 + width)) \(point(middle, y1 + width)) \(point(x1, y1 + width))z"
    canvas.raw("<path class=\"\(isLost ? "flow-lost" : "flow")\" \(isLost ? canvas.hatched + " " : "")d=\"\(path)\"/>")
  }
}
