import ScenarioFile

/// One thing that the program does; a file each.
protocol Command {
  static var name: String { get }

  /// What it does, in a line.
  static var summary: Words { get }

  /// Examples for the help page, each with what it is for.
  static var examples: [(line: String, words: Words)] { get }

  init(_ arguments: Arguments)

  /// Does it and answers how it ended.
  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode
}

/// Why a command could not do what was asked.
enum CommandFault: Error {
  case usage(UsageFault)
  case file(FileFault)
}

/// How the program ends: the codes that scripts read.
enum ExitCode: Int32 {
  case done = 0
  /// It ran, and the answer is no.
  case no = 1
  /// Fix the request.
  case request = 2
  /// Fix the machine.
  case machine = 3
  case incomplete = 4
  case ourFault = 70
  case again = 75
  case interrupted = 130
}

/// The groups of the help page, each with its commands.
enum CommandList {
  static var groups: [(title: Words, commands: [any Command.Type])] {
    [
      (Words(en: "Run", th: "จำลอง"), [Run.self]),
      (Words(en: "Write", th: "เขียนสถานการณ์"), [Init.self, Check.self, Show.self, Diff.self]),
      (Words(en: "Learn", th: "เรียนรู้"), [Explain.self, Generate.self]),
    ]
  }

  static var all: [any Command.Type] { groups.flatMap(\.commands) }

  static func named(_ name: String) -> (any Command.Type)? { all.first { $0.name == name } }
}
