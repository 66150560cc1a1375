import Experiments
import ScenarioFile

/// One call of the program: which command, in which language.
struct Invocation {
  private let words: [String]
  private let everywhere: Everywhere
  /// What could not be understood of what every command understands.
  private let fault: UsageFault?
  let preferences: Preferences

  /// Takes out what every command understands.
  init(_ words: [String], _ environment: [String: String], isTerminal: Bool) {
    let (given, rest, fault) = Arguments.take(Everywhere.items, outOf: words)
    self.words = rest
    self.fault = fault
    everywhere = Arguments.read(given) { Everywhere($0) }
    preferences = Preferences(everywhere, environment: environment, isTerminal: isTerminal)
  }

  func run(_ streams: Streams) -> ExitCode {
    do throws(CommandFault) {
      if let fault { throw .usage(fault) }
      return try answer(streams)
    } catch {
      return complain(error, streams)
    }
  }

  private func answer(_ streams: Streams) throws(CommandFault) -> ExitCode {
    let page = HelpPage(language: preferences.language)
    guard let name = words.first else {
      streams.output(everywhere.wantsVersion && !everywhere.wantsHelp ? version : page.program(version: Longan.version))
      return .done
    }
    if name == "help" {
      streams.output(try help(words.dropFirst(), page))
      return .done
    }
    let command = try Invocation.command(name)
    if everywhere.wantsHelp {
      streams.output(page.command(command))
      return .done
    }
    if everywhere.wantsVersion {
      streams.output(version)
      return .done
    }
    let items = Arguments.describe { _ = command.init($0) }
    let given: Arguments.Given
    do throws(UsageFault) {
      given = try Arguments.parse(words.dropFirst(), of: name, as: items)
    } catch {
      throw .usage(error)
    }
    var shell = Shell(preferences, streams: streams, format: ScenarioFormat.format, library: ScenarioFormat.library)
    return try Arguments.read(given) { command.init($0) }.run(&shell)
  }

  private var version: String { "longan \(Longan.version)\n" }

  /// The page that is asked for behind `longan help`.
  private func help(_ words: ArraySlice<String>, _ page: HelpPage) throws(CommandFault) -> String {
    guard let word = words.first, word != "help" || words.count > 1 else {
      return page.program(version: Longan.version)
    }
    if let extra = words.dropFirst().first {
      throw .usage(
        UsageFault(
          message: Words(en: "`longan help` has no use for `\(extra)`", th: "`longan help` ไม่ใช้ `\(extra)`"), help: nil)
      )
    }
    if let command = CommandList.named(word) { return page.command(command) }
    if let topic = CommandList.topic(word) { return page.topic(topic) }
    throw .usage(
      UsageFault(
        message: Words(en: "no command or topic `\(word)`", th: "ไม่มีคำสั่งหรือหัวข้อ `\(word)`"),
        help: Suggestion.question(word, in: CommandList.all.map { $0.name } + CommandList.topics.map(\.name))
          ?? Words(en: "`longan help` lists what there is", th: "`longan help` แสดงทั้งหมด")))
  }

  private static func command(_ name: String) throws(CommandFault) -> any Command.Type {
    if let command = CommandList.named(name) { return command }
    let isFlag = name.hasPrefix("-")
    let known = CommandList.all.map { $0.name } + ["help"] + Everywhere.items.map(\.name)
    let topic = CommandList.topic(name).map { Words("longan help \($0.name)") }
    throw .usage(
      UsageFault(
        message: isFlag
          ? Words(en: "no flag `\(name)`", th: "ไม่มีตัวเลือก `\(name)`")
          : Words(en: "no command `\(name)`", th: "ไม่มีคำสั่ง `\(name)`"),
        help: topic ?? Suggestion.question(name, in: known)
          ?? Words(en: "`longan --help` lists what there is", th: "`longan --help` แสดงคำสั่งทั้งหมด")))
  }

  private func complain(_ fault: CommandFault, _ streams: Streams) -> ExitCode {
    func say(_ message: Words, help: Words?) {
      let language = preferences.language
      streams.error(Words(en: "error: ", th: "ผิดพลาด: ")[language] + message[language] + "\n")
      if let help { streams.error(Words(en: "help: ", th: "แก้: ")[language] + help[language] + "\n") }
    }
    switch fault {
    case .usage(let fault):
      say(fault.message, help: fault.help)
      return .request
    case .sweep(let fault):
      say(fault.words, help: fault.help)
      return ExitCode(fault.kind)
    case .file(let fault):
      say(fault.words, help: fault.help)
      switch fault.reason {
      case .notInLibrary: return .request
      case .noSpace: return .again
      default: return .machine
      }
    }
  }
}
