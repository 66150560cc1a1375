import Foundation

/// Programs started and waited for, one after the other in turn, so that what else the machine does meets all alike.
struct Starts {
  /// Commands, each with its arguments, by what they are called.
  let commands: [(name: String, words: [String])]

  /// Median nanoseconds from the start to the end of each, over so many starts of every one in turn.
  func medians(of starts: Int) throws(BenchError) -> [Double] {
    var times = commands.map { _ in Samples(values: []) }
    for _ in 0..<starts {
      for (index, command) in commands.enumerated() {
        times[index].values.append(try Starts.run(command.words, name: command.name).nanoseconds)
      }
    }
    return times.map(\.median)
  }

  /// What a program took from its start to its end.
  struct Cost {
    var nanoseconds: Double
    /// The most memory that it, or a program that it started, held at once; never less than this very program holds, from
    /// whose size Linux counts.
    var peakBytes: Int
  }

  /// Runs a program to its end, its streams leading nowhere; without `Process`, which takes as long as a short program.
  static func run(_ words: [String], name: String) throws(BenchError) -> Cost {
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      let pointers = unsafe arguments + variables
      for index in unsafe pointers.indices { unsafe free(pointers[index]) }
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var identifier = pid_t()
    var status: Int32 = -1
    var usage = rusage()
    let nanoseconds = measureNanoseconds {
      let fault = unsafe posix_spawnp(&identifier, words[0], &actions, nil, &arguments, &variables)
      if fault != 0 { return }
      while unsafe wait4(identifier, &status, 0, &usage) < 0, errno == EINTR {}
    }
    guard status == 0 else { throw BenchError("\(name): ended with status \(status)") }
    return Cost(nanoseconds: nanoseconds, peakBytes: usage.ru_maxrss * 1024)
  }
}
