import Foundation
import Preconditions

/// Mishaps on request, so that tests see what they cost; only in debug builds.
enum SweepRehearsal {
  /// `LONGAN_REHEARSE` names a mishap, a point and a replication: `trap 3 1`, `stop 3 1`, `kill 3 1`.
  static func fail(point: Int, replication: Int) {
    #if DEBUG
      guard let words = ProcessInfo.processInfo.environment["LONGAN_REHEARSE"]?.split(separator: " "),
        words.count == 3, Int(words[1]) == point, Int(words[2]) == replication
      else { return }
      switch words[0] {
      case "trap": fatalError("rehearsed")
      case "stop": stop("Rehearsal", "books do not balance")
      case "kill": kill(getpid(), SIGKILL)
      default: return
      }
    #endif
  }
}
