import Experiments
import ScenarioFile
import SpoiledScenarios

/// What libFuzzer calls with every input that it thinks of.
///
/// An input is a scenario; one that begins with `--set ` is a change that is laid over the built-in province.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let flag = Array("--set ".utf8)
  let fault: String?
  if bytes.starts(with: flag) {
    let change = String(decoding: bytes[flag.count...], as: UTF8.self)
    fault = ScenarioPromise.broken(by: ScenarioFormat.library.bytes("lamphun") ?? [], change: change)
  } else {
    fault = ScenarioPromise.broken(by: bytes)
  }
  // Stopping is how libFuzzer is told; it keeps the input and prints where.
  if let fault { fatalError(fault) }
  return 0
}
