import Experiments
import ScenarioFile

/// One call of the program: which command, in which language.
struct Invocation {
  private let words: [String]
  private let preferences: Preferences
  private let wantsHelp: Bool
  private let wantsVersion: Bool

  /// Takes out what every command understands.
  init(_ words: [String], _ environment: [String: String], isTerminal: Bool) throws(CommandFault) {
    var rest = words[...]
    var left: [String] = []
    var flags: [String: String] = [:]
    var wantsHelp = false
    var wantsVersion = false
    while let word = rest.popFirst() {
      let name = String(word.prefix { $0 != "=" })
      switch name {
      case "--":
        left += [word] + rest
        rest = []
      case "-h", "--help": wantsHelp = true
      case "--version": wantsVersion = true
      case "--lang", "--color":
        let attached = word == name ? rest.popFirst() : String(word.dropFirst(name.count + 1))
        flags[name] = try Invocation.checked(name, attached)
      default: left.append(word)
      }
    }
    preferences = Preferences(
      language: flags["--lang"], colour: flags["--color"], environment: environment, isTerminal: isTerminal)
    self.words = left
    self.wantsHelp = wantsHelp
    self.wantsVersion = wantsVersion
  }

  private static func checked(_ flag: String, _ value: String?) throws(CommandFault) -> String {
    let choices = flag == "--lang" ? ["th", "en"] : ["auto", "always", "never"]
    if let value, choices.contains(value) { return value }
    throw .usage(
      UsageFault(
        message: Words(en: "`\(flag)` cannot be `\(value ?? "")`", th: "`\(flag)` เป็น `\(value ?? "")` ไม่ได้"),
        help: Words(en: "one of ", th: "เลือกจาก ") + Words(choices.joined(separator: ", "))))
  }

  func run(_ streams: Streams) -> ExitCode {
    do throws(CommandFault) {
      return try answer(streams)
    } catch {
      return Invocation.complain(error, preferences, streams)
    }
  }

  private func answer(_ streams: Streams) throws(CommandFault) -> ExitCode {
    let page = HelpPage(language: preferences.language)
    guard let name = words.first else {
      streams.output(wantsVersion && !wantsHelp ? "longan \(Longan.version)\n" : page.program(version: Longan.version))
      return .done
    }
    if name == "help" {
      guard words.count > 1 else {
        streams.output(page.program(version: Longan.version))
        return .done
      }
      streams.output(page.command(try Invocation.command(words[1])))
      return .done
    }
    let command = try Invocation.command(name)
    if wantsHelp {
      streams.output(page.command(command))
      return .done
    }
    if wantsVersion {
      streams.output("longan \(Longan.version)\n")
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

  private static func command(_ name: String) throws(CommandFault) -> any Command.Type {
    if let command = CommandList.named(name) { return command }
    let isFlag = name.hasPrefix("-")
    let known = CommandList.all.map { $0.name } + ["help", "--help", "--version", "--lang", "--color"]
    throw .usage(
      UsageFault(
        message: isFlag
          ? Words(en: "no flag `\(name)`", th: "ไม่มีตัวเลือก `\(name)`")
          : Words(en: "no command `\(name)`", th: "ไม่มีคำสั่ง `\(name)`"),
        help: Suggestion.question(name, in: known)
          ?? Words(en: "`longan --help` lists what there is", th: "`longan --help` แสดงคำสั่งทั้งหมด")))
  }

  static func complain(_ fault: CommandFault, _ preferences: Preferences, _ streams: Streams) -> ExitCode {
    let language = preferences.language
    let error = Words(en: "error", th: "ผิดพลาด")[language]
    let help = Words(en: "help", th: "แก้")[language]
    switch fault {
    case .usage(let fault):
      streams.error("\(error): \(fault.message[language])\n")
      if let words = fault.help { streams.error("\(help): \(words[language])\n") }
      return .request
    case .file(let fault):
      streams.error("\(error): \(fault.words[language])\n")
      if let words = fault.help { streams.error("\(help): \(words[language])\n") }
      if case .notInLibrary = fault.reason { return .request }
      return .machine
    }
  }
}
