import Foundation

/// What a contender is asked to do: `contender NAME WORKLOAD PENDING WARMUP MEASURED DATA`.
struct Assignment {
  var workload: Workload
  var pending: UInt64
  var warmup: UInt64
  var measured: UInt64
  var data: String

  init(_ arguments: [String]) throws(BenchError) {
    guard arguments.count == 5 else {
      throw BenchError("usage: longan-bench contender NAME WORKLOAD PENDING WARMUP MEASURED DATA", status: 2)
    }
    guard let workload = Workload(rawValue: arguments[0]) else {
      throw BenchError("no workload is called \(arguments[0])", status: 2)
    }
    let counts = arguments[1...3].compactMap { UInt64($0) }
    // A place is drawn from 32 bits, and warm-up and measured steps are added up.
    guard counts.count == 3, counts[0] < 1 << 32, counts[1] < 1 << 62, counts[2] < 1 << 62 else {
      throw BenchError("not three counts: \(arguments[1...3].joined(separator: " "))", status: 2)
    }
    self.workload = workload
    pending = counts[0]
    warmup = counts[1]
    measured = counts[2]
    data = arguments[4]
  }
}

/// What a contender has to say.
struct Outcome {
  var nanosecondsPerOperation: Double
  var checksum: UInt64

  init(nanoseconds: Double, operations: UInt64, checksum: UInt64) {
    nanosecondsPerOperation = operations == 0 ? 0 : nanoseconds / Double(operations)
    self.checksum = checksum
  }

  var line: String {
    let digits = String(checksum, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    return String(format: "%.4f", nanosecondsPerOperation) + " " + padded
  }
}

/// Our own contenders, which live in this program.
enum OurContender: String, CaseIterable {
  case queue = "longan-queue"
  case engine = "longan-engine"

  /// Runs what `longan-bench contender` is followed by and prints the one line.
  static func run(_ arguments: [String]) throws(BenchError) {
    guard let name = arguments.first, let contender = OurContender(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      throw BenchError("longan-bench contender NAME …, where NAME is one of: \(names)", status: 2)
    }
    let assignment = try Assignment(Array(arguments.dropFirst()))
    let outcome =
      switch (contender, assignment.workload) {
      case (.queue, .holdExponential): try hold(assignment, time: Double.self)
      case (.queue, .holdTicks): try hold(assignment, time: Int.self)
      case (.queue, .holdTimeouts): try holdAndTimeOut(assignment)
      case (.queue, .holdCancel): try holdAndCancelAnywhere(assignment)
      case (.engine, .singleServer): try singleServer(assignment)
      case (.engine, .parallelHold): try parallelHold(assignment)
      default:
        throw BenchError("\(name) does not run the workload \(assignment.workload.rawValue)", status: 2)
      }
    print(outcome.line)
  }
}

/// The nanoseconds that `body` takes on the monotonic clock.
func measureNanoseconds(_ body: () -> Void) -> Double {
  let spent = ContinuousClock().measure(body).components
  return Double(spent.seconds) * 1e9 + Double(spent.attoseconds) * 1e-9
}
