import EventCore
import Ledger
import Preconditions
import ScenarioFile
import SupplyChain

/// Years of one scenario under one policy, each by its number; the province is founded once for all of them.
package struct SimulatedYear {
  private let plan: RunPlan
  private let policy: Int?
  /// Who has what, where that is the same in every year: nothing where it is in doubt.
  private let founding: Founding?

  package init(_ plan: RunPlan, policy: Int?) {
    self.plan = plan
    self.policy = policy
    founding = plan.hasDoubt ? nil : SimulatedYear.founding(plan, Timeline(plan, policy: policy, replication: 0))
  }

  private static func founding(_ plan: RunPlan, _ timeline: Timeline) -> Founding {
    Founding(
      Form.read(plan.reading.tree, timeline.settling) { World($0) }, seed: plan.seed,
      share: plan.scenario.run.sampleShare)
  }

  /// The year of a number, before it begins.
  package func simulation(replication: Int) -> Simulation<Province> {
    let timeline = Timeline(plan, policy: policy, replication: UInt32(replication))
    return (founding ?? SimulatedYear.founding(plan, timeline)).simulation(
      replication: UInt32(replication), regimes: timeline.regimes(), listener: plan.watch.listener)
  }

  /// The province and its world when the year of a number has passed.
  ///
  /// A year whose books do not balance stops the program.
  package func year(replication: Int) -> (province: Province, world: World) { year(replication) { _ in } }

  /// The books of the year of a number, opened when the first day that is shown begins.
  package func audit(replication: Int) -> YearAudit {
    var opening: Ledger?
    let province = year(replication) { opening = $0 }.province
    return YearAudit(
      policy: plan.name(of: policy), year: replication + 1,
      mass: province.books.mass.auditTable(since: opening?.mass.totals()),
      money: province.books.money.auditTable(since: opening?.money.totals()))
  }

  /// The same; whoever wants to may look at the books when the first day that is shown begins.
  private func year(_ replication: Int, opening: (Ledger) -> Void) -> (province: Province, world: World) {
    let timeline = Timeline(plan, policy: policy, replication: UInt32(replication))
    let beginning = timeline.beginning
    let clock = YearClock(hour: timeline.firstDay * 24 - 1)
    let words = plan.watch.stopping.map { stopping -> Stopping.Words in
      { stopping(beginning.later(hours: clock.hour), $0) }
    }
    return Stopping.saying(words) {
      let founding = founding ?? SimulatedYear.founding(plan, timeline)
      var simulation = founding.simulation(
        replication: UInt32(replication), regimes: timeline.regimes(), listener: plan.watch.listener)
      let (checksEveryEvent, disturbance) = (plan.watch.checksEveryEvent, plan.watch.disturbance)
      var end = RunEnd.reachedTime
      while end == .reachedTime {
        clock.hour += 1
        if clock.hour == 0 { opening(simulation.model.books) }
        end = simulation.pass(until: (clock.hour + 1) * 60, checkingEveryEvent: checksEveryEvent)
        if let disturbance { disturbance(beginning.later(hours: clock.hour), &simulation.model) }
      }
      simulation.model.close()
      return (simulation.model, founding.world)
    }
  }

  /// What is measured of the year of a number.
  package func outcome(replication: Int) -> YearOutcome {
    let (province, world) = year(replication: replication)
    return province.measured(world)
  }
}
