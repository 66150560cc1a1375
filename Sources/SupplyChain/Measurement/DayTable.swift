import ScenarioFile
import Units

extension Metric {
  package static let arrivals = Metric(
    "arrivals_t", en: "Fruit brought to stations", th: "ผลผลิตเข้าจุดรับซื้อ",
    how: Words(
      en: "What pick-ups brought to stations on a day.",
      th: "ปริมาณที่รถนำเข้าจุดรับซื้อในหนึ่งวัน"))
  package static let hanging = Metric(
    "hanging_t", en: "Ripe fruit on the trees", th: "ผลสุกบนต้น",
    how: Words(
      en: "Ripe fruit that hung on the trees in the morning.",
      th: "ผลสุกบนต้นตอนเช้า"))
  package static let posted = Metric(
    "posted_price_thb_per_kg", .more, en: "Posted price", th: "ราคาประกาศรับซื้อ",
    how: Words(
      en: "What stations posted at noon, the mean over those that were open.",
      th: "ราคาที่จุดรับซื้อประกาศตอนเที่ยง เฉลี่ยเฉพาะแห่งที่เปิด"))
  package static let harvested = Metric(
    "harvested_share", en: "Share of the in-season crop picked so far", th: "สัดส่วนผลผลิตในฤดูที่ออกสู่ตลาดแล้ว",
    how: Words(
      en: "The part of all fruit picked in season that is picked by the end of a day.",
      th: "สัดส่วนของผลในฤดูที่เก็บแล้วเมื่อสิ้นวัน เทียบกับที่เก็บได้ทั้งฤดู"))
  package static let queue = Metric(
    "queue_t", .less, en: "Fruit that waits to be worked or to leave", th: "ผลผลิตที่รอแปรรูปหรือรอส่งออก",
    how: Words(
      en: "What waits at noon in the yards of stations, or at the buyers of a facility.",
      th: "ปริมาณที่รอตอนเที่ยงในลานจุดรับซื้อ หรือที่ผู้ซื้อของสถานประกอบการ"))
  package static let borderQueue = Metric(
    "border_queue_trucks", .less, en: "Vehicles that wait at the border", th: "รถที่รอหน้าด่าน",
    how: Words(
      en: "Vehicles that stand at the border at noon.",
      th: "รถที่จอดรอหน้าด่านตอนเที่ยง"))

  /// What is only told day by day.
  package static let daily = [arrivals, hanging, posted, harvested, queue, borderQueue]
}

/// One simulated year day by day: every series in an order that is the same for every year of a scenario.
package struct DayTable: Sendable {
  package private(set) var series: [Measure] = []
  package let days: Int
  /// By series, then by day; not a number where there is nothing to tell.
  package private(set) var values: [Float] = []

  init(days: Int) { self.days = days }

  fileprivate mutating func add(
    _ metric: Metric, _ numbers: some Sequence<Double>, form: HarvestForm? = nil, grade: Grade? = nil,
    district: String = "", channel: String = ""
  ) {
    var measure = Measure(metric)
    (measure.form, measure.grade) = (form?.rawValue ?? "", grade?.id ?? "")
    (measure.district, measure.channel) = (district, channel)
    series.append(measure)
    for number in numbers { values.append(Float(number)) }
  }
}

extension Province {
  func dayTable(_ world: World) -> DayTable {
    let days = record.days
    let places = record.places
    var table = DayTable(days: days.count)
    table.add(.ripe, days.map { $0.ripe.tonnes / scale })
    table.add(.picked, days.map { $0.picked.tonnes / scale })
    table.add(.arrivals, days.map { $0.arrived.tonnes / scale })
    table.add(.absorbed, days.map { $0.absorbed.tonnes / scale })
    table.add(.peakCapacity, days.map { $0.capacity / 1e6 / scale })
    table.add(.hanging, days.map { $0.offered.tonnes / scale })
    table.add(.harvested, harvestedShares())
    for form in HarvestForm.allCases {
      for grade in Grade.allCases { table.add(.farmPrice, weeklyPrices(form, grade), form: form, grade: grade) }
    }
    for form in HarvestForm.allCases {
      for grade in Grade.allCases {
        let posted = days.map { $0.posted[form.index][0] > 0 ? $0.posted[form.index][grade.rawValue] : .nan }
        table.add(.posted, posted, form: form, grade: grade)
      }
    }
    for (district, entry) in world.districts.enumerated() {
      let own = places.districts[district * days.count..<(district + 1) * days.count]
      let ripe = record.ripeByDistrict[district].map { Double($0) / 1e6 / scale }
      table.add(.ripe, ripe, district: entry.id)
      table.add(.picked, own.map { $0.picked.tonnes / scale }, district: entry.id)
      table.add(.arrivals, own.map { $0.arrived.tonnes / scale }, district: entry.id)
      table.add(.hanging, own.map { $0.hanging.tonnes / scale }, district: entry.id)
    }
    table.add(.queue, places.yards.map { $0.tonnes / scale }, channel: "stations")
    for (facility, entry) in world.facilities.enumerated() where entry.part.kind.isBuyer {
      let own = places.buyers[facility * days.count..<(facility + 1) * days.count]
      table.add(.queue, own.map { $0.queued.tonnes / scale }, channel: entry.id)
      table.add(.absorbed, own.map { $0.worked.tonnes / scale }, channel: entry.id)
      table.add(.peakCapacity, own.map { $0.capacity / 1e6 / scale }, channel: entry.id)
    }
    table.add(.borderQueue, places.borderQueue.map { Double($0) / scale })
    return table
  }

  /// Which part of the season's picked fruit was picked up to each day; nothing where none was picked.
  private func harvestedShares() -> [Double] {
    func picked(_ day: DayRecord) -> Double { (0..<3).reduce(0) { $0 + day.pickedInSeason[$1].tonnes } }
    let whole = record.days.reduce(0) { $0 + picked($1) }
    var sum = 0.0
    return record.days.map { day in
      sum += picked(day)
      return whole > 0 ? sum / whole : .nan
    }
  }
}
