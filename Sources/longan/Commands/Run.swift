import Foundation
import ScenarioFile
import SupplyChain

/// Simulates a scenario.
struct Run: Command {
  static let name = "run"
  static let summary = Words(
    en: "simulate; compares policies in a file, or several files", th: "จำลอง เปรียบเทียบมาตรการในไฟล์ หรือหลายไฟล์")
  static let examples = [
    (line: "longan run lib:lamphun", words: Words(en: "an ordinary year", th: "ปีปกติ"))
  ]

  private let files: [String]
  private let changes: [String]
  private let reps: [String]

  init(_ arguments: Arguments) {
    files = arguments.operands("<scenario>...", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -")
    changes = arguments.values("--set", "PATH=VALUE", en: "change one value; repeatable", th: "เปลี่ยนค่า ใช้ซ้ำได้")
    reps = arguments.values("--rep", "N", en: "which replication", th: "ปีจำลองที่")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let reading = try shell.readGood(files.first ?? "", changes) else { return .request }
    shell.answer(Trial.run(reading, replication: UInt32(reps.first ?? "0") ?? 0))
    return .done
  }
}
