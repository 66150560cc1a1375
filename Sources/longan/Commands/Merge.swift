import Experiments
import ScenarioFile

/// Verifies the shares of a sweep and joins them.
struct Merge: Command {
  static let name = "merge"
  static let summary = Words(en: "verify the shares of a sweep and join them", th: "ตรวจและรวมส่วนของ sweep")
  static let examples = [
    (
      line: "longan merge out --verify 1%",
      words: Words(en: "run a hundredth again, to compare", th: "รันซ้ำหนึ่งในร้อยเพื่อเทียบ")
    )
  ]

  private let folder: String
  private let sample: String?
  private let isStrict: Bool

  init(_ arguments: Arguments) {
    folder = arguments.operands("<folder>", en: "the folder of a sweep", th: "โฟลเดอร์ของ sweep").first ?? ""
    sample = arguments.value(
      "--verify", "SHARE", en: "recompute a sample of blocks: 1% or 0.01", th: "คำนวณบล็อกตัวอย่างซ้ำ 1% หรือ 0.01")
    isStrict = arguments.flag("--strict", en: "a failed run makes the exit status 1", th: "มีรันล้มเหลวให้จบด้วยสถานะ 1")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let share = try share()
    do throws(SweepError) {
      let place = SweepFolder(folder)
      let plan = try place.plan(shell.format)
      let outcome = try SweepJoin(place, plan).write()
      let rows = NumberText.grouped(Double(outcome.runs))
      if let share {
        let blocks = try SweepRunner.verify(plan, place, share: share, launch: Longan.worker, signals: StopSignals())
        shell.tell(
          Words(en: "\(blocks) blocks came out the same again", th: "คำนวณซ้ำ \(blocks) บล็อก ได้ผลเดิม")[shell.language])
      }
      shell.tell(
        Words(
          en: "wrote \(folder)/results.csv, \(rows) rows, \(outcome.failed) failed",
          th: "เขียน \(folder)/results.csv \(rows) แถว ล้มเหลว \(outcome.failed)")[shell.language])
      return outcome.broken > 0 ? .ourFault : isStrict && outcome.failed > 0 ? .no : .done
    } catch {
      throw CommandFault(error)
    }
  }

  private func share() throws(CommandFault) -> Double? {
    guard let sample else { return nil }
    let number = sample.hasSuffix("%") ? Double(sample.dropLast()).map { $0 / 100 } : Double(sample)
    if let number, number > 0, number <= 1 { return number }
    throw .usage(
      UsageFault(
        message: Words(en: "`--verify` cannot be `\(sample)`", th: "`--verify` เป็น `\(sample)` ไม่ได้"),
        help: Words(en: "a share, as 1% or 0.01", th: "สัดส่วน เช่น 1% หรือ 0.01")))
  }
}
