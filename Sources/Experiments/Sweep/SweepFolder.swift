import Foundation
import ScenarioFile

/// A sweep's folder: the plan, blocks that are done, and the table when all are.
package struct SweepFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  func file(_ name: String) -> String { path + "/" + name }

  func block(_ number: Int) -> String {
    let digits = String(number)
    return path + "/blocks/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".part"
  }

  // MARK: The manifest

  /// What the manifest of a folder says.
  struct Manifest {
    let plan: String
    let epoch: Int
    let version: String
    let points: Int
    let policies: Int
    /// The replications of each round and the runs of its blocks.
    let rounds: [(replications: Int, runsPerBlock: Int)]
    let axes: [String]

    var all: [SweepRound] {
      var rounds: [SweepRound] = []
      for round in self.rounds {
        let last = rounds.last
        rounds.append(
          SweepRound(
            firstReplication: last.map { $0.firstReplication + $0.replications } ?? 0,
            replications: round.replications, points: points, policies: policies,
            firstRun: last.map { $0.firstRun + $0.runs } ?? 0, firstBlock: last.map { $0.firstBlock + $0.blocks } ?? 0,
            runsPerBlock: round.runsPerBlock))
      }
      return rounds
    }
  }

  /// The manifest, where there is one that can be read.
  func manifest() -> Manifest? {
    guard let bytes = try? FileReading.bytes(of: file("manifest.json")), let members = JSONNode.members(of: bytes)
    else { return nil }
    func text(_ key: String, _ members: [JSONMember]) -> String? {
      if case .string(let text)? = members.first(where: { $0.key == key })?.node.value { return text }
      return nil
    }
    func count(_ key: String, _ members: [JSONMember]) -> Int? {
      guard case .number(let number)? = members.first(where: { $0.key == key })?.node.value else { return nil }
      return Int(exactly: number).flatMap { $0 >= 0 ? $0 : nil }
    }
    func list(_ key: String) -> [JSONNode] {
      if case .array(let nodes)? = members.first(where: { $0.key == key })?.node.value { return nodes }
      return []
    }
    guard text("format", members) == "longan.sweep/1", let plan = text("plan", members),
      let epoch = count("epoch", members), let points = count("points", members), points > 0
    else { return nil }
    let rounds = list("rounds").compactMap { node -> (replications: Int, runsPerBlock: Int)? in
      guard case .object(let members) = node.value, let replications = count("replications", members),
        let runs = count("runs_per_block", members), replications > 0, runs > 0
      else { return nil }
      return (replications, runs)
    }
    let axes = list("axes").compactMap { node -> String? in
      if case .object(let members) = node.value { text("path", members) } else { nil }
    }
    return Manifest(
      plan: plan, epoch: epoch, version: text("version", members) ?? "", points: points,
      policies: max(1, list("policies").count), rounds: rounds, axes: axes)
  }

  private func text(of plan: SweepPlan, version: String) -> String {
    let axes = plan.axes.map { axis -> JSONOutput in
      var members: [(String, JSONOutput)] = [("path", .text(axis.path.description))]
      if axis.setting.unit != .none { members.append(("unit", .text(axis.setting.unit.rawValue))) }
      if let count = axis.count { members.append(("values", .number(Double(count)))) }
      return .object(members)
    }
    let rounds = plan.rounds.map { round -> JSONOutput in
      .object([
        ("first_replication", .number(Double(round.firstReplication))),
        ("replications", .number(Double(round.replications))), ("first_run", .number(Double(round.firstRun))),
        ("runs", .number(Double(round.runs))), ("first_block", .number(Double(round.firstBlock))),
        ("blocks", .number(Double(round.blocks))), ("runs_per_block", .number(Double(round.runsPerBlock))),
      ])
    }
    return JSONOutput.object([
      ("format", .text("longan.sweep/1")), ("plan", .text(plan.identity.plan)),
      ("scenario", .text(plan.identity.world)),
      ("epoch", .number(Double(SweepIdentity.epoch))), ("version", .text(version)),
      ("seed", .number(Double(plan.run.seed))), ("doubt", .flag(plan.run.hasDoubt)),
      ("design", .text(plan.kind.rawValue)), ("axes", .array(axes)), ("points", .number(Double(plan.pointCount))),
      ("policies", .array(plan.run.columns.indices.map { .text(plan.run.name($0)) })),
      ("order", .text("round, point, replication, policy")), ("rounds", .array(rounds)),
    ]).lines() + "\n"
  }

  /// The plan of the folder with all its rounds, as whoever made it had it.
  package func plan(_ format: FileFormat) throws(SweepError) -> SweepPlan {
    let manifest = try SweepStatus.manifest(of: self)
    do throws(FileFault) {
      let text = String(decoding: try FileReading.bytes(of: file("plan.json")), as: UTF8.self)
      if var plan = SweepWorker.plan(text, format), plan.identity.plan == manifest.plan {
        for round in manifest.rounds { plan.append(replications: round.replications, runsPerBlock: round.runsPerBlock) }
        return plan
      }
    } catch {
      throw .file(error)
    }
    throw .fault(
      SweepFault(
        .request,
        Words(
          en: "\(path) was made by another version of the model, \(manifest.version) of epoch \(manifest.epoch)",
          th: "\(path) สร้างโดยแบบจำลองรุ่นอื่น \(manifest.version) epoch \(manifest.epoch)")))
  }

  // MARK: Making and finding

  /// Makes the folder for a plan, or sees that the one that is there is of the same plan; takes over the rounds that it
  /// has, and adds one where more replications are wanted.
  package func open(
    _ plan: inout SweepPlan, replications: Int, version: String, isForced: Bool
  ) throws(SweepError) {
    let isThere = FileWriting.exists(path)
    if isThere, !FileWriting.isFolder(path) {
      throw .fault(SweepFault(.request, Words(en: "\(path) is no folder", th: "\(path) ไม่ใช่โฟลเดอร์")))
    }
    if isThere, !FileReading.mayBeRead(path) { throw .file(FileFault(.noPermission, path)) }
    // In this order: a twin may be writing the manifest just now.
    let names = FileReading.names(in: path)
    let manifest = manifest()
    if let manifest {
      if manifest.plan == plan.identity.plan {
        for round in manifest.rounds {
          plan.append(replications: round.replications, runsPerBlock: round.runsPerBlock)
        }
      } else if isForced {
        clear()
      } else {
        throw .fault(foreign(plan, manifest))
      }
    } else if !SweepFolder.isBeginning(names) {
      guard isForced, FileWriting.exists(file("manifest.json")) else {
        throw .fault(
          SweepFault(
            .request,
            Words(
              en: "\(path) holds other things than a sweep of this program", th: "\(path) มีไฟล์อื่นที่ไม่ใช่ของ sweep"),
            help: Words(en: "name a folder that is empty or not there", th: "ใช้โฟลเดอร์ว่างหรือชื่อใหม่")))
      }
      clear()
    }
    if replications > plan.replications { plan.append(replications: replications - plan.replications) }
    do throws(FileFault) {
      if !isThere { try FileWriting.makeFolder(path) }
      try makeRoom(plan)
      try FileWriting.makeFolder(file("blocks"))
      try FileWriting.makeFolder(file("attempts"))
      // Without a manifest, what is there may be the beginning of another plan.
      let isNew = manifest == nil
      if isNew || !FileWriting.exists(file("points.csv")) { try writePoints(plan) }
      try FileWriting.write(Array(SweepWorker.request(plan).utf8), to: file("plan.json"))
      if isNew || !FileWriting.exists(file("scenario.json5")) {
        try FileWriting.write(Array(ScenarioJSON.text(plan.reading).utf8), to: file("scenario.json5"))
      }
      try FileWriting.write(Array(text(of: plan, version: version).utf8), to: file("manifest.json"))
    } catch {
      throw .file(error)
    }
  }

  /// Whether a folder holds nothing but what ``open(_:replications:version:isForced:)`` makes before the manifest: a twin
  /// may be at it, or somebody has stopped it there.
  private static func isBeginning(_ names: [String]) -> Bool {
    if names.isEmpty { return true }
    let files = ["points.csv", "plan.json", "scenario.json5"]
    return names.contains("blocks")
      && names.allSatisfy { name in
        name == "blocks" || name == "attempts" || files.contains(name)
          || name.hasSuffix(".tmp") && (files + ["manifest.json"]).contains { name.hasPrefix($0 + ".") }
      }
  }

  /// Adds rounds that a running sweep has decided on.
  package func add(_ plan: SweepPlan, version: String) throws(SweepError) {
    do throws(FileFault) {
      try FileWriting.write(Array(text(of: plan, version: version).utf8), to: file("manifest.json"))
    } catch {
      throw .file(error)
    }
  }

  private func makeRoom(_ plan: SweepPlan) throws(FileFault) {
    let done = FileReading.names(in: file("blocks")).count { $0.hasSuffix(".part") }
    let missing = plan.runs - plan.runs / max(1, plan.blocks) * min(done, plan.blocks)
    if let free = FileWriting.freeBytes(at: path), free < plan.bytes(ofRuns: missing) {
      throw FileFault(.noSpace, path)
    }
  }

  /// Takes away all that a sweep has made.
  private func clear() {
    for name in FileReading.names(in: file("blocks")) { FileWriting.remove(file("blocks/" + name)) }
    for name in FileReading.names(in: file("attempts")) { FileWriting.remove(file("attempts/" + name)) }
    for name in FileReading.names(in: path) where !FileWriting.isFolder(file(name)) { FileWriting.remove(file(name)) }
  }

  /// Why a folder is of another plan.
  private func foreign(_ plan: SweepPlan, _ manifest: Manifest) -> SweepFault {
    var why: [String] = []
    if manifest.epoch != SweepIdentity.epoch { why.append("epoch \(manifest.epoch) → \(SweepIdentity.epoch)") }
    if let bytes = try? FileReading.bytes(of: file("scenario.json5")) {
      let text = SourceText(name: "scenario.json5", bytes: bytes)
      if let root = JSON5Reader.read(text).root {
        let old = ScenarioReading(layers: [ScenarioLayer(text: text, root: root)], as: plan.reading.format)
        let lines = Difference(old, plan.reading).lines.filter { !$0.path.hasPrefix("run.reps") }
        why += lines.prefix(5).map { "\($0.path) \($0.before?.spelling ?? "-") → \($0.after?.spelling ?? "-")" }
        if lines.count > 5 { why.append("…") }
      }
    }
    let reasons = why.isEmpty ? Words("") : Words(": " + why.joined(separator: "; "))
    return SweepFault(
      .request, Words(en: "\(path) belongs to another plan", th: "\(path) เป็นของแผนอื่น") + reasons,
      help: Words(
        en: "name another folder, or --force to begin anew in this one", th: "ใช้โฟลเดอร์อื่น หรือ --force เพื่อเริ่มใหม่"))
  }

  private func writePoints(_ plan: SweepPlan) throws(FileFault) {
    let file = try WholeFile(file("points.csv"))
    let table = PointTable(plan)
    try file.add(table.header + "\n")
    for point in 0..<plan.pointCount { try file.add(table.line(point) + "\n") }
    try file.finish()
  }
}

/// Why a sweep cannot go on: the request, or the machine.
package enum SweepError: Error {
  case fault(SweepFault)
  case file(FileFault)
}
