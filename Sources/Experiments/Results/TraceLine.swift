import SupplyChain
import Units

/// A line of a trace: one event as JSON, with names in the place of numbers where the scenario has them.
package struct TraceLine {
  private let markets: [String]
  private let facilities: [String]
  private let districts: [String]
  private let calendar: SeasonCalendar

  package init(_ world: World) {
    markets = world.markets.map(\.id)
    facilities = world.facilities.map(\.id)
    districts = world.districts.map(\.id)
    calendar = SeasonCalendar(firstDay: world.span.from ?? CalendarDate(dayNumber: 0))
  }

  package func text(_ entry: TraceEntry) -> String {
    let day = Int((Double(entry.at) / 1_440).rounded(.down))
    let minute = entry.at - day * 1_440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var line = "{\"at\":\"\(calendar.date(ofDay: day).isoText)T\(two(minute / 60)):\(two(minute % 60))\""
    line += ",\"event\":\"\(entry.event)\""
    for (key, value) in entry.fields { line += ",\"\(key)\":\(json(value))" }
    return line + "}"
  }

  private func json(_ value: TraceEntry.Value) -> String {
    switch value {
    case .whole(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .district(let index): "\"\(districts[index])\""
    case .facility(let index): "\"\(facilities[index])\""
    case .market(let index): "\"\(markets[index])\""
    case .fruit(let grams): "[" + grams.map { "\($0)" }.joined(separator: ",") + "]"
    case .numbers(let numbers): "[" + numbers.map { "\($0)" }.joined(separator: ",") + "]"
    case .parts(let parts):
      "[" + parts.map { "{\"lot\":\($0.lot),\"g\":\($0.grams)}" }.joined(separator: ",") + "]"
    }
  }
}

/// Follows one lot: keeps the events of the lot itself, of the loads and batches that hold a part of it, and of the
/// shipments that hold those batches.
package struct LotWay {
  package let lot: Int
  package private(set) var entries: [TraceEntry] = []
  private var loads: Set<Int> = []
  private var batches: Set<Int> = []
  private var shipments: Set<Int> = []

  package init(lot: Int) { self.lot = lot }

  package mutating func hear(_ entry: TraceEntry) {
    if case .parts(let parts)? = entry["lots"], parts.contains(where: { $0.lot == lot }) {
      if case .whole(let load)? = entry["load"] { loads.insert(load) }
      if case .whole(let batch)? = entry["batch"] { batches.insert(batch) }
      entries.append(entry)
    } else if case .numbers(let numbers)? = entry["batches"] {
      guard case .whole(let shipment)? = entry["shipment"], numbers.contains(where: { batches.contains($0) }) else {
        return
      }
      shipments.insert(shipment)
      entries.append(entry)
    } else if isOwn(entry, "lot", [lot]) || isOwn(entry, "load", loads) || isOwn(entry, "batch", batches)
      || isOwn(entry, "shipment", shipments)
    {
      entries.append(entry)
    }
  }

  private func isOwn(_ entry: TraceEntry, _ key: String, _ known: Set<Int>) -> Bool {
    if case .whole(let number)? = entry[key] { return known.contains(number) }
    return false
  }
}
