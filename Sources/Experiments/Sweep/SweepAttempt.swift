import Foundation
import ScenarioFile

/// Who ran what, when and for how long: beside the results, never in them.
struct SweepAttempt {
  private let folder: SweepFolder
  private let name: String
  private let start = Date()

  init(_ folder: SweepFolder, _ plan: SweepPlan) {
    self.folder = folder
    name = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  }

  /// What it is worth must not keep the work from going on: where it cannot be written, it is not.
  func write(_ progress: SweepRunner.Progress, isOver: Bool) {
    var usage = rusage()
    #if canImport(Darwin)
      _ = unsafe getrusage(RUSAGE_CHILDREN, &usage)
    #else
      _ = unsafe getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    #endif
    let text =
      JSONOutput.object([
        ("host", .text(ProcessInfo.processInfo.hostName)),
        ("process", .number(Double(ProcessInfo.processInfo.processIdentifier))),
        ("arguments", .array(CommandLine.arguments.dropFirst().map { .text($0) })),
        ("started", .text(start.formatted(.iso8601))), ("is_over", .flag(isOver)),
        ("seconds", .number(progress.seconds)),
        ("runs", .number(Double(progress.done - progress.before))), ("failed", .number(Double(progress.failed))),
        ("worker_peak_kb", .number(Double(usage.ru_maxrss))),
      ]).lines() + "\n"
    try? FileWriting.write(Array(text.utf8), to: folder.file("attempts/\(name).json"))
  }
}
