import Foundation
import Synchronization

/// How to start a worker: this program itself, under a command that only it knows.
package struct WorkerLaunch: Sendable {
  package let program: String
  package let arguments: [String]

  package init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }
}

/// A child that simulates, seen from its parent: lines go in, lines come out.
///
/// It holds nothing of its parent's but the two pipes and the way for complaints, so that it ends when the parent does.
final class WorkerProcess {
  let identifier: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private var pending: [UInt8] = []
  private var hasEnded = false

  /// How a worker ended.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Starts a worker; nothing where the system has no room for one.
  init?(_ launch: WorkerLaunch) {
    // Nobody can answer the questions of Swift's backtracer here.
    let environment =
      ProcessInfo.processInfo.environment.filter { $0.key != "SWIFT_BACKTRACE" }.map { "\($0.key)=\($0.value)" }
      + ["SWIFT_BACKTRACE=enable=no"]
    let started = WorkerProcess.starting.withLock { _ in
      WorkerProcess.start([launch.program] + launch.arguments, environment)
    }
    guard let started else { return nil }
    (identifier, input, output, errors) = started
  }

  /// One at a time: no other child may get the pipes of one that is being started.
  private static let starting = Mutex(())

  private static func start(
    _ command: [String], _ environment: [String]
  ) -> (identifier: pid_t, input: Int32, output: Int32, errors: Int32)? {
    var ends: [Int32] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard unsafe pipe(&pair) == 0 else {
        for end in ends { close(end) }
        return nil
      }
      ends += pair
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[3], STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[5], STDERR_FILENO)
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    var identifier: pid_t = 0
    let fault = unsafe posix_spawn(&identifier, command[0], &actions, nil, &words, &variables)
    unsafe posix_spawn_file_actions_destroy(&actions)
    unsafe WorkerProcess.release(words + variables)
    for end in [ends[0], ends[3], ends[5]] { close(end) }
    if fault == 0 { return (identifier, ends[1], ends[2], ends[4]) }
    for end in [ends[1], ends[2], ends[4]] { close(end) }
    return nil
  }

  private static func release(_ words: [UnsafeMutablePointer<CChar>?]) {
    for index in unsafe words.indices { unsafe free(words[index]) }
  }

  deinit {
    if !hasEnded {
      kill(identifier, SIGKILL)
      _ = end()
    }
  }

  /// Says a line; a worker that is gone does not hear it, and has no answer.
  func tell(_ line: String) {
    var rest = Array(line.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The next line that it says; nothing when it has ended.
  func hear() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return nil }
      pending += chunk[..<count]
    }
  }

  /// Waits until it has ended, and how; what it complained of, its first line.
  func end() -> (end: End, complaint: String) {
    close(input)
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(errors, $0.baseAddress, $0.count) }
    close(output)
    close(errors)
    let complaint = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").first
    let signal = status & 0x7f
    return (signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal), complaint.map(String.init) ?? "")
  }
}
