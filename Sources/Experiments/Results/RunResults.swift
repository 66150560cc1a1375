import ScenarioFile
import SupplyChain

/// All that is known of a run: what was asked, every year's numbers, its days, and where the fruit went.
package struct RunResults {
  package let plan: RunPlan
  package private(set) var summary: RunSummary
  package let daily: DailyBands
  /// By policy, the mean of the years that are kept day by day.
  package let flows: [[Flow]]

  package init(plan: RunPlan, summary: RunSummary, daily: DailyBands, flows: [[Flow]]) {
    (self.plan, self.summary, self.daily, self.flows) = (plan, summary, daily, flows)
  }

  package init(_ plan: RunPlan, _ years: [[YearOutcome]]) {
    self.init(
      plan: plan, summary: RunSummary(years), daily: DailyBands(plan, years), flows: years.map(RunResults.meanFlows))
  }

  /// Takes the same years with doubt beside them.
  package mutating func add(doubted years: [[YearOutcome]]) { summary.add(doubted: years) }

  /// Whether some policy meets some target in fewer years than are wanted.
  package var missesTarget: Bool {
    plan.scenario.targets.contains { _, target in
      plan.columns.indices.contains { column in
        summary.yearsMeeting(target, policy: column).map { $0 < target.yearsWanted(of: plan.reps) } ?? true
      }
    }
  }

  private static func meanFlows(_ years: [YearOutcome]) -> [Flow] {
    let kept = years.map(\.flows).filter { !$0.isEmpty }
    guard var mean = kept.first else { return [] }
    for flow in mean.indices {
      mean[flow].tonnes = kept.reduce(0) { $0 + $1[flow].tonnes } / Double(kept.count)
      mean[flow].baht = kept.reduce(0) { $0 + $1[flow].baht } / Double(kept.count)
    }
    return mean
  }
}
