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
  /// The scenarios that are compared; one where policies are.
  package let files: [File]

  package struct File: Sendable {
    /// How the scenario was named.
    package let name: String
    /// Every value and where it comes from, as `longan show --format csv` prints them.
    package let settings: String
    /// The scenario with all its layers, as `longan show --json` prints it.
    package let scenario: String

    package init(name: String, settings: String, scenario: String) {
      (self.name, self.settings, self.scenario) = (name, settings, scenario)
    }

    /// A short name of what the scenario means: the FNV hash of its text, in 64 bits.
    package var hash: String { RunRecord.hash(scenario) }
  }

  package init(version: String, command: String, files: [File]) {
    (self.version, self.command, self.files) = (version, command, files)
  }

  /// The same with the scenarios in another order.
  package func ordered(_ places: [Int]) -> RunRecord {
    RunRecord(version: version, command: command, files: places.map { files[$0] })
  }

  /// Of several scenarios all together.
  package var scenarioHash: String { RunRecord.hash(files.map(\.scenario).joined()) }

  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  func manifest(_ results: RunResults, started: String, ended: String) -> String {
    let plan = results.plan
    let title = plan.scenario.world.title
    let columns = plan.columns
    let several =
      files.count < 2
      ? []
      : files.enumerated().map { number, file -> JSONOutput in
        .object([
          ("id", .text(plan.id(of: number))), ("name", .text(file.name)), ("hash", .text(file.hash)),
          (
            "policies",
            .array(
              columns.compactMap { column in
                column.file == number
                  ? column.policy.map { .text(plan.scenario(of: number).policies[$0].id) } : nil
              })
          ),
        ])
      }
    let changes = plan.changes.map { change -> JSONOutput in
      .object([
        ("path", .text(change.path)), ("name", .text(change.name)),
        ("before", change.before.map { .text($0) } ?? .null), ("after", change.after.map { .text($0) } ?? .null),
      ])
    }
    return JSONOutput.object([
      ("format", .text(RunRecord.format)), ("version", .text(version)), ("command", .text(command)),
      (
        "scenario",
        .object([
          ("name", .text(files[0].name)),
          ("title", .object([("en", .text(title.english)), ("th", .text(title.thai))])),
          ("hash", .text(scenarioHash)),
        ])
      ), ("seed", .number(Double(plan.seed))), ("reps", .number(Double(plan.reps))),
      ("has_doubt", .flag(plan.hasDoubt)), ("policies", .array(plan.columns.indices.map { .text(plan.name($0)) })),
      ("daily_years", .number(Double(results.daily.years))),
      ("first_day", .text(results.daily.firstDay.isoText)), ("files", .array(several)),
      ("changes", .array(changes)), ("stopping", EnoughWords(results)?.json ?? .null), ("started", .text(started)),
      ("ended", .text(ended)),
    ]).lines() + "\n"
  }
}
