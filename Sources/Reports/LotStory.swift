import Experiments
import ScenarioFile
import SupplyChain
import Units

/// What `run --lot` prints: the way of one lot from its plot to whoever bought it, a line for each event.
package struct LotStory {
  private let plan: RunPlan
  private let way: LotWay
  /// Which simulated year, from 1.
  private let year: Int
  private let language: Language
  private let calendar: SeasonCalendar

  package init(_ plan: RunPlan, _ way: LotWay, year: Int, _ language: Language) {
    (self.plan, self.way, self.year, self.language) = (plan, way, year, language)
    calendar = SeasonCalendar(firstDay: plan.scenario.world.span.from ?? CalendarDate(dayNumber: 0))
  }

  /// The same for programs, as in a trace.
  package var jsonLines: [String] {
    let line = TraceLine(plan.scenario.world)
    return [TraceLine.head(plan, year: year)] + way.entries.map { line.text($0) }
  }

  package var lines: [String] {
    let (policy, seed) = (plan.name(0), plan.seed)
    let header = Words(
      en: "lot \(way.lot), policy \(policy), simulated year \(year), seed \(seed)",
      th: "ล็อต \(way.lot)  มาตรการ \(policy)  ปีจำลองที่ \(year)  seed \(seed)")
    return [plan.scenario.world.title[language], header[language], ""] + way.entries.map { "  " + line($0) }
  }

  private func line(_ entry: TraceEntry) -> String {
    let day = Int((Double(entry.at) / 1_440).rounded(.down))
    let minute = entry.at - day * 1_440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(minute / 60)):\(two(minute % 60))"
    let date = calendar.date(ofDay: day)
    switch language {
    case .english:
      let before = date.englishText
      return String(repeating: " ", count: max(0, 11 - before.count)) + before + " " + time + "  "
        + sentence(entry).english
    // Thai comes last, where a terminal that mismeasures it does no harm.
    case .thai: return time + "  " + date.thaiText + "  " + sentence(entry).thai
    }
  }

  private func sentence(_ entry: TraceEntry) -> Words {
    let (lot, load, batch) = (number(entry["lot"]), number(entry["load"]), number(entry["batch"]))
    let (station, buyer, shipment) = (number(entry["station"]), number(entry["buyer"]), number(entry["shipment"]))
    let (fruit, market) = (kilograms(entry["g"]), market(entry["market"]))
    switch entry.event {
    case "picked":
      let (plot, farm, district) = (number(entry["plot"]), number(entry["farm"]), district(entry["district"]))
      let isCertified = entry["gap"] == .whole(1)
      return Words(en: "picked \(fruit) kg of ", th: "เก็บ ") + form(entry["form"])
        + Words(
          en: " on plot \(plot) of farm \(farm) in \(district)\(isCertified ? ", with GAP" : "")",
          th: " \(fruit) กก. แปลง \(plot) สวน \(farm) อำเภอ \(district)\(isCertified ? " มี GAP" : "")")
    case "delivered": return Words(en: "delivered to station \(station)", th: "ส่งถึงจุดรับซื้อ \(station)")
    case "bought":
      let (trimmed, refused) = (kilograms(entry["trimmed_g"]), kilograms(entry["refused_g"]))
      let paid = baht(entry["satang"])
      return Words(
        en: "bought at station \(station) for \(paid) THB; \(trimmed) kg trimmed, \(refused) kg refused",
        th: "จุดรับซื้อ \(station) รับซื้อ \(paid) บาท  คัดทิ้ง \(trimmed) กก. ไม่รับ \(refused) กก.")
    case "sent":
      let own = own(entry)
      return Words(
        en: "\(own.kilograms) kg sent to buyer \(buyer) in load \(load) (other lots in it: \(own.others))",
        th: "ส่ง \(own.kilograms) กก. ให้ผู้ซื้อ \(buyer) เที่ยวที่ \(load) ร่วมกับอีก \(own.others) ล็อต")
    case "arrived": return Words(en: "load \(load) arrived at buyer \(buyer)", th: "เที่ยวที่ \(load) ถึงผู้ซื้อ \(buyer)")
    case "batch":
      let own = own(entry)
      let facility = facility(entry["facility"])
      return Words(
        en: "\(own.kilograms) kg into batch \(batch) of \(facility) (other lots in it: \(own.others))",
        th: "\(own.kilograms) กก. เข้าชุด \(batch) ของ \(facility) ร่วมกับอีก \(own.others) ล็อต")
    case "worked":
      let fresh = kilograms(entry["fresh_g"])
      return Words(en: "batch \(batch) is done, \(fresh) kg of fresh fruit", th: "ชุด \(batch) เสร็จ ผลสด \(fresh) กก.")
    case "shipped":
      return Words(en: "shipment \(shipment) left for \(market)", th: "เที่ยวส่ง \(shipment) ออกไป \(market)")
    case "sold" where entry["batch"] != nil:
      return Words(en: "batch \(batch) sold, \(fruit) kg on \(market)", th: "ขายชุด \(batch) \(fruit) กก. ที่ \(market)")
    case "sold":
      let (spoiled, paid) = (kilograms(entry["spoiled_g"]), baht(entry["satang"]))
      return Words(
        en: "shipment \(shipment) sold, \(fruit) kg on \(market) for \(paid) THB; \(spoiled) kg spoiled",
        th: "ขายเที่ยวส่ง \(shipment) \(fruit) กก. ที่ \(market) ได้ \(paid) บาท  เน่าเสีย \(spoiled) กก.")
    case "spoiled" where entry["batch"] != nil:
      return Words(en: "batch \(batch) spoiled, \(fruit) kg", th: "ชุด \(batch) เน่าเสีย \(fruit) กก.")
    case "spoiled" where entry["lot"] != nil:
      return Words(en: "lot \(lot) spoiled at the station, \(fruit) kg", th: "ล็อต \(lot) เน่าเสียที่จุดรับซื้อ \(fruit) กก.")
    case "spoiled":
      let own = own(entry)
      return Words(
        en: "\(own.kilograms) kg spoiled waiting at buyer \(buyer)",
        th: "\(own.kilograms) กก. เน่าเสียระหว่างรอที่ผู้ซื้อ \(buyer)")
    default: return Words(entry.event)
    }
  }

  // MARK: Values

  private func number(_ value: TraceEntry.Value?) -> String {
    if case .whole(let number)? = value { "\(number)" } else { "" }
  }

  private func kilograms(_ value: TraceEntry.Value?) -> String {
    switch value {
    case .whole(let grams)?: kilograms(grams)
    case .fruit(let grams)?: kilograms(grams.reduce(0, +))
    default: ""
    }
  }

  private func kilograms(_ grams: Int) -> String { AuditTables.exact(Int64(grams), digits: 3) }

  private func baht(_ value: TraceEntry.Value?) -> String {
    if case .whole(let satang)? = value { AuditTables.exact(Int64(satang), digits: 2) } else { "" }
  }

  /// What of a load or a batch is of this lot, and how many other lots it holds.
  private func own(_ entry: TraceEntry) -> (kilograms: String, others: Int) {
    guard case .parts(let parts)? = entry["lots"] else { return ("", 0) }
    let own = parts.filter { $0.lot == way.lot }.reduce(0) { $0 + $1.grams }
    return (kilograms(own), Set(parts.map(\.lot)).subtracting([way.lot]).count)
  }

  private func form(_ value: TraceEntry.Value?) -> Words {
    if case .text(let id)? = value, let form = HarvestForm(rawValue: id) { form.words } else { Words("") }
  }

  private func district(_ value: TraceEntry.Value?) -> String {
    if case .district(let index)? = value { plan.scenario.world.districts[index].id } else { "" }
  }

  private func facility(_ value: TraceEntry.Value?) -> String {
    if case .facility(let index)? = value { plan.scenario.world.facilities[index].id } else { "" }
  }

  private func market(_ value: TraceEntry.Value?) -> String {
    if case .market(let index)? = value { plan.scenario.world.markets[index].id } else { "" }
  }
}
