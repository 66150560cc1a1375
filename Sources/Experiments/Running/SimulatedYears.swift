import Foundation
import SupplyChain
import Synchronization

/// Simulated years of one scenario, side by side on several threads; which thread runs which changes nothing.
package struct SimulatedYears {
  package let plan: RunPlan

  package init(_ plan: RunPlan) { self.plan = plan }

  /// Every year under every policy, those before the first aside: by policy, then by replication.
  ///
  /// A year whose books do not balance stops the program.
  package func run(
    from first: Int = 0, _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) -> [[YearOutcome]] {
    let fullYears = DailyBands.years(of: plan)
    return each(from: first, progress) { province, world, replication in
      let outcome = province.measured(world)
      return replication < fullYears ? outcome : outcome.withoutDays
    }
  }

  /// What somebody asks of every year that has passed: by policy, then by replication.
  package func each<Answer: Sendable>(
    from first: Int = 0, _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    _ ask: @escaping @Sendable (Province, World, _ replication: Int) -> Answer
  ) -> [[Answer]] {
    let columns = plan.columns
    let reps = plan.reps - first
    let tasks = columns.count * reps
    let years = columns.map { SimulatedYear(plan.alone($0.file), policy: $0.policy) }
    // Replications are outermost: every policy sees a year before the next year begins.
    let next = Atomic(0)
    let done = Atomic(0)
    let results = Mutex<[Answer?]>(Array(repeating: nil, count: tasks))
    DispatchQueue.concurrentPerform(iterations: max(1, min(plan.jobs, tasks))) { _ in
      while true {
        let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if task >= tasks { return }
        let year = years[task % columns.count]
        let replication = first + task / columns.count
        let (province, world) = year.year(replication: replication)
        let outcome = ask(province, world, replication)
        results.withLock { $0[task] = outcome }
        progress(done.wrappingAdd(1, ordering: .relaxed).newValue, tasks)
      }
    }
    let all = results.withLock { $0 }
    return columns.indices.map { column in (0..<reps).compactMap { all[$0 * columns.count + column] } }
  }
}
