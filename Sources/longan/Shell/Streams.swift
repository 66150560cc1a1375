import Foundation

/// Where words go.
struct Streams: Sendable {
  let output: @Sendable (String) -> Void
  let error: @Sendable (String) -> Void

  /// The process's own.
  ///
  /// A reader that goes away, as `head` does, is no error: the process ends quietly.
  static let standard = Streams(
    output: { write($0, to: STDOUT_FILENO) }, error: { write($0, to: STDERR_FILENO) })

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR {
        exit(ExitCode.machine.rawValue)
      }
    }
  }
}
