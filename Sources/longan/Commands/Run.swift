import Experiments
import Foundation
import Reports
import ScenarioFile
import SupplyChain
import Units

/// Simulates a scenario, and compares its policies.
struct Run: Command {
  static let name = "run"
  static let summary = Words(
    en: "simulate; compares policies in a file, or several files", th: "จำลอง เปรียบเทียบมาตรการในไฟล์ หรือหลายไฟล์")
  static let examples = [
    (line: "longan run lib:lamphun -n 20", words: Words(en: "twenty ordinary years", th: "ยี่สิบปีปกติ")),
    (
      line: "longan run a.json5 b.json5",
      words: Words(en: "two files, the same years", th: "สองไฟล์ในปีเดียวกัน")
    ),
    (
      line: "longan run lib:small --audit --rep 7",
      words: Words(en: "the books of the seventh year", th: "บัญชีของปีจำลองที่เจ็ด")
    ),
  ]

  private let files: [String]
  private let changes: [String]
  private let policies: [String]
  private let baseline: String?
  private let reps: String?
  private let stopping: StoppingArguments
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
    files = arguments.operands(
      "<scenario>...", en: "a path, lib:NAME, or -; several are compared", th: "ไฟล์ lib:ชื่อ หรือ - หลายไฟล์คือเปรียบเทียบกัน")
    changes = arguments.changes()
    policies = arguments.values("--policy", "ID", en: "only these policies; repeatable", th: "เฉพาะมาตรการนี้ ใช้ซ้ำได้")
    baseline = arguments.baseline()
    reps = arguments.value("--reps", "N", letter: "n", en: "simulated years per policy", th: "จำนวนปีจำลองต่อมาตรการ")
    stopping = StoppingArguments(arguments)
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
      "--strict", en: "a warning or a missed target makes the status 1",
      th: "มีคำเตือน หรือมาตรการใดไม่ถึงเป้าหมาย ให้จบด้วยสถานะ 1")
    isSilent = arguments.flag("--no-progress", en: "do not tell how far it is", th: "ไม่แสดงความคืบหน้า")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode { try run(&shell, watch: YearWatch()) }

  /// The same while somebody else looks on.
  func run(_ shell: inout Shell, watch: YearWatch) throws(CommandFault) -> ExitCode {
    try year.check(
      beside: [("--reps", reps), ("--out", folder), ("--report", report)] + stopping.given)
    guard let (plans, warnings) = try plans(&shell), var plan = try side(by: plans, shell) else { return .request }
    let unknown = plan.choose(policies, baseline: baseline)
    shell.complain(unknown)
    if !unknown.isEmpty { return .request }
    plan.reps = Int(try Arguments.number(reps, "--reps", 1...1_000_000) ?? UInt64(plan.reps))
    plan.seed = try Arguments.number(seed, "--seed", 0...UInt64(Int32.max)) ?? plan.seed
    plan.jobs = Int(
      try Arguments.number(jobs, "--jobs", 1...1_024) ?? UInt64(ProcessInfo.processInfo.activeProcessorCount))
    listen(&plan, watch, shell.language)
    if year.isWanted {
      if files.count > 1 {
        throw .usage(
          UsageFault(
            message: Words(en: "one year is shown of one file", th: "แสดงปีจำลองได้ทีละไฟล์"), help: Words(files[0])))
      }
      plan.hasDoubt = hasDoubt
      return try year.run(plan, policies.isEmpty, format, shell)
    }
    let writing = try RunFiles(record(plan), folder: folder, report: report, isForced: isForced)
    let rule = try stopping.rule(in: plan.scenario.world, alternatives: plan.columns.count)
    let most = reps == nil && rule != nil ? StoppingRule.most : plan.reps
    // The luck of the year alone, and beside it with doubt about what is assumed.
    let progress = YearProgress(shell, isSilent: isSilent || shell.isQuiet, passes: hasDoubt ? 2 : 1)
    var results = Run.results(&plan, rule, most: most, progress)
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
    try writing.write(results, record(plan), shell)
    if plan.sample != nil {
      let whole = again(plan, files, with: ["run.sample_share=1"])(policies, baseline, plan.reps)
      shell.tell(Words(en: "note: for all farms: \(whole)", th: "หมายเหตุ: จำลองทุกสวน: \(whole)")[shell.language])
    }
    if let rule, let verdict = results.enough?.verdict,
      let words = StoppingArguments.shortfall(verdict, rule, years: plan.reps)
    {
      shell.tell(words[shell.language])
      if verdict == .notMeasured { return .request }
      if isStrict { return .no }
    }
    return isStrict && (!warnings.isEmpty || results.missesTarget) ? .no : .done
  }

  /// Simulates all years, or round by round as many as are enough, which the plan has then.
  private static func results(
    _ plan: inout RunPlan, _ rule: StoppingRule?, most: Int, _ progress: YearProgress
  ) -> RunResults {
    let columns = plan.columns.count
    var years: [[YearOutcome]] = Array(repeating: [], count: columns)
    var verdict = StoppingRule.Verdict.more
    plan.reps = 0
    while verdict == .more, plan.reps < most {
      let before = plan.reps
      plan.reps += rule?.nextRound(after: before, most: most) ?? most
      let all = columns * plan.reps
      progress.show(columns * before, of: all)
      let round = SimulatedYears(plan).run(from: before) { done, _ in progress.show(columns * before + done, of: all) }
      for column in years.indices { years[column] += round[column] }
      if let rule { verdict = rule.verdict(rule.outcomes(years)) }
    }
    var results = RunResults(plan, years)
    results.enough = rule.map { YearsEnough($0, verdict) }
    return results
  }

  // MARK: Files

  /// The files with what is changed in them, and the warnings about them; what is wrong has been said where there are
  /// none.
  private func plans(_ shell: inout Shell) throws(CommandFault) -> (plans: [RunPlan], warnings: [Diagnostic])? {
    if files.count(where: { $0 == "-" }) > 1 {
      throw .usage(
        UsageFault(
          message: Words(en: "standard input is one file", th: "stdin เป็นได้ไฟล์เดียว"),
          help: Words(en: "write the others into files", th: "บันทึกไฟล์อื่นก่อน")))
    }
    var plans: [RunPlan] = []
    var warnings: [Diagnostic] = []
    for file in files {
      let isOneOfSeveral = files.count > 1
      guard
        let reading = try shell.readGood(
          file, changes, toRun: true, isStrict: isStrict, isOneOfSeveral: isOneOfSeveral)
      else { return nil }
      var plan = RunPlan(reading)
      if !changes.isEmpty { plan.changes = reading.changes }
      plans.append(plan)
      warnings += reading.diagnostics
    }
    return (plans, warnings)
  }

  /// One file as it is, or several side by side.
  private func side(by plans: [RunPlan], _ shell: Shell) throws(CommandFault) -> RunPlan? {
    if plans.count == 1 { return plans[0] }
    let ids = RunPlan.ids(of: zip(files, plans).map { (name: $0, plan: $1) })
    do throws(RunPlan.Unlike) {
      let plan = try RunPlan.side(by: zip(ids, plans).map { (id: $0, plan: $1) })
      if policies.isEmpty, plans.contains(where: { $0.policies.count > 1 }) {
        shell.tell(
          Words(
            en: "note: each file runs under its first policy; --policy ID, which may be repeated, runs others",
            th: "หมายเหตุ: แต่ละไฟล์รันด้วยมาตรการแรกของตน ใช้ --policy ID ซ้ำได้เพื่อรันมาตรการอื่น")[shell.language])
      }
      return plan
    } catch {
      guard case .days(let one, let other) = error else { return nil }
      func days(_ place: Int) -> Words {
        let span = plans[place].scenario.world.span
        guard let from = span.from, let to = span.to else { return Words("") }
        return Words(files[place] + " ") + TerminalSummary.span(from, to)
      }
      let first = plans[one].scenario.world.span
      let (from, to) = (first.from?.isoText ?? "", first.to?.isoText ?? "")
      throw .usage(
        UsageFault(
          message: Words(en: "files are compared over the same days: ", th: "ไฟล์ที่เปรียบเทียบต้องใช้ช่วงวันเดียวกัน: ")
            + days(one)
            + Words(", ") + days(other),
          help: Words("--set calendar.from=\(from) --set calendar.to=\(to)")))
    }
  }

  private func record(_ plan: RunPlan) -> RunRecord {
    // What the others are compared with comes first, which need not be the file that was typed first.
    let names = names(in: plan)
    return RunRecord(
      version: Longan.version, command: again(plan, files)(policies, baseline, plan.reps),
      files: (0..<plan.fileCount).map { file in
        let reading = plan.alone(file).reading
        return RunRecord.File(
          name: names[file], settings: ShowTable(reading, .english).rows.csv, scenario: ScenarioJSON.text(reading))
      })
  }

  /// How the files of a plan were typed, in its order.
  private func names(in plan: RunPlan) -> [String] {
    if plan.fileCount == 1 { return files }
    return (0..<plan.fileCount).map { file in files[plan.givenPlace(of: file)] }
  }

  /// What gives the same numbers again, for some policies and years: nothing that changes none of them.
  private func again(
    _ plan: RunPlan, _ files: [String], with more: [String] = []
  ) -> @Sendable (_ policies: [String], _ baseline: String?, _ reps: Int) -> String {
    var words = ["longan", "run"] + files
    for change in changes + more { words += ["--set", change] }
    let (beginning, seed, end) = (words, plan.seed, hasDoubt ? ["--doubt"] : [])
    return { policies, baseline, reps in
      let words =
        beginning + policies.flatMap { ["--policy", $0] } + (baseline.map { ["--baseline", $0] } ?? [])
        + ["-n", String(reps), "--seed", String(seed)] + end
      return words.map(Run.quoted).joined(separator: " ")
    }
  }

  /// Has each file told what is said when one of its years has to stop.
  private func listen(_ plan: inout RunPlan, _ watch: YearWatch, _ language: Language) {
    let names = names(in: plan)
    func watching(_ file: Int) -> YearWatch {
      let (again, isOnly) = (again(plan, [names[file]]), plan.scenario(of: file).policies.isEmpty)
      let way = OurFault.Way(file: names[file]) { policy, reps in again(isOnly ? [] : [policy], nil, reps) }
      var watch = watch
      watch.stopping = { moment, complaint in OurFault.words(moment, complaint, way)[language] }
      return watch
    }
    plan.watch = watching(0)
    for file in 1..<max(1, plan.fileCount) { plan.others[file - 1].watch = watching(file) }
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
