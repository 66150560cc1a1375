import Statistics
import SupplyChain
import Units

/// Many simulated years day by day: how far apart they lie, and ten of them alone.
///
/// Memory is bounded: where there are more years than fit, the first that fit stand for all, as years do not depend on
/// each other.
package struct DailyBands: Sendable {
  package static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]
  package static let singleYears = 10
  /// What is told of a series on a day: the quantiles, then single years.
  package static let columns = ["p05", "p25", "p50", "p75", "p95"] + (1...singleYears).map { "year_\($0)" }
  /// So many numbers are kept while years are run: some 160 MB.
  private static let mostValues = 40_000_000

  package let series: [Measure]
  package let firstDay: CalendarDate
  package let days: Int
  /// How many years of each policy they are made of.
  package let years: Int
  package let policies: Int
  /// By policy, series and column, then by day; not a number where there is nothing to tell.
  package private(set) var values: [Double]

  package init(series: [Measure], firstDay: CalendarDate, days: Int, years: Int, policies: Int) {
    (self.series, self.firstDay, self.days) = (series, firstDay, days)
    (self.years, self.policies) = (years, policies)
    values = Array(repeating: .nan, count: policies * series.count * DailyBands.columns.count * days)
  }

  /// How many years of a plan are kept day by day; it depends on the plan alone.
  static func years(of plan: RunPlan) -> Int {
    let span = plan.scenario.world.span
    let days = span.from.flatMap { from in span.to.map { from.distance(to: $0) + 1 } } ?? 1
    let seriesCount = 50 + 4 * plan.scenario.world.districts.count + 3 * plan.scenario.world.facilities.count
    let fit = mostValues / max(1, plan.columns.count * days * seriesCount)
    return min(plan.reps, max(2 * singleYears, fit))
  }

  init(_ plan: RunPlan, _ outcomes: [[YearOutcome]]) {
    let tables = outcomes.map { $0.compactMap(\.table) }
    // Of several files one may have what another has not.
    let series = merged(tables.map { $0.first?.series ?? [] })
    self.init(
      series: series, firstDay: plan.scenario.world.span.from ?? CalendarDate(dayNumber: 0),
      days: tables.first?.first?.days ?? 0, years: tables.first?.count ?? 0, policies: tables.count)
    for (policy, tables) in tables.enumerated() {
      let own = tables.first?.series ?? []
      let places = Dictionary(zip(own, own.indices), uniquingKeysWith: { first, _ in first })
      for place in series.indices {
        if let own = places[series[place]] { fill(policy, place, tables, from: own) }
      }
    }
  }

  private mutating func fill(_ policy: Int, _ series: Int, _ tables: [DayTable], from own: Int) {
    for day in 0..<days {
      let present = tables.map { Double($0.values[own * days + day]) }
      for (place, value) in present.prefix(DailyBands.singleYears).enumerated() {
        set(value, policy, series, DailyBands.probabilities.count + place, day)
      }
      let finite = present.filter(\.isFinite)
      // Half of the years must have something to tell, or it says nothing.
      guard finite.count * 2 > tables.count, let sample = try? OrderedSample(of: finite) else { continue }
      for (place, probability) in DailyBands.probabilities.enumerated() {
        set((try? sample.quantile(probability)) ?? .nan, policy, series, place, day)
      }
    }
  }

  /// The same with the policies in another order.
  func ordered(_ order: [Int]) -> DailyBands {
    var copy = self
    let size = series.count * DailyBands.columns.count * days
    copy.values = order.flatMap { values[$0 * size..<($0 + 1) * size] }
    return copy
  }

  /// To three digits behind the point, so that tables are small and what is read from them is what was written.
  package mutating func set(_ value: Double, _ policy: Int, _ series: Int, _ column: Int, _ day: Int) {
    values[place(policy, series, column) + day] = value.isFinite ? (value * 1_000).rounded() / 1_000 : .nan
  }

  private func place(_ policy: Int, _ series: Int, _ column: Int) -> Int {
    ((policy * self.series.count + series) * DailyBands.columns.count + column) * days
  }

  /// One column of a series, day by day.
  package func column(_ column: Int, of series: Int, policy: Int) -> ArraySlice<Double> {
    let start = place(policy, series, column)
    return values[start..<start + days]
  }

  /// The place of a series; nothing where there is none of the kind.
  package func series(
    _ metric: String, form: String = "", grade: String = "", district: String = "", channel: String = ""
  ) -> Int? {
    series.firstIndex {
      $0.metric == metric && $0.form == form && $0.grade == grade && $0.district == district && $0.channel == channel
    }
  }

  package func date(_ day: Int) -> CalendarDate { firstDay.advanced(by: day) }
}
