import Experiments
import Foundation
import ScenarioFile

/// The program: answers on standard output, everything else on standard error.
@main
struct Longan {
  static let version = "0.1.0"

  static func main() {
    // A reader that goes away is told by the write, not by a signal.
    _ = signal(SIGPIPE, SIG_IGN)
    let program = Longan(
      environment: ProcessInfo.processInfo.environment, streams: .standard, isTerminal: isatty(STDERR_FILENO) == 1)
    exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  let environment: [String: String]
  let streams: Streams
  let isTerminal: Bool

  func run(_ words: [String]) -> ExitCode {
    do {
      return try Invocation(words, environment, isTerminal: isTerminal).run(streams)
    } catch {
      let preferences = Preferences(
        language: nil, colour: nil, environment: environment, isTerminal: isTerminal)
      return Invocation.complain(error, preferences, streams)
    }
  }
}
