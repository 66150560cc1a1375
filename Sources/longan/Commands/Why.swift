import Experiments
import Foundation
import ScenarioFile
import Statistics
import SupplyChain

/// Takes the change between two policies, or two scenarios, apart into what each changed setting accounts for.
struct Why: Command {
  static let name = "why"
  static let summary = Words(
    en: "which change moved the result, and by how much", th: "การเปลี่ยนแปลงใดทำให้ผลเปลี่ยน และเท่าใด")
  static let examples = [
    (
      line: "longan why lib:glut-2564 --policy haul-80k",
      words: Words(en: "against the first policy", th: "เทียบกับมาตรการแรก")
    ),
    (line: "longan why a.json5 b.json5 --metric unsold_t", words: Words(en: "two files", th: "สองไฟล์")),
  ]

  private let files: [String]
  private let changes: [String]
  private let policy: String?
  private let baseline: String?
  private let metric: String
  private let reps: String?
  private let seed: String?
  private let jobs: String?
  private let hasDoubt: Bool
  private let format: OutputFormat

  init(_ arguments: Arguments) {
    let files = arguments.operands("<scenario>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -")
    _ = arguments.operands("[other]", en: "a scenario to compare the first with", th: "อีกไฟล์ที่จะเทียบ")
    self.files = files
    changes = arguments.changes()
    policy = arguments.value("--policy", "ID", en: "the policy to explain", th: "มาตรการที่จะอธิบาย")
    baseline = arguments.value(
      "--baseline", "ID", en: "what it is compared with; default: the first", th: "มาตรการฐาน ปกติรายการแรก")
    metric =
      arguments.value(
        "--metric", "COLUMN", en: "the measure, as in results.csv; default: farm_income_thb_per_rai",
        th: "ตัวชี้วัดตามชื่อใน results.csv ปกติ farm_income_thb_per_rai") ?? Metric.farmIncomePerRai.id
    reps = arguments.value(
      "--reps", "N", letter: "n", en: "years for each group of settings; default: as many as take seconds",
      th: "จำนวนปีต่อชุดค่าตั้ง ปกติเท่าที่ใช้เวลาไม่กี่วินาที")
    seed = arguments.value("--seed", "N", en: "another luck; default from the file", th: "เลขสุ่มอื่น ปกติใช้ตามไฟล์")
    jobs = arguments.value(
      "--jobs", "N", letter: "j", en: "threads; results do not depend on it", th: "จำนวนเธรด ไม่มีผลต่อผลลัพธ์")
    hasDoubt = arguments.doubt()
    format = arguments.format(
      csv: Words(en: "a row for each setting", th: "หนึ่งแถวต่อค่าตั้ง"),
      json: Words(en: "a line for each", th: "หนึ่งบรรทัดต่อข้อ"))
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let reading = try shell.readGood(files[0], changes, toRun: true) else { return .request }
    var plan = RunPlan(reading)
    plan.seed = try Arguments.number(seed, "--seed", 0...UInt64(Int32.max)) ?? plan.seed
    plan.hasDoubt = hasDoubt
    guard let attribution = try attribution(plan, &shell) else { return .request }
    if attribution.settings.isEmpty {
      throw usage(Words(en: "nothing differs that could account for anything", th: "ไม่มีค่าตั้งใดต่างกัน"))
    }
    if attribution.settings.count > 64 {
      throw usage(
        Words(
          en: "\(attribution.settings.count) settings differ, and 64 are the most that can be taken apart",
          th: "มีค่าตั้งต่างกัน \(attribution.settings.count) ค่า แยกได้ไม่เกิน 64"))
    }
    let column = metric
    let years = Int(try Arguments.number(reps, "--reps", 1...1_000_000) ?? UInt64(attribution.standardReplications))
    let threads = Int(
      try Arguments.number(jobs, "--jobs", 1...1_024) ?? UInt64(ProcessInfo.processInfo.activeProcessorCount))
    let parts: ShapleyAttribution?
    do throws(PolicyAttribution.Unfit) {
      parts = try attribution.parts(
        of: { year in year.measures.firstIndex { $0.column == column }.flatMap { year.values[$0] } },
        replications: years, jobs: threads)
    } catch {
      throw usage(
        Words(
          en: "these settings do not fit together without the others: \(error.settings.joined(separator: ", "))",
          th: "ค่าตั้งเหล่านี้ใช้ร่วมกันไม่ได้หากขาดค่าอื่น: \(error.settings.joined(separator: ", "))"))
    }
    guard let parts else {
      throw usage(
        Words(en: "`\(metric)` is not measured in every year", th: "ไม่มี `\(metric)` ครบทุกปี"),
        help: Suggestion.question(metric, in: Metric.all.map(\.id)))
    }
    answer(attribution, parts, years, shell)
    return .done
  }

  private func usage(_ message: Words, help: Words? = nil) -> CommandFault {
    .usage(UsageFault(message: message, help: help))
  }

  /// What is compared; what is wrong has been said where there is nothing.
  private func attribution(_ plan: RunPlan, _ shell: inout Shell) throws(CommandFault) -> PolicyAttribution? {
    if files.count > 1 {
      guard policy == nil, baseline == nil else {
        throw usage(Words(en: "two files are compared without policies", th: "เมื่อเทียบสองไฟล์ ไม่ใช้มาตรการ"))
      }
      guard let other = try shell.readGood(files[1], changes, toRun: true) else { return nil }
      return PolicyAttribution(plan.reading, other, seed: plan.seed, hasDoubt: hasDoubt)
    }
    let ids = plan.scenario.policies.map(\.id)
    guard let policy else {
      throw usage(
        Words(en: "`longan why` needs --policy ID, or two files", th: "`longan why` ต้องมี --policy ID หรือสองไฟล์"),
        help: ids.isEmpty ? nil : Words(en: "there are ", th: "มี ") + Words(ids.joined(separator: ", ")))
    }
    let unknown = [policy, baseline].compactMap { $0.flatMap { plan.unknownPolicy($0) } }
    shell.complain(unknown)
    guard unknown.isEmpty, let place = ids.firstIndex(of: policy) else { return nil }
    let base = baseline.flatMap { ids.firstIndex(of: $0) } ?? 0
    guard base != place else {
      throw usage(
        Words(en: "`\(policy)` is compared with itself", th: "เทียบ `\(policy)` กับตัวเอง"),
        help: Words(en: "--baseline names another", th: "ใช้ --baseline ระบุมาตรการอื่น"))
    }
    return PolicyAttribution(plan, from: base, to: place)
  }

  private func answer(_ attribution: PolicyAttribution, _ parts: ShapleyAttribution, _ years: Int, _ shell: Shell) {
    let rows = MachineRows(
      ["setting", "before", "after", "metric", "part", "part_low", "part_high", "whole", "n"].map {
        MachineRows.Column($0)
      },
      attribution.settings.indices.map { number in
        let setting = attribution.settings[number]
        let interval = parts.intervals?[number]
        return [
          .text(setting.name), .text(setting.before), .text(setting.after), .text(metric),
          .measure(parts.parts[number]),
          interval.map { .measure($0.low) } ?? .missing, interval.map { .measure($0.high) } ?? .missing,
          .measure(parts.whole), .count(years),
        ]
      })
    switch format {
    case .csv: for line in [rows.csvHeader] + rows.csvLines { shell.answer(line) }
    case .json: for line in rows.jsonLines { shell.answer(line) }
    case .table: for line in table(attribution, parts, years) { shell.answer(line[shell.language]) }
    }
  }

  private func table(_ attribution: PolicyAttribution, _ parts: ShapleyAttribution, _ years: Int) -> [Words] {
    let unit = SettingUnit(key: metric).words
    func number(_ value: Double) -> String {
      let size = value.magnitude
      let scale = size >= 100 ? 1.0 : size >= 1 ? 100 : 10_000
      return (value > 0 ? "+" : "") + NumberText.grouped((value * scale).rounded() / scale)
    }
    let kind =
      attribution.isExact
      ? Words(
        en: "\(years) simulated years of each of \(1 << attribution.settings.count) groups",
        th: "\(years) ปีจำลองต่อชุด \(1 << attribution.settings.count) ชุด")
      : Words(en: "\(years) simulated years, orders drawn", th: "\(years) ปีจำลอง สุ่มลำดับ")
    var lines = [
      Words("\(metric): ") + Words(number(parts.whole)) + Words(" ") + unit + Words(en: " in all; ", th: " รวมทั้งหมด ")
        + kind + (hasDoubt ? Words(en: ", with doubt", th: " เมื่อไม่แน่ใจ") : Words(""))
    ]
    // The largest first; of equal ones the first.
    let order = attribution.settings.indices.sorted {
      let (left, right) = (parts.parts[$0].magnitude, parts.parts[$1].magnitude)
      return left == right ? $0 < $1 : left > right
    }
    let width = order.map { number(parts.parts[$0]).count }.max() ?? 0
    let names = order.map { attribution.settings[$0].name.count }.max() ?? 0
    for place in order {
      let setting = attribution.settings[place]
      let text = number(parts.parts[place])
      let padded = String(repeating: " ", count: width - text.count) + text
      var line = "  \(padded)  \(DisplayWidth.pad(setting.name, to: names))  \(setting.before) → \(setting.after)"
      if let interval = parts.intervals?[place] { line += "  (\(number(interval.low)) … \(number(interval.high)))" }
      lines.append(Words(line))
    }
    return lines
  }
}
