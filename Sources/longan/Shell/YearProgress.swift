import Experiments
import Synchronization

/// How far the years of a run are, told by whichever thread has finished one.
final class YearProgress: Sendable {
  private struct State {
    var line: ProgressLine
    var told: ContinuousClock.Instant?
  }

  private let state: Mutex<State>
  private let begin = ContinuousClock.now
  private let isTerminal: Bool
  /// How often all years are simulated.
  private let passes: Int

  init(_ shell: Shell, isSilent: Bool, passes: Int) {
    state = Mutex(State(line: ProgressLine(shell, isSilent: isSilent, mayFail: false)))
    isTerminal = shell.isTerminal
    self.passes = passes
  }

  /// Says that so many of the years of a pass are done, the first pass being 0.
  ///
  /// A terminal sees it at once and then ten times a second; elsewhere a run of a second needs no line.
  func show(_ done: Int, of years: Int, pass: Int = 0) {
    let now = ContinuousClock.now
    state.withLock { state in
      let isTooSoon =
        isTerminal ? state.told.map({ now - $0 < .milliseconds(100) }) ?? false : now - begin < .seconds(1)
      if isTooSoon { return }
      state.told = now
      var progress = SweepRunner.Progress()
      progress.runs = years * passes
      progress.done = pass * years + done
      progress.seconds = (now - begin) / .seconds(1)
      state.line.show(progress)
    }
  }

  func clear() { state.withLock { $0.line.clear() } }
}
