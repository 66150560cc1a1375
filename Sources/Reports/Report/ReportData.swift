import Experiments
import ScenarioFile
import SupplyChain
import Units

/// A run as its report sees it: names made harmless, days made smooth.
struct ReportData {
  let results: RunResults
  let record: RunRecord
  let policies: [Name]

  /// What somebody calls something: an id, and words that may stand in a picture.
  struct Name {
    let id: String
    let words: Words

    /// Short enough for a label.
    func short(_ columns: Int = 24) -> Words { words.named(most: columns) }
  }

  struct ShockSpan {
    let name: Name
    let days: ClosedRange<Int>
    let chance: Double
  }

  init(_ results: RunResults, _ record: RunRecord) {
    self.results = results
    self.record = record
    let plan = results.plan
    policies = plan.columns.enumerated().map { number, column in
      let id = plan.name(number)
      // Files may have the same title, but never the same id.
      if plan.fileCount > 1 { return Name(id: id, words: Words(id)) }
      guard let place = column.policy else {
        return Name(id: id, words: Words(en: "As things are", th: "ตามสภาพปัจจุบัน"))
      }
      let title = plan.scenario.policies[place].part.title.named(most: 60)
      return Name(id: id, words: title.english.isEmpty ? Words(id) : title)
    }
  }

  /// The world of a policy before it changes anything.
  func world(_ policy: Int) -> World { plan.scenario(of: plan.columns[policy].file).world }

  /// What a kilogram costs to grow there.
  func cost(_ policy: Int) -> Double { world(policy).terms.crop.costs.fullBahtPerKg }

  func shocks(_ policy: Int) -> [ShockSpan] {
    let daily = daily
    return plan.scenario(of: plan.columns[policy].file).shocks.compactMap { id, shock in
      guard let from = shock.from, let to = shock.to, shock.strength > 0, shock.chance > 0, daily.days > 0 else {
        return nil
      }
      let (first, last) = (daily.firstDay.distance(to: from), daily.firstDay.distance(to: to))
      guard last >= 0, first < daily.days, first <= last else { return nil }
      let title = shock.title.named(most: 60)
      return ShockSpan(
        name: Name(id: id, words: title.english.isEmpty ? Words(id) : title),
        days: max(0, first)...min(daily.days - 1, last), chance: shock.chance)
    }
  }

  var plan: RunPlan { results.plan }
  var daily: DailyBands { results.daily }
  var summary: RunSummary { results.summary }

  var title: Words {
    if plan.fileCount > 1 {
      let ids = (0..<plan.fileCount).map { plan.id(of: $0) }.joined(separator: ", ")
      return Words(en: "Scenarios compared: \(ids)", th: "เปรียบเทียบสถานการณ์ \(ids)")
    }
    return title(0)
  }

  /// What a file is called.
  func title(_ file: Int) -> Words {
    let title = plan.scenario(of: file).world.title.named(most: 160)
    return title.english.isEmpty ? Words(en: "A scenario without a title", th: "สถานการณ์ไม่มีชื่อ") : title
  }

  // MARK: Days

  /// A column of a series; all missing where there is no such series.
  func days(
    _ policy: Int, _ metric: String, _ column: Int = 2, form: String = "", grade: String = "", district: String = "",
    channel: String = ""
  ) -> [Double] {
    guard
      let series = daily.series(metric, form: form, grade: grade, district: district, channel: channel)
    else { return Array(repeating: .nan, count: daily.days) }
    return Array(daily.column(column, of: series, policy: policy))
  }

  /// The mean of seven days around each, of those that are there.
  static func smooth(_ days: [Double]) -> [Double] {
    days.indices.map { day in
      let near = days[max(0, day - 3)..<min(days.count, day + 4)].filter(\.isFinite)
      return days[day].isFinite && !near.isEmpty ? near.reduce(0, +) / Double(near.count) : .nan
    }
  }

  func dates(from: Double, to: Double) -> DateScale {
    DateScale(firstDay: daily.firstDay, days: daily.days, from: from, to: to)
  }

  /// So many days lie between two points of a line, for a drawing of a width; tables have one row a week.
  func step(_ width: Double) -> Int {
    let points = max(30, Int(width / (width < 300 ? 3 : 5)) / max(1, (policies.count + 3) / 4))
    return max(1, (daily.days + points - 1) / points)
  }

  /// The days that a table has rows of: one a week, or so that there are some sixty.
  var tableDays: [Int] {
    let step = max(7, (daily.days / 60 + 6) / 7 * 7)
    return Array(stride(from: min(3, max(0, daily.days - 1)), to: daily.days, by: step))
  }

  func points(_ days: [Double], _ dates: DateScale, _ scale: Scale, step: Int) -> [(x: Double, y: Double)] {
    stride(from: 0, to: days.count, by: step).map { (dates($0), scale(days[$0])) }
  }
}
