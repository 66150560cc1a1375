import Experiments
import ScenarioFile
import Statistics
import SupplyChain
import Units

/// What `run` prints: a sentence, a table of ten rows at most, the shape of the price.
package struct TerminalSummary {
  private let plan: RunPlan
  private let summary: RunSummary
  private let daily: DailyBands
  private let enough: Words?
  private let language: Language

  package init(_ results: RunResults, _ language: Language) {
    plan = results.plan
    daily = results.daily
    summary = results.summary
    enough = EnoughWords(results)?.words
    self.language = language
  }

  package var lines: [String] {
    var lines = plan.fileCount == 1 ? [title, header] : titles + [header]
    lines += RunHeader(plan).lines.map { $0[language] }
    if let sample = plan.sample { lines.append(sample.words[language]) }
    if summary.hasDoubt { lines.append(doubt) }
    lines.append("")
    lines += sentences
    if let enough { lines += TerminalSummary.wrapped(enough[language]) }
    lines.append("")
    lines += table
    lines += [""] + shape
    return lines
  }

  // MARK: Who, when

  private var calendar: (from: CalendarDate, to: CalendarDate)? {
    guard let from = plan.scenario.world.span.from, let to = plan.scenario.world.span.to else { return nil }
    return (from, to)
  }

  private var title: String {
    let title = plan.scenario.world.title[language]
    return title.isEmpty ? Words(en: "A scenario without a title", th: "สถานการณ์ไม่มีชื่อ")[language] : title
  }

  /// The files by their ids.
  private var titles: [String] {
    let ids = (0..<plan.fileCount).map { plan.id(of: $0) }
    let width = ids.map { DisplayWidth.of($0) }.max() ?? 0
    return ids.indices.map { file in
      let policy =
        plan.onlyPolicy(of: file).map { Words(en: " (policy \($0))", th: " (มาตรการ \($0))")[language] } ?? ""
      return DisplayWidth.pad(ids[file], to: width) + "  " + plan.scenario(of: file).world.title[language] + policy
    }
  }

  private var header: String {
    let span = calendar.map { TerminalSummary.span($0.from, $0.to) } ?? Words("")
    let count = NumberText.grouped(Double(plan.reps))
    return Words(
      en:
        "\(count) simulated \(plan.reps == 1 ? "year" : "years") per \(plan.fileCount == 1 ? "policy" : "file"), seed \(plan.seed), \(span.english)",
      th: "จำลอง \(count) ปีต่อ\(plan.fileCount == 1 ? "มาตรการ" : "ไฟล์")  seed \(plan.seed)  \(span.thai)")[language]
  }

  private var doubt: String {
    Words(
      en: "with doubt: the same years, each with another draw of what nobody has published",
      th: "เมื่อไม่แน่ใจ: ปีเดียวกัน แต่สุ่มค่าที่ไม่มีผู้เผยแพร่ใหม่ทุกปี")[language]
  }

  /// "15 Jun – 15 Oct 2569 (2026)".
  package static func span(_ from: CalendarDate, _ to: CalendarDate) -> Words {
    let sameYear = from.year == to.year
    func english(_ date: CalendarDate) -> String { "\(date.day) \(MonthNames.english[date.month - 1])" }
    func thai(_ date: CalendarDate) -> String { "\(date.day) \(MonthNames.thai[date.month - 1])" }
    return Words(
      en: (sameYear ? english(from) : from.englishTextWithBothYears) + " – " + to.englishTextWithBothYears,
      th: (sameYear ? thai(from) : from.thaiText) + " – " + to.thaiText)
  }

  /// The same without the year, and in one month without saying it twice.
  static func week(_ from: CalendarDate, _ to: CalendarDate) -> Words {
    let isOneMonth = from.month == to.month
    return Words(
      en: isOneMonth
        ? "\(from.day)–\(to.day) \(MonthNames.english[to.month - 1])"
        : "\(from.day) \(MonthNames.english[from.month - 1]) – \(to.day) \(MonthNames.english[to.month - 1])",
      th: isOneMonth
        ? "\(from.day)–\(to.day) \(MonthNames.thai[to.month - 1])"
        : "\(from.day) \(MonthNames.thai[from.month - 1]) – \(to.day) \(MonthNames.thai[to.month - 1])")
  }

  // MARK: What happens

  private var sentences: [String] {
    guard let calendar else { return [] }
    let days = summary.years(0, .daysBelowCost, form: "loose", grade: "AA")
    let cost = TerminalSummary.fixed(plan.scenario.world.terms.crop.costs.fullBahtPerKg, 2)
    let low = days.count { ($0 ?? 0) >= 7 }
    let (n, of) = (NumberText.grouped(Double(low)), NumberText.grouped(Double(days.count)))
    var sentences = [
      Words(
        en: "In \(n) of \(of) years the AA price stays below the \(cost) THB/kg cost of growing for a week or more.",
        th: "ราคา AA ต่ำกว่าต้นทุน \(cost) บาท/กก. อย่างน้อยหนึ่งสัปดาห์ ใน \(n) จาก \(of) ปีจำลอง")
    ]
    if let day = summary.row(0, .troughDay, form: "loose", grade: "AA"), let ripe = summary.row(0, .peakRipe),
      let capacity = summary.row(0, .peakCapacity)
    {
      let middle = calendar.from.advanced(by: Int(day.p50.rounded()))
      let week = TerminalSummary.week(middle.advanced(by: -3), middle.advanced(by: 3))
      let (tons, taken) = (TerminalSummary.amount(ripe.p50), TerminalSummary.amount(capacity.p50))
      sentences.append(
        Words(
          en:
            "The worst week for prices is usually \(week.english). At the peak \(tons) t ripen each day; buyers can take \(taken) t.",
          th: "สัปดาห์ที่ราคาแย่ที่สุดมักเป็น \(week.thai) ช่วงสูงสุดมีผลสุกวันละ \(tons) ตัน รับซื้อได้ \(taken) ตัน"))
    }
    let first = plan.fileCount == 1 ? "" : plan.id(of: 0) + ": "
    return sentences.flatMap { TerminalSummary.wrapped(first + $0[language]) }
  }

  /// In eighty columns, two spaces in; broken where the text has a space.
  private static func wrapped(_ text: String) -> [String] {
    text.split(separator: " ").reduce(into: [] as [String]) { lines, word in
      if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= 80 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append("  " + word)
      }
    }
  }

  // MARK: The table

  /// A row: its label, what stands under each policy with its mark, the unit.
  private struct Line {
    let label: Words
    let cells: [(text: String, mark: String)]
    let unit: Words
  }

  private var table: [String] {
    let columns = plan.columns.indices
    var header = columns.map { plan.name($0) }
    var lines = rows
    if columns.count == 1 {
      header.append(Words(en: "9 years in 10", th: "9 ใน 10 ปี")[language])
      if summary.hasDoubt { header.append(Words(en: "with doubt", th: "เมื่อไม่แน่ใจ")[language]) }
      lines = rowsWithRanges
    }
    let widths = header.indices.map { column in
      ([header[column]] + lines.map { $0.cells[column].text }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    let labelWidth = lines.map { DisplayWidth.of($0.label[language]) }.max() ?? 0
    func row(_ cells: [(text: String, mark: String)], _ label: String, _ unit: String) -> String {
      let middle = zip(cells, widths).map { cell, width in
        DisplayWidth.padLeft(cell.text, to: max(width, 9)) + (cell.mark.isEmpty ? "  " : " " + cell.mark)
      }.joined(separator: " ")
      // Thai comes last, where a terminal that mismeasures it does no harm.
      let line =
        language == .thai
        ? "  " + middle + " " + DisplayWidth.pad(unit, to: 9) + " " + label
        : "  " + DisplayWidth.pad(label, to: labelWidth) + " " + middle + " " + unit
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let head = row(
      header.map { ($0, "") }, language == .thai ? "ตัวชี้วัด" : "", language == .thai ? "หน่วย" : "")
    var text = [head] + lines.map { row($0.cells, $0.label[language], $0.unit[language]) }
    if lines.contains(where: { $0.cells.contains { !$0.mark.isEmpty } }) {
      text.append("  " + footnote[language])
    }
    return text
  }

  /// What marks mean; where several policies are compared, that they are.
  private var footnote: Words {
    let family = plan.columns.count - 1
    let (name, together) = (plan.name(0), family > 1)
    return Words(
      en:
        "▲ ▼ clear change from \(name) (the paired interval\(together ? ", for \(family) at once," : "") leaves out zero)",
      th: "▲ ▼ ต่างจาก \(name) ชัดเจน (ช่วงความเชื่อมั่น\(together ? "รวม \(family) คู่" : "")ไม่คร่อมศูนย์)")
  }

  /// What the table is about: a measure, how it is written, what it is divided by.
  private struct Entry {
    let metric: Metric
    var form = ""
    var grade = ""
    let unit: Words
    var divisor = 1.0
    var digits = 0
    var showsRange = false
    var showsWorst = false
  }

  private static let entries = [
    Entry(
      metric: .weekMin, form: "loose", grade: "AA", unit: Words(en: "THB/kg", th: "บาท/กก."), digits: 1,
      showsRange: true),
    Entry(metric: .daysBelowCost, form: "loose", grade: "AA", unit: Words(en: "days", th: "วัน")),
    Entry(metric: .unsold, unit: Words(en: "t", th: "ตัน")),
    Entry(metric: .farmIncomePerRai, unit: Words(en: "THB/rai", th: "บาท/ไร่"), showsWorst: true),
    Entry(metric: .publicCost, unit: Words(en: "M THB", th: "ล้านบาท"), divisor: 1e6),
  ]

  private func row(_ policy: Int, _ entry: Entry) -> RunSummary.Row? {
    summary.row(policy, entry.metric, form: entry.form, grade: entry.grade)
  }

  private var rows: [Line] {
    let columns = plan.columns.indices
    var lines: [Line] = []
    for entry in TerminalSummary.entries {
      let found = columns.map { row($0, entry) }
      func cells(_ number: (RunSummary.Row) -> String, isMarked: Bool) -> [(text: String, mark: String)] {
        found.map { row in
          guard let row else { return ("–", "") }
          return (number(row), isMarked ? TerminalSummary.mark(row) : "")
        }
      }
      func text(_ number: Double) -> String { TerminalSummary.fixed(number / entry.divisor, entry.digits) }
      lines.append(Line(label: entry.metric.words, cells: cells({ text($0.p50) }, isMarked: true), unit: entry.unit))
      if entry.showsRange {
        lines.append(
          Line(
            label: Words(en: "  9 years in 10 fall in", th: "  ช่วงที่พบ 9 ใน 10 ปี"),
            cells: cells({ span(text($0.p05), text($0.p95)) }, isMarked: false), unit: entry.unit))
        if summary.hasDoubt {
          lines.append(
            Line(
              label: Words(en: "  with doubt", th: "  ช่วงเมื่อไม่แน่ใจ"),
              cells: cells({ $0.doubt.map { span(text($0.p05), text($0.p95)) } ?? "–" }, isMarked: false),
              unit: entry.unit))
        }
      }
      if entry.showsWorst {
        let count = (plan.reps + 9) / 10
        let tenth = NumberText.grouped(Double(count))
        lines.append(
          Line(
            label: Words(
              en: count == 1 ? "  worst year" : "  mean of worst \(tenth) years", th: "  เฉลี่ย \(tenth) ปีที่แย่ที่สุด"),
            cells: cells({ $0.worstTenth.map(text) ?? "–" }, isMarked: false), unit: entry.unit))
      }
    }
    if columns.count > 1 { lines.append(beats) }
    return lines + targets
  }

  /// With one policy the second column is how far the years lie apart.
  private var rowsWithRanges: [Line] {
    var lines: [Line] = []
    for entry in TerminalSummary.entries {
      guard let row = row(0, entry) else { continue }
      func text(_ number: Double) -> String { TerminalSummary.fixed(number / entry.divisor, entry.digits) }
      var cells = [text(row.p50), span(text(row.p05), text(row.p95))]
      if summary.hasDoubt { cells.append(row.doubt.map { span(text($0.p05), text($0.p95)) } ?? "–") }
      lines.append(Line(label: entry.metric.words, cells: cells.map { ($0, "") }, unit: entry.unit))
    }
    let empty = Array(repeating: (text: "", mark: ""), count: summary.hasDoubt ? 2 : 1)
    return lines + targets.map { Line(label: $0.label, cells: $0.cells + empty, unit: $0.unit) }
  }

  private var beats: Line {
    let cells = plan.columns.indices.map { column -> (text: String, mark: String) in
      guard column > 0, let row = summary.row(column, .farmIncome), let years = row.betterYears else {
        return ("–", "")
      }
      return (Words(en: "\(years) of \(row.count)", th: "\(years) ใน \(row.count)")[language], "")
    }
    return Line(
      label: Words(en: "Income beats \(plan.name(0)) in", th: "รายได้ดีกว่า \(plan.name(0))"), cells: cells,
      unit: Words(en: "years", th: "ปี"))
  }

  private var targets: [Line] {
    plan.targets.map { id, title in
      let cells = plan.columns.indices.map { column -> (text: String, mark: String) in
        guard let target = plan.target(id, of: column), let met = summary.yearsMeeting(target, policy: column) else {
          return ("–", "")
        }
        let wanted = target.yearsWanted(of: plan.reps)
        return ((met >= wanted ? "✓ " : "✗ ") + "\(met)/\(wanted)", "")
      }
      return Line(
        label: Words(en: "Target ", th: "เป้าหมาย: ") + title, cells: cells, unit: Words(en: "years", th: "ปี"))
    }
  }

  private static func mark(_ row: RunSummary.Row) -> String {
    guard let change = row.change, row.isClear else { return "" }
    return change.mean > 0 ? "▲" : "▼"
  }

  // MARK: The shape

  private var shape: [String] {
    guard let calendar else { return [] }
    let bars = Array("▁▂▃▄▅▆▇█")
    // A year fits into a line; of more, several weeks share a column, which shows the lowest of them.
    let weeks = (calendar.from.distance(to: calendar.to) / 7 + 52) / 53
    let weekly = plan.columns.indices.map { lowest(of: medianByWeek($0), each: max(1, weeks)) }
    let all = weekly.flatMap { $0.compactMap { $0 } }
    guard let low = all.min(), let high = all.max() else { return [] }
    let span = TerminalSummary.span(calendar.from, calendar.to)
    var lines = [
      "  "
        + (weeks > 1
        ? Words(en: "Loose AA, lowest of \(weeks) weeks, ", th: "รูดร่วง AA ต่ำสุดในรอบ \(weeks) สัปดาห์ ")
        : Words(en: "Loose AA, median by week, ", th: "รูดร่วง AA ค่ากลางรายสัปดาห์ "))[language] + span[language]
    ]
    for column in plan.columns.indices {
      let line = weekly[column].map { price -> String in
        guard let price else { return " " }
        let step = high > low ? Int((price - low) / (high - low) * 7.999) : 0
        return String(bars[step])
      }.joined()
      let least = weekly[column].compactMap { $0 }.min() ?? 0
      lines.append(
        "    " + line + "  " + Words(en: "low ", th: "ต่ำสุด ")[language] + TerminalSummary.fixed(least, 1) + "  "
          + plan.name(column))
    }
    return lines
  }

  private func lowest(of prices: [Double?], each count: Int) -> [Double?] {
    stride(from: 0, to: prices.count, by: count).map { first in
      prices[first..<min(first + count, prices.count)].compactMap { $0 }.min()
    }
  }

  private func medianByWeek(_ column: Int) -> [Double?] {
    guard let series = daily.series(Metric.farmPrice.id, form: "loose", grade: "AA") else { return [] }
    let prices = Array(daily.column(2, of: series, policy: column))
    return stride(from: 3, to: prices.count, by: 7).map { prices[$0].isFinite ? prices[$0] : nil }
  }

  // MARK: Numbers

  static func fixed(_ number: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    let text = NumberText.grouped(rounded == 0 ? 0 : rounded)
    guard digits > 0 else { return text }
    let after = text.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    return text + (after == 0 ? "." : "") + String(repeating: "0", count: digits - min(after, digits))
  }

  /// From one number to another; a dash beside a minus would not be read.
  private func span(_ low: String, _ high: String) -> String {
    high.hasPrefix("-") ? Words(en: "\(low) to \(high)", th: "\(low) ถึง \(high)")[language] : "\(low)–\(high)"
  }

  /// To the nearest ten, as nobody knows tons a day more exactly.
  static func amount(_ number: Double) -> String { NumberText.grouped((number / 10).rounded() * 10) }
}
