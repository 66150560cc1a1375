import Experiments
import ScenarioFile
import Statistics
import SupplyChain

/// How bad can it get: fifty dots, each as likely as the next, and the mean of the worst tenth.
struct RiskChart: Chart {
  static let id = "risk"

  /// What the dots are of, and the line below which it is bad.
  struct Kind {
    let id: String
    let metric: Metric
    let form: String
    let grade: String
    let unit: Words
    let digits: Int
    let line: Double
    let lineWords: Words
    let below: Words
  }

  let data: ReportData
  let policy: Int
  let kind: Kind
  private let dots: [Double]
  private let worst: Double?

  init(_ data: ReportData, policy: Int, kind: Kind) {
    (self.data, self.policy, self.kind) = (data, policy, kind)
    let values = data.summary.years(policy, kind.metric, form: kind.form, grade: kind.grade).compactMap { $0 }
    let sample = try? OrderedSample(of: values)
    dots =
      sample.map { sample in
        (0..<50).map { (try? sample.quantile((Double($0) + 0.5) / 50)) ?? 0 }
      } ?? []
    worst = data.summary.row(policy, kind.metric, form: kind.form, grade: kind.grade)?.worstTenth
  }

  static func kinds(_ data: ReportData, policy: Int) -> [Kind] {
    let cost = Figures.fixed(data.cost(policy), 2)
    return [
      Kind(
        id: "price", metric: .weekMin, form: "loose", grade: "AA", unit: Words(en: "THB/kg", th: "บาท/กก."), digits: 1,
        line: data.cost(policy), lineWords: Words(en: "cost \(cost)", th: "ต้นทุน \(cost)"),
        below: Words(en: "the lowest weekly AA price lies below the cost of growing", th: "ราคา AA ต่ำสุดรายสัปดาห์ต่ำกว่าต้นทุน")
      ),
      Kind(
        id: "income", metric: .farmIncomePerRai, form: "", grade: "", unit: Words(en: "THB/rai", th: "บาท/ไร่"),
        digits: 0,
        line: 0, lineWords: Words("0"),
        below: Words(en: "farms together lose money", th: "เกษตรกรโดยรวมขาดทุน")),
    ]
  }

  var variant: [String] { [data.policies[policy].id, kind.id] }
  var question: Words {
    kind.id == "price"
      ? Words(en: "How bad can the price get?", th: "ราคาแย่ที่สุดแค่ไหน")
      : Words(en: "How bad can income get?", th: "รายได้แย่ที่สุดแค่ไหน")
  }

  private var low: Int { dots.count { $0 < kind.line } }

  var sentence: Words {
    guard let worst, !dots.isEmpty else {
      return Words(en: "Nothing of the kind happened in these years.", th: "ไม่มีข้อมูลในปีที่จำลอง")
    }
    let tail = Figures.fixed(worst, kind.digits)
    return Words(
      en:
        "In \(low) of 50 equally likely seasons \(kind.below.english). The worst tenth of the years averages \(tail) \(kind.unit.english).",
      th:
        "ใน \(low) จาก 50 ฤดูที่โอกาสเท่ากัน \(kind.below.thai) ปีที่แย่ที่สุดหนึ่งในสิบเฉลี่ย \(tail) \(kind.unit.thai)")
  }

  var reading: Words {
    Words(
      en: "Each dot is one of fifty seasons that are equally likely. Count dots to read odds.",
      th: "แต่ละจุดคือหนึ่งใน 50 ฤดูที่มีโอกาสเท่ากัน นับจุดเพื่อดูโอกาส")
  }

  var table: ChartTable {
    ChartTable(
      caption: kind.metric.words + Words(" (") + kind.unit + Words(")"),
      columns: [
        .init(id: "seasons_of_50", words: Words(en: "Seasons of 50", th: "จำนวนฤดูจาก 50")),
        .init(id: "at_most", words: Words(en: "at or below", th: "ไม่เกิน")),
      ],
      rows: stride(from: 4, to: dots.count, by: 5).map { place in
        [ChartTable.number(Double(place + 1)), ChartTable.number(dots[place], kind.digits)]
      })
  }

  func draw(on canvas: inout Canvas) {
    canvas.height = 250
    let plot = Plot(left: 12, right: canvas.width - 12, top: 40, bottom: 190)
    let values = dots + [kind.line] + (worst.map { [$0] } ?? [])
    let scale = Scale(values, from: plot.left, to: plot.right, startsAtZero: false, most: canvas.isNarrow ? 4 : 8)
    canvas.valueAxisBelow(scale, plot, unit: kind.unit)
    let bins = canvas.isNarrow ? 22 : 44
    let width = plot.width / Double(bins)
    var stacks = Array(repeating: 0, count: bins + 1)
    let places = dots.map { dot in
      let bin = min(bins, max(0, Int((scale(dot) - plot.left) / width)))
      stacks[bin] += 1
      return (bin: bin, level: stacks[bin], dot: dot)
    }
    let radius = min(width / 2, 7, (plot.height - 14) / Double(2 * max(1, stacks.max() ?? 1)))
    // A line of no length with round ends is a dot.
    for (style, isLow) in [("dot-low", true), ("dot", false)] {
      let path = places.filter { ($0.dot < kind.line) == isLow }.map { place in
        let x = plot.left + (Double(place.bin) + 0.5) * width
        let y = plot.bottom - (2 * Double(place.level) - 1) * radius
        return "M\(Canvas.text(x)) \(Canvas.text(y))h0"
      }
      if path.isEmpty { continue }
      canvas.raw("<path class=\"\(style)\" stroke-width=\"\(Canvas.text(radius * 1.8))\" d=\"\(path.joined())\"/>")
    }
    let x = scale(kind.line)
    canvas.line(x, plot.top - 6, x, plot.bottom, "cost")
    let isRight = x < (plot.left + plot.right) / 2
    canvas.text(kind.lineWords, isRight ? x + 6 : x - 6, plot.top + 4, isRight ? .start : .end, "cost-label halo")
    if let worst {
      let x = scale(worst)
      canvas.raw(
        "<path class=\"mark0\" d=\"M\(Canvas.text(x)) \(Canvas.text(plot.bottom - 2))l-6 -11h12z\"/><line class=\"sx\" x1=\"\(Canvas.text(x))\" y1=\"22\" x2=\"\(Canvas.text(x))\" y2=\"\(Canvas.text(plot.bottom - 12))\"/>"
      )
      let words = Words(
        en: "worst tenth \(Figures.fixed(worst, kind.digits))", th: "ปีแย่สุดหนึ่งในสิบ \(Figures.fixed(worst, kind.digits))")
      let half = Canvas.width(of: words) / 2
      canvas.text(words, min(max(x, half), canvas.width - half), 15, .middle, "strong halo")
    }
  }
}
