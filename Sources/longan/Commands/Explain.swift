import ScenarioFile

/// Tells what a word means that people meet here, in plain words: a key, a unit, an error, a topic.
struct Explain: Command {
  static let name = "explain"
  static let summary = Words(
    en: "a key, metric, unit, warning or error, in plain words", th: "อธิบายคีย์ ตัวชี้วัด หน่วย คำเตือน หรือข้อผิดพลาด")
  static let examples = [
    (line: "longan explain households", words: Words(en: "a key", th: "คีย์")),
    (line: "longan explain thb_per_kg", words: Words(en: "a unit", th: "หน่วย")),
    (line: "longan explain unknown-key", words: Words(en: "an error", th: "ข้อผิดพลาด")),
  ]

  private let word: String

  init(_ arguments: Arguments) {
    word =
      arguments.operands(
        "<word>", en: "a key, a path, a unit, the id of an error, a topic", th: "คีย์ เส้นทาง หน่วย ไอดีของข้อผิดพลาด หรือหัวข้อ"
      ).first ?? ""
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let language = shell.language
    if let topic = CommandList.topic(word) {
      shell.answer(HelpPage(language: language).topic(topic), terminator: "")
      return .done
    }
    let explanations = Explain.explanations(shell.format)
    let settings = shell.format.shape.settings
    let found = settings.filter { Explain.means($0.path, word) }
    // What stands elsewhere as well, as a policy may say what the file may, is told once.
    let once = found.filter { entry in !found.contains { entry.path.hasSuffix("." + $0.path) } }
    let entries =
      explanations.filter { $0.word == word || $0.others.contains(word) }.map { Explain.lines($0, language) }
      + once.map { Explain.lines($0.path, $0.setting, language) }
    if entries.isEmpty { throw .usage(unknown(settings.flatMap { [$0.path, $0.setting.key] }, explanations)) }
    shell.answer(entries.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
    return .done
  }

  /// Every word that is no setting: whoever has words to explain adds them here, or to the format.
  private static func explanations(_ format: FileFormat) -> [Explanation] {
    (DiagnosticKind.all + format.kinds).map(\.explained) + SettingUnit.allCases.compactMap(\.explained)
      + format.explanations
  }

  private func unknown(_ settings: [String], _ explanations: [Explanation]) -> UsageFault {
    let message = Words(en: "nothing is called `\(word)`", th: "ไม่มีสิ่งที่ชื่อ `\(word)`")
    if CommandList.named(word) != nil { return UsageFault(message: message, help: Words("longan help \(word)")) }
    var seen: Set<String> = []
    let known = (settings + explanations.map(\.word) + CommandList.topics.map(\.name)).filter {
      seen.insert($0).inserted
    }
    return UsageFault(message: message, help: Suggestion.question(word, in: known))
  }

  // MARK: Settings

  /// Whether a path, or its last key, is what was asked for; ids stand for the star.
  private static func means(_ path: String, _ word: String) -> Bool {
    let keys = path.split(separator: ".")
    let asked = word.split(separator: ".")
    if keys.last == word[...] { return true }
    return keys.count == asked.count && zip(keys, asked).allSatisfy { $0 == "*" || $0 == $1 }
  }

  private static func lines(_ path: String, _ setting: Setting, _ language: Language) -> [String] {
    var lines = Layout.row(path, facts(setting)[language], columns: 37, margin: 0)
    lines += Layout.paragraph(setting.words[language])
    for column in setting.columns?.members ?? [] {
      guard case .value(let cell) = column.shape else { continue }
      let needed = cell.isRequired ? Words(en: "; needed", th: "; ต้องมี") : Words("")
      let isFlag = if case .flag = cell.type { true } else { false }
      let type = isFlag ? Words(en: "yes or no", th: "yes หรือ no") : cell.type.words
      let facts = column.words + Words(" (") + type + needed + Words(")")
      lines += Layout.row(column.key, facts[language], columns: 14)
    }
    if let source = setting.grounds.source {
      lines += Layout.paragraph(Words(en: "source: ", th: "ที่มา: ")[language] + source + " (\(setting.grounds.mark))")
    }
    if let doubt = setting.grounds.doubt {
      let range = "\(JSONText.number(doubt.lowerBound))–\(JSONText.number(doubt.upperBound))"
      lines.append(
        Words(
          en: "nobody has published it; it may lie anywhere in \(range) (U)",
          th: "ไม่มีผู้เผยแพร่ตัวเลขนี้ อาจอยู่ในช่วง \(range) (U)")[language])
    }
    if let standard = setting.standard, !path.contains("*") {
      lines.append(Words(en: "try: ", th: "ลอง: ")[language] + "--set \(path)=\(standard.json)")
    }
    return lines
  }

  private static func facts(_ setting: Setting) -> Words {
    let unit = setting.unit == .none ? Words("") : setting.unit.words + Words("; ")
    let standard = setting.standard.map { Words(en: "; default \($0.json)", th: "; ค่าตั้งต้น \($0.json)") } ?? Words("")
    return unit + setting.type.words + standard
  }

  // MARK: Other words

  private static func lines(_ explanation: Explanation, _ language: Language) -> [String] {
    ["\(explanation.word)  (\(explanation.kind[language]))"] + Layout.paragraph(explanation.text[language])
  }
}
