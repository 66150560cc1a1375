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
  private let isJSON: Bool

  init(_ arguments: Arguments) {
    let first = arguments.operands("<a>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -")
    _ = arguments.operands("<b>", en: "the other", th: "อีกไฟล์")
    files = first
    changes = arguments.values("--set", "PATH=VALUE", en: "change one value in both", th: "เปลี่ยนค่าในทั้งสอง")
    isJSON = arguments.flag(
      "--json", en: "one line of JSON for each; ids and titles too", th: "JSON หนึ่งบรรทัดต่อข้อ รวมไอดีและชื่อ")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let left = try shell.readGood(files[0], changes), let right = try shell.readGood(files[1], changes) else {
      return .request
    }
    let difference = Difference(left, right, all: isJSON)
    for line in isJSON ? difference.json : difference.text { shell.answer(line) }
    return difference.lines.isEmpty ? .done : .no
  }
}
