import ScenarioFile

/// Prints a scenario as it is after everything is laid over each other.
struct Show: Command {
  static let name = "show"
  static let summary = Words(
    en: "the scenario after extends and --set, with origins", th: "ค่าทั้งหมดหลังรวมไฟล์ฐานและ --set พร้อมที่มา")
  static let examples = [
    (line: "longan show nan.json5", words: Words(en: "every value and its origin", th: "ทุกค่าและที่มา")),
    (line: "longan show nan.json5 --json > flat.json", words: Words(en: "all in one file", th: "รวมเป็นไฟล์เดียว")),
  ]

  private let file: String
  private let changes: [String]
  private let format: OutputFormat

  init(_ arguments: Arguments) {
    file = arguments.operands("<scenario>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -").first ?? ""
    changes = arguments.changes()
    format = arguments.format(
      csv: Words(en: "a row for each value", th: "หนึ่งแถวต่อค่า"),
      json: Words(en: "a scenario file that builds upon nothing", th: "ไฟล์สถานการณ์ที่ไม่อ้างไฟล์อื่น"))
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let reading = try shell.readGood(file, changes) else { return .request }
    let table = ShowTable(reading, shell.language)
    switch format {
    case .table: for line in table.lines { shell.answer(line) }
    case .csv: for line in [table.rows.csvHeader] + table.rows.csvLines { shell.answer(line) }
    case .json: shell.answer(ScenarioJSON.text(reading), terminator: "")
    }
    return .done
  }
}
