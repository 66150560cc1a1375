import ScenarioFile

/// What a command takes: its initialiser asks for each argument once, and so declares and reads it in one line.
///
///     struct Check: Command {
///       let files: [String]
///       let isStrict: Bool
///
///       init(_ arguments: Arguments) {
///         files = arguments.operands("<scenario>...", en: "a path, lib:NAME, or - for standard input", th: "…")
///         isStrict = arguments.flag("--strict", en: "a warning is an error", th: "…")
///       }
///     }
///
/// Run once to describe (help pages and completion come from that), and once to read what somebody typed.
final class Arguments {
  /// An option or an operand, as help shows it.
  struct Item {
    /// `--set`, or `<scenario>...` for an operand.
    let name: String
    /// The letter of a short form, as `-q`.
    let letter: Character?
    /// What the value is called, nothing for a flag.
    let value: String?
    /// What the value may be, where the list is closed.
    let choices: [String]
    let isRepeatable: Bool
    let words: Words
    /// The option and the value that a flag is short for.
    var isShortFor: (name: String, value: String)?

    var isOperand: Bool { !name.hasPrefix("-") }
    /// Whether an operand may be left out.
    var isOptional: Bool { name.hasPrefix("[") }
  }

  private(set) var items: [Item] = []
  private let given: Given?

  /// What was typed, by option; operands under the empty name.
  struct Given {
    var values: [String: [String]] = [:]
  }

  private init(_ given: Given?) {
    self.given = given
  }

  /// What a command asks for.
  static func describe(_ ask: (Arguments) -> Void) -> [Item] {
    let arguments = Arguments(nil)
    ask(arguments)
    return arguments.items
  }

  /// Reads what was typed after a command.
  static func read<Answer>(_ given: Given, _ ask: (Arguments) -> Answer) -> Answer { ask(Arguments(given)) }

  // MARK: Asking

  func flag(_ name: String, letter: Character? = nil, en: String, th: String) -> Bool {
    add(Item(name: name, letter: letter, value: nil, choices: [], isRepeatable: false, words: Words(en: en, th: th)))
    return given?.values[name] != nil
  }

  /// The value that was given last.
  func value(
    _ name: String, _ value: String, letter: Character? = nil, choices: [String] = [], en: String, th: String
  ) -> String? {
    add(
      Item(
        name: name, letter: letter, value: value, choices: choices, isRepeatable: false, words: Words(en: en, th: th)))
    return given?.values[name]?.last
  }

  func values(_ name: String, _ value: String, en: String, th: String) -> [String] {
    add(Item(name: name, letter: nil, value: value, choices: [], isRepeatable: true, words: Words(en: en, th: th)))
    return given?.values[name] ?? []
  }

  /// The operands, `<file>` for one, `<file>...` for one or more, `[file]` for one or none; one call takes them all.
  func operands(_ name: String, en: String, th: String) -> [String] {
    let isRepeatable = name.hasSuffix("...")
    add(
      Item(name: name, letter: nil, value: nil, choices: [], isRepeatable: isRepeatable, words: Words(en: en, th: th)))
    return given?.values[""] ?? []
  }

  /// A flag that is short for an option with a value.
  func abbreviate(_ flag: String, _ name: String, _ value: String) {
    let words = Words(en: "short for \(name) \(value)", th: "แทน \(name) \(value)")
    add(
      Item(
        name: flag, letter: nil, value: nil, choices: [], isRepeatable: false, words: words, isShortFor: (name, value)))
  }

  private func add(_ item: Item) { items.append(item) }
}

/// A command line that cannot be understood: what is wrong, and what to type instead.
struct UsageFault: Error {
  let message: Words
  let help: Words?
}

extension Arguments {
  /// Takes what these items name out of a line, wherever it stands before `--`.
  ///
  /// All that can be understood is taken, also where something cannot: who complains must know the language.
  static func take(
    _ items: [Item], outOf words: [String]
  ) -> (given: Given, rest: [String], fault: UsageFault?) {
    var given = Given()
    var left: [String] = []
    var fault: UsageFault?
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        left += [word] + rest
        break
      }
      let name = word.prefix { $0 != "=" }
      guard items.contains(where: { $0.name == name || $0.letter.map { "-\($0)" } == word }) else {
        left.append(word)
        continue
      }
      do throws(UsageFault) {
        try take(word, &rest, &given, of: "", as: items)
      } catch {
        fault = fault ?? error
      }
    }
    return (given, left, fault)
  }

  /// Sorts what was typed by what is asked for.
  static func parse(_ words: ArraySlice<String>, of command: String, as items: [Item]) throws(UsageFault) -> Given {
    var given = Given()
    var operands: [String] = []
    var rest = words
    var areOptionsOver = false
    while let word = rest.popFirst() {
      if areOptionsOver || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        areOptionsOver = true
      } else {
        try take(word, &rest, &given, of: command, as: items)
      }
    }
    try check(operands, of: command, as: items)
    given.values[""] = operands
    return given
  }

  private static func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ given: inout Given, of command: String, as items: [Item]
  ) throws(UsageFault) {
    var name = word
    var attached: String?
    if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
      name = String(word[..<equals])
      attached = String(word[word.index(after: equals)...])
    }
    var item = items.first { $0.name == name }
    if item == nil, !word.hasPrefix("--"), let letter = word.dropFirst().first {
      item = items.first { $0.letter == letter }
      let behind = String(word.dropFirst(2))
      if !behind.isEmpty {
        // `-n100` is `-n 100`; letters of flags are not written together.
        if item?.value == nil { item = nil } else { attached = behind }
      }
    }
    guard let item else {
      throw UsageFault(
        message: Words(en: "`longan \(command)` has no flag `\(name)`", th: "`longan \(command)` ไม่มีตัวเลือก `\(name)`"),
        help: Suggestion.question(name, in: (items.filter { !$0.isOperand } + Everywhere.items).map(\.name))
          ?? Words(en: "`longan help \(command)` lists what there is", th: "`longan help \(command)` แสดงตัวเลือกทั้งหมด"))
    }
    guard let value = item.value else {
      if attached != nil {
        throw UsageFault(message: Words(en: "`\(item.name)` takes no value", th: "`\(item.name)` ไม่รับค่า"), help: nil)
      }
      let (name, value) = item.isShortFor ?? (item.name, "")
      given.values[name, default: []].append(value)
      return
    }
    guard let text = attached ?? rest.popFirst() else {
      throw UsageFault(
        message: Words(en: "`\(item.name)` needs a value", th: "`\(item.name)` ต้องมีค่า"),
        help: Words("\(item.name) \(value)"))
    }
    if !item.choices.isEmpty, !item.choices.contains(text) {
      throw UsageFault(
        message: Words(en: "`\(item.name)` cannot be `\(text)`", th: "`\(item.name)` เป็น `\(text)` ไม่ได้"),
        help: Suggestion.question(text, in: item.choices)
          ?? Words(en: "one of ", th: "เลือกจาก ") + Words(item.choices.joined(separator: ", ")))
    }
    given.values[item.name, default: []].append(text)
  }

  private static func check(_ operands: [String], of command: String, as items: [Item]) throws(UsageFault) {
    let wanted = items.filter(\.isOperand)
    let least = wanted.count { !$0.isOptional }
    if operands.count < least {
      let missing = wanted[operands.count].name
      throw UsageFault(
        message: Words(en: "`longan \(command)` needs \(missing)", th: "`longan \(command)` ต้องมี \(missing)"),
        help: Words(en: "`longan help \(command)` tells more", th: "ดู `longan help \(command)`"))
    }
    if operands.count > wanted.count, !(wanted.last?.isRepeatable ?? false) {
      throw UsageFault(
        message: Words(
          en: "`longan \(command)` has no use for `\(operands[wanted.count])`",
          th: "`longan \(command)` ไม่ใช้ `\(operands[wanted.count])`"),
        help: Words(en: "`longan help \(command)` tells more", th: "ดู `longan help \(command)`"))
    }
  }
}
