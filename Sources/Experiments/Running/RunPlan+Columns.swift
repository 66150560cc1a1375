import ScenarioFile
import SupplyChain
import Units

/// What stands beside each other in a run: policies of a file, or files on the same simulated years.
extension RunPlan {
  // MARK: Files

  /// Why files are not compared.
  package enum Unlike: Error {
    /// They simulate other days: the places of two of them.
    case days(Int, Int)
  }

  /// Several files side by side, each with what it is called; the first says how many years, and which luck.
  package static func side(by files: [(id: String, plan: RunPlan)]) throws(Unlike) -> RunPlan {
    let span = files[0].plan.scenario.world.span
    for (place, file) in files.enumerated().dropFirst() {
      // Luck goes by the calendar's year, so that other days are other luck.
      let own = file.plan.scenario.world.span
      if own.from != span.from || own.to != span.to { throw .days(0, place) }
    }
    let plans = files.enumerated().map { place, file in
      var plan = file.plan
      (plan.id, plan.place) = (file.id, place)
      return plan
    }
    var plan = plans[0]
    plan.others = Array(plans.dropFirst())
    return plan
  }

  /// Where a file stood before something else was put first.
  package func givenPlace(of file: Int) -> Int { file == 0 ? place : others[file - 1].place }

  /// What files are called: the id that a file itself gives, else its name as somebody typed it; numbered where two are
  /// the same.
  package static func ids(of files: [(name: String, plan: RunPlan)]) -> [String] {
    let own = files.map { $0.plan.ownID }
    var ids = files.indices.map { place -> String in
      // A copy keeps the id of what it was copied from.
      if let id = own[place], own.count(where: { $0 == id }) == 1 { return id }
      return stem(of: files[place].name)
    }
    for place in ids.indices {
      let id = ids[place]
      var number = 2
      while ids[..<place].contains(ids[place]) {
        ids[place] = "\(id)-\(number)"
        number += 1
      }
    }
    return ids
  }

  private var ownID: String? {
    guard case .leaf(let leaf)? = reading.tree[SettingPath(keys: ["id"])], case .string(let id) = leaf.node.value,
      !id.isEmpty, let last = reading.layers.last, leaf.range.text === last.text
    else { return nil }
    return id
  }

  /// A path without its folders and its ending, in the letters of ids.
  private static func stem(of name: String) -> String {
    let last = name.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? ""
    let stem =
      last.hasSuffix(".json5") ? String(last.dropLast(6)) : last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    let parts = stem.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let id = parts.joined(separator: "-")
    return id.first.map { $0.isLetter ? id : "file-" + id } ?? "file"
  }

  /// What a file says otherwise than the first, of what counts here: policies that are run, targets, the world.
  package func differences(ofFile file: Int) -> [SettingChange] {
    let difference = Difference(reading, others[file - 1].reading)
    let chosen = Set(columns.compactMap { column in column.policy.map { scenario(of: column.file).policies[$0].id } })
    let aside = ["sweep.", "run.reps", "run.seed"]
    return difference.changes().filter { change in
      if aside.contains(where: { change.path.hasPrefix($0) }) { return false }
      let keys = change.path.split(separator: ".")
      return keys.first != "policies" || keys.count > 1 && chosen.contains(String(keys[1]))
    }
  }

  // MARK: Choosing

  /// Takes the policies that somebody names, and puts what the others are compared with first; answers what is unknown.
  ///
  /// Without names that is every policy of a file, but of several files the first of each.
  package mutating func choose(_ ids: [String], baseline: String?) -> [Diagnostic] {
    if others.isEmpty {
      var unknown = ids.compactMap { unknownPolicy($0) }
      if let baseline, let complaint = unknownPolicy(baseline, flag: "--baseline") { unknown.append(complaint) }
      if !unknown.isEmpty { return unknown }
      policies = chosen(ids + (ids.isEmpty ? [] : [baseline].compactMap(\.self)), of: scenario)
    } else {
      let unknown = unknownPolicies(ids)
      if !unknown.isEmpty { return unknown }
      policies = ids.isEmpty ? Array(policies.prefix(1)) : chosen(ids, of: scenario)
      for place in others.indices {
        let other = others[place].scenario
        others[place].policies = ids.isEmpty ? Array(others[place].policies.prefix(1)) : chosen(ids, of: other)
      }
    }
    return baseline.flatMap { compare(with: $0) }.map { [$0] } ?? []
  }

  /// Of several files: a policy that none of them has, and a file that has none of the policies.
  private func unknownPolicies(_ ids: [String]) -> [Diagnostic] {
    guard let first = ids.first else { return [] }
    let known = (0..<fileCount).map { scenario(of: $0).policies.map(\.id) }
    let nowhere = ids.compactMap { RunPlan.unknown($0, in: known.flatMap(\.self), flag: "--policy") }
    if !nowhere.isEmpty { return nowhere }
    return known.enumerated().compactMap { file, known in
      ids.contains { known.contains($0) }
        ? nil : RunPlan.unknown(first, in: known, flag: "--policy", file: self.id(of: file))
    }
  }

  private func chosen(_ ids: [String], of scenario: Scenario) -> [Int] {
    scenario.policies.indices.filter { ids.isEmpty || ids.contains(scenario.policies[$0].id) }
  }

  /// Puts a column first, with its file; answers the complaint where there is none of the name.
  package mutating func compare(with name: String) -> Diagnostic? {
    let names = columns.indices.map { self.name($0) }
    // A file stands for the first of its columns.
    guard let place = names.firstIndex(of: name) ?? names.firstIndex(where: { $0.hasPrefix(name + "/") }) else {
      let noun = others.isEmpty ? RunPlan.policy : Words(en: "file or policy", th: "ไฟล์หรือมาตรการ")
      return RunPlan.unknown(name, in: names, flag: "--baseline", noun: noun)
    }
    let column = columns[place]
    var plans = (0..<fileCount).map { alone($0) }
    var first = plans.remove(at: column.file)
    if let policy = column.policy { first.policies = [policy] + first.policies.filter { $0 != policy } }
    first.others = plans
    self = first
    return nil
  }

  // MARK: Targets

  /// What some file wants to reach, by id and by what it is called.
  package var targets: [(id: String, title: Words)] {
    var found: [(id: String, title: Words)] = []
    for file in 0..<fileCount {
      for (id, target) in scenario(of: file).targets where !found.contains(where: { $0.id == id }) {
        found.append((id, target.title.english.isEmpty ? Words(id) : target.title))
      }
    }
    return found
  }

  /// The target of a column's own file.
  package func target(_ id: String, of column: Int) -> Target? {
    scenario(of: columns[column].file).targets.first { $0.id == id }?.part
  }
}
