import Experiments
import ScenarioFile

/// Writes a job script for an engine that is there already, to standard output.
struct Emit: Command {
  static let name = "emit"
  static let summary = Words(
    en: "a job script for Slurm, GNU Parallel or Kubernetes", th: "สคริปต์งานสำหรับ Slurm, GNU Parallel หรือ Kubernetes")
  static let examples = [
    (
      line: "longan emit slurm split.json5 -o out --shards 20 > job.sh",
      words: Words(en: "then: sbatch job.sh", th: "แล้วสั่ง sbatch job.sh")
    )
  ]

  private let engine: String
  private let request: SweepRequest
  private let folder: String?
  private let shards: String?

  init(_ arguments: Arguments) {
    engine =
      arguments.operands("<engine>", en: "slurm, parallel or kubernetes", th: "slurm parallel หรือ kubernetes").first
      ?? ""
    request = SweepRequest(arguments, place: 1)
    folder = arguments.value(
      "--out", "DIR", letter: "o", en: "the folder for the results; needed", th: "โฟลเดอร์ผลลัพธ์ ต้องระบุ")
    shards = arguments.value("--shards", "N", en: "how many shares; needed", th: "จำนวนส่วน ต้องระบุ")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let engine = JobScript.Engine(rawValue: engine) else {
      let known = JobScript.Engine.allCases.map(\.rawValue)
      throw .usage(
        UsageFault(
          message: Words(en: "there is no engine `\(engine)`", th: "ไม่มี `\(engine)`"),
          help: Suggestion.question(engine, in: known) ?? Words(known.joined(separator: ", "))))
    }
    guard let folder, let count = try Arguments.number(shards, "--shards", 1...100_000) else {
      throw .usage(
        UsageFault(
          message: Words(
            en: "`longan emit` needs -o DIR and --shards N", th: "`longan emit` ต้องมี -o DIR และ --shards N"),
          help: nil))
    }
    guard var plan = try request.plan(&shell) else { return .request }
    plan.append(replications: try request.replications(of: plan))
    if Int(count) > plan.blockCount {
      shell.tell(
        Words(
          en: "note: the sweep has \(plan.blockCount) blocks, so that some of \(count) shares have nothing to do",
          th: "หมายเหตุ: sweep มี \(plan.blockCount) บล็อก บางส่วนจาก \(count) ส่วนจึงไม่มีงาน")[shell.language])
    }
    shell.answer(JobScript(request.words, folder: folder, shards: Int(count)).text(engine), terminator: "")
    return .done
  }
}
