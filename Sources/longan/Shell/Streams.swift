import Foundation
import ScenarioFile

/// Where words go.
struct Streams: Sendable {
  let output: @Sendable (String) -> Void
  let error: @Sendable (String) -> Void

  /// The process's own.
  ///
  /// A reader that goes away, as `head` does, is no error: the process ends quietly. An answer that cannot be given ends
  /// it too; a complaint that cannot be made does not.
  static func standard(_ language: Language) -> Streams {
    Streams(
      output: { text in
        let fault = write(text, to: STDOUT_FILENO)
        if fault == 0 { return }
        let reason = unsafe String(cString: strerror(fault))
        let words = Words(en: "error: cannot write the answer: \(reason)", th: "ผิดพลาด: เขียนคำตอบไม่ได้: \(reason)")
        _ = write(words[language] + "\n", to: STDERR_FILENO)
        exit((fault == ENOSPC ? ExitCode.again : .machine).rawValue)
      }, error: { _ = write($0, to: STDERR_FILENO) })
  }

  /// Writes all of it and answers 0, or the number of the system's error.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        exit(ExitCode.done.rawValue)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
