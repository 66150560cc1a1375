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
      "warm_from", daysBefore: DayBefore(days: 31, key: "from"),
      en: "Where the simulation begins: 31 days before the first day that is shown, unless told.",
      th: "วันเริ่มจำลอง ปกติ 31 วันก่อนวันแรกที่แสดงผล")
  }

  package static let outsideCalendar = DiagnosticKind.error(
    "outside-calendar", en: "A date lies outside the days that are simulated, or the days run backwards.",
    th: "วันที่อยู่นอกช่วงที่จำลอง หรือช่วงวันย้อนกลับ")

  package static let longWarmUp = DiagnosticKind.warning(
    "long-warm-up",
    en: "One file says where the simulation begins and another, for a later year, which day is shown first.",
    th: "ไฟล์หนึ่งระบุวันเริ่มจำลอง แต่อีกไฟล์ระบุวันแรกที่แสดงผลเป็นปีหลังจากนั้นมาก")

  /// The days must follow each other.
  package static let check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic] = { tree, root in
    func date(_ key: String) -> (CalendarDate, SourceRange)? {
      guard case .leaf(let leaf)? = tree[SettingPath(keys: ["calendar", key])],
        let date = leaf.date
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
    guard let (warm, range) = date("warm_from") else { return found }
    // Another file may have said it, of another year.
    let isInherited = range.text !== fromRange.text && !range.text.isArgument
    let help = Words(
      en: "say `warm_from` beside `from`; null is 31 days before", th: "ระบุ `warm_from` คู่กับ `from` ค่า null คือ 31 วันก่อน")
    if warm > from {
      found.append(
        Diagnostic(
          outsideCalendar,
          Words(en: "`warm_from` is after the first day", th: "`warm_from` อยู่หลังวันแรก"), at: range, DateWords.both(warm)
        ).relating(isInherited ? [Diagnostic.Label(fromRange, DateWords.both(from))] : [])
          .helping(isInherited ? help : nil))
    } else if isInherited, warm.distance(to: from) > 366 {
      let days = NumberText.grouped(Double(warm.distance(to: from)))
      found.append(
        Diagnostic(
          longWarmUp,
          Words(
            en: "\(days) days are simulated before the first one that is shown", th: "จำลอง \(days) วันก่อนวันแรกที่แสดงผล"),
          at: fromRange, DateWords.both(from)
        ).relating([Diagnostic.Label(range, Words("`warm_from`: ") + DateWords.both(warm))]).helping(help))
    }
    return found
  }
}
