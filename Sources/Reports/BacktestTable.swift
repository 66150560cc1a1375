import Experiments
import ScenarioFile
import SupplyChain
import Units

/// What `backtest` prints: of every season a table of what was seen, what was simulated and what would have been guessed;
/// at the end, how they compare over all points.
package struct BacktestTable {
  private let backtests: [Backtest]
  private let language: Language

  package init(_ backtests: [Backtest], _ language: Language) {
    self.backtests = backtests
    self.language = language
  }

  package var lines: [String] { backtests.flatMap { season($0) + [""] } + comparison }

  // MARK: A season

  private func season(_ backtest: Backtest) -> [String] {
    let title = backtest.observed.title[language]
    var lines = [(title.isEmpty ? "" : title + "  ") + "(\(backtest.observed.id))", header(backtest), ""]
    let numbers = backtest.points.map { cells($0) }
    let widths = headings.indices.map { column in
      ([headings[column]] + numbers.map { $0[column] }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    let labelWidth = backtest.points.map { DisplayWidth.of(label($0.seen)) + 4 }.max() ?? 0
    func row(_ cells: [String], _ label: String) -> String {
      let middle = zip(cells, widths).map { DisplayWidth.padLeft($0, to: $1) }.joined(separator: " ")
      // Thai comes last, where a terminal that mismeasures it does no harm.
      return language == .thai
        ? "  " + middle + "  " + label : "  " + DisplayWidth.pad(label, to: labelWidth - 2) + "  " + middle
    }
    lines.append(row(headings, language == .thai ? "ตัวชี้วัด" : ""))
    for metric in Sighting.Subject.allCases {
      let places = backtest.points.indices.filter { backtest.points[$0].seen.metric == metric }
      if places.isEmpty { continue }
      let unit = BacktestTable.unit(metric)[language]
      let name = metric.title[language] + unit
      lines.append(language == .thai ? row(headings.map { _ in "" }, name) : "  " + name)
      for place in places { lines.append(row(numbers[place], "  " + label(backtest.points[place].seen))) }
    }
    return (lines + verdict(backtest)).map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private func header(_ backtest: Backtest) -> String {
    let count = NumberText.grouped(Double(backtest.plan.reps))
    let (scenario, seed) = (backtest.observed.scenario, backtest.plan.seed)
    let world = backtest.plan.scenario.world
    let span = world.span.from.flatMap { from in world.span.to.map { TerminalSummary.span(from, $0) } } ?? Words("")
    return Words(
      en: "\(count) simulated years of \(scenario), seed \(seed), \(span.english)",
      th: "จำลอง \(count) ปีจาก \(scenario)  seed \(seed)  \(span.thai)")[language]
  }

  private var headings: [String] {
    [
      Words(en: "seen", th: "ที่พบ"), Words(en: "median", th: "ค่ากลาง"), Words(en: "off by", th: "คลาดเคลื่อน"),
      Words(en: "</> %", th: "</> %"),
    ].map { $0[language] } + NaiveGuess.allCases.map { $0.heading[language] }
  }

  /// What was seen, the median, how far off it is, years below and above, how far off the guesses are.
  private func cells(_ point: Backtest.Point) -> [String] {
    let score = point.score
    let digits = BacktestTable.digits(point)
    let share = score.map { score in
      func percent(_ count: Int) -> String { String(Int((Double(count) / Double(score.count) * 100).rounded())) }
      return percent(score.below) + "/" + percent(score.above)
    }
    return [
      seen(point, digits), score.map { value($0.median, point, digits) } ?? "–",
      score.map { BacktestTable.signed($0.error, digits) } ?? "–", share ?? "–",
    ]
      + zip(NaiveGuess.allCases, point.guesses).map { guess, guessed in
        guard let guessed else { return "–" }
        return BacktestTable.signed(guessed.error, digits) + (point.isWorse(than: guess) ? "*" : " ")
      }
  }

  private func seen(_ point: Backtest.Point, _ digits: Int) -> String {
    let (low, high) = (point.band.low, point.band.high)
    if low == high { return value(low, point, digits) }
    if !low.isFinite { return "≤" + value(high, point, digits) }
    if !high.isFinite { return "≥" + value(low, point, digits) }
    return value(low, point, digits) + "–" + value(high, point, digits)
  }

  private func value(_ number: Double, _ point: Backtest.Point, _ digits: Int) -> String {
    if point.seen.metric == .trough {
      return BacktestTable.day(CalendarDate(dayNumber: Int(number.rounded())))[language]
    }
    return TerminalSummary.fixed(number, digits)
  }

  /// Shares need more digits, the more the smaller they are; tons none.
  private static func digits(_ point: Backtest.Point) -> Int {
    switch point.seen.metric.unit {
    case .share:
      let least = [point.band.low, point.band.high].filter { $0.isFinite && $0 > 0 }.min() ?? 1
      return least < 0.01 ? 4 : 3
    case .bahtPerKilogram: return 1
    default: return 0
    }
  }

  /// Behind the name of a measure.
  private static func unit(_ metric: Sighting.Subject, ofDistance: Bool = false) -> Words {
    switch metric.unit {
    case .date: ofDistance ? Words(", ") + SettingUnit.days.words : Words("")
    case .share: Words(en: ", share", th: ", สัดส่วน")
    default: Words(", ") + metric.unit.words
    }
  }

  private static func signed(_ number: Double, _ digits: Int) -> String {
    let text = TerminalSummary.fixed(number, digits)
    return number > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  private static func day(_ date: CalendarDate) -> Words {
    Words(
      en: "\(date.day) \(MonthNames.english[date.month - 1])", th: "\(date.day) \(MonthNames.thai[date.month - 1])")
  }

  /// When, and of what.
  private func label(_ seen: ObservedPoint) -> String { BacktestTable.label(seen)[language] }

  /// When and of what something was seen.
  static func label(_ seen: ObservedPoint) -> Words {
    var parts: [Words] = []
    if let date = seen.date { parts.append(BacktestTable.day(date)) }
    if let from = seen.from, let to = seen.to { parts.append(TerminalSummary.week(from, to)) }
    if let form = seen.form { parts.append(Words(en: form.rawValue, th: form.words.thai)) }
    if let grade = seen.grade { parts.append(Words(grade.id)) }
    if let way = seen.channel ?? seen.market { parts.append(Words(way)) }
    if let isOffSeason = seen.isOffSeason {
      let season: SeasonChoice = isOffSeason ? .off : .in
      parts.append(Words(en: season.rawValue, th: season.words.thai))
    }
    guard let first = parts.first else { return Words(en: "all", th: "ทั้งหมด") }
    return parts.dropFirst().reduce(first) { $0 + Words(" ") + $1 }
  }

  // MARK: What it comes to

  /// Where somebody without a model would have been nearer, said plainly.
  private func verdict(_ backtest: Backtest) -> [String] {
    let spoken = backtest.points.filter { $0.guesses.contains { $0 != nil } }
    var lines = [
      Words(en: "</> %: years below what was seen, and above it", th: "</> %: ร้อยละของปีจำลองที่ต่ำกว่าและสูงกว่าค่าที่พบ")[
        language]
    ]
    let missing = backtest.points.count { $0.score == nil }
    if missing > 0 {
      lines.append(
        Words(
          en: "\(missing) of \(backtest.points.count) points never occurred in the simulation",
          th: "ข้อมูล \(missing) จาก \(backtest.points.count) ข้อไม่เกิดขึ้นเลยในการจำลอง")[language])
    }
    if spoken.isEmpty {
      lines.append(Words(en: "no naive guess can be made", th: "ไม่มีการเดาอย่างง่ายให้เทียบ")[language])
    } else {
      let better = spoken.count { point in !NaiveGuess.allCases.contains { point.isWorse(than: $0) } }
      lines.append(
        Words(
          en: "at \(better) of \(spoken.count) points no naive guess is nearer than the simulation",
          th: "ใน \(better) จาก \(spoken.count) ข้อ ไม่มีการเดาใดใกล้กว่าการจำลอง")[language])
      if better < spoken.count {
        lines.append(
          Words(en: "* this guess is nearer than the simulation", th: "* การเดานี้ใกล้กว่าการจำลอง")[language])
      }
    }
    return [""] + lines.map { "  " + $0 }
  }

  private var comparison: [String] {
    let all = Comparison.all(backtests)
    if all.isEmpty { return [] }
    let heads = [
      Words(en: "points", th: "ข้อ"), Words(en: "simulated", th: "จำลอง"), Words(en: "guess", th: "เดา"),
    ].map { $0[language] }
    func row(_ cells: [String], _ verdict: String, _ label: String) -> String {
      let middle = zip(cells, [7, 11, 11]).map { DisplayWidth.padLeft($0, to: $1) }.joined()
      return language == .thai
        ? "  " + middle + "  " + DisplayWidth.pad(verdict, to: 8) + label
        : "  " + DisplayWidth.pad(label, to: 36) + middle + "  " + verdict
    }
    var lines = [
      Words(en: "Mean distance from what was seen", th: "ระยะห่างเฉลี่ยจากค่าที่พบ")[language],
      row(heads, "", ""),
    ]
    for metric in Sighting.Subject.allCases {
      let rows = all.filter { $0.metric == metric }
      if rows.isEmpty { continue }
      lines.append(row([], "", metric.title[language] + BacktestTable.unit(metric, ofDistance: true)[language]))
      for comparison in rows {
        let digits = metric.unit == .share ? 3 : metric.unit == .tonnes ? 0 : 1
        let verdict =
          comparison.isWorse ? Words(en: "WORSE", th: "แย่กว่า")[language] : Words(en: "better", th: "ดีกว่า")[language]
        lines.append(
          row(
            [
              String(comparison.count), comparison.simulated.map { TerminalSummary.fixed($0, digits) } ?? "–",
              TerminalSummary.fixed(comparison.guessed, digits),
            ], verdict, "  " + comparison.guess.words[language]))
      }
    }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}
