import ScenarioFile
import SupplyChain
import Units

/// What only shows when observations are read together with the scenario that they are of.
struct ObservedChecks {
  private let file: ScenarioReading
  private let world: World
  private let channels: [String]

  init(_ file: ScenarioReading, _ scenario: ScenarioReading) {
    self.file = file
    world = Form.read(scenario.tree) { World($0) }
    channels = world.channels.map(\.id)
  }

  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for point in file.tree.root.object("points")?.members ?? [] {
      guard case .object(let object) = point.node else { continue }
      let complaints = seen(object, point.keyRange) + days(object) + ids(object)
      found += complaints.map { complaint in
        var complaint = complaint
        complaint.path = "points.\(point.key)"
        return complaint
      }
    }
    if file.tree.root.object("points")?.members.isEmpty ?? true, let text = file.layers.last?.text {
      let range = file.tree.root.member("points")?.keyRange ?? SourceRange(text, 0..<0)
      found.append(
        Diagnostic(
          .missingKey, Words(en: "there is nothing to compare with", th: "ไม่มีข้อมูลให้เปรียบเทียบ"), at: range
        ).helping(
          Words(
            en: "\"points\": [ { \"metric\": …, \"value\": … } ]", th: "\"points\": [ { \"metric\": …, \"value\": … } ]"
          )))
    }
    return found
  }

  private func leaf(_ object: SettingTree.Object, _ key: String) -> SettingTree.Leaf? {
    if case .leaf(let leaf)? = object[key] { return leaf }
    return nil
  }

  private func text(_ object: SettingTree.Object, _ key: String) -> (text: String, range: SourceRange)? {
    guard let leaf = leaf(object, key), case .string(let text) = leaf.node.value else { return nil }
    return (text, leaf.range)
  }

  // MARK: What was seen

  /// A number, or a band that is open on one side at most.
  private func seen(_ object: SettingTree.Object, _ start: SourceRange) -> [Diagnostic] {
    let isDay = text(object, "metric")?.text == Sighting.Subject.trough.rawValue
    let value = leaf(object, "value") ?? (isDay ? leaf(object, "date") : nil)
    let (low, high) = (leaf(object, "low"), leaf(object, "high"))
    if value == nil, low == nil, high == nil {
      let help = Words(en: "`value`, or `low` and `high`", th: "`value` หรือ `low` กับ `high`")
      return [
        Diagnostic(
          .missingKey, Words(en: "a point says what was seen: ", th: "ข้อมูลต้องบอกค่าที่พบ: ") + help, at: start)
      ]
    }
    if let value, let other = low ?? high {
      return [
        Diagnostic(
          .outOfRange, Words(en: "`value` and a band cannot both be", th: "มีทั้ง `value` และช่วงไม่ได้"), at: other.range
        ).relating([Diagnostic.Label(value.range)])
      ]
    }
    if let low, let high, let least = number(low), let most = number(high), least > most {
      return [
        Diagnostic(.outOfRange, Words(en: "`low` is above `high`", th: "`low` สูงกว่า `high`"), at: low.range)
          .relating([Diagnostic.Label(high.range)])
      ]
    }
    return []
  }

  private func number(_ leaf: SettingTree.Leaf) -> Double? {
    if case .number(let number) = leaf.node.value { return number }
    return leaf.date.map { Double($0.dayNumber) }
  }

  // MARK: Days

  private func days(_ object: SettingTree.Object) -> [Diagnostic] {
    guard let first = world.span.from, let last = world.span.to else { return [] }
    let dated = ["date", "from", "to", "value", "low", "high"].compactMap { key in
      leaf(object, key).flatMap { leaf in leaf.date.map { (key: key, date: $0, range: leaf.range) } }
    }
    var found: [Diagnostic] = []
    for (_, date, range) in dated where date < first || date > last {
      let isEarly = date < first
      found.append(
        Diagnostic(
          SeasonSpan.outsideCalendar,
          isEarly
            ? Words(en: "this is before the first day that is simulated, ", th: "วันนี้อยู่ก่อนวันแรกที่จำลอง ")
              + DateWords.both(first)
            : Words(en: "this is after the last day that is simulated, ", th: "วันนี้อยู่หลังวันสุดท้ายที่จำลอง ")
              + DateWords.both(last),
          at: range, DateWords.both(date)))
    }
    let days = Dictionary(dated.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    if let from = days["from"], let to = days["to"], to.date < from.date {
      found.append(
        Diagnostic(
          SeasonSpan.outsideCalendar, Words(en: "these days run backwards", th: "ช่วงวันย้อนกลับ"), at: to.range,
          DateWords.both(to.date)
        ).relating([Diagnostic.Label(from.range, DateWords.both(from.date))]))
    }
    if let day = days["date"], let other = days["from"] ?? days["to"] {
      found.append(
        Diagnostic(
          .outOfRange, Words(en: "`date` and `from` or `to` cannot both be", th: "มีทั้ง `date` และ `from` หรือ `to` ไม่ได้"),
          at: other.range
        ).relating([Diagnostic.Label(day.range)]))
    } else if let one = days["from"] ?? days["to"], days["from"] == nil || days["to"] == nil {
      let missing = one.key == "from" ? "to" : "from"
      found.append(
        Diagnostic(
          .missingKey, Words(en: "`\(one.key)` needs `\(missing)`", th: "`\(one.key)` ต้องมี `\(missing)`"), at: one.range
        )
      )
    }
    if let season = text(object, "season"), text(object, "metric")?.text == Sighting.Subject.farmPrice.rawValue,
      let day = days["date"] ?? days["from"]
    {
      found.append(
        Diagnostic(
          .outOfRange, Words(en: "a price of certain days has no `season`", th: "ราคาของวันที่ระบุไม่ต้องมี `season`"),
          at: season.range
        ).relating([Diagnostic.Label(day.range)]))
    }
    return found
  }

  // MARK: Ids

  private func ids(_ object: SettingTree.Object) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let known = [
      ("market", world.markets.map(\.id), Words(en: "a market", th: "ตลาด")),
      ("channel", channels, Words(en: "a channel", th: "ช่องทาง")),
    ]
    for (key, ids, noun) in known {
      guard let (id, range) = text(object, key), !id.isEmpty, !ids.contains(id) else { continue }
      found.append(
        Diagnostic(
          .unknownID,
          Words(en: "`\(id.brief)` is not ", th: "`\(id.brief)` ไม่ใช่") + noun
            + Words(en: " of the scenario", th: "ในสถานการณ์"),
          at: range
        ).helping(
          Suggestion.question(id, in: ids) ?? Words(en: "there are ", th: "มี ") + Words(ids.joined(separator: ", ")),
          replacement: Suggestion.nearest(to: id, in: ids).map { "\"\($0)\"" }))
    }
    return found
  }
}
