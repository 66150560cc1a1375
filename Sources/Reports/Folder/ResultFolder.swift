import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Units

/// The folder of a run: everything that is known of it, in files that other programs read and `longan report` does.
///
/// It is written beside its name and gets the name when it is whole.
package struct ResultFolder {
  package let path: String
  private let temporary: String

  /// Makes room for a folder, before anything is simulated: what cannot be written is said at once.
  package init(at path: String) throws(FileFault) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    temporary = self.path + ".\(getpid()).part"
    guard unsafe mkdir(temporary, 0o755) == 0 else { throw FileWriting.fault(self.path) }
  }

  /// What stands under a path.
  package enum Occupant {
    case nothing
    /// A run's folder, with the scenarios in it.
    case run(scenarios: [String])
    case other
  }

  package static func occupant(of path: String) -> Occupant {
    guard FileWriting.exists(path) else { return .nothing }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return .other }
    if names.isEmpty { return .nothing }
    guard let manifest = try? FileReading.bytes(of: path + "/manifest.json"),
      let root = ResultFolder.object(manifest, named: "manifest.json"),
      case .string(RunRecord.format)? = root["format"]
    else { return .other }
    let scenarios = fileNames(root).map { try? FileReading.bytes(of: path + "/" + $0.scenario) }
    if scenarios.contains(where: { $0 == nil }) { return .other }
    return .run(scenarios: scenarios.map { String(decoding: $0 ?? [], as: UTF8.self) })
  }

  /// What the files of a scenario are called, the first of several without a number.
  private static func names(ofFile file: Int) -> (scenario: String, settings: String) {
    let number = file == 0 ? "" : "-\(file + 1)"
    return ("scenario\(number).json5", "settings\(number).csv")
  }

  /// The same of all scenarios of a manifest.
  private static func fileNames(_ manifest: [String: JSONValue]) -> [(scenario: String, settings: String)] {
    guard case .array(let files)? = manifest["files"], !files.isEmpty else { return [names(ofFile: 0)] }
    return files.indices.map { names(ofFile: $0) }
  }

  /// Writes all files and gives the folder its name; what a run left there before is taken away.
  package func write(
    _ results: RunResults, _ record: RunRecord, report: String, started: String, ended: String
  ) throws(FileFault) {
    let tables = RunTables(results: results)
    let summary = SummaryEncoding(results)
    var texts = [
      ("manifest.json", record.manifest(results, started: started, ended: ended)), ("summary.csv", summary.csv),
      ("summary.json", summary.json), ("replications.csv", tables.replications.csv), ("daily.csv", tables.daily.csv),
      ("flows.csv", tables.flows.csv), ("columns.json", tables.columns), ("report.html", report),
    ]
    for (place, file) in record.files.enumerated() {
      let names = ResultFolder.names(ofFile: place)
      texts += [(names.scenario, file.scenario), (names.settings, file.settings)]
    }
    do throws(FileFault) {
      for (name, text) in texts {
        try FileWriting.write(Array(text.utf8), to: temporary + "/" + name, of: path)
      }
    } catch {
      abandon()
      throw error
    }
    let old = path + ".\(getpid()).old"
    let isThere = FileWriting.exists(path)
    guard unsafe !isThere || rename(path, old) == 0 else { throw given() }
    guard unsafe rename(temporary, path) == 0 else {
      let fault = given()
      if isThere { _ = unsafe rename(old, path) }
      throw fault
    }
    if isThere { try? FileManager.default.removeItem(atPath: old) }
  }

  private func given() -> FileFault {
    let fault = FileWriting.fault(path)
    abandon()
    return fault
  }

  /// Takes away what has been written so far.
  package func abandon() { try? FileManager.default.removeItem(atPath: temporary) }
}

// MARK: Reading

extension ResultFolder {
  /// A run as its folder tells it.
  package static func read(_ path: String) throws(FileFault) -> (RunResults, RunRecord) {
    func damaged(_ name: String) -> FileFault { FileFault(.damaged, path + "/" + name) }
    func bytes(_ name: String) throws(FileFault) -> [UInt8] {
      try FileReading.bytes(of: path + "/" + name, limit: 4 << 30)
    }
    func table(_ name: String) throws(FileFault) -> CSVTable {
      guard let table = CSVTable(try bytes(name)) else { throw damaged(name) }
      return table
    }
    guard let manifest = object(try bytes("manifest.json"), named: "manifest.json"),
      case .string(RunRecord.format)? = manifest["format"], case .string(let version)? = manifest["version"],
      case .string(let command)? = manifest["command"], case .number(let seed)? = manifest["seed"],
      case .number(let reps)? = manifest["reps"], case .array(let policies)? = manifest["policies"],
      case .number(let years)? = manifest["daily_years"], case .string(let firstDay)? = manifest["first_day"],
      case .object(let scenario)? = manifest["scenario"], let first = try? CalendarDate(text: firstDay),
      case .string(let name)? = scenario.first(where: { $0.key == "name" })?.node.value,
      1...1e6 ~= reps, 0...1e6 ~= years, 0...Double(Int32.max) ~= seed
    else { throw damaged("manifest.json") }
    var plans: [RunPlan] = []
    for names in fileNames(manifest) {
      let reading = try ScenarioReading(
        path + "/" + names.scenario, as: ScenarioFormat.format, library: ScenarioFormat.library)
      if reading.hasErrors { throw damaged(names.scenario) }
      plans.append(RunPlan(reading))
    }
    let names = texts(policies)
    guard var plan = several(plans, manifest, names) else { throw damaged("manifest.json") }
    (plan.reps, plan.seed) = (Int(reps), UInt64(seed))
    plan.changes = changes(manifest)
    if case .bool(true)? = manifest["has_doubt"] { plan.hasDoubt = true }
    guard plan.columns.indices.map({ plan.name($0) }) == names else { throw damaged("manifest.json") }

    guard let measures = measures(try bytes("columns.json")) else { throw damaged("columns.json") }
    guard let values = values(try table("replications.csv"), measures, plan) else { throw damaged("replications.csv") }
    guard let daily = daily(try table("daily.csv"), plan, first: first, years: Int(years)) else {
      throw damaged("daily.csv")
    }
    guard let flows = flows(try table("flows.csv"), plan) else { throw damaged("flows.csv") }
    var results = RunResults(plan: plan, summary: RunSummary(measures, values), daily: daily, flows: flows)
    results.enough = EnoughWords.read(manifest["stopping"], plan)
    var files: [RunRecord.File] = []
    for (place, names) in fileNames(manifest).enumerated() {
      files.append(
        RunRecord.File(
          name: fileNamed(place, manifest) ?? name,
          settings: String(decoding: try bytes(names.settings), as: UTF8.self),
          scenario: String(decoding: try bytes(names.scenario), as: UTF8.self)))
    }
    return (results, RunRecord(version: version, command: command, files: files))
  }

  private static func texts(_ nodes: [JSONNode]) -> [String] {
    nodes.map { if case .string(let text) = $0.value { text } else { "" } }
  }

  /// What the manifest says of a file of several.
  private static func members(_ place: Int, _ manifest: [String: JSONValue]) -> [String: JSONValue] {
    guard case .array(let files)? = manifest["files"], files.indices.contains(place),
      case .object(let members) = files[place].value
    else { return [:] }
    return Dictionary(members.map { ($0.key, $0.node.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func fileNamed(_ place: Int, _ manifest: [String: JSONValue]) -> String? {
    if case .string(let name)? = members(place, manifest)["name"] { name } else { nil }
  }

  /// The plan of all files with the policies that were run, in their order; nothing where they do not fit.
  private static func several(_ plans: [RunPlan], _ manifest: [String: JSONValue], _ names: [String]) -> RunPlan? {
    func chosen(_ plan: RunPlan, _ names: [String]) -> [Int] {
      names.compactMap { name in plan.scenario.policies.firstIndex { $0.id == name } }
    }
    if plans.count == 1 {
      var plan = plans[0]
      plan.policies = chosen(plan, names)
      return plan
    }
    var files: [(id: String, plan: RunPlan)] = []
    for (place, plan) in plans.enumerated() {
      let members = members(place, manifest)
      guard case .string(let id)? = members["id"], case .array(let policies)? = members["policies"] else { return nil }
      files.append((id, plan))
      files[place].plan.policies = chosen(plan, texts(policies))
    }
    return try? RunPlan.side(by: files)
  }

  private static func changes(_ manifest: [String: JSONValue]) -> [SettingChange] {
    guard case .array(let changes)? = manifest["changes"] else { return [] }
    return changes.compactMap { change in
      guard case .object(let members) = change.value else { return nil }
      func text(_ key: String) -> String? {
        if case .string(let text)? = members.first(where: { $0.key == key })?.node.value { text } else { nil }
      }
      guard let path = text("path"), let name = text("name") else { return nil }
      return SettingChange(path: path, name: name, before: text("before"), after: text("after"))
    }
  }

  fileprivate static func object(_ bytes: [UInt8], named name: String) -> [String: JSONValue]? {
    let (node, complaints) = JSON5Reader.read(SourceText(name: name, bytes: bytes))
    guard complaints.isEmpty, case .object(let members)? = node?.value else { return nil }
    return Dictionary(members.map { ($0.key, $0.node.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func measures(_ bytes: [UInt8]) -> [Measure]? {
    guard case .object(let table)? = object(bytes, named: "columns.json")?["replications.csv"],
      case .array(let fields)? = table.first?.node.value
    else { return nil }
    return fields.compactMap { field -> Measure? in
      guard case .object(let members) = field.value else { return nil }
      func text(_ key: String) -> String {
        if case .string(let text)? = members.first(where: { $0.key == key })?.node.value { return text }
        return ""
      }
      let metric = text("metric")
      if metric.isEmpty { return nil }
      return Measure(
        metric: metric, form: text("form"), grade: text("grade"), district: text("district"), channel: text("channel"),
        season: text("season"), group: text("group"))
    }
  }

  private static func values(_ table: CSVTable, _ measures: [Measure], _ plan: RunPlan) -> [[[Double?]]]? {
    let policies = plan.columns.indices.map { plan.name($0) }
    guard table.names == ["policy", "replication"] + measures.map(\.column),
      table.rows.count == policies.count * plan.reps
    else { return nil }
    var values = policies.map { _ in measures.map { _ in [Double?](repeating: nil, count: plan.reps) } }
    for (place, row) in table.rows.enumerated() {
      let (policy, year) = (place / plan.reps, place % plan.reps)
      guard row[0] == policies[policy], row[1] == String(year) else { return nil }
      for measure in measures.indices where !row[measure + 2].isEmpty {
        guard let value = Double(row[measure + 2]), value.isFinite else { return nil }
        values[policy][measure][year] = value
      }
    }
    return values
  }

  private static func daily(_ table: CSVTable, _ plan: RunPlan, first: CalendarDate, years: Int) -> DailyBands? {
    let policies = plan.columns.count
    guard table.names == RunTables.dailyKeys + DailyBands.columns else { return nil }
    let days = table.rows.prefix { $0[0..<1] + $0[2..<7] == table.rows[0][0..<1] + table.rows[0][2..<7] }.count
    guard days > 0, table.rows.count % (policies * days) == 0 else { return nil }
    let series = (0..<table.rows.count / (policies * days)).map { place in
      let row = table.rows[place * days]
      return Measure(metric: row[2], form: row[3], grade: row[4], district: row[5], channel: row[6])
    }
    var daily = DailyBands(series: series, firstDay: first, days: days, years: years, policies: policies)
    for (place, row) in table.rows.enumerated() {
      let (policy, rest) = place.quotientAndRemainder(dividingBy: series.count * days)
      guard row[0] == plan.name(policy), row[1] == daily.date(rest % days).isoText else { return nil }
      for column in DailyBands.columns.indices where !row[column + 8].isEmpty {
        guard let value = Double(row[column + 8]) else { return nil }
        daily.set(value, policy, rest / days, column, rest % days)
      }
    }
    return daily
  }

  private static func flows(_ table: CSVTable, _ plan: RunPlan) -> [[Flow]]? {
    var flows = plan.columns.map { _ in [Flow]() }
    let names = plan.columns.indices.map { plan.name($0) }
    for row in table.rows {
      guard row.count == 5, let policy = names.firstIndex(of: row[0]), let tonnes = Double(row[3]),
        let baht = Double(row[4])
      else { return nil }
      flows[policy].append(Flow(from: row[1], to: row[2], tonnes: tonnes, baht: baht))
    }
    return flows
  }
}
