import Foundation

/// How much is measured.
struct Effort: Equatable {
  /// Counted rounds; with none, contenders are compared by what they pop and nothing is timed.
  var rounds: Int
  /// What one contender is timed for in one round, where its smallest number of steps does not take longer.
  var seconds: Double
  /// Sizes above this are left out, by name.
  var largestPending: Int
  /// Up to this size contenders are compared over a whole cycle of a ladder; above, over two steps an event.
  var largestVerifiedCycle: Int

  static let full = Effort(rounds: 5, seconds: 1, largestPending: .max, largestVerifiedCycle: 1_000_000)
  static let quick = Effort(rounds: 3, seconds: 0.2, largestPending: 1_000_000, largestVerifiedCycle: 100_000)
  static let smoke = Effort(rounds: 0, seconds: 0, largestPending: 1_000_000, largestVerifiedCycle: 100_000)
}

/// One run of the program: what was asked for, where peers come from, and the tables every contender reads.
final class Session {
  let effort: Effort
  let workshop: PeerWorkshop
  private let folder: URL
  private var prepared: [String: Preparation] = [:]
  private var allocationCount: Preparation?
  private var written: Set<IncrementFile> = []

  init(effort: Effort, replacements: [String: String]) throws(BenchError) {
    self.effort = effort
    workshop = try PeerWorkshop(replacements: replacements)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("longan-bench-\(UUID())")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw BenchError("cannot make \(folder.path): \(error.localizedDescription)")
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func prepare(_ contender: String) throws(BenchError) -> Preparation {
    if let known = prepared[contender] { return known }
    let preparation = try workshop.prepare(contender)
    if case .skipped(let reason) = preparation { progress("skipping \(contender): \(reason)") }
    prepared[contender] = preparation
    return preparation
  }

  /// The library that counts allocations, built once.
  func prepareAllocationCount() throws(BenchError) -> Preparation {
    if let allocationCount { return allocationCount }
    let preparation = try workshop.prepareAllocationCount()
    allocationCount = preparation
    return preparation
  }

  /// A path for a file of this run only.
  func scratch(_ name: String) -> String {
    folder.appendingPathComponent(name).path
  }

  /// Starts a contender afresh, waits for its line and reads it.
  func call(
    _ entrant: Entrant, warmup: Int, measured: Int, environment: [String: String] = [:], watchMemory: Bool = false
  ) throws(BenchError) -> Call {
    guard case .ready(let command) = try prepare(entrant.contender) else {
      throw BenchError("\(entrant.contender) cannot be run")
    }
    let work = entrant.work
    let counts = [work.pending, warmup, measured].map(String.init)
    let arguments = [work.workload.rawValue] + counts + [try path(of: work.increments)]
    let child = try ChildProcess.run(command + arguments, environment: environment, watchMemory: watchMemory)
    guard child.status == 0 else {
      throw BenchError("\(entrant.name): ended with status \(child.status): \(child.complaint)")
    }
    return try Call(child, of: entrant)
  }

  private func path(of file: IncrementFile) throws(BenchError) -> String {
    let path = scratch(file.rawValue)
    guard !written.contains(file) else { return path }
    guard FileManager.default.createFile(atPath: path, contents: file.bytes) else {
      throw BenchError("cannot write \(path)")
    }
    written.insert(file)
    return path
  }
}

/// What came of one call of a contender.
struct Call {
  var nanoseconds: Double
  var checksum: String
  var peakMemory: Int?

  init(_ child: ChildProcess, of entrant: Entrant) throws(BenchError) {
    let fields = child.output.split(whereSeparator: \.isWhitespace)
    guard fields.count == 2, let nanoseconds = Double(fields[0]), nanoseconds >= 0, nanoseconds.isFinite,
      fields[1].count == 16, fields[1].allSatisfy(\.isHexDigit)
    else {
      throw BenchError("\(entrant.name): not NANOSECONDS CHECKSUM: \(child.output.prefix(100))")
    }
    self.nanoseconds = nanoseconds
    checksum = fields[1].lowercased()
    peakMemory = child.peakMemory
  }
}
