import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Units

/// How a run came about, for whoever wants to repeat it: what stands in `manifest.json`.
package struct RunRecord: Sendable {
  package static let format = "longan.run/1"

  package let version: String
  /// The command that gives the same numbers.
  package let command: String
  /// How the scenario was named.
  package let scenarioName: String
  /// Every value and where it comes from, as `longan show --format csv` prints them.
  package let settings: String
  /// The scenario with all its layers, as `longan show --json` prints it.
  package let scenario: String

  package init(version: String, command: String, scenarioName: String, settings: String, scenario: String) {
    (self.version, self.command, self.scenarioName) = (version, command, scenarioName)
    (self.settings, self.scenario) = (settings, scenario)
  }

  /// A short name of what the scenario means: the FNV hash of its text, in 64 bits.
  package var scenarioHash: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in scenario.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  func manifest(_ results: RunResults, started: String, ended: String) -> String {
    let plan = results.plan
    let title = plan.scenario.world.title
    return JSONOutput.object([
      ("format", .text(RunRecord.format)), ("version", .text(version)), ("command", .text(command)),
      (
        "scenario",
        .object([
          ("name", .text(scenarioName)), ("title", .object([("en", .text(title.english)), ("th", .text(title.thai))])),
          ("hash", .text(scenarioHash)),
        ])
      ), ("seed", .number(Double(plan.seed))), ("reps", .number(Double(plan.reps))),
      ("has_doubt", .flag(plan.hasDoubt)), ("policies", .array(plan.columns.indices.map { .text(plan.name($0)) })),
      ("daily_years", .number(Double(results.daily.years))),
      ("first_day", .text(results.daily.firstDay.isoText)), ("started", .text(started)), ("ended", .text(ended)),
    ]).lines() + "\n"
  }
}
