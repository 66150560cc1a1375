import Foundation

/// A program run to its end, with what it said and the most memory it held.
struct ChildProcess {
  var status: Int32
  var output: String
  var errors: String
  /// Bytes, where it was asked for and the system tells.
  var peakMemory: Int?

  /// No contender needs a quarter of an hour; one that does is stuck.
  private static let limitSeconds = 900

  /// Runs a program and waits for it.
  ///
  /// The peak is read from /proc while the program runs, not from `wait4`: what Linux reports there starts at the
  /// size of the parent.
  static func run(
    _ command: [String], environment: [String: String] = [:], watchMemory: Bool = false
  ) throws(BenchError) -> ChildProcess {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    // A file, since nobody reads a second pipe while the first is being read.
    let errorFile = FileManager.default.temporaryDirectory.appendingPathComponent("longan-bench-\(UUID()).err")
    guard FileManager.default.createFile(atPath: errorFile.path, contents: nil),
      let errorHandle = FileHandle(forWritingAtPath: errorFile.path)
    else { throw BenchError("cannot write to \(errorFile.path)") }
    defer { try? FileManager.default.removeItem(at: errorFile) }
    process.standardError = errorHandle
    do {
      try process.run()
    } catch {
      throw BenchError("cannot run \(command.joined(separator: " ")): \(error.localizedDescription)")
    }
    let identifier = process.processIdentifier
    let limit = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(limitSeconds), execute: limit)
    defer { limit.cancel() }

    var peak: Int?
    while watchMemory, process.isRunning {
      peak = peakMemory(of: identifier) ?? peak
      Thread.sleep(forTimeInterval: 0.005)
    }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try? errorHandle.close()
    let complained = FileManager.default.contents(atPath: errorFile.path) ?? Data()
    return ChildProcess(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self), peakMemory: peak)
  }

  private static func peakMemory(of identifier: Int32) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    return kilobytes * 1024
  }

  /// The first line that says what went wrong.
  var complaint: String {
    let lines = (errors + "\n" + output).split(separator: "\n")
    let line = lines.first { $0.contains("error") } ?? lines.first
    return line.map(String.init) ?? "it said nothing"
  }
}
