import ScenarioFile
import Statistics

/// What matters most: a tornado, Morris' screening or Sobol' indices of every measure, under the first policy.
struct SweepSensitivity {
  private let plan: SweepPlan
  private let measures: [String]
  /// By measure, point and replication.
  private var outcomes: [[[Double?]]]

  /// Nothing where the design is not laid out for it.
  init?(_ plan: SweepPlan, measures: [String]) {
    guard plan.kind.isStructured else { return nil }
    self.plan = plan
    self.measures = measures
    outcomes = Array(repeating: [], count: measures.count)
  }

  mutating func add(_ values: [[Double?]]) {
    for measure in outcomes.indices { outcomes[measure].append(values[measure]) }
  }

  private static let columns = [
    "measure", "unit", "axis", "method", "term", "value", "low", "high", "dropped",
  ]

  /// Measures that do not vary, or are not there in every year, have no rows.
  func write(to path: String) throws(FileFault) {
    let file = try WholeFile(path)
    try file.add(SweepSensitivity.columns.joined(separator: ",") + "\n")
    for measure in measures.indices {
      for row in rows(outcomes[measure]) {
        let unit = SweepSummary.unit(measures[measure]).rawValue
        let interval: [MachineRows.Cell] = [
          .measure(row.value), row.low.map { .measure($0) } ?? .missing, row.high.map { .measure($0) } ?? .missing,
        ]
        let cells: [MachineRows.Cell] =
          [.text(measures[measure]), .text(unit.isEmpty ? nil : unit), .text(row.axis), .text(plan.kind.rawValue)]
          + [.text(row.term)] + interval + [.count(row.dropped)]
        try file.add(SweepColumns.line(cells) + "\n")
      }
    }
    try file.finish()
  }

  private struct Row {
    let axis: String?
    let term: String
    let value: Double
    var low: Double?
    var high: Double?
    /// Trajectories or base points that a failed run took along.
    var dropped = 0
  }

  private func rows(_ outcomes: [[Double?]]) -> [Row] {
    func name(_ axis: Int) -> String { plan.axes[axis].path.description }
    if plan.points.tornado != nil {
      let whole = outcomes.map { $0.compactMap(\.self) }
      guard let tornado = try? Tornado(outcomes: whole) else { return [] }
      return tornado.bars.flatMap { bar in
        [("low", bar.low), ("high", bar.high), ("swing", bar.swing)].map { term, change in
          Row(axis: name(bar.axis), term: term, value: change.mean, low: change.low, high: change.high)
        }
      }
    }
    if let design = plan.points.morris {
      guard let screening = try? MorrisScreening(design: design, outcomes: outcomes) else { return [] }
      let dropped = screening.dropped.count
      return screening.effects.enumerated().flatMap { axis, effect in
        [
          Row(
            axis: name(axis), term: "mu", value: effect.mean.mean, low: effect.mean.low, high: effect.mean.high,
            dropped: dropped),
          Row(
            axis: name(axis), term: "mu_star", value: effect.meanMagnitude.mean, low: effect.meanMagnitude.low,
            high: effect.meanMagnitude.high, dropped: dropped),
          Row(axis: name(axis), term: "sigma", value: effect.standardDeviation, dropped: dropped),
        ]
      }
    }
    guard let design = plan.points.saltelli,
      let indices = try? SobolIndices(design: design, outcomes: outcomes, seed: plan.run.seed)
    else { return [] }
    let dropped = indices.dropped.count
    let noise = indices.noiseShare.map { [Row(axis: nil, term: "noise_share", value: $0, dropped: dropped)] } ?? []
    return indices.axes.enumerated().flatMap { axis, index in
      [("first", index.first), ("total", index.total)].map { term, interval in
        Row(
          axis: name(axis), term: term, value: interval.estimate, low: interval.low, high: interval.high,
          dropped: dropped)
      }
    } + noise
  }
}
