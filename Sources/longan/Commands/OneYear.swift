import Experiments
import Reports
import ScenarioFile

/// What `run` answers of a single year in the place of the summary: its books, its events, the way of a lot.
struct OneYear {
  private let isAudit: Bool
  private let trace: String?
  private let lot: String?
  private let rep: String?

  init(_ arguments: Arguments) {
    isAudit = arguments.flag("--audit", en: "the books of one year", th: "แสดงบัญชีของหนึ่งปีจำลอง")
    trace = arguments.value(
      "--trace", "FILE", en: "write what happens in one year, a line each", th: "เขียนเหตุการณ์ของหนึ่งปีจำลอง บรรทัดละเหตุการณ์")
    lot = arguments.value("--lot", "ID", en: "the way of one lot, by its number", th: "ติดตามผลหนึ่งล็อต ตามหมายเลข")
    rep = arguments.value("--rep", "K", en: "which year that is; default: 1", th: "ปีจำลองที่เท่าใด ปกติ 1")
  }

  var isWanted: Bool { isAudit || trace != nil || lot != nil }

  /// Refuses what does not go together, others among them that are about all years.
  func check(beside others: [(flag: String, value: String?)]) throws(CommandFault) {
    func refuse(_ message: Words, help: Words? = nil) -> CommandFault {
      .usage(UsageFault(message: message, help: help))
    }
    let wanted = [(isAudit, "--audit"), (trace != nil, "--trace"), (lot != nil, "--lot")].filter(\.0).map(\.1)
    guard let flag = wanted.first else {
      if rep == nil { return }
      throw refuse(
        Words(en: "`--rep` says which year is shown", th: "`--rep` ใช้บอกปีจำลองที่จะแสดง"),
        help: Words(en: "add --audit, --trace FILE or --lot ID", th: "เพิ่ม --audit, --trace FILE หรือ --lot ID"))
    }
    if let other = others.first(where: { $0.value != nil })?.flag {
      throw refuse(Words(en: "`\(flag)` has no use for `\(other)`", th: "`\(flag)` ไม่ใช้ `\(other)`"))
    }
    if isAudit, lot != nil {
      throw refuse(
        Words(en: "`--audit` and `--lot` are two answers", th: "`--audit` กับ `--lot` เป็นสองคำตอบ"),
        help: Words(en: "one of them at a time", th: "ใช้ทีละอย่าง"))
    }
    if trace == "-", wanted.count > 1 {
      throw refuse(
        Words(en: "two answers go to standard output", th: "สองคำตอบออกทาง standard output"),
        help: Words(en: "name a file for --trace", th: "ใส่ชื่อไฟล์ให้ --trace"))
    }
  }

  /// Simulates the year and answers; where nobody named a policy the first is meant.
  func run(
    _ plan: RunPlan, _ isFirst: Bool, _ format: OutputFormat, _ shell: Shell
  ) throws(CommandFault) -> ExitCode {
    let plan = isFirst ? plan.ofFirstPolicy : plan
    let year = Int(try Arguments.number(rep, "--rep", 1...1_000_000) ?? 1) - 1
    let lot = try Arguments.number(lot, "--lot", 0...UInt64(UInt32.max)).map { Int($0) }
    if plan.columns.count > 1, trace != nil || lot != nil {
      throw .usage(
        UsageFault(
          message: Words(en: "what happens is told for one policy", th: "แสดงเหตุการณ์ได้ทีละมาตรการ"),
          help: Words(en: "--policy ", th: "--policy ") + Words(plan.name(0))))
    }
    if lot != nil, format == .csv {
      throw .usage(
        UsageFault(
          message: Words(en: "the way of a lot is no table", th: "เส้นทางของล็อตไม่มีแบบ csv"), help: Words("--json")))
    }
    let listening = try YearListening(plan, year, lot, trace, shell)
    let audits = plan.columns.map { SimulatedYear(listening.plan, policy: $0.policy).audit(replication: year) }
    try listening.finish()
    if isAudit { answer(AuditTables(plan, audits, shell.language), AuditEncoding(plan, audits), format, shell) }
    if lot != nil, let way = listening.way {
      guard !way.entries.isEmpty else {
        throw .usage(
          UsageFault(
            message: Words(en: "there is no lot \(way.lot) in this year", th: "ปีจำลองนี้ไม่มีล็อต \(way.lot)"),
            help: Words(en: "lots have the numbers 0 to \(way.lastLot)", th: "ล็อตมีหมายเลข 0 ถึง \(way.lastLot)")))
      }
      let story = LotStory(plan, way, year: year + 1, shell.language)
      for line in format == .json ? story.jsonLines : story.lines { shell.answer(line) }
    }
    if let trace, trace != "-" { shell.tell(Words(en: "wrote \(trace)", th: "เขียน \(trace)")[shell.language]) }
    return .done
  }

  private func answer(_ tables: AuditTables, _ encoding: AuditEncoding, _ format: OutputFormat, _ shell: Shell) {
    switch format {
    case .json: shell.answer(encoding.json, terminator: "")
    case .csv: shell.answer(encoding.csv, terminator: "")
    case .table: for line in tables.lines { shell.answer(line) }
    }
  }
}
