import CSupport
import Experiments
import Foundation
import Preconditions
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
    keepFreedMemory()
    let invocation = Invocation(
      Array(CommandLine.arguments.dropFirst()), ProcessInfo.processInfo.environment,
      isTerminal: isatty(STDERR_FILENO) == 1)
    if CommandLine.arguments.dropFirst().first != Work.name {
      // Who started a worker says it in words of its own.
      let words = Array(CommandLine.arguments.dropFirst())
      let language = invocation.preferences.language
      Stopping.says { OurFault.words($0, typed: words)[language] }
    }
    exit(invocation.run(Streams.standard(invocation.preferences.language)).rawValue)
  }
}
