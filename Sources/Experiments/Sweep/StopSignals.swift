import Dispatch
import Foundation
import Synchronization

/// Hears signals that ask to stop: the first is remembered, the second ends the program at once.
///
/// Children inherit that these signals are ignored, so that only the parent decides what becomes of them.
///
/// Unchecked, for the compiler cannot see that nobody writes `sources` but `init` and that only `deinit` reads them, when
/// nobody else has it any more; what threads share is in the mutex.
package final class StopSignals: @unchecked Sendable {
  private let heard = Mutex<Int32?>(nil)
  /// Made once, and only held.
  private var sources: [any DispatchSourceSignal] = []

  package init() {
    let queue = DispatchQueue(label: "signals")
    for number in [SIGINT, SIGTERM, SIGUSR1] {
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [unowned self] in hear(number) }
      source.resume()
      sources.append(source)
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }

  private func hear(_ number: Int32) {
    let isSecond = heard.withLock { heard in
      defer { heard = heard ?? number }
      return heard != nil
    }
    // Children end when they find that their parent is gone.
    if isSecond { _exit(number == SIGINT ? 130 : 75) }
  }

  /// The first signal that was heard.
  package var first: Int32? { heard.withLock { $0 } }
}
