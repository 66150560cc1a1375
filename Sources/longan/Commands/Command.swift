import Experiments
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
  case sweep(SweepFault)

  init(_ error: SweepError) {
    switch error {
    case .fault(let fault): self = .sweep(fault)
    case .file(let fault): self = .file(fault)
    }
  }
}

/// The groups of the help page, each with its commands.
enum CommandList {
  static var groups: [(title: Words, commands: [any Command.Type])] {
    [
      (
        Words(en: "Run", th: "จำลอง"),
        [
          Run.self, Sweep.self, Status.self, Merge.self, Emit.self, Report.self, Why.self,
          BacktestCommand.self,
        ]
      ),
      (Words(en: "Write", th: "เขียนสถานการณ์"), [Init.self, Check.self, Show.self, Diff.self]),
      (Words(en: "Learn", th: "เรียนรู้"), [Explain.self, Generate.self]),
    ]
  }

  /// What to try first; a test runs them.
  static var trials: [HelpTopic.Row] {
    [
      HelpTopic.Row("longan run lib:small", en: "one district, summary on screen", th: "อำเภอเดียว สรุปบนจอ"),
      HelpTopic.Row("longan show lib:lamphun", en: "every value, and where it is from", th: "ทุกค่าและที่มา"),
      HelpTopic.Row("longan init my.json5", en: "a scenario of your own", th: "สถานการณ์ของคุณเอง"),
    ]
  }

  /// Pages on what commands share.
  static var topics: [HelpTopic] { [SettingPath.topic, SettingUnit.topic, ExitCode.topic, Preferences.topic] }

  static var all: [any Command.Type] { groups.flatMap(\.commands) }

  /// What the program says to itself.
  static var hidden: [any Command.Type] { [Work.self] }

  static func named(_ name: String) -> (any Command.Type)? { (all + hidden).first { $0.name == name } }

  static func topic(_ name: String) -> HelpTopic? { topics.first { $0.name == name } }
}
