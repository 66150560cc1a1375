import Experiments
import ScenarioFile

/// Validates scenarios and says everything that is wrong, with its line and column.
struct Check: Command {
  static let name = "check"
  static let summary = Words(en: "validate, with line and column", th: "ตรวจสอบไฟล์ บอกบรรทัดและคอลัมน์")
  static let examples = [
    (line: "longan check nan.json5", words: Words(en: "one file", th: "ไฟล์เดียว")),
    (line: "longan check *.json5 --strict", words: Words(en: "many, warnings too", th: "หลายไฟล์ รวมคำเตือน")),
  ]

  private let files: [String]
  private let changes: [String]
  private let isStrict: Bool
  private let format: OutputFormat

  init(_ arguments: Arguments) {
    files = arguments.operands(
      "<scenario>...", en: "a path, lib:NAME, or - for standard input; files of observations too",
      th: "ไฟล์ lib:ชื่อ หรือ - คือรับจาก stdin รวมถึงไฟล์ข้อมูลจริง")
    changes = arguments.changes()
    isStrict = arguments.flag("--strict", en: "a warning makes the exit status 1", th: "มีคำเตือนให้จบด้วยสถานะ 1")
    format = arguments.format(
      csv: Words(en: "a row for each complaint", th: "หนึ่งแถวต่อข้อ"),
      json: Words(en: "a line for each, with its words", th: "หนึ่งบรรทัดต่อข้อ พร้อมข้อความ"))
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    var all: [Diagnostic] = []
    if format == .csv { shell.answer(Diagnostic.rows([]).csvHeader) }
    for file in files {
      let reading = try shell.read(file, changes, or: [ObservedFormat.format])
      var found = reading.diagnostics
      // What was observed fits a scenario or does not, too.
      if reading.format.mark != nil { found = ObservedReading(reading, library: shell.library).diagnostics }
      all += found
      switch format {
      case .table:
        shell.complain(found, isStrict: isStrict, of: files.count > 1 ? file : nil)
        if !found.contains(where: { $0.kind.severity == .error }) {
          shell.answer(Check.good(reading, file)[shell.language])
        }
      case .csv: for line in Diagnostic.rows(found).csvLines { shell.answer(line) }
      case .json: for line in Diagnostic.rows(found).jsonLines { shell.answer(line) }
      }
    }
    if format == .table, let tally = Check.tally(all, files: files.count) { shell.tell(tally[shell.language]) }
    let isWrong = all.contains { $0.kind.severity == .error }
    return isWrong ? .request : isStrict && !all.isEmpty ? .no : .done
  }

  private static func good(_ reading: ScenarioReading, _ file: String) -> Words {
    func count(_ key: String) -> Int { reading.tree.root.object(key)?.members.count ?? 0 }
    if reading.format.mark != nil {
      let points = count("points")
      return Words(
        en: "\(file): ok, \(points) \(points == 1 ? "point" : "points")", th: "\(file): ใช้ได้ มีข้อมูล \(points) ข้อ")
    }
    let (policies, targets) = (count("policies"), count("targets"))
    return Words(
      en:
        "\(file): ok, \(policies) \(policies == 1 ? "policy" : "policies"), \(targets) \(targets == 1 ? "target" : "targets")",
      th: "\(file): ใช้ได้ มี \(policies) มาตรการ \(targets) เป้าหมาย")
  }

  /// "3 errors and 1 warning in 2 files".
  static func tally(_ diagnostics: [Diagnostic], files: Int) -> Words? {
    if diagnostics.isEmpty { return nil }
    let errors = diagnostics.count { $0.kind.severity == .error }
    let warnings = diagnostics.count - errors
    let english = [
      errors == 0 ? nil : "\(errors) \(errors == 1 ? "error" : "errors")",
      warnings == 0 ? nil : "\(warnings) \(warnings == 1 ? "warning" : "warnings")",
    ].compactMap { $0 }.joined(separator: " and ")
    let thai = [errors == 0 ? nil : "\(errors) จุดที่ต้องแก้", warnings == 0 ? nil : "\(warnings) คำเตือน"]
      .compactMap { $0 }.joined(separator: " และ ")
    return Words(en: english + " in \(files) \(files == 1 ? "file" : "files")", th: thai + " ใน \(files) ไฟล์")
  }
}
