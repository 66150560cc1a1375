import Experiments
import ScenarioFile
import Testing
import Units

@testable import Ledger
@testable import SupplyChain

@Suite("The books")
struct BalanceTests {
  private static func plan() -> RunPlan {
    let reading = Seasons.reading(
      "small", DeadKeyTests.busy, changes: ["farms.households=12", "farms.area_rai=60"])
    precondition(!reading.hasErrors, "\(reading.diagnostics.map(\.message.english))")
    var plan = RunPlan(reading)
    plan.reps = 1
    plan.jobs = 1
    return plan
  }

  @Test("balance after every event, and looking changes nothing")
  func everyEvent() {
    var plan = Self.plan()
    let plain = SimulatedYears(plan).run()
    plan.watch.checksEveryEvent = true
    #expect(SimulatedYears(plan).run()[0][0].measures.values == plain[0][0].measures.values)
  }

  @Test("that a single event leaves wrong stop the run at that event, and not at the end of the year")
  func atTheEvent() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var plan = BalanceTests.plan()
      plan.watch.checksEveryEvent = true
      plan.watch.stopping = { moment, complaint in "\(complaint) \(moment.policy) \(moment.year) \(moment.date.isoText)"
      }
      plan.watch.disturbance = { moment, province in
        guard moment.date.month == 7, moment.date.day == 1, moment.hour == 9 else { return }
        // What no entry does: a gram goes out of an account and into none.
        province.books.mass.turnovers[province.accounts.onTrees[0].index].outOfCount += 1
      }
      _ = SimulatedYears(plan).run()
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains("the books do not balance"), "\(said)")
    #expect(said.hasSuffix(" baseline 1 2021-07-01\n"), "\(said)")
  }
}
