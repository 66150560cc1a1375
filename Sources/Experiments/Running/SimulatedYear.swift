import EventCore
import Ledger
import Preconditions
import ScenarioFile
import SupplyChain

/// Years of one scenario under one policy, each by its number; the province is founded once for all of them.
package struct SimulatedYear {
  private let plan: RunPlan
  private let policy: Int?
  private let founding: Founding

  package init(_ plan: RunPlan, policy: Int?) {
    self.plan = plan
    self.policy = policy
    var circumstances = Form.Circumstances()
    if let policy {
      // What a policy changes from the beginning may change who has what; what it changes later may not.
      let part = plan.scenario.policies[policy].part
      if part.from == nil {
        circumstances.adjustments = Timeline(plan, policy: policy, replication: 0).lastingAdjustments()
      }
    }
    founding = Founding(
      Form.read(plan.reading.tree, circumstances) { World($0) }, seed: plan.seed, share: plan.scenario.run.sampleShare)
  }

  package var world: World { founding.world }

  /// The province when the year of a number has passed.
  ///
  /// A year whose books do not balance stops the program.
  package func province(replication: Int) -> Province { province(replication) { _ in } }

  /// The books of the year of a number, opened when the first day that is shown begins.
  package func audit(replication: Int) -> YearAudit {
    var opening: Ledger?
    let province = province(replication) { opening = $0 }
    return YearAudit(
      policy: plan.name(of: policy), year: replication + 1,
      mass: province.books.mass.auditTable(since: opening?.mass.totals()),
      money: province.books.money.auditTable(since: opening?.money.totals()))
  }

  /// The same; whoever wants to may look at the books when the first day that is shown begins.
  private func province(_ replication: Int, opening: (Ledger) -> Void) -> Province {
    let timeline = Timeline(plan, policy: policy, replication: UInt32(replication))
    let beginning = timeline.beginning
    let clock = YearClock(hour: timeline.firstDay * 24 - 1)
    let words = plan.watch.stopping.map { stopping -> Stopping.Words in
      { stopping(beginning.later(hours: clock.hour), $0) }
    }
    return Stopping.saying(words) {
      var simulation = founding.simulation(
        replication: UInt32(replication), regimes: timeline.regimes(), listener: plan.watch.listener)
      repeat {
        clock.hour += 1
        if clock.hour == 0 { opening(simulation.model.books) }
      } while pass(clock.hour, &simulation, beginning)
      simulation.model.close()
      return simulation.model
    }
  }

  /// Lets an hour pass; whether another follows.
  private func pass(_ hour: Int, _ simulation: inout Simulation<Province>, _ beginning: YearMoment) -> Bool {
    let next = (hour + 1) * 60
    let end: RunEnd
    if plan.watch.checksEveryEvent {
      var check = BalanceCheck()
      end = simulation.run(until: next, watchedBy: &check)
    } else {
      end = simulation.run(until: next)
    }
    if let disturbance = plan.watch.disturbance { disturbance(beginning.later(hours: hour), &simulation.model) }
    return end == .reachedTime
  }

  /// What is measured of the year of a number.
  package func outcome(replication: Int) -> YearOutcome { province(replication: replication).measured(world) }
}
