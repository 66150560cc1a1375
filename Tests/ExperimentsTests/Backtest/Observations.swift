import Experiments
import Foundation
import ScenarioFile

/// Observations that a test writes.
enum Observations {
  /// A file of them over the small scenario in a year, with points as a test gives them.
  static func text(_ points: String, _ rest: String = "", year: String = "2562") -> String {
    """
    {
      "observed": 1, "id": "test", "scenario": "lib:small",
      "calendar": { "from": "\(year)-01-01", "to": "\(year)-12-31" },
      \(rest)
      "points": [ \(points) ],
    }
    """
  }

  static func reading(_ text: String) throws -> ObservedReading {
    let folder = FileManager.default.temporaryDirectory.appending(path: "observed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "observed.json5")
    try Data(text.utf8).write(to: file)
    return try ObservedReading(file.path, library: ScenarioFormat.library)
  }

  /// What it says is wrong, with the line and column.
  static func complaints(_ text: String) throws -> [String] {
    try reading(text).diagnostics.map { diagnostic in
      let place = diagnostic.label.map { "\($0.range.line):\($0.range.column)" } ?? "-"
      return "\(diagnostic.kind.id) \(place)"
    }
  }

  /// The file's season, with what was simulated given by hand: numbers for each point, year by year.
  static func backtest(_ text: String, _ years: [[Double?]]) throws -> Backtest {
    let (observed, plan) = try plan(text)
    return Backtest(observed, plan, years)
  }

  static func plan(_ text: String) throws -> (Observed, RunPlan) {
    let reading = try reading(text)
    guard let scenario = reading.scenario, !reading.hasErrors else {
      throw Mistaken(complaints: reading.diagnostics.map(\.message.english))
    }
    return (Form.read(reading.file.tree) { Observed($0) }, RunPlan(scenario))
  }

  struct Mistaken: Error {
    let complaints: [String]
  }
}
