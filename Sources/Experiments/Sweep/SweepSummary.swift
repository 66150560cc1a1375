import ScenarioFile
import Statistics
import SupplyChain

/// What a sweep's years come to, written point by point while they are joined: `summary.csv`, a row for each measure of
/// a point and a policy, and `paired.csv`, where there is a policy to compare with the first.
struct SweepSummary {
  private let plan: SweepPlan
  private let names: [String]
  /// The columns that are measured in numbers.
  private let measured: [Int]
  private let summary: WholeFile
  private let paired: WholeFile?
  private var point = 0
  /// By policy, measure and replication.
  private var values: [[[Double?]]]
  private var sensitivity: SweepSensitivity?

  private static let summaryColumns = [
    "measure", "unit", "n", "mean", "mean_low", "mean_high", "sd", "p05", "p50", "p95", "worst10",
  ]
  private static let pairedColumns = [
    "baseline", "measure", "unit", "n", "change", "change_low", "change_high", "holm_low", "holm_high", "is_clear",
    "family", "better_years", "best_probability",
  ]

  init(_ plan: SweepPlan, _ folder: SweepFolder, names: [String]) throws(FileFault) {
    self.plan = plan
    self.names = names
    let fixed = SweepColumns.fixed(plan.axes).count
    measured = names.indices.filter { $0 >= fixed && SweepSummary.unit(names[$0]) != .date }
    values = Array(repeating: Array(repeating: [], count: measured.count), count: plan.policyCount)
    sensitivity = SweepSensitivity(plan, measures: measured.map { names[$0] })
    let place = ["point"] + plan.axes.map(\.path.description) + ["policy"]
    summary = try WholeFile(folder.file("summary.csv"))
    try summary.add((place + SweepSummary.summaryColumns).joined(separator: ",") + "\n")
    paired = plan.policyCount > 1 ? try WholeFile(folder.file("paired.csv")) : nil
    try paired?.add((place + SweepSummary.pairedColumns).joined(separator: ",") + "\n")
  }

  static func unit(_ name: String) -> SettingUnit {
    SettingUnit(key: name.split(separator: ".").last.map(String.init) ?? name)
  }

  /// Takes the cells of a run; the runs of a point come policy by policy within a replication.
  mutating func add(_ cells: [String], policy: Int) {
    for (place, column) in measured.enumerated() {
      values[policy][place].append(column < cells.count ? Double(cells[column]) : nil)
    }
  }

  /// Writes what the runs of a point come to.
  mutating func endPoint() throws(FileFault) {
    sensitivity?.add(values[0])
    let axes = zip(plan.axes, plan.values(at: point)).map { SweepColumns.cell($1, of: $0) }
    for policy in values.indices {
      let place: [MachineRows.Cell] = [.count(point)] + axes + [.text(plan.run.name(policy))]
      for measure in measured.indices {
        if let cells = SweepSummary.cells(values[policy][measure], SweepSummary.better(name(measure))) {
          try summary.add(SweepColumns.line(place + label(measure) + cells) + "\n")
        }
      }
    }
    if paired != nil, values.count > 1 {
      for measure in measured.indices { try compare(measure, axes) }
    }
    values = Array(repeating: Array(repeating: [], count: measured.count), count: plan.policyCount)
    point += 1
  }

  func finish(_ folder: SweepFolder) throws(FileFault) {
    try summary.finish()
    try paired?.finish()
    try sensitivity?.write(to: folder.file("sensitivity.csv"))
  }

  private func name(_ measure: Int) -> String { names[measured[measure]] }

  private func label(_ measure: Int) -> [MachineRows.Cell] {
    let unit = SweepSummary.unit(name(measure)).rawValue
    return [.text(name(measure)), .text(unit.isEmpty ? nil : unit)]
  }

  static func better(_ name: String) -> Metric.Better {
    let metric = name.split(separator: ".").last.map(String.init) ?? name
    return Metric.all.first { $0.id == metric }?.better ?? .neither
  }

  private static func cell(_ value: Double?) -> MachineRows.Cell { value.map { .measure($0) } ?? .missing }

  private static func cells(_ values: [Double?], _ better: Metric.Better) -> [MachineRows.Cell]? {
    let present = values.compactMap(\.self)
    guard let sample = try? OrderedSample(of: present), let sum = try? Summary(of: present) else { return nil }
    let interval = try? MeanInterval(of: present)
    let worst: Double? =
      switch better {
      case .more: (try? TailMean(.lower, of: sample, level: 0.9))?.mean
      case .less: (try? TailMean(.upper, of: sample, level: 0.9))?.mean
      case .neither: nil
      }
    return [
      .count(present.count), .measure(sum.mean), cell(interval?.low), cell(interval?.high),
      cell(present.count > 1 ? sum.standardDeviation : nil), cell(try? sample.quantile(0.05)),
      cell(try? sample.quantile(0.5)), cell(try? sample.quantile(0.95)), cell(worst),
    ]
  }

  /// The policies against the first in one measure; the interval of each leaves out chance for all of them together.
  private func compare(_ measure: Int, _ axes: [MachineRows.Cell]) throws(FileFault) {
    let whole = values.map { $0[measure].compactMap(\.self) }
    let years = values[0][measure].count
    // Where a year is missing nothing is compared: summary.csv tells how many there are.
    guard years > 1, whole.allSatisfy({ $0.count == years }) else { return }
    let changes = (1..<whole.count).compactMap { try? MeanDifference.paired(whole[$0], minus: whole[0]) }
    guard changes.count == whole.count - 1, let family = try? HolmFamily(of: changes) else { return }
    let better = SweepSummary.better(name(measure))
    let goal: Goal? = better == .more ? .larger : better == .less ? .smaller : nil
    let best = goal.flatMap { try? ProbabilityOfBest(of: whole, goal: $0, seed: plan.run.seed) }
    for (number, change) in changes.enumerated() {
      let policy = number + 1
      let member = family.members[number]
      let wins = goal.flatMap { try? YearsBetter(whole[policy], than: whole[0], goal: $0) }
      let cells: [MachineRows.Cell] =
        [.count(point)] + axes + [.text(plan.run.name(policy)), .text(plan.run.name(0))] + label(measure)
        + [
          .count(years), .measure(change.mean), .measure(change.low), .measure(change.high),
          .measure(member.adjusted.low), .measure(member.adjusted.high), .value(.flag(member.isClear)),
          .count(family.size), wins.map { .count($0.better) } ?? .missing,
          SweepSummary.cell(best?.probabilities[policy]),
        ]
      try paired?.add(SweepColumns.line(cells) + "\n")
    }
  }
}
