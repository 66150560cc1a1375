import Experiments
import ScenarioFile

/// How far runs are: one line that is drawn anew on a terminal, else a line for every tenth.
struct ProgressLine {
  private let language: Language
  /// Whether a run may fail and the others go on.
  private let mayFail: Bool
  private let isTerminal: Bool
  private let isSilent: Bool
  private let write: @Sendable (String) -> Void
  private var tenth = -1
  private var isDrawn = false

  init(_ shell: Shell, isSilent: Bool, mayFail: Bool = true) {
    language = shell.language
    self.mayFail = mayFail
    isTerminal = shell.isTerminal
    self.isSilent = isSilent
    write = shell.writeError
  }

  mutating func show(_ progress: SweepRunner.Progress) {
    if isSilent || progress.runs == 0 { return }
    if isTerminal {
      write("\r\u{1b}[K" + words(progress)[language])
      isDrawn = true
      return
    }
    let now = progress.done * 10 / progress.runs
    if now > tenth {
      tenth = now
      write(words(progress)[language] + "\n")
    }
  }

  /// Takes the line away.
  mutating func clear() {
    if isDrawn { write("\r\u{1b}[K") }
    isDrawn = false
  }

  private func words(_ progress: SweepRunner.Progress) -> Words {
    func grouped(_ number: Int) -> String { NumberText.grouped(Double(number)) }
    let (done, runs) = (grouped(progress.done), grouped(progress.runs))
    let share = progress.done * 100 / progress.runs
    let rate = progress.seconds > 0 ? Double(progress.done - progress.before) / progress.seconds : 0
    var (english, thai) = ("\(done)/\(runs) runs  \(share) %", "\(done)/\(runs) รัน  \(share) %")
    if rate > 0 {
      let pace = NumberText.grouped(rate < 10 ? (rate * 10).rounded() / 10 : rate.rounded())
      let left = DurationText.words(Double(progress.runs - progress.done) / rate)
      english += "  \(pace) runs/s  about \(left.english) left"
      thai += "  \(pace) รัน/วินาที  เหลือประมาณ \(left.thai)"
    }
    let failed = Words(en: "  \(progress.failed) failed", th: "  ล้มเหลว \(progress.failed)")
    return Words(en: english, th: thai) + (mayFail ? failed : Words(""))
  }
}

/// Spans of time as people say them.
enum DurationText {
  static func words(_ seconds: Double) -> Words {
    let whole = Int(max(0, min(seconds, 1e9)).rounded(.up))
    switch whole {
    case ..<120: return Words(en: "\(whole) s", th: "\(whole) วินาที")
    case ..<7_200: return Words(en: "\(whole / 60) min", th: "\(whole / 60) นาที")
    default:
      let hours = NumberText.grouped((Double(whole) / 360).rounded() / 10)
      return Words(en: "\(hours) h", th: "\(hours) ชั่วโมง")
    }
  }
}
