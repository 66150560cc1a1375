import ScenarioFile

/// A block on the disk: a line of names, a line a run, and a last line that proves the others.
struct BlockFile {
  /// What the last line says.
  struct Trailer: Equatable {
    let block: Int
    let first: Int
    let runs: Int
    /// Runs without numbers, and those of them that are our own fault.
    let failed: Int
    let broken: Int
    let plan: String
    let bytes: Int
    let hash: String

    fileprivate var line: String {
      "#"
        + JSONOutput.object([
          ("block", .number(Double(block))), ("first", .number(Double(first))), ("runs", .number(Double(runs))),
          ("failed", .number(Double(failed))), ("broken", .number(Double(broken))), ("plan", .text(plan)),
          ("bytes", .number(Double(bytes))), ("sha256", .text(hash)),
        ]).line() + "\n"
    }

    fileprivate init(
      block: Int, first: Int, runs: Int, failed: Int, broken: Int, plan: String, bytes: Int, hash: String
    ) {
      (self.block, self.first, self.runs, self.failed) = (block, first, runs, failed)
      (self.broken, self.plan, self.bytes, self.hash) = (broken, plan, bytes, hash)
    }

    /// Reads the last line of a file; nothing where it is none.
    fileprivate init?(_ tail: [UInt8], size: Int) {
      guard tail.last == UInt8(ascii: "\n") else { return nil }
      let start = tail.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      guard tail[start] == UInt8(ascii: "#"), let members = JSONNode.members(of: Array(tail[(start + 1)...]))
      else { return nil }
      func number(_ key: String) -> Int? {
        guard case .number(let number)? = members.first(where: { $0.key == key })?.node.value else { return nil }
        return Int(exactly: number)
      }
      func text(_ key: String) -> String? {
        guard case .string(let text)? = members.first(where: { $0.key == key })?.node.value else { return nil }
        return text
      }
      guard let block = number("block"), let first = number("first"), let runs = number("runs"),
        let failed = number("failed"), let broken = number("broken"), let plan = text("plan"),
        let bytes = number("bytes"), let hash = text("sha256"), bytes == size - (tail.count - start)
      else { return nil }
      self.init(
        block: block, first: first, runs: runs, failed: failed, broken: broken, plan: plan, bytes: bytes, hash: hash)
    }
  }

  let trailer: Trailer
  /// All before the last line.
  let rows: [UInt8]

  /// The most that a last line takes.
  private static let mostTail = 1_024
  private static let mostBytes = 1 << 30

  /// What the last line of a file says; nothing where it is no block.
  static func trailer(of path: String) -> Trailer? {
    FileReading.tail(of: path, mostTail).flatMap { Trailer($0.bytes, size: $0.size) }
  }

  /// The block in a file, where it is whole and nobody has changed it.
  init?(_ path: String) {
    guard let bytes = try? FileReading.bytes(of: path, limit: BlockFile.mostBytes),
      let trailer = Trailer(Array(bytes.suffix(BlockFile.mostTail)), size: bytes.count)
    else { return nil }
    let rows = bytes[..<trailer.bytes]
    guard SecureHash.hex(rows) == trailer.hash else { return nil }
    self.trailer = trailer
    self.rows = Array(rows)
  }

  init(_ block: Int, _ runs: Range<Int>, header: String, rows: [SweepRow], plan: String) {
    var bytes: [UInt8] = []
    bytes += (header + "\n").utf8
    for row in rows { bytes += (row.line + "\n").utf8 }
    self.rows = bytes
    trailer = Trailer(
      block: block, first: runs.lowerBound, runs: runs.count, failed: rows.count { $0.status != .ok },
      broken: rows.count { $0.status == .broken }, plan: plan, bytes: bytes.count, hash: SecureHash.hex(bytes[...]))
  }

  func write(to path: String) throws(FileFault) {
    let file = try WholeFile(path)
    try file.add(rows)
    try file.add(trailer.line)
    try file.finish()
  }
}

/// A line of the table: one run.
struct SweepRow {
  enum Status: String {
    case ok
    /// It crashed.
    case failed
    /// The program found that it contradicts itself.
    case broken
    /// The scenario does not fit together at this point.
    case invalid
  }

  let status: Status
  let line: String

  /// What is known of a run before it is run, and its measures as a line has them.
  init(_ plan: SweepPlan, _ run: SweepRun, _ values: [JSONOutput], _ status: Status, reason: String?, measures: String)
  {
    self.status = status
    let id = plan.identity.id(
      of: run, zip(plan.axes, values).map { ($0.path.description, $1.line()) })
    let cells: [MachineRows.Cell] =
      [
        .text(id), .count(run.point), .text(plan.run.name(run.policy)), .count(run.replication),
        .text(status.rawValue), .text(reason),
      ] + zip(plan.axes, values).map { SweepColumns.cell($1, of: $0) }
    line = SweepColumns.line(cells) + (measures.isEmpty ? "" : "," + measures)
  }
}
