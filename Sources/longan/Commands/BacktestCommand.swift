import Experiments
import Foundation
import Reports
import ScenarioFile

/// Simulates seasons of which something was seen, and tells how far off it is.
struct BacktestCommand: Command {
  static let name = "backtest"
  static let summary = Words(en: "simulated against observed", th: "เทียบผลจำลองกับข้อมูลจริง")
  static let examples = [
    (line: "longan backtest lib:observed/lamphun-2562", words: Words(en: "one season", th: "ฤดูเดียว")),
    (line: "longan backtest *.json5 -n 20", words: Words(en: "several, twenty years each", th: "หลายฤดู ฤดูละยี่สิบปีจำลอง")),
  ]

  private let files: [String]
  private let reps: String?
  private let seed: String?
  private let jobs: String?
  private let isStrict: Bool
  private let format: OutputFormat
  private let report: String?

  init(_ arguments: Arguments) {
    files = arguments.operands(
      "<observed>...", en: "files of observations: a path, lib:observed/NAME, or -",
      th: "ไฟล์ข้อมูลจริง lib:observed/ชื่อ หรือ -")
    reps = arguments.value(
      "--reps", "N", letter: "n", en: "simulated years per season", th: "จำนวนปีจำลองต่อฤดู")
    seed = arguments.value("--seed", "N", en: "another luck; default from the scenario", th: "เลขสุ่มอื่น ปกติใช้ตามสถานการณ์")
    jobs = arguments.value(
      "--jobs", "N", letter: "j", en: "threads; results do not depend on it", th: "จำนวนเธรด ไม่มีผลต่อผลลัพธ์")
    isStrict = arguments.flag(
      "--strict", en: "worse than a naive guess over all points of a kind makes the exit status 1",
      th: "ถ้าแย่กว่าการเดาอย่างง่ายในตัวชี้วัดใด ให้จบด้วยสถานะ 1")
    format = arguments.format(
      csv: Words(en: "a row for each point", th: "หนึ่งแถวต่อข้อมูล"),
      json: Words(en: "the same rows, and the comparisons", th: "แถวเดียวกัน และผลเปรียบเทียบ"))
    report = arguments.report()
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    var readings: [(observed: Observed, scenario: ScenarioReading)] = []
    var complaints: [Diagnostic] = []
    for file in files {
      let reading = try BacktestCommand.read(file, shell)
      complaints += reading.diagnostics
      if let scenario = reading.scenario { readings.append((Form.read(reading.file.tree) { Observed($0) }, scenario)) }
    }
    shell.complain(complaints)
    if complaints.contains(where: { $0.kind.severity == .error }) {
      if let tally = Check.tally(complaints, files: files.count) {
        shell.tell(tally[shell.language] + Words(en: "; nothing was done", th: " ยังไม่ได้ทำอะไร")[shell.language])
      }
      return .request
    }
    let (reps, seed) = (
      try Arguments.number(reps, "--reps", 1...1_000_000), try Arguments.number(seed, "--seed", 0...UInt64(Int32.max))
    )
    let jobs = try Arguments.number(jobs, "--jobs", 1...1_024) ?? UInt64(ProcessInfo.processInfo.activeProcessorCount)
    do throws(FileFault) { if let report { try FileWriting.probe(report) } } catch { throw .file(error) }
    let backtests = readings.map { observed, scenario in
      var plan = RunPlan(scenario)
      plan.reps = reps.map { Int($0) } ?? plan.reps
      plan.seed = seed ?? plan.seed
      plan.jobs = Int(jobs)
      return Backtest(observed, plan)
    }
    switch format {
    case .table: for line in BacktestTable(backtests, shell.language).lines { shell.answer(line) }
    case .csv: shell.answer(BacktestEncoding(backtests).csv, terminator: "")
    case .json: shell.answer(BacktestEncoding(backtests).json, terminator: "")
    }
    if let report {
      var words = ["longan", "backtest"] + files
      if let reps { words += ["-n", String(reps)] }
      if let seed { words += ["--seed", String(seed)] }
      let command = words.map(Run.quoted).joined(separator: " ")
      let page = BacktestPage(backtests, command: command, version: Longan.version, shell.language)
      do throws(FileFault) { try FileWriting.write(Array(page.html.utf8), to: report) } catch { throw .file(error) }
      shell.tell(Words(en: "wrote \(report)", th: "เขียน \(report)")[shell.language])
    }
    return isStrict && Comparison.all(backtests).contains(where: \.isWorse) ? .no : .done
  }

  private static func read(_ file: String, _ shell: Shell) throws(CommandFault) -> ObservedReading {
    do throws(FileFault) {
      return try ObservedReading(file, library: shell.library)
    } catch {
      throw .file(error)
    }
  }
}
