import Experiments
import Foundation
import ScenarioFile
import SpoiledScenarios
import Testing

@Suite("The program, given scenarios that were spoiled")
struct SpoiledScenarioTests {
  /// More with `LONGAN_SPOILED=10000`; with it the slowest is told too.
  private static let number = ProcessInfo.processInfo.environment["LONGAN_SPOILED"].flatMap { Int($0) }

  @Test("says that they are good or that they are to be mended, and never stops in any other way")
  func checks() throws {
    let folder = try TemporaryFolder()
    let original = try #require(ScenarioFormat.library.bytes("lamphun"))
    var mutator = Mutator(seed: 2_569)
    var counts: [Int32: Int] = [:]
    var slowest = (time: Duration.zero, number: 0)
    for number in 0..<(Self.number ?? 100) {
      let bytes = mutator.mutate(original)
      try Data(bytes).write(to: folder.url.appending(path: "spoiled.json5"))
      var answer = Answer(status: 0, output: "", errors: "")
      let time = try ContinuousClock().measure { answer = try Answer(to: ["check", "spoiled.json5"], in: folder.url) }
      counts[answer.status, default: 0] += 1
      if time > slowest.time { slowest = (time, number) }
      let isGood =
        answer == Answer(status: 0, output: "spoiled.json5: ok, 0 policies, 0 targets\n", errors: answer.errors)
      let isBad = answer.status == 2 && answer.output.isEmpty && answer.errors.contains("rror")
      #expect(isGood || isBad, "number \(number): \(answer)")
    }
    if Self.number != nil { print("status and how often: \(counts.sorted { $0.key < $1.key }); slowest: \(slowest)") }
  }
}
