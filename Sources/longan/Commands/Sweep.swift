import Experiments
import Foundation
import ScenarioFile

/// Simulates every point of a design; what is there already is not run again.
struct Sweep: Command {
  static let name = "sweep"
  static let summary = Words(
    en: "simulate every point of a design; resumable, in shares", th: "จำลองทุกจุดของแผน หยุดแล้วทำต่อได้ แบ่งส่วนได้")
  static let examples = [
    (
      line: "longan sweep split.json5 -o out",
      words: Words(en: "the same again goes on where it stopped", th: "สั่งซ้ำเพื่อทำต่อ")
    ),
    (line: "longan sweep split.json5 -o out --shard 0/8", words: Words(en: "an eighth of it", th: "หนึ่งในแปด")),
  ]

  private let request: SweepRequest
  private let folder: String?
  private let share: String?
  private let jobs: String?
  private let stopping: StoppingArguments
  private let lists: Bool
  private let isDry: Bool
  private let isStrict: Bool
  private let isForced: Bool
  private let isSilent: Bool

  init(_ arguments: Arguments) {
    request = SweepRequest(arguments)
    folder = arguments.value(
      "--out", "DIR", letter: "o", en: "the folder for the results; needed", th: "โฟลเดอร์ผลลัพธ์ ต้องระบุ")
    share = arguments.value(
      "--shard", "K/N", en: "do one share of N; K from 0 to N - 1", th: "ทำหนึ่งส่วนจาก N ส่วน K ตั้งแต่ 0 ถึง N - 1")
    jobs = arguments.value(
      "--jobs", "N", letter: "j", en: "workers; results do not depend on it", th: "จำนวนตัวทำงาน ไม่มีผลต่อผลลัพธ์")
    stopping = StoppingArguments(arguments)
    lists = arguments.flag("--list", en: "print the points and run nothing", th: "แสดงจุดทั้งหมดโดยไม่รัน")
    isDry = arguments.flag("--dry-run", en: "print counts, time and disk", th: "แสดงจำนวน เวลา และพื้นที่ดิสก์")
    isStrict = arguments.flag("--strict", en: "a failed run makes the exit status 1", th: "มีรันล้มเหลวให้จบด้วยสถานะ 1")
    isForced = arguments.flag(
      "--force", en: "begin anew in a folder of another plan", th: "เริ่มใหม่ในโฟลเดอร์ของแผนอื่น")
    isSilent = arguments.flag("--no-progress", en: "do not tell how far it is", th: "ไม่แสดงความคืบหน้า")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard var plan = try request.plan(&shell) else { return .request }
    let reps = try request.replications(of: plan)
    if lists {
      let table = PointTable(plan)
      var lines = table.header + "\n"
      for point in 0..<plan.pointCount {
        lines += table.line(point)
        lines += "\n"
        if lines.utf8.count > 1 << 16 {
          shell.answer(lines, terminator: "")
          lines = ""
        }
      }
      shell.answer(lines, terminator: "")
      return .done
    }
    let workers = Int(
      try Arguments.number(jobs, "--jobs", 1...1_024) ?? UInt64(ProcessInfo.processInfo.activeProcessorCount))
    if isDry {
      plan.append(replications: reps)
      for line in SweepForecast(plan, jobs: workers).lines(shell.language) { shell.answer(line) }
      return .done
    }
    guard let folder else {
      throw .usage(
        UsageFault(
          message: Words(en: "`longan sweep` needs -o DIR", th: "`longan sweep` ต้องมี -o DIR"),
          help: Words(en: "--list and --dry-run do not", th: "--list และ --dry-run ไม่ต้องมี")))
    }
    let share = try Sweep.share(share)
    let rule = try stopping.rule(
      in: plan.run.scenario.world, alternatives: plan.pointCount * plan.policyCount)
    if rule != nil, share != nil {
      throw .usage(
        UsageFault(
          message: Words(
            en: "a share cannot know when all have years enough", th: "ส่วนเดียวไม่รู้ว่าทั้งหมดมีปีพอแล้วหรือยัง"),
          help: Words(en: "leave out --shard, or give -n", th: "ไม่ใช้ --shard หรือระบุ -n")))
    }
    let most = request.hasReplications ? reps : StoppingRule.most
    let signals = StopSignals()
    let place = SweepFolder(folder)
    do throws(SweepError) {
      let first = rule?.nextRound(after: 0, most: most) ?? reps
      try place.open(&plan, replications: first, version: Longan.version, isForced: isForced)
      while true {
        let code = try work(plan, place, share, workers, signals, &shell)
        guard code == .done, let rule else { return code }
        switch rule.verdict(try place.outcomes(for: rule, plan)) {
        case .more where plan.replications < most:
          plan.append(replications: rule.nextRound(after: plan.replications, most: most))
          try place.add(plan, version: Longan.version)
        case let verdict: return answer(verdict, rule, plan, shell)
        }
      }
    } catch {
      throw CommandFault(error)
    }
  }

  private func answer(
    _ verdict: StoppingRule.Verdict, _ rule: StoppingRule, _ plan: SweepPlan, _ shell: Shell
  ) -> ExitCode {
    let years = NumberText.grouped(Double(plan.replications))
    let number = NumberText.grouped(rule.number)
    switch verdict {
    case .enough:
      shell.tell(
        Words(
          en: "\(rule.measure) is known to ±\(number) everywhere after \(years) years",
          th: "รู้ \(rule.measure) ในช่วง ±\(number) ทุกจุดเมื่อครบ \(years) ปี")[shell.language])
      return .done
    case .chosen(let alternative, let years):
      let (point, policy) = alternative.quotientAndRemainder(dividingBy: plan.policyCount)
      let place = zip(plan.axes, plan.values(at: point)).map { "\($0.path) = \($1.line())" }.joined(separator: ", ")
      shell.answer(
        Words(
          en: "best in \(rule.measure): point \(point), policy \(plan.policyName(policy)), \(place)",
          th: "ดีที่สุดด้าน \(rule.measure): จุด \(point) มาตรการ \(plan.policyName(policy)) \(place)")[shell.language])
      shell.answer(
        Words(
          en: "chosen after \(years) years; with a chance of 95 % nothing is better by \(number) or more",
          th: "เลือกได้เมื่อครบ \(years) ปี ด้วยโอกาสร้อยละ 95 ไม่มีทางเลือกใดดีกว่าถึง \(number)")[shell.language])
      return .done
    case .more, .notMeasured:
      if let words = StoppingArguments.shortfall(verdict, rule, years: plan.replications) {
        shell.tell(words[shell.language])
      }
      return verdict == .notMeasured ? .request : isStrict ? .no : .done
    }
  }

  private func work(
    _ plan: SweepPlan, _ place: SweepFolder, _ share: SweepRunner.Share?, _ jobs: Int, _ signals: StopSignals,
    _ shell: inout Shell
  ) throws(SweepError) -> ExitCode {
    let runner = SweepRunner(
      plan, place, share: share ?? SweepRunner.Share(0, of: 1), jobs: jobs, launch: Longan.worker, signals: signals)
    var line = ProgressLine(shell, isSilent: isSilent || shell.isQuiet)
    var last = SweepRunner.Progress()
    do throws(SweepError) {
      last = try runner.run { progress in
        last = progress
        line.show(progress)
      }
    } catch {
      line.clear()
      throw stopped(error, last, place, shell)
    }
    line.clear()
    tell(last, share, shell)
    if share == nil {
      _ = try SweepJoin(place, plan).write()
      shell.tell(Words(en: "wrote \(place.path)/", th: "เขียน \(place.path)/")[shell.language])
    } else {
      shell.tell(Words(en: "next: longan merge \(place.path)", th: "ต่อไป: longan merge \(place.path)")[shell.language])
    }
    return last.broken > 0 ? .ourFault : isStrict && last.failed > 0 ? .no : .done
  }

  private func tell(_ progress: SweepRunner.Progress, _ share: SweepRunner.Share?, _ shell: Shell) {
    func grouped(_ number: Int) -> String { NumberText.grouped(Double(number)) }
    let (runs, before) = (grouped(progress.done), grouped(progress.before))
    let took = DurationText.words(progress.seconds)
    let of = share.map { " of shard \($0.number)/\($0.of)" } ?? ""
    let ofThai = share.map { " ของส่วน \($0.number)/\($0.of)" } ?? ""
    shell.tell(
      Words(
        en:
          "\(runs)/\(grouped(progress.runs)) runs\(of), \(before) from before, \(progress.failed) failed, \(took.english)",
        th:
          "\(runs)/\(grouped(progress.runs)) รัน\(ofThai) มีอยู่ก่อน \(before) ล้มเหลว \(progress.failed) ใช้เวลา \(took.thai)"
      )[shell.language])
    if progress.broken > 0 {
      shell.tell(
        Words(
          en: "\(progress.broken) runs contradict themselves, our fault: please send us the rows with status broken",
          th: "\(progress.broken) รันขัดแย้งกันเอง เป็นความผิดของโปรแกรม โปรดส่งแถวที่มีสถานะ broken ให้เรา")[shell.language])
    }
  }

  /// What is said when it stops early: what is saved, and how to go on.
  private func stopped(
    _ error: SweepError, _ progress: SweepRunner.Progress, _ place: SweepFolder, _ shell: Shell
  ) -> SweepError {
    guard case .fault(let fault) = error, fault.kind == .interrupted || fault.kind == .again,
      let status = try? SweepStatus(place)
    else { return error }
    func grouped(_ number: Int) -> String { NumberText.grouped(Double(number)) }
    let (done, runs) = (grouped(status.doneRuns), grouped(status.runs))
    let command = CommandLine.arguments.dropFirst().joined(separator: " ")
    return .fault(
      SweepFault(
        fault.kind,
        fault.words
          + Words(
            en: ": \(done) of \(runs) runs are saved in \(place.path)/",
            th: ": บันทึกแล้ว \(done) จาก \(runs) รันใน \(place.path)/"),
        help: Words(en: "to finish: longan \(command)", th: "ทำต่อ: longan \(command)")))
  }

  /// `K/N`.
  static func share(_ text: String?) throws(CommandFault) -> SweepRunner.Share? {
    guard let text else { return nil }
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    if numbers.count == 2, let number = numbers[0], let count = numbers[1], count >= 1, count <= 1_000_000,
      (0..<count).contains(number)
    {
      return SweepRunner.Share(number, of: count)
    }
    let last = numbers.count == 2 ? numbers[1].flatMap { $0 > 0 ? "\($0 - 1)/\($0)" : nil } : nil
    throw .usage(
      UsageFault(
        message: Words(en: "there is no shard `\(text)`", th: "ไม่มีส่วน `\(text)`"),
        help: last.map {
          Words(en: "shards are counted from 0: the last is \($0)", th: "ส่วนนับจาก 0 ส่วนสุดท้ายคือ \($0)")
        } ?? Words(en: "write K/N, as 0/8", th: "เขียน K/N เช่น 0/8")))
  }
}

/// What several commands ask for to plan a sweep.
struct SweepRequest {
  let file: String
  private let changes: [String]
  private let axes: [String]
  private let policies: [String]
  private let reps: String?
  private let seed: String?
  private let hasDoubt: Bool

  /// `place` says which of the operands the scenario is.
  init(_ arguments: Arguments, place: Int = 0) {
    let operands = arguments.operands("<scenario>", en: "a path, lib:NAME, or -", th: "ไฟล์ lib:ชื่อ หรือ -")
    file = operands.dropFirst(place).first ?? ""
    changes = arguments.changes()
    axes = arguments.values(
      "--axis", "PATH=SPEC", en: "add or replace an axis: 0.3..0.7/0.05 or 1250,1450; repeatable",
      th: "เพิ่มหรือแทนแกน 0.3..0.7/0.05 หรือ 1250,1450 ใช้ซ้ำได้")
    policies = arguments.values("--policy", "ID", en: "only these policies; repeatable", th: "เฉพาะมาตรการนี้ ใช้ซ้ำได้")
    reps = arguments.value(
      "--reps", "N", letter: "n", en: "simulated years per point and policy", th: "จำนวนปีจำลองต่อจุดและมาตรการ")
    seed = arguments.value("--seed", "N", en: "another luck; default from the file", th: "เลขสุ่มอื่น ปกติใช้ตามไฟล์")
    hasDoubt = arguments.doubt()
  }

  /// All of it as it is typed.
  var words: [String] {
    func each(_ flag: String, _ values: [String]) -> [String] { values.flatMap { [flag, $0] } }
    return [file] + each("--set", changes) + each("--axis", axes) + each("--policy", policies)
      + each("--reps", reps.map { [$0] } ?? []) + each("--seed", seed.map { [$0] } ?? [])
      + (hasDoubt ? ["--doubt"] : [])
  }

  /// The plan without rounds; what is wrong has been said where there is none.
  func plan(_ shell: inout Shell) throws(CommandFault) -> SweepPlan? {
    // Of policies that are chosen only those count, which the plan sees to.
    guard
      let reading = try shell.readGood(
        file, changes, toRun: true, forgiving: policies.isEmpty ? nil : SweepPlan.policyHidesAxis)
    else { return nil }
    var request = SweepPlan.Request()
    request.axes = axes
    request.policies = policies
    request.hasDoubt = hasDoubt
    request.seed = try Arguments.number(seed, "--seed", 0...UInt64(Int32.max))
    let (plan, diagnostics) = SweepPlan.make(reading, request)
    shell.complain(diagnostics)
    if plan == nil, let tally = Check.tally(diagnostics, files: 1) {
      shell.tell(tally[shell.language] + Words(en: "; nothing was done", th: " ยังไม่ได้ทำอะไร")[shell.language])
    }
    return plan
  }

  var hasReplications: Bool { reps != nil }

  func replications(of plan: SweepPlan) throws(CommandFault) -> Int {
    Int(try Arguments.number(reps, "--reps", 1...1_000_000) ?? UInt64(plan.standardReplications))
  }
}
