import Experiments
import ScenarioFile

/// What a sweep starts as its workers; nobody types it.
struct Work: Command {
  static let name = "work"
  static let summary = Words(en: "run years for a sweep", th: "รันปีจำลองให้ sweep")
  static let examples: [(line: String, words: Words)] = []

  init(_ arguments: Arguments) {}

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let answer = shell
    return SweepWorker.run(shell.format, { readLine() }, { answer.answer($0) }) ? .done : .ourFault
  }
}
