import ScenarioFile
import SupplyChain
import Testing

@Suite("Lines of packers")
struct WorkingHoursTests {
  @Test("start when they open, also where that is no whole minute")
  func start() {
    func unsold(_ hour: String) -> Double {
      Seasons("small", changes: ["facilities.bunch-packers.opens_hour=\(hour)"], reps: 3)
        .values(.unsold).reduce(0, +)
    }
    // What has waited overnight would otherwise wait for the next load.
    #expect(unsold("7.43") < 1.5 * unsold("7"))
  }
}
