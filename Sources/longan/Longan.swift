import Experiments
import Foundation
import ScenarioFile

/// The program: answers on standard output, everything else on standard error.
@main
struct Longan {
  static let version = "0.1.0"

  /// This very program, also after its file was replaced.
  static var worker: WorkerLaunch {
    #if os(Linux)
      WorkerLaunch(program: "/proc/self/exe", arguments: [Work.name])
    #else
      WorkerLaunch(program: Bundle.main.executablePath ?? CommandLine.arguments[0], arguments: [Work.name])
    #endif
  }

  static func main() {
    // A reader that goes away is told by the write, not by a signal.
    _ = signal(SIGPIPE, SIG_IGN)
    let invocation = Invocation(
      Array(CommandLine.arguments.dropFirst()), ProcessInfo.processInfo.environment,
      isTerminal: isatty(STDERR_FILENO) == 1)
    exit(invocation.run(Streams.standard(invocation.preferences.language)).rawValue)
  }
}
