import Foundation

/// The rows as they are kept in a file.
struct Record: Codable {
  var date: String
  var machine: String
  var processors: Int
  var rounds: Int
  var versions: [String: String]
  var replacements: [String: String]
  var rows: [Entry]

  struct Entry: Codable {
    var id: String
    var name: String
    var value: Double?
    var unit: String
    var direction: String?
    var atLeast: Double?
    var goal: Double?
    var spread: [Double]?
    var oursNanoseconds: Double?
    var peerNanoseconds: Double?
    var verdict: String
    var reason: String?

    init(_ row: Row) {
      id = row.id
      name = row.name
      value = row.value
      unit = row.unit.rawValue
      direction = row.bound?.direction.rawValue
      atLeast = row.bound?.least
      goal = row.bound?.goal
      spread = row.spread.map { [$0.least, $0.greatest] }
      oursNanoseconds = row.ours
      peerNanoseconds = row.peer
      verdict = row.verdict.name
      reason = row.verdict.reason
    }
  }

  init(rows: [Row], session: Session) {
    date = Date().formatted(.iso8601)
    machine = Self.processor
    processors = ProcessInfo.processInfo.activeProcessorCount
    rounds = session.effort.rounds
    versions = ["system": ProcessInfo.processInfo.operatingSystemVersionString]
    versions["g++"] = session.workshop.version(of: ["g++", "--version"])
    versions["swift"] = session.workshop.version(of: ["swift", "--version"])
    replacements = session.workshop.replacements
    self.rows = rows.map(Entry.init)
  }

  func write(to path: String) throws(BenchError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try (try encoder.encode(self) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw BenchError("cannot write \(path): \(error.localizedDescription)")
    }
  }

  private static var processor: String {
    let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = facts.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
  }
}

/// An earlier run to compare with.
struct Baseline {
  private let values: [String: Double]

  init(contentsOf path: String) throws(BenchError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchError("cannot read the baseline \(path)", status: 2)
    }
    guard let record = try? JSONDecoder().decode(Record.self, from: data) else {
      throw BenchError("\(path) is not what --json writes", status: 2)
    }
    let pairs = record.rows.compactMap { row in row.value.map { ("\(row.id) \(row.name)", $0) } }
    values = Dictionary(pairs) { first, _ in first }
  }

  /// By how much a value has changed: in per cent, or from what, where the earlier one was nothing.
  func change(of row: Row) -> String {
    guard let value = row.value, let earlier = values["\(row.id) \(row.name)"] else { return "new" }
    guard earlier != 0 else { return value == 0 ? "same" : "from 0" }
    return String(format: "%+.1f %%", (value / earlier - 1) * 100)
  }
}
