import Experiments
import ScenarioFile

/// Tells how far a sweep is, from its folder alone.
struct Status: Command {
  static let name = "status"
  static let summary = Words(en: "how far a sweep is; what to run again", th: "sweep ไปถึงไหนแล้ว ต้องรันส่วนใดอีก")
  static let examples = [
    (
      line: "longan status out --shards 20",
      words: Words(en: "which of 20 shards to run again", th: "ต้องรันส่วนใดใน 20 ส่วน")
    )
  ]

  private let folder: String
  private let shards: String?
  private let format: OutputFormat

  init(_ arguments: Arguments) {
    folder = arguments.operands("<folder>", en: "the folder of a sweep", th: "โฟลเดอร์ของ sweep").first ?? ""
    shards = arguments.value("--shards", "N", en: "in how many shares it is run", th: "จำนวนส่วนที่แบ่งรัน")
    format = arguments.format(
      csv: Words(en: "one row", th: "หนึ่งแถว"), json: Words(en: "one object", th: "หนึ่งออบเจกต์"))
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let count = Int(try Arguments.number(shards, "--shards", 1...1_000_000) ?? 1)
    let status: SweepStatus
    do throws(SweepError) {
      status = try SweepStatus(SweepFolder(folder))
    } catch {
      throw CommandFault(error)
    }
    let missing = status.shards(of: count)
    switch format {
    case .table: for line in lines(status, count, missing) { shell.answer(line[shell.language]) }
    case .csv, .json:
      let rows = MachineRows(
        ["runs", "done", "failed", "broken", "blocks", "missing_blocks", "spoiled_blocks", "seconds_left", "shards"].map
        {
          MachineRows.Column($0)
        },
        [
          [
            .count(status.runs), .count(status.doneRuns), .count(status.failed), .count(status.broken),
            .count(status.blocks), .count(status.missing.count), .count(status.spoiled),
            status.secondsLeft.map { .measure(($0 * 10).rounded() / 10) } ?? .missing,
            .text(missing.isEmpty ? nil : Status.ranges(missing)),
          ]
        ])
      if format == .csv { shell.answer(rows.csvHeader) }
      for line in format == .csv ? rows.csvLines : rows.jsonLines { shell.answer(line) }
    }
    return !status.isWhole ? .incomplete : status.broken > 0 ? .ourFault : .done
  }

  private func lines(_ status: SweepStatus, _ count: Int, _ missing: [Int]) -> [Words] {
    func grouped(_ number: Int) -> String { NumberText.grouped(Double(number)) }
    let (done, runs) = (grouped(status.doneRuns), grouped(status.runs))
    let share = status.runs > 0 ? status.doneRuns * 100 / status.runs : 0
    var lines = [
      Words(
        en: "\(done)/\(runs) runs  \(share) %  \(grouped(status.failed)) failed",
        th: "\(done)/\(runs) รัน  \(share) %  ล้มเหลว \(grouped(status.failed))")
    ]
    if status.broken > 0 {
      lines.append(
        Words(en: "\(status.broken) of them are our own fault", th: "\(status.broken) รันเป็นความผิดของโปรแกรม"))
    }
    if status.spoiled > 0 {
      lines.append(
        Words(en: "\(status.spoiled) blocks are spoiled and will be run again", th: "\(status.spoiled) บล็อกเสีย จะรันใหม่")
      )
    }
    if status.isWhole { return lines }
    if let seconds = status.secondsLeft {
      let left = DurationText.words(seconds)
      lines.append(Words(en: "about \(left.english) left at this pace", th: "เหลือประมาณ \(left.thai)"))
    }
    let list = Status.ranges(missing)
    lines.append(
      count > 1
        ? Words(en: "to run again: shards \(list) of \(count)", th: "ต้องรันอีก: ส่วน \(list) จาก \(count)")
        : Words(en: "to run again: the same longan sweep", th: "ต้องรันอีก: longan sweep คำสั่งเดิม"))
    return lines
  }

  /// `0-3,7`, as job arrays take it.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [(Int, Int)] = []
    for number in numbers {
      if let last = ranges.last, last.1 + 1 == number {
        ranges[ranges.count - 1].1 = number
      } else {
        ranges.append((number, number))
      }
    }
    return ranges.map { $0 == $1 ? "\($0)" : "\($0)-\($1)" }.joined(separator: ",")
  }
}
