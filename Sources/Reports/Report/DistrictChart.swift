import Experiments
import ScenarioFile
import SupplyChain

/// Which district first: a schematic map, and when and where ripe fruit piles up on the trees.
struct DistrictChart: Chart {
  static let id = "districts"

  private struct Place {
    let id: String
    let name: Words
    let east: Double
    let north: Double
    let days: [Double]
    let peak: Double
    let peakDay: Int
  }

  let data: ReportData
  let policy: Int
  private let places: [Place]
  private let weeks: [Int]

  init(_ data: ReportData, policy: Int) {
    (self.data, self.policy) = (data, policy)
    let places = data.world(policy).districts.prefix(24).map { id, district in
      let days = ReportData.smooth(data.days(policy, "hanging_t", district: id))
      let title = district.title.named(most: 30)
      let peak = days.indices.filter { days[$0].isFinite }.max { days[$0] < days[$1] }
      return Place(
        id: id, name: title.english.isEmpty ? Words(id) : title, east: district.eastKm, north: district.northKm,
        days: days,
        peak: peak.map { days[$0] } ?? 0, peakDay: peak ?? 0)
    }
    self.places = places
    // Weeks in which something hangs somewhere, so that the season fills the width.
    let most = places.map(\.peak).max() ?? 0
    let busy = stride(from: 3, to: data.daily.days, by: max(7, data.daily.days / 52)).filter { day in
      places.contains { $0.days[day] > most * 0.03 }
    }
    // Of several seasons the one with the highest peak.
    let peakDay = places.max { $0.peak < $1.peak }?.peakDay ?? 0
    weeks = Array(busy.filter { abs($0 - peakDay) <= 100 })
  }

  var variant: [String] { [data.policies[policy].id] }
  var question: Words { Words(en: "Where does fruit pile up, and when?", th: "ผลผลิตกระจุกตัวที่ใด เมื่อไร") }

  var sentence: Words {
    guard let most = places.max(by: { $0.peak < $1.peak }), most.peak >= 1 else {
      return Words(en: "No fruit hangs unsold anywhere.", th: "ไม่มีผลสุกค้างต้นที่ใด")
    }
    let first = places.filter { $0.peak > 0 }.min { ($0.peakDay, -$0.peak) < ($1.peakDay, -$1.peak) } ?? most
    let (mostDay, firstDay) = (
      Figures.dayMonth(data.daily.date(most.peakDay)), Figures.dayMonth(data.daily.date(first.peakDay))
    )
    return Words(
      en:
        "Most ripe fruit hangs in \(most.name.english), \(Figures.amount(most.peak)) t on \(mostDay.english); \(first.name.english) is the first to peak, on \(firstDay.english).",
      th:
        "ผลสุกค้างต้นมากที่สุดที่\(most.name.thai) \(Figures.amount(most.peak)) ตัน เมื่อ \(mostDay.thai) อำเภอที่ถึงจุดสูงสุดก่อนคือ\(first.name.thai) เมื่อ \(firstDay.thai)"
    )
  }

  var reading: Words {
    Words(
      en:
        "Ripe fruit on the trees in the middle year. Circles lie as the districts do; their area is the most that hangs. Darker weeks: more fruit.",
      th: "ผลสุกบนต้นในปีค่ากลาง วงกลมวางตามที่ตั้งอำเภอ พื้นที่วงคือปริมาณสูงสุด สัปดาห์สีเข้มคือมีผลค้างมาก")
  }

  var table: ChartTable {
    ChartTable(
      caption: Words(en: "Ripe fruit on the trees, tons, the middle of the years", th: "ผลสุกบนต้น ตัน ค่ากลางของทุกปี"),
      columns: [
        .init(id: "district", words: Words(en: "District", th: "อำเภอ"), isText: true),
        .init(id: "most_t", words: Words(en: "Most, t", th: "สูงสุด ตัน")),
        .init(id: "date", words: Words(en: "on", th: "เมื่อ"), isText: true),
      ],
      rows: places.map {
        [.text($0.name, id: $0.id), ChartTable.number($0.peak), .date(data.daily.date($0.peakDay))]
      })
  }

  func draw(on canvas: inout Canvas) {
    let most = places.map(\.peak).max() ?? 0
    guard most > 0, !weeks.isEmpty else {
      canvas.height = 40
      canvas.text(Words(en: "nothing to show", th: "ไม่มีข้อมูล"), 0, 20)
      return
    }
    let map =
      canvas.isNarrow
      ? Plot(left: 20, right: canvas.width - 20, top: 20, bottom: 270)
      : Plot(left: 20, right: 210, top: 20, bottom: 300)
    drawMap(on: &canvas, map, most)
    let row = 30.0
    let top = canvas.isNarrow ? 310.0 : 24
    let left = canvas.isNarrow ? 0.0 : 250
    let label = canvas.isNarrow ? 120.0 : 170
    let bottom = top + row * Double(places.count)
    canvas.height = max(map.bottom + 20, bottom + 48)
    let width = (canvas.width - left - label - 4) / Double(weeks.count)
    for (number, place) in places.enumerated() {
      let y = top + row * Double(number)
      let columns = Int((label - 26) / Canvas.columnWidth)
      canvas.text(Words("\(number + 1)"), left + 12, y + 19, .end, "strong")
      canvas.text(place.name.map { Markup.cut($0, to: columns) }, left + 20, y + 19)
      // A path for each of ten shades.
      var shades = Array(repeating: "", count: 11)
      for (week, day) in weeks.enumerated() {
        let part = place.days[day].isFinite ? min(1, place.days[day] / most) : 0
        let corner = "M\(Canvas.text(left + label + Double(week) * width)) \(Canvas.text(y + 4))"
        shades[Int((part * 10).rounded())] += corner + "h\(Canvas.text(width - 1))v24h-\(Canvas.text(width - 1))z"
      }
      for (shade, path) in shades.enumerated() where !path.isEmpty {
        canvas.raw(
          "<path class=\"heat\" fill-opacity=\"\(Figures.fixed(0.06 + 0.09 * Double(shade), 2))\" d=\"\(path)\"/>")
      }
    }
    let span = DateScale(
      firstDay: data.daily.date(max(0, weeks[0] - 3)), days: max(7, (weeks.last ?? 0) - weeks[0] + 7),
      from: left + label,
      to: left + label + width * Double(weeks.count))
    canvas.dateAxis(span, Plot(left: left + label, right: canvas.width - 4, top: top, bottom: bottom))
  }

  private func drawMap(on canvas: inout Canvas, _ plot: Plot, _ most: Double) {
    let (easts, norths) = (places.map(\.east), places.map(\.north))
    guard let west = easts.min(), let east = easts.max(), let south = norths.min(), let north = norths.max() else {
      return
    }
    // One scale both ways, so that it is a map.
    let scale = min(plot.width / max(1, east - west), plot.height / max(1, north - south))
    var x = easts.map { (plot.left + plot.right) / 2 + ($0 - (east + west) / 2) * scale }
    var y = norths.map { (plot.top + plot.bottom) / 2 - ($0 - (north + south) / 2) * scale }
    // Those that would cover each other's number are pushed apart.
    for _ in 0..<60 {
      for first in places.indices {
        for second in places.indices where second > first {
          let (dx, dy) = (x[second] - x[first], y[second] - y[first])
          let away = (dx * dx + dy * dy).squareRoot()
          let push = (26 - away) / 2
          guard push > 0 else { continue }
          let (ux, uy) = away > 0.01 ? (dx / away, dy / away) : (second % 2 == 0 ? 1 : 0.6, 0.8)
          x[first] -= ux * push
          y[first] -= uy * push
          x[second] += ux * push
          y[second] += uy * push
        }
      }
      for place in places.indices {
        x[place] = min(max(x[place], plot.left), plot.right)
        y[place] = min(max(y[place], plot.top), plot.bottom)
      }
    }
    canvas.text(Words(en: "north ↑", th: "เหนือ ↑"), 0, 12, .start, "soft")
    for place in places.indices {
      canvas.circle(x[place], y[place], 4 + 22 * (places[place].peak / most).squareRoot(), "place")
    }
    for place in places.indices { canvas.text(Words("\(place + 1)"), x[place], y[place] + 4.5, .middle, "strong halo") }
  }
}
