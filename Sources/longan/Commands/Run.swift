import Experiments
import Foundation
import Reports
import ScenarioFile

/// Simulates a scenario, and compares its policies.
struct Run: Command {
  static let name = "run"
  static let summary = Words(
    en: "simulate; compares policies in a file, or several files", th: "จำลอง เปรียบเทียบมาตรการในไฟล์ หรือหลายไฟล์")
  static let examples = [
    (line: "longan run lib:lamphun -n 20", words: Words(en: "twenty ordinary years", th: "ยี่สิบปีปกติ")),
    (
      line: "longan run nan.json5 --policy more-ovens",
      words: Words(en: "one policy of a file", th: "มาตรการเดียวในไฟล์")
    ),
  ]

  private let file: String
  private let changes: [String]
  private let policies: [String]
  private let reps: String?
  private let seed: String?
  private let jobs: String?
  private let format: OutputFormat

  init(_ arguments: Arguments) {
    file = arguments.operands("<scenario>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -").first ?? ""
    changes = arguments.changes()
    policies = arguments.values("--policy", "ID", en: "only these policies; repeatable", th: "เฉพาะมาตรการนี้ ใช้ซ้ำได้")
    reps = arguments.value("--reps", "N", letter: "n", en: "simulated years per policy", th: "จำนวนปีจำลองต่อมาตรการ")
    seed = arguments.value("--seed", "N", en: "another luck; default from the file", th: "เลขสุ่มอื่น ปกติใช้ตามไฟล์")
    jobs = arguments.value(
      "--jobs", "N", letter: "j", en: "threads; results do not depend on it", th: "จำนวนเธรด ไม่มีผลต่อผลลัพธ์")
    format = arguments.format(
      csv: Words(en: "a row for each measure", th: "หนึ่งแถวต่อตัวชี้วัด"),
      json: Words(en: "the same rows", th: "แถวเดียวกัน"))
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let reading = try shell.readGood(file, changes) else { return .request }
    var plan = RunPlan(reading)
    if !policies.isEmpty {
      let unknown = policies.compactMap { plan.unknownPolicy($0) }
      shell.complain(unknown)
      if !unknown.isEmpty { return .request }
      plan.policies = plan.scenario.policies.indices.filter { policies.contains(plan.scenario.policies[$0].id) }
    }
    plan.reps = Int(try Run.number(reps, "--reps", 1...1_000_000) ?? UInt64(plan.reps))
    plan.seed = try Run.number(seed, "--seed", 0...UInt64(Int32.max)) ?? plan.seed
    plan.jobs = Int(
      try Run.number(jobs, "--jobs", 1...1_024) ?? UInt64(ProcessInfo.processInfo.activeProcessorCount))
    let years = SimulatedYears(plan).run()
    let summary = RunSummary(years)
    switch format {
    case .json: shell.answer(SummaryEncoding(plan, summary).json, terminator: "")
    case .csv: shell.answer(SummaryEncoding(plan, summary).csv, terminator: "")
    case .table: for line in TerminalSummary(plan, years, summary, shell.language).lines { shell.answer(line) }
    }
    return .done
  }

  static func number(
    _ text: String?, _ flag: String, _ range: ClosedRange<UInt64>
  ) throws(CommandFault) -> UInt64? {
    guard let text else { return nil }
    if let number = UInt64(text), range.contains(number) { return number }
    throw .usage(
      UsageFault(
        message: Words(en: "`\(flag)` cannot be `\(text)`", th: "`\(flag)` เป็น `\(text)` ไม่ได้"),
        help: Words(
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
          th: "จำนวนเต็มตั้งแต่ \(range.lowerBound) ถึง \(range.upperBound)")))
  }
}
