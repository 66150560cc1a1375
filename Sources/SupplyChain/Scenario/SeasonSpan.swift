import ScenarioFile
import Units

/// The days that are simulated, and those before them that are run but not shown.
package struct SeasonSpan: Part {
  package static let noun = Words(en: "the calendar", th: "ปฏิทิน")

  /// The first day that is shown.
  package let from: CalendarDate?
  /// The last.
  package let to: CalendarDate?
  /// Where the simulation begins, so that trees already induced and stock from last year are there.
  package let warmFrom: CalendarDate?

  package init(_ form: Form) {
    from = form.date("from", nil, en: "The first day that is shown.", th: "วันแรกที่แสดงผล")
    to = form.date("to", nil, en: "The last day that is shown.", th: "วันสุดท้ายที่แสดงผล")
    warmFrom = form.date(
      "warm_from", nil, en: "Where the simulation begins, before the first day that is shown.",
      th: "วันเริ่มจำลอง ก่อนวันแรกที่แสดงผล")
  }

  package static let outsideCalendar = DiagnosticKind.error(
    "outside-calendar", en: "A date lies outside the days that are simulated, or the days run backwards.",
    th: "วันที่อยู่นอกช่วงที่จำลอง หรือช่วงวันย้อนกลับ")

  /// The days must follow each other.
  package static let check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic] = { tree, root in
    func date(_ key: String) -> (CalendarDate, SourceRange)? {
      guard case .leaf(let leaf)? = tree[SettingPath(keys: ["calendar", key])],
        case .date(let date)? = ValueReader.value(of: leaf.node, as: .date(isYearly: false))
      else { return nil }
      return (date, leaf.range)
    }
    guard let (from, fromRange) = date("from"), let (to, toRange) = date("to") else { return [] }
    var found: [Diagnostic] = []
    if to < from {
      let meant = Words(
        en: "the season starts \(DateWords.both(from).english)", th: "ฤดูเริ่ม \(DateWords.both(from).thai)")
      found.append(
        Diagnostic(
          outsideCalendar, Words(en: "the calendar ends before it begins", th: "ปฏิทินจบก่อนเริ่ม"), at: toRange,
          DateWords.both(to)
        ).relating([Diagnostic.Label(fromRange, meant)]))
    }
    if let (warm, range) = date("warm_from"), warm > from {
      found.append(
        Diagnostic(
          outsideCalendar,
          Words(en: "`warm_from` is after the first day", th: "`warm_from` อยู่หลังวันแรก"), at: range, DateWords.both(warm)
        ))
    }
    return found
  }
}
