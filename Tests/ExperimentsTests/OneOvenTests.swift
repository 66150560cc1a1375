import Experiments
import ScenarioFile
import SupplyChain
import Testing

/// The model itself, reduced by its ordinary settings to what queueing theory knows.
@Suite("One oven with chance arrivals")
struct OneOvenTests {
  @Test("fruit waits as long as theory says", arguments: [(0.05, 0.35), (0.1, 0.7), (0.12, 0.84)])
  func wait(flowering: Double, lotsPerDay: Double) {
    let seasons = Seasons(
      "one-oven", "{}",
      changes: ["supply.offseason.success_dry_share=\(flowering)", "supply.offseason.success_rain_share=\(flowering)"],
      reps: 16, seed: 31)
    let waits = seasons.values(.waitHours, channel: "dryers")
    let mean = waits.reduce(0, +) / Double(waits.count)
    let variance = waits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(waits.count - 1)
    let error = (variance / Double(waits.count)).squareRoot()
    // One served a day, a Poisson number at one hour of the day: λ ÷ (2 · (1 − λ)) days.
    let expected = 24 * lotsPerDay / (2 * (1 - lotsPerDay))
    #expect((mean - expected).magnitude < 4 * error + 0.01 * expected, "\(mean) ± \(error), theory \(expected)")
    #expect(error < 0.08 * expected)
    // Little's law is not all: as much is worked as comes.
    let picked = seasons.values(.picked)[0] / 3_652
    #expect((picked / 2 - lotsPerDay).magnitude < 0.06 * lotsPerDay)
  }
}
