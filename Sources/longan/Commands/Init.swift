import ScenarioFile

/// Starts a scenario file from a template, with the schema beside it that editors read.
struct Init: Command {
  static let name = "init"
  static let summary = Words(en: "start a scenario file from a template", th: "เริ่มไฟล์สถานการณ์จากแม่แบบ")
  static let examples = [
    (line: "longan init nan.json5", words: Template.all[0].words),
    (line: "longan init nan.json5 --template blank", words: Template.blank.words),
  ]

  private let file: String
  private let template: Template
  private let isForced: Bool

  init(_ arguments: Arguments) {
    file =
      arguments.operands(
        "[file]", en: "the file to write; scenario.json5 unless told", th: "ไฟล์ที่จะเขียน ปกติ scenario.json5"
      ).first
      ?? "scenario.json5"
    let names = Template.all.map(\.name)
    let choice = arguments.value(
      "--template", "NAME", choices: names, en: "\(names.joined(separator: ", ")); default: \(names[0])",
      th: "\(names.joined(separator: ", ")) ปกติ \(names[0])")
    template = Template.all.first { $0.name == choice } ?? Template.all[0]
    isForced = arguments.flag("--force", en: "write over files that are there", th: "เขียนทับไฟล์ที่มีอยู่")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let slash = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    let schema = file[..<slash] + "longan.schema.json"
    for path in [file, String(schema)] where !isForced && FileWriting.exists(path) {
      // The schema is ours and the same for all: one that is there already is brought up to date.
      if path != file { continue }
      throw .usage(
        UsageFault(
          message: Words(en: "\(path) is there already", th: "มี \(path) อยู่แล้ว"),
          help: Words(en: "--force writes over it", th: "--force เขียนทับ")))
    }
    do throws(FileFault) {
      try FileWriting.write(Array(template.text(Init.id(of: file[slash...]), shell.language).utf8), to: file)
      try FileWriting.write(Array(EditorSchema(shell.format.shape).text(title: "longan").utf8), to: String(schema))
    } catch {
      throw .file(error)
    }
    for path in [file, String(schema)] { shell.answer(Words(en: "wrote \(path)", th: "เขียน \(path)")[shell.language]) }
    if !shell.isQuiet { shell.answer(next[shell.language]) }
    return .done
  }

  private var next: Words {
    let commands = ["longan check \(file)", "longan run \(file)", "longan explain spread_days"]
      .map { "  " + $0 }.joined(separator: "\n")
    return Words(
      en: """
        next:
        \(commands)
        In Visual Studio Code, for completion: "files.associations": { "*.json5": "jsonc" }
        """,
      th: """
        ต่อไป:
        \(commands)
        ถ้าใช้ Visual Studio Code ตั้งค่านี้เพื่อช่วยเติมคำ: "files.associations": { "*.json5": "jsonc" }
        """)
  }

  /// The file's name makes the id; as it stands in a file, in quotes.
  private static func id(of name: Substring) -> String {
    let stem = name.hasSuffix(".json5") ? name.dropLast(6) : name
    let letters = stem.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let id = String(letters.drop { $0 == "-" })
    return JSONText.quoted(id.isEmpty ? "scenario" : id)
  }
}
