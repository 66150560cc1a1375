import ScenarioFile
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

  /// The first line: which year it is.
  package static func head(_ plan: RunPlan, year: Int) -> String {
    let policy = JSONText.quoted(plan.name(0))
    let share = JSONText.number(plan.scenario.run.sampleShare)
    return "{\"format\":\"longan.trace/1\",\"policy\":\(policy),\"year\":\(year),\"seed\":\(plan.seed),"
      + "\"doubt\":\(plan.hasDoubt),\"sample_share\":\(share)}"
  }

  /// An event's line.
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
