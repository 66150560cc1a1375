import Dispatch
import ScenarioFile
import Statistics
import SupplyChain
import Synchronization
import Units

/// Why a policy's years differ from another's: how much of the change in one measure each changed setting accounts for.
///
/// Every group of the settings that differ is tried, on the same years: exact Shapley parts, which add up to the whole.
/// Beyond ten settings orders are drawn, and the parts come with an interval.
package struct PolicyAttribution: Sendable {
  /// One setting that differs, with what it is without and with the change; all dates of a policy are one.
  package struct Setting: Sendable {
    package let name: String
    package let before: String
    package let after: String
  }

  package let settings: [Setting]
  /// Makes the scenario in which some of the settings are as in the second.
  private let mixed: @Sendable (UInt64) -> RunPlan?
  private let seed: UInt64

  /// Groups of settings that do not fit together cannot be taken apart.
  package struct Unfit: Error {
    package let settings: [String]
  }

  /// So many simulated years answer within seconds.
  private static let years = 384
  /// Beyond ten settings, so many orders and their reverses are drawn.
  private static let pairs = 32

  // MARK: Policies of one file

  /// Compares a policy with another of the same scenario.
  package init(_ plan: RunPlan, from base: Int?, to policy: Int) {
    let shape = plan.reading.format.shape
    let before = PolicyAttribution.leaves(plan, base)
    let after = PolicyAttribution.leaves(plan, policy)
    let keys = after.map(\.key) + before.map(\.key).filter { key in !after.contains { $0.key == key } }
    func text(_ node: SettingTree.Node?) -> String { if case .leaf(let leaf)? = node { leaf.node.json } else { "-" } }
    let changed = keys.filter { text(PolicyAttribution.node(before, $0)) != text(PolicyAttribution.node(after, $0)) }
    let groups = PolicyAttribution.grouped(changed) { key in
      let end = key.split(separator: ".").last.map(String.init) ?? ""
      if end == "from" || end == "to" { return true }
      if case .date? = shape.setting(SettingPath("policies.x." + key, in: shape))?.type { return true }
      return false
    }
    /// Where a policy says nothing, what the world says: the value itself, or a change that changes nothing.
    func shown(_ leaves: [(key: String, node: SettingTree.Node)], _ key: String) -> String {
      if let node = PolicyAttribution.node(leaves, key) { return text(node) }
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      switch parts[0] {
      case "set" where parts.count == 2: return plan.reading.standing(SettingPath(parts[1], in: shape))?.line() ?? "-"
      case "scale": return "1"
      case "add": return "0"
      default: return "-"
      }
    }
    settings = groups.map { group in
      Setting(
        name: group.name, before: group.keys.map { shown(before, $0) }.joined(separator: ", "),
        after: group.keys.map { shown(after, $0) }.joined(separator: ", "))
    }
    seed = plan.seed
    let id = plan.scenario.policies[policy].id
    mixed = { subset in
      // What both say stays; of what differs, the subset is the second's.
      var values: [(path: SettingPath, node: SettingTree.Node?)] = []
      for (number, group) in groups.enumerated() where subset >> UInt64(number) & 1 == 0 {
        for key in group.keys {
          values.append((PolicyAttribution.place(key, of: id), PolicyAttribution.node(before, key)))
        }
      }
      let reading = plan.reading.laying(values, of: SourceText(name: "why", ""))
      if reading.hasErrors { return nil }
      var mix = plan.reading(reading)
      mix.policies = [policy]
      return mix
    }
  }

  /// What a policy says, by keys in it; nothing for no policy.
  private static func leaves(_ plan: RunPlan, _ policy: Int?) -> [(key: String, node: SettingTree.Node)] {
    guard let policy,
      case .object(let object)? = plan.reading.tree[
        SettingPath(keys: ["policies", plan.scenario.policies[policy].id])]
    else { return [] }
    var found: [(key: String, node: SettingTree.Node)] = []
    func collect(_ object: SettingTree.Object, _ path: String) {
      for member in object.members {
        switch member.node {
        case .object(let inner): collect(inner, path + member.key + ".")
        case .leaf: if member.key != "title" || !path.isEmpty { found.append((path + member.key, member.node)) }
        }
      }
    }
    collect(object, "")
    return found
  }

  private static func node(_ leaves: [(key: String, node: SettingTree.Node)], _ key: String) -> SettingTree.Node? {
    leaves.first { $0.key == key }?.node
  }

  /// In `set`, `scale` and `add` the rest of a path is one key.
  private static func place(_ key: String, of policy: String) -> SettingPath {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    let isPaths = ["set", "scale", "add"].contains(parts[0]) && parts.count == 2
    return SettingPath(keys: ["policies", policy] + (isPaths ? parts : key.split(separator: ".").map(String.init)))
  }

  private static func grouped(
    _ keys: [String], _ isDate: (String) -> Bool
  ) -> [(name: String, keys: [String])] {
    let dates = keys.filter(isDate)
    let others = keys.filter { !isDate($0) }.map { (name: $0, keys: [$0]) }
    return others + (dates.isEmpty ? [] : [(name: dates.count == 1 ? dates[0] : "dates", keys: dates)])
  }

  // MARK: Two files

  /// Compares the worlds of two scenarios, each without a policy.
  package init(_ first: ScenarioReading, _ second: ScenarioReading, seed: UInt64, hasDoubt: Bool = false) {
    let shape = first.format.shape
    let aside = ["policies.", "targets.", "sweep.", "run."]
    let lines = Difference(first, second).lines.filter { line in !aside.contains { line.path.hasPrefix($0) } }
    let groups = PolicyAttribution.grouped(lines.map(\.path)) { path in
      if case .date? = shape.setting(SettingPath(path, in: shape))?.type { return true }
      return false
    }
    settings = groups.map { group in
      let own = lines.filter { group.keys.contains($0.path) }
      return Setting(
        name: group.name, before: own.map { $0.before?.spelling ?? "-" }.joined(separator: ", "),
        after: own.map { $0.after?.spelling ?? "-" }.joined(separator: ", "))
    }
    self.seed = seed
    mixed = { subset in
      var values: [(path: SettingPath, node: SettingTree.Node?)] = []
      for (number, group) in groups.enumerated() where subset >> UInt64(number) & 1 == 1 {
        for key in group.keys {
          let path = SettingPath(key, in: shape)
          // A default of the second takes the place of what the first says.
          values.append((path, second.written[path]))
        }
      }
      let reading = first.laying(values, of: SourceText(name: "why", ""))
      if reading.hasErrors { return nil }
      var plan = RunPlan(reading)
      plan.policies = []
      plan.seed = seed
      plan.hasDoubt = hasDoubt
      return plan
    }
  }

  // MARK: Answering

  /// Years for each group, unless told: fewer where there are more groups.
  package var standardReplications: Int { max(2, PolicyAttribution.years / groups.count) }

  private var permutations: ShapleyPermutations? {
    settings.count > ShapleyAttribution.mostSettings
      ? try? ShapleyPermutations(settingCount: settings.count, pairCount: PolicyAttribution.pairs, seed: seed) : nil
  }

  private var groups: [UInt64] { permutations?.groups ?? (0..<(1 << UInt64(settings.count))).map { $0 } }

  package var isExact: Bool { settings.count <= ShapleyAttribution.mostSettings }

  /// The parts of the change in a measure; nothing where it is not measured in every year.
  package func parts(
    of measure: @escaping @Sendable (YearMeasures) -> Double?, replications: Int, jobs: Int
  ) throws(Unfit) -> ShapleyAttribution? {
    let groups = groups
    var plans: [RunPlan] = []
    for group in groups {
      guard let plan = mixed(group) else {
        throw Unfit(settings: settings.indices.filter { group >> UInt64($0) & 1 == 1 }.map { settings[$0].name })
      }
      plans.append(plan)
    }
    let next = Atomic(0)
    let outcomes = Mutex<[[Double?]]>(Array(repeating: [], count: groups.count))
    let all = plans
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, groups.count))) { _ in
      while true {
        let group = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if group >= all.count { return }
        let year = SimulatedYear(all[group], policy: all[group].columns[0].policy)
        let values = (0..<replications).map { measure(year.outcome(replication: $0).measures) }
        outcomes.withLock { $0[group] = values }
      }
    }
    let rows = outcomes.withLock { $0 }.map { $0.compactMap(\.self) }
    guard rows.allSatisfy({ $0.count == replications }) else { return nil }
    if let permutations { return try? ShapleyAttribution(permutations: permutations, outcomes: rows) }
    return try? ShapleyAttribution(settingCount: settings.count, outcomes: rows)
  }
}
