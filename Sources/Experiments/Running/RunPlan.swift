import ScenarioFile
import SupplyChain

/// A scenario that has been checked, with what the command line asked of it; and others that are compared with it.
package struct RunPlan {
  package let reading: ScenarioReading
  package let scenario: Scenario
  /// The policies that are run, the first being what the others are compared with.
  package var policies: [Int]
  /// What `--set` changes, beside what the file says.
  package var changes: [SettingChange] = []
  /// Scenarios that stand beside this one, on the same simulated years: the first years, luck and threads are those of all.
  package var others: [RunPlan] = []
  /// What it is called where there are others, and its place among the files as they were typed.
  package internal(set) var id = ""
  var place = 0
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

  /// One scenario of all that are compared, by itself.
  package func alone(_ file: Int) -> RunPlan {
    var plan = file == 0 ? self : others[file - 1]
    plan.others = []
    (plan.reps, plan.seed, plan.hasDoubt, plan.jobs) = (reps, seed, hasDoubt, jobs)
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
    "unknown-policy", en: "`--policy` or `--baseline` names a policy that the scenario does not have.",
    th: "`--policy` หรือ `--baseline` อ้างถึงมาตรการที่ไฟล์ไม่มี")

  /// The complaint about a policy that the scenario does not have; nothing where it has it.
  package func unknownPolicy(_ id: String, flag: String = "--policy") -> Diagnostic? {
    RunPlan.unknown(id, in: scenario.policies.map(\.id), flag: flag)
  }

  static let policy = Words(en: "policy", th: "มาตรการ")

  static func unknown(_ id: String, in known: [String], flag: String, noun: Words = policy, file: String? = nil)
    -> Diagnostic?
  {
    if known.contains(id) { return nil }
    var seen: Set<String> = []
    let known = known.filter { seen.insert($0).inserted }
    let text = SourceText(name: flag, id, isArgument: true)
    return Diagnostic(
      RunPlan.unknownPolicy,
      Words(en: "there is no ", th: "ไม่มี") + noun + Words(" `\(id)`")
        + (file.map { Words(en: " in \($0)", th: " ใน \($0)") } ?? Words("")),
      at: SourceRange(text, 0..<id.utf8.count)
    ).helping(
      Suggestion.question(id, in: known)
        ?? Words(en: "there are ", th: "มี ") + Words(known.isEmpty ? "-" : known.joined(separator: ", ")))
  }

  // MARK: Columns

  /// One of the things that are compared: a policy of a file.
  package struct Column: Sendable, Equatable {
    /// The file's place, 0 for the first.
    package let file: Int
    /// Nothing for the world as it is, where the file has no policies.
    package let policy: Int?
  }

  /// A column for each policy of each file, or one where a file has none.
  package var columns: [Column] {
    ([self] + others).enumerated().flatMap { file, plan in
      plan.policies.isEmpty
        ? [Column(file: file, policy: nil)] : plan.policies.map { Column(file: file, policy: $0) }
    }
  }

  package var fileCount: Int { 1 + others.count }

  /// What a file is called where there are several.
  package func id(of file: Int) -> String { file == 0 ? id : others[file - 1].id }

  /// The scenario of a file.
  package func scenario(of file: Int) -> Scenario { file == 0 ? scenario : others[file - 1].scenario }

  /// What a column is called: its policy, of several files its file, and both where a file has several columns.
  package func name(_ column: Int) -> String {
    let columns = columns
    let (file, policy) = (columns[column].file, columns[column].policy)
    let name = policy.map { scenario(of: file).policies[$0].id } ?? RunPlan.onlyPolicy
    if others.isEmpty { return name }
    return columns.count == fileCount ? id(of: file) : id(of: file) + "/" + name
  }

  /// The policy of a file that is run under one of several alone, which its name does not tell.
  package func onlyPolicy(of file: Int) -> String? {
    let own = columns.filter { $0.file == file }
    guard scenario(of: file).policies.count > 1, columns.count == fileCount, let policy = own.first?.policy else {
      return nil
    }
    return scenario(of: file).policies[policy].id
  }

  func name(of policy: Int?) -> String { policy.map { scenario.policies[$0].id } ?? RunPlan.onlyPolicy }

  /// What the world as it is is called where a file has no policies.
  static let onlyPolicy = "baseline"
}
