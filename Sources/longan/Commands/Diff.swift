import ScenarioFile

/// Tells in what two scenarios differ.
struct Diff: Command {
  static let name = "diff"
  static let summary = Words(en: "what differs between two scenarios", th: "ความแตกต่างของสองสถานการณ์")
  static let examples = [
    (line: "longan diff a.json5 b.json5", words: Words(en: "status 1 where they differ", th: "ต่างกันจบด้วยสถานะ 1"))
  ]

  private let files: [String]
  private let changes: [String]
  private let format: OutputFormat

  init(_ arguments: Arguments) {
    let first = arguments.operands("<a>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -")
    _ = arguments.operands("<b>", en: "the other", th: "อีกไฟล์")
    files = first
    changes = arguments.changes()
    format = arguments.format(
      csv: Words(en: "a row for each", th: "หนึ่งแถวต่อข้อ"),
      json: Words(en: "a line for each; ids and titles too", th: "หนึ่งบรรทัดต่อข้อ รวมไอดีและชื่อ"))
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let left = try shell.readGood(files[0], changes), let right = try shell.readGood(files[1], changes) else {
      return .request
    }
    let difference = Difference(left, right, all: format == .json)
    switch format {
    case .table: for line in difference.text(shell.language) { shell.answer(line) }
    case .csv: for line in [difference.rows.csvHeader] + difference.rows.csvLines { shell.answer(line) }
    case .json: for line in difference.rows.jsonLines { shell.answer(line) }
    }
    return difference.lines.isEmpty ? .done : .no
  }
}
