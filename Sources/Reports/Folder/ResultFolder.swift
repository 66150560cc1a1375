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
    /// A run's folder, with the scenario in it.
    case run(scenario: String)
    case other
  }

  package static func occupant(of path: String) -> Occupant {
    guard FileWriting.exists(path) else { return .nothing }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return .other }
    if names.isEmpty { return .nothing }
    guard let manifest = try? FileReading.bytes(of: path + "/manifest.json"),
      let root = ResultFolder.object(manifest, named: "manifest.json"),
      case .string(RunRecord.format)? = root["format"],
      let scenario = try? FileReading.bytes(of: path + "/scenario.json5")
    else { return .other }
    return .run(scenario: String(decoding: scenario, as: UTF8.self))
  }

  static let fileNames = [
    "manifest.json", "scenario.json5", "settings.csv", "summary.csv", "summary.json", "replications.csv", "daily.csv",
    "flows.csv", "columns.json", "report.html",
  ]

  /// Writes all files and gives the folder its name; what a run left there before is taken away.
  package func write(
    _ results: RunResults, _ record: RunRecord, report: String, started: String, ended: String
  ) throws(FileFault) {
    let tables = RunTables(results: results)
    let summary = SummaryEncoding(results)
    let texts = [
      record.manifest(results, started: started, ended: ended), record.scenario, record.settings, summary.csv,
      summary.json, tables.replications.csv, tables.daily.csv, tables.flows.csv, tables.columns, report,
    ]
    do throws(FileFault) {
      for (name, text) in zip(ResultFolder.fileNames, texts) {
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
    let reading = try ScenarioReading(
      path + "/scenario.json5", as: ScenarioFormat.format, library: ScenarioFormat.library)
    if reading.hasErrors { throw damaged("scenario.json5") }
    var plan = RunPlan(reading)
    (plan.reps, plan.seed) = (Int(reps), UInt64(seed))
    if case .bool(true)? = manifest["has_doubt"] { plan.hasDoubt = true }
    let names = policies.map { if case .string(let name) = $0.value { name } else { "" } }
    plan.policies = plan.scenario.policies.indices.filter { names.contains(plan.scenario.policies[$0].id) }
    guard plan.columns.indices.map({ plan.name($0) }) == names else { throw damaged("manifest.json") }

    guard let measures = measures(try bytes("columns.json")) else { throw damaged("columns.json") }
    guard let values = values(try table("replications.csv"), measures, plan) else { throw damaged("replications.csv") }
    guard let daily = daily(try table("daily.csv"), plan, first: first, years: Int(years)) else {
      throw damaged("daily.csv")
    }
    guard let flows = flows(try table("flows.csv"), plan) else { throw damaged("flows.csv") }
    let results = RunResults(plan: plan, summary: RunSummary(measures, values), daily: daily, flows: flows)
    let record = RunRecord(
      version: version, command: command, scenarioName: name,
      settings: String(decoding: try bytes("settings.csv"), as: UTF8.self),
      scenario: String(decoding: try bytes("scenario.json5"), as: UTF8.self))
    return (results, record)
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
