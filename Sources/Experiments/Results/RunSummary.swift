import ScenarioFile
import Statistics
import SupplyChain

/// Many simulated years' numbers, by policy and measure.
package struct RunSummary: Sendable {
  package struct Row: Sendable {
    package let policy: Int
    package let measure: Measure
    /// The years in which there was such a number.
    package let count: Int
    package let mean: Double
    package let sd: Double
    package let p05: Double
    package let p50: Double
    package let p95: Double
    /// The mean of the worst tenth of the years; nothing where no direction is worse.
    package let worstTenth: Double?
    /// Years in which it was better than under the first policy, of those where both have it.
    package let betterYears: Int?
    /// The interval of the paired difference from the first policy.
    package let change: MeanDifference?
    /// The same, wider, so that with all policies that are compared in this measure none is taken for clear by chance more
    /// often than one alone would be: Holm.
    package var adjusted: MeanDifference?
    /// How many policies are compared so.
    package var family: Int?
    /// Whether it leaves out that nothing has changed.
    package var isClear: Bool { adjusted.map { !$0.contains(0) } ?? false }
    /// How far years lie apart when numbers that rest on nothing are drawn too.
    package var doubt: (p05: Double, p50: Double, p95: Double)?
  }

  package private(set) var rows: [Row]
  /// Values by policy, measure, year.
  package let values: [[[Double?]]]
  package let measures: [Measure]
  /// Whether the same was simulated with doubt too.
  package private(set) var hasDoubt = false

  package init(_ years: [[YearOutcome]]) {
    let measures = RunSummary.measures(years)
    self.init(measures, years.map { RunSummary.values(of: measures, $0) })
  }

  /// What is measured under some policy: of several files one may have what another has not.
  private static func measures(_ years: [[YearOutcome]]) -> [Measure] {
    merged(years.map { $0.first?.measures.measures ?? [] })
  }

  /// By measure and year; nothing for what is not measured there.
  private static func values(of measures: [Measure], _ years: [YearOutcome]) -> [[Double?]] {
    let own = years.first?.measures.measures ?? []
    let places = Dictionary(zip(own, own.indices), uniquingKeysWith: { first, _ in first })
    return measures.map { measure in
      let place = places[measure]
      return years.map { year in place.flatMap { year.measures.values[$0] } }
    }
  }

  /// Takes values by policy, measure and year.
  package init(_ measures: [Measure], _ values: [[[Double?]]]) {
    self.measures = measures
    self.values = values
    var rows: [Row] = []
    for policy in values.indices {
      for measure in measures.indices {
        if let row = RunSummary.row(policy, measures[measure], values[policy][measure], values[0][measure]) {
          rows.append(row)
        }
      }
    }
    self.rows = rows
    adjust()
  }

  /// The differences of a measure are looked at together.
  private mutating func adjust() {
    var places: [Measure: [Int]] = [:]
    for place in rows.indices where rows[place].change != nil { places[rows[place].measure, default: []].append(place) }
    for measure in measures {
      guard let places = places[measure], let family = try? HolmFamily(of: places.compactMap { rows[$0].change }) else {
        continue
      }
      for (place, member) in zip(places, family.members) {
        (rows[place].adjusted, rows[place].family) = (member.adjusted, family.size)
      }
    }
  }

  /// Takes the same years with doubt beside them.
  package mutating func add(doubted years: [[YearOutcome]]) {
    hasDoubt = true
    let doubted = years.map { RunSummary.values(of: measures, $0) }
    for place in rows.indices {
      guard let measure = measures.firstIndex(of: rows[place].measure) else { continue }
      let values = doubted[rows[place].policy][measure].compactMap(\.self)
      let sample = try? OrderedSample(of: values)
      let quantiles = [0.05, 0.5, 0.95].compactMap { probability in try? sample?.quantile(probability) }
      if quantiles.count == 3 { rows[place].doubt = (quantiles[0], quantiles[1], quantiles[2]) }
    }
  }

  package func row(
    _ policy: Int, _ metric: Metric, form: String = "", grade: String = "", district: String = "",
    channel: String = "", group: String = "", season: String = ""
  ) -> Row? {
    var measure = Measure(metric)
    (measure.form, measure.grade, measure.group, measure.season) = (form, grade, group, season)
    (measure.district, measure.channel) = (district, channel)
    return rows.first { $0.policy == policy && $0.measure == measure }
  }

  /// One measure under a policy, year by year; nothing where none is taken.
  package func years(_ policy: Int, _ metric: Metric, form: String = "", grade: String = "") -> [Double?] {
    var measure = Measure(metric)
    (measure.form, measure.grade) = (form, grade)
    return measures.firstIndex(of: measure).map { values[policy][$0] } ?? []
  }

  /// In how many years a policy reaches a target; nothing where nothing of the kind is measured.
  package func yearsMeeting(_ target: Target, policy: Int) -> Int? {
    guard case .parts(let parts) = target.measure.meaning(in: measures) else { return nil }
    let places = parts.compactMap { measures.firstIndex(of: $0) }
    return (values[policy].first?.indices ?? 0..<0).count { year in
      // Of several files one may lack a part that another has.
      let known = places.compactMap { values[policy][$0][year] }
      if known.isEmpty { return false }
      let value = known.reduce(0, +)
      return value >= target.atLeast ?? -.infinity && value <= target.atMost ?? .infinity
    }
  }

  private static func row(_ policy: Int, _ measure: Measure, _ values: [Double?], _ base: [Double?]) -> Row? {
    let present = values.compactMap { $0 }
    guard let sample = try? OrderedSample(of: present), !present.isEmpty else { return nil }
    // A quantile exists for every probability that is one.
    func quantile(_ probability: Double) -> Double { (try? sample.quantile(probability)) ?? 0 }
    let better = Metric.all.first { $0.id == measure.metric }?.better ?? .neither
    let pairs = zip(values, base).compactMap { value, base in value.flatMap { v in base.map { (v, $0) } } }
    let isPaired = policy > 0 && pairs.count == values.count && pairs.count > 1
    let sorted = sample.values
    let tenth = max(1, (sorted.count + 9) / 10)
    let worst: Double? =
      switch better {
      case .more: sorted.prefix(tenth).reduce(0, +) / Double(tenth)
      case .less: sorted.suffix(tenth).reduce(0, +) / Double(tenth)
      case .neither: nil
      }
    let mean = present.reduce(0, +) / Double(present.count)
    let squares = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Row(
      policy: policy, measure: measure, count: present.count, mean: mean,
      sd: present.count > 1 ? (squares / Double(present.count - 1)).squareRoot() : 0,
      p05: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95), worstTenth: worst,
      betterYears: policy > 0 && better != .neither
        ? pairs.count { better == .more ? $0.0 > $0.1 : $0.0 < $0.1 } : nil,
      change: isPaired ? try? MeanDifference.paired(pairs.map(\.0), minus: pairs.map(\.1)) : nil)
  }
}
