import ScenarioFile

/// Tells what a key, an error or a unit means, in plain words.
struct Explain: Command {
  static let name = "explain"
  static let summary = Words(en: "a key, unit, warning or error, in plain words", th: "อธิบายคีย์ หน่วย คำเตือน หรือข้อผิดพลาด")
  static let examples = [
    (line: "longan explain households", words: Words(en: "a key", th: "คีย์")),
    (line: "longan explain unknown-key", words: Words(en: "an error", th: "ข้อผิดพลาด")),
  ]

  private let word: String

  init(_ arguments: Arguments) {
    word =
      arguments.operands("<word>", en: "a key, a path, an id of an error", th: "คีย์ เส้นทาง หรือไอดีของข้อผิดพลาด").first
      ?? ""
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let language = shell.language
    let kinds = DiagnosticKind.all + shell.format.kinds
    if let kind = kinds.first(where: { $0.id == word }) {
      shell.answer("\(kind.id)  (\(Explain.severity(kind)[language]))\n\(kind.explanation[language])")
      return .done
    }
    let settings = shell.format.shape.settings
    let found = settings.filter { Explain.means($0.path, word) }
    for entry in found {
      shell.answer(DisplayWidth.pad(entry.path, to: 36) + "  " + Explain.facts(entry.setting)[language])
      shell.answer(entry.setting.words[language])
      if let source = entry.setting.grounds.source {
        shell.answer(Words(en: "source: ", th: "ที่มา: ")[language] + source + " (\(entry.setting.grounds.mark))")
      }
      if let doubt = entry.setting.grounds.doubt {
        let range = "\(JSONText.number(doubt.lowerBound))–\(JSONText.number(doubt.upperBound))"
        shell.answer(
          Words(
            en: "nobody has published it; it may lie anywhere in \(range) (U)",
            th: "ไม่มีผู้เผยแพร่ตัวเลขนี้ อาจอยู่ในช่วง \(range) (U)")[language])
      }
      if let standard = entry.setting.standard, !entry.path.contains("*") {
        shell.answer(Words(en: "try: ", th: "ลอง: ")[language] + "--set \(entry.path)=\(standard.json)")
      }
    }
    if !found.isEmpty { return .done }
    let known = Array(Set(settings.flatMap { [$0.path, $0.setting.key] } + kinds.map(\.id))).sorted()
    throw .usage(
      UsageFault(
        message: Words(en: "nothing is called `\(word)`", th: "ไม่มีสิ่งที่ชื่อ `\(word)`"),
        help: Suggestion.question(word, in: known)))
  }

  /// Whether a path, or its last key, is what was asked for; ids stand for the star.
  private static func means(_ path: String, _ word: String) -> Bool {
    let keys = path.split(separator: ".")
    let asked = word.split(separator: ".")
    if keys.last == word[...] { return true }
    return keys.count == asked.count && zip(keys, asked).allSatisfy { $0 == "*" || $0 == $1 }
  }

  private static func facts(_ setting: Setting) -> Words {
    let unit = setting.unit == .none ? Words("") : setting.unit.words + Words("; ")
    let standard = setting.standard.map { Words(en: "; default \($0.json)", th: "; ค่าตั้งต้น \($0.json)") } ?? Words("")
    return unit + setting.type.words + standard
  }

  private static func severity(_ kind: DiagnosticKind) -> Words {
    kind.severity == .error ? Words(en: "an error", th: "ข้อผิดพลาด") : Words(en: "a warning", th: "คำเตือน")
  }
}
