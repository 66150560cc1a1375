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
    (
      line: "longan run lib:small --audit --rep 7",
      words: Words(en: "the books of the seventh year", th: "บัญชีของปีจำลองที่เจ็ด")
    ),
  ]

  private let file: String
  private let changes: [String]
  private let policies: [String]
  private let reps: String?
  private let seed: String?
  private let jobs: String?
  private let hasDoubt: Bool
  private let year: OneYear
  private let format: OutputFormat
  private let folder: String?
  private let report: String?
  private let isForced: Bool
  private let isStrict: Bool
  private let isSilent: Bool

  init(_ arguments: Arguments) {
    file = arguments.operands("<scenario>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -").first ?? ""
    changes = arguments.changes()
    policies = arguments.values("--policy", "ID", en: "only these policies; repeatable", th: "เฉพาะมาตรการนี้ ใช้ซ้ำได้")
    reps = arguments.value("--reps", "N", letter: "n", en: "simulated years per policy", th: "จำนวนปีจำลองต่อมาตรการ")
    seed = arguments.value("--seed", "N", en: "another luck; default from the file", th: "เลขสุ่มอื่น ปกติใช้ตามไฟล์")
    jobs = arguments.value(
      "--jobs", "N", letter: "j", en: "threads; results do not depend on it", th: "จำนวนเธรด ไม่มีผลต่อผลลัพธ์")
    hasDoubt = arguments.doubt()
    year = OneYear(arguments)
    format = arguments.format(
      csv: Words(en: "a row for each measure", th: "หนึ่งแถวต่อตัวชี้วัด"),
      json: Words(en: "the same rows", th: "แถวเดียวกัน"))
    folder = arguments.value(
      "--out", "DIR", letter: "o", en: "write everything to a folder", th: "เขียนผลทั้งหมดลงโฟลเดอร์")
    report = arguments.report()
    isForced = arguments.flag(
      "--force", en: "write over a folder of something else", th: "เขียนทับโฟลเดอร์ที่มีอย่างอื่นอยู่")
    isStrict = arguments.flag(
      "--strict", en: "a warning, or a target that a policy misses, makes the exit status 1",
      th: "มีคำเตือน หรือมาตรการใดไม่ถึงเป้าหมาย ให้จบด้วยสถานะ 1")
    isSilent = arguments.flag("--no-progress", en: "do not tell how far it is", th: "ไม่แสดงความคืบหน้า")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode { try run(&shell, watch: YearWatch()) }

  /// The same while somebody else looks on.
  func run(_ shell: inout Shell, watch: YearWatch) throws(CommandFault) -> ExitCode {
    try year.check(beside: [("--reps", reps), ("--out", folder), ("--report", report)])
    guard let reading = try shell.readGood(file, changes, toRun: true, isStrict: isStrict) else { return .request }
    var plan = RunPlan(reading)
    if !policies.isEmpty {
      let unknown = policies.compactMap { plan.unknownPolicy($0) }
      shell.complain(unknown)
      if !unknown.isEmpty { return .request }
      plan.policies = plan.scenario.policies.indices.filter { policies.contains(plan.scenario.policies[$0].id) }
    }
    plan.reps = Int(try Arguments.number(reps, "--reps", 1...1_000_000) ?? UInt64(plan.reps))
    plan.seed = try Arguments.number(seed, "--seed", 0...UInt64(Int32.max)) ?? plan.seed
    plan.jobs = Int(
      try Arguments.number(jobs, "--jobs", 1...1_024) ?? UInt64(ProcessInfo.processInfo.activeProcessorCount))
    plan.watch = watch
    plan.watch.stopping = stopping(plan, shell.language)
    if year.isWanted {
      plan.hasDoubt = hasDoubt
      return try year.run(plan, policies.isEmpty, format, shell)
    }
    let files = try RunFiles(record(plan), folder: folder, report: report, isForced: isForced)
    // The luck of the year alone, and beside it with doubt about what is assumed.
    let progress = YearProgress(shell, isSilent: isSilent || shell.isQuiet, passes: hasDoubt ? 2 : 1)
    progress.show(0, of: plan.columns.count * plan.reps)
    var results = RunResults(plan, SimulatedYears(plan).run { progress.show($0, of: $1) })
    if hasDoubt {
      plan.hasDoubt = true
      results.add(doubted: SimulatedYears(plan).run { progress.show($0, of: $1, pass: 1) })
    }
    progress.clear()
    switch format {
    case .json: shell.answer(SummaryEncoding(results).json, terminator: "")
    case .csv: shell.answer(SummaryEncoding(results).csv, terminator: "")
    case .table: for line in TerminalSummary(results, shell.language).lines { shell.answer(line) }
    }
    try files.write(results, shell)
    if plan.sample != nil {
      let whole = again(plan, with: ["run.sample_share=1"])(policies, plan.reps)
      shell.tell(Words(en: "note: for all farms: \(whole)", th: "หมายเหตุ: จำลองทุกสวน: \(whole)")[shell.language])
    }
    return isStrict && (!reading.diagnostics.isEmpty || results.missesTarget) ? .no : .done
  }

  private func record(_ plan: RunPlan) -> RunRecord {
    RunRecord(
      version: Longan.version, command: again(plan)(policies, plan.reps), scenarioName: file,
      settings: ShowTable(plan.reading, .english).rows.csv, scenario: ScenarioJSON.text(plan.reading))
  }

  /// What gives the same numbers again, for some policies and years: nothing that changes none of them.
  private func again(
    _ plan: RunPlan, with more: [String] = []
  ) -> @Sendable (_ policies: [String], _ reps: Int) -> String {
    var words = ["longan", "run", file]
    for change in changes + more { words += ["--set", change] }
    let (beginning, seed, end) = (words, plan.seed, hasDoubt ? ["--doubt"] : [])
    return { policies, reps in
      let words =
        beginning + policies.flatMap { ["--policy", $0] } + ["-n", String(reps), "--seed", String(seed)] + end
      return words.map(Run.quoted).joined(separator: " ")
    }
  }

  /// What is said when a year has to stop.
  private func stopping(_ plan: RunPlan, _ language: Language) -> @Sendable (YearMoment, String) -> String {
    let (again, isOnly) = (again(plan), plan.policies.isEmpty)
    let way = OurFault.Way(file: file) { policy, reps in again(isOnly ? [] : [policy], reps) }
    return { moment, complaint in OurFault.words(moment, complaint, way)[language] }
  }

  /// A word as a shell takes it whole.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-_./:=,+@%".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
