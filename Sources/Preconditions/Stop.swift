#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints what was done wrong and where, on standard error, and ends the process with status 70.
///
/// Swift's own `precondition` says nothing in a release build, and a run of hours that stops without a word
/// helps nobody. Every promise that a caller of a library can break ends here. 70 is `EX_SOFTWARE` of `sysexits.h`.
///
/// - Parameters:
///   - room: The library that stops.
///   - message: What was done wrong, with the values that show it.
///   - file: Where it was done.
///   - line: The line of it.
@inline(never)
public func stop(
  _ room: StaticString, _ message: String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  let text = Stopping.text(of: "\(room): \(message) (at \(file):\(line))") + "\n"
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    if count <= 0 { break }
    written += count
  }
  exit(70)
}
