import ScenarioFile
import SupplyChain
import Synchronization

/// All that is known of a run: what was asked, every year's numbers, its days, and where the fruit went.
package struct RunResults {
  package let plan: RunPlan
  package private(set) var summary: RunSummary
  /// Worked out when somebody asks, which not everybody does.
  package var daily: DailyBands { bands.value }
  private let bands: Later<DailyBands>
  /// By policy, the mean of the years that are kept day by day.
  package let flows: [[Flow]]
  /// Why it has so many years, where nobody gave their number.
  package var enough: YearsEnough?

  package init(plan: RunPlan, summary: RunSummary, daily: DailyBands, flows: [[Flow]]) {
    self.init(plan: plan, summary: summary, bands: Later { daily }, flows: flows)
  }

  private init(plan: RunPlan, summary: RunSummary, bands: Later<DailyBands>, flows: [[Flow]]) {
    (self.plan, self.summary, self.bands, self.flows) = (plan, summary, bands, flows)
  }

  package init(_ plan: RunPlan, _ years: [[YearOutcome]]) {
    self.init(
      plan: plan, summary: RunSummary(years), bands: Later { DailyBands(plan, years) },
      flows: years.map(RunResults.meanFlows))
  }

  /// Takes the same years with doubt beside them.
  package mutating func add(doubted years: [[YearOutcome]]) { summary.add(doubted: years) }

  /// Whether some policy meets some target in fewer years than are wanted.
  package var missesTarget: Bool {
    plan.targets.contains { id, _ in
      plan.columns.indices.contains { column in
        guard let target = plan.target(id, of: column) else { return false }
        return summary.yearsMeeting(target, policy: column).map { $0 < target.yearsWanted(of: plan.reps) } ?? true
      }
    }
  }

  /// The same, compared with another column; answers the complaint where there is none of the name.
  package func compared(with name: String) -> (results: RunResults?, complaint: Diagnostic?) {
    var other = plan
    if let complaint = other.compare(with: name) { return (nil, complaint) }
    let names = plan.columns.indices.map { plan.name($0) }
    let order = other.columns.indices.compactMap { names.firstIndex(of: other.name($0)) }
    var results = RunResults(
      plan: other, summary: RunSummary(summary.measures, order.map { summary.values[$0] }),
      daily: daily.ordered(order), flows: order.map { flows[$0] })
    results.enough = enough.map { enough in
      guard case .chosen(let column, let years) = enough.verdict, let place = order.firstIndex(of: column) else {
        return enough
      }
      return YearsEnough(
        enough.kind, measure: enough.measure, number: enough.number, verdict: .chosen(place, years: years))
    }
    return (results, nil)
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

/// A value that is worked out once, the first time that somebody asks for it.
private final class Later<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}
