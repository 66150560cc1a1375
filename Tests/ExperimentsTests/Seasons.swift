import Experiments
import Foundation
import ScenarioFile
import SupplyChain

/// Simulated years of a scenario that a test writes, on top of a built-in one.
struct Seasons {
  let plan: RunPlan
  let years: [[YearOutcome]]
  let summary: RunSummary

  init(
    _ base: String = "small", _ text: String = "{}", changes: [String] = [], reps: Int = 1, seed: UInt64 = 1,
    jobs: Int = 2
  ) {
    let reading = Seasons.reading(base, text, changes: changes)
    precondition(!reading.hasErrors, "\(reading.diagnostics.map(\.message.english))")
    self.init(reading, reps: reps, seed: seed, jobs: jobs)
  }

  init(_ reading: ScenarioReading, reps: Int = 1, seed: UInt64 = 1, jobs: Int = 2) {
    var plan = RunPlan(reading)
    plan.reps = reps
    plan.seed = seed
    plan.jobs = jobs
    self.plan = plan
    years = SimulatedYears(plan).run()
    summary = RunSummary(years)
  }

  /// What a test writes, on top of a built-in scenario.
  static func reading(_ base: String, _ text: String, changes: [String] = []) -> ScenarioReading {
    let text = SourceText(name: "test.json5", #"{ "extends": "lib:\#(base)", "# + text.drop { $0 != "{" }.dropFirst())
    let folder = FileManager.default.temporaryDirectory.appending(path: "seasons-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "test.json5")
    try? Data(text.bytes).write(to: file)
    guard
      let reading = try? ScenarioReading(
        file.path, changes: changes, as: ScenarioFormat.format, library: ScenarioFormat.library)
    else { preconditionFailure("the scenario of a test can be read") }
    return reading
  }

  /// The values of one measure under a policy, year by year.
  func values(
    _ metric: Metric, form: String = "", grade: String = "", channel: String = "", season: String = "",
    group: String = "", policy: Int = 0
  ) -> [Double] {
    years[policy].map { year in
      let place = year.measures.measures.firstIndex {
        $0.metric == metric.id && $0.form == form && $0.grade == grade && $0.channel == channel
          && $0.season == season && $0.group == group
      }
      return place.flatMap { year.measures.values[$0] } ?? .nan
    }
  }
}
