import Experiments
import ScenarioFile
import SupplyChain

/// Where does it queue: what waits at each sort of facility, day by day.
struct QueueChart: Chart {
  static let id = "queues"

  struct Panel {
    let id: String
    let name: Words
    let bands: [[Double]]
    let utilisation: Double?
    let hours: Double?

    var peak: Double { bands[1].filter(\.isFinite).max() ?? 0 }
  }

  let data: ReportData
  let policy: Int
  private let panels: [Panel]

  init(_ data: ReportData, policy: Int) {
    (self.data, self.policy) = (data, policy)
    let facilities = data.world(policy).facilities.filter { $0.part.kind != .cold && $0.part.kind != .station }
    let places =
      [(id: "stations", name: Words(en: "Yards of stations", th: "ลานจุดรับซื้อ"))]
      + facilities.map { id, facility in
        let title = facility.title.named(most: 30)
        return (id: id, name: title.english.isEmpty ? Words(id) : title)
      }
    let all = places.map { id, name in
      Panel(
        id: id, name: name, bands: [0, 2, 4].map { data.days(policy, "queue_t", $0, channel: id) },
        utilisation: data.summary.row(policy, .utilisation, channel: id)?.p50,
        hours: data.summary.row(policy, .waitHours, channel: id)?.p50)
    }
    // Nine at most, those with the longest queues, in the order of the file.
    let ranked = all.indices.sorted { (-all[$0].peak, $0) < (-all[$1].peak, $1) }.prefix(9)
    panels = all.indices.filter { ranked.contains($0) }.map { all[$0] }
  }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "Where does it queue?", th: "ติดขัดที่ใด") }

  var sentence: Words {
    guard let worst = panels.max(by: { $0.peak < $1.peak }), worst.peak >= 1,
      let day = worst.bands[1].firstIndex(of: worst.peak)
    else { return Words(en: "Nothing waits anywhere.", th: "ไม่มีผลผลิตรอที่ใด") }
    let date = Figures.dayMonth(data.daily.date(day))
    return Words(
      en:
        "The longest queue of the middle year is at \(worst.name.english): \(Figures.amount(worst.peak)) t wait there around \(date.english).",
      th:
        "ในปีค่ากลาง คิวยาวที่สุดอยู่ที่\(worst.name.thai) มีผลผลิตรอ \(Figures.amount(worst.peak)) ตัน ราว \(date.thai)")
  }

  var reading: Words {
    Words(
      en:
        "Tons that wait at noon to be worked or to leave; each panel has its own scale. Light band: nine years in ten.",
      th: "ตันที่รอแปรรูปหรือรอส่งออกตอนเที่ยง แต่ละภาพใช้มาตราส่วนของตน แถบอ่อนคือ 9 ใน 10 ปี")
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(
        en: "Queues, waits and how much of the capacity is used in season", th: "คิว เวลารอ และการใช้กำลังการผลิตในฤดู"),
      columns: [
        .init(id: "facility", words: Words(en: "Facility", th: "สถานประกอบการ"), isText: true),
        .init(id: "longest_queue_t", words: Words(en: "Longest queue, t", th: "คิวยาวสุด ตัน")),
        .init(id: "wait_hours", words: Words(en: "Mean wait, hours", th: "รอเฉลี่ย ชั่วโมง")),
        .init(id: "used_percent", words: Words(en: "Capacity used, %", th: "ใช้กำลัง ร้อยละ")),
      ],
      rows: panels.map { panel in
        [
          .text(panel.name, id: panel.id), ChartTable.number(panel.peak), ChartTable.number(panel.hours, 1),
          ChartTable.number(panel.utilisation.map { $0 * 100 }),
        ]
      })
  }

  func draw(on canvas: inout Canvas) {
    let columns = canvas.isNarrow ? 1 : 3
    let (height, gap) = (canvas.isNarrow ? 140.0 : 172, 16.0)
    let width = (canvas.width - gap * Double(columns - 1)) / Double(columns)
    canvas.height = Double((panels.count + columns - 1) / columns) * height + 6
    for (place, panel) in panels.enumerated() {
      let (x, y) = (Double(place % columns) * (width + gap), Double(place / columns) * height)
      let bands = panel.bands.map { ReportData.smooth($0) }
      let label = Scale(bands[2], from: 0, to: 1, most: 3).labelWidth + 10
      let plot = Plot(left: x + label, right: x + width - 4, top: y + 46, bottom: y + height - 34)
      let scale = Scale(bands[2], from: plot.bottom, to: plot.top, most: 3)
      let dates = data.dates(from: plot.left, to: plot.right)
      let step = data.step(width)
      canvas.text(panel.name.map { Markup.cut($0, to: Int(width / Canvas.columnWidth)) }, x, y + 14, .start, "strong")
      let used = panel.utilisation.map {
        Words(en: "\(Figures.percent($0)) used in season", th: "ใช้กำลังในฤดูร้อยละ \(Figures.fixed($0 * 100))")
      }
      canvas.text(used ?? Words(en: "tons at noon", th: "ตันตอนเที่ยง"), x, y + 32, .start, "soft")
      canvas.valueAxis(scale, plot)
      canvas.monthTicks(dates, plot)
      let lines = bands.map { data.points($0, dates, scale, step: step) }
      canvas.area(lines[2], lines[0], "band90")
      canvas.polyline(lines[1], "plain0")
    }
  }
}
