import ScenarioFile
import SupplyChain

/// A scenario that has been checked, with what the command line asked of it.
package struct RunPlan {
  package let reading: ScenarioReading
  package let scenario: Scenario
  package var policies: [Int]
  package var reps: Int
  package var seed: UInt64
  /// Whether every number that rests on nothing is drawn, once a year and the same under every policy.
  package var hasDoubt = false {
    didSet {
      doubts = hasDoubt ? Dictionary(reading.doubts.map { ($0.path, $0.law) }, uniquingKeysWith: { $1 }) : [:]
    }
  }
  /// What is drawn in the place of numbers, by path.
  private(set) var doubts: [String: DrawnNumber] = [:]
  package var jobs = 1
  package var watch = YearWatch()

  package init(_ reading: ScenarioReading) {
    self.reading = reading
    scenario = Form.read(reading.tree) { Scenario($0) }
    policies = Array(scenario.policies.indices)
    reps = scenario.run.reps
    seed = UInt64(scenario.run.seed)
  }

  /// The same for the policy alone that the others are compared with.
  package var ofFirstPolicy: RunPlan {
    var copy = self
    copy.policies = Array(policies.prefix(1))
    return copy
  }

  /// The same of another reading of the same policies.
  func reading(_ other: ScenarioReading) -> RunPlan {
    var plan = RunPlan(other)
    (plan.policies, plan.reps, plan.seed, plan.hasDoubt, plan.jobs) = (policies, reps, seed, hasDoubt, jobs)
    plan.watch = watch
    return plan
  }

  /// What a scenario lacks that others may build upon, but that cannot be run itself.
  package static func gaps(_ reading: ScenarioReading) -> [Diagnostic] {
    let calendar = reading.tree.root.object("calendar")
    return ["from", "to"].filter { calendar?.member($0) == nil }.map { key in
      Diagnostic(
        .missingKey,
        Words(
          en: "to be run, a scenario needs `calendar.\(key)`", th: "ไฟล์ที่จะรันต้องมี `calendar.\(key)`"),
        at: nil as Diagnostic.Label?
      ).helping(Words("--set calendar.\(key)=2569-\(key == "from" ? "01-01" : "12-31")"))
    }
  }

  static let unknownPolicy = DiagnosticKind.error(
    "unknown-policy", en: "`--policy` names a policy that the scenario does not have.",
    th: "`--policy` อ้างถึงมาตรการที่ไฟล์ไม่มี")

  /// The complaint about a policy that the scenario does not have; nothing where it has it.
  package func unknownPolicy(_ id: String) -> Diagnostic? {
    let known = scenario.policies.map(\.id)
    if known.contains(id) { return nil }
    let text = SourceText(name: "--policy", id, isArgument: true)
    return Diagnostic(
      RunPlan.unknownPolicy, Words(en: "there is no policy `\(id)`", th: "ไม่มีมาตรการ `\(id)`"),
      at: SourceRange(text, 0..<id.utf8.count)
    ).helping(
      Suggestion.question(id, in: known)
        ?? Words(en: "there are ", th: "มี ") + Words(known.isEmpty ? "-" : known.joined(separator: ", ")))
  }

  /// A column for each policy, or one where the file has none.
  package var columns: [Int?] { policies.isEmpty ? [nil] : policies.map { $0 } }

  package func name(_ column: Int) -> String { name(of: columns[column]) }

  func name(of policy: Int?) -> String { policy.map { scenario.policies[$0].id } ?? RunPlan.onlyPolicy }

  /// What the world as it is is called where a file has no policies.
  static let onlyPolicy = "baseline"
}
