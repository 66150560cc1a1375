import Experiments
import ScenarioFile
import SupplyChain
import Synchronization

/// Hears a year for a file and for a lot.
struct YearListening {
  /// The plan that is listened to.
  let plan: RunPlan
  private let heard: Heard

  /// More than that is too much to read: some ten million events.
  private static let mostBytes = 1 << 30

  init(
    _ plan: RunPlan, _ year: Int, _ lot: Int?, _ trace: String?, _ shell: Shell
  ) throws(CommandFault) {
    guard lot != nil || trace != nil else {
      (self.plan, heard) = (plan, Heard(nil, nil))
      return
    }
    var file: WholeFile?
    if let trace, trace != "-" {
      do throws(FileFault) {
        try FileWriting.probe(trace)
        file = try WholeFile(trace)
      } catch { throw .file(error) }
    }
    let heard = Heard(lot, file)
    let line = TraceLine(plan.scenario.world)
    let answer: (@Sendable (String) -> Void)? = trace == "-" ? shell.writeAnswer : nil
    let isWritten = trace != nil
    var watched = plan
    watched.watch.listener = TraceListener { entry in
      heard.follow(entry)
      if isWritten { heard.write(line.text(entry) + "\n", YearListening.mostBytes, answer) }
    }
    if let said = plan.watch.stopping {
      watched.watch.stopping = { moment, complaint in
        // What is half written is taken away.
        heard.abandon()
        return said(moment, complaint)
      }
    }
    (self.plan, self.heard) = (watched, heard)
    if isWritten { heard.write(TraceLine.head(plan, year: year + 1) + "\n", YearListening.mostBytes, answer) }
  }

  var way: LotWay? { heard.way }

  /// Gives the file its name.
  func finish() throws(CommandFault) {
    let (isTooLong, fault) = heard.end()
    if let fault { throw .file(fault) }
    if isTooLong {
      let most = YearListening.mostBytes >> 20
      throw .usage(
        UsageFault(
          message: Words(
            en: "more than \(most) MB happen in this year; nothing was written",
            th: "ปีจำลองนี้มีเหตุการณ์เกิน \(most) MB ยังไม่ได้เขียนอะไร"),
          help: Words(
            en: "a sample of the farms: --set run.sample_share=0.1",
            th: "จำลองเฉพาะสวนตัวอย่าง: --set run.sample_share=0.1"))
      )
    }
  }
}

/// What has been heard so far.
private final class Heard: Sendable {
  private struct State {
    var way: LotWay?
    var file: WholeFile?
    var count = 0
    var isTooLong = false
    var fault: FileFault?
  }

  private let state: Mutex<State>

  init(_ lot: Int?, _ file: sending WholeFile?) {
    state = Mutex(State(way: lot.map { LotWay(lot: $0) }, file: file))
  }

  var way: LotWay? { state.withLock { $0.way } }

  func follow(_ entry: TraceEntry) { state.withLock { $0.way?.hear(entry) } }

  /// Writes a line to the file, or to whoever takes answers.
  func write(_ line: String, _ most: Int, _ answer: (@Sendable (String) -> Void)?) {
    if let answer { return answer(line) }
    state.withLock { state in
      guard let file = state.file else { return }
      state.count += line.utf8.count
      state.isTooLong = state.count > most
      do throws(FileFault) {
        if !state.isTooLong { return try file.add(line) }
      } catch {
        state.fault = error
      }
      state.file = nil
    }
  }

  func abandon() { state.withLock { $0.file = nil } }

  /// Gives the file its name; whether it would have been too long, and what went wrong.
  func end() -> (isTooLong: Bool, fault: FileFault?) {
    state.withLock { state in
      do throws(FileFault) { try state.file?.finish() } catch { state.fault = error }
      state.file = nil
      return (state.isTooLong, state.fault)
    }
  }
}
