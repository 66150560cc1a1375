import Experiments
import Foundation
import Ledger
import Preconditions
import ScenarioFile
import Synchronization
import Testing
import Units

@testable import SupplyChain
@testable import longan

@Suite("Books that do not balance")
struct OurFaultTests {
  /// Runs a scenario in whose second year something goes wrong on 7 August.
  private static func run(_ flags: [String], _ language: String) throws {
    let words = ["busy.json5", "--set", "title=a b", "-n", "3", "-j", "1"] + flags
    let given = try Arguments.parse(words[...], of: "run", as: Arguments.describe { _ = Run($0) })
    let everywhere = Arguments.read(Arguments.take(Everywhere.items, outOf: ["--lang", language]).given) {
      Everywhere($0)
    }
    let preferences = Preferences(everywhere, environment: [:], isTerminal: false)
    let streams = Streams(output: { _ in }, error: { _ in })
    var shell = Shell(preferences, streams: streams, format: ScenarioFormat.format, library: ScenarioFormat.library)
    let folder = try TemporaryFolder([
      "busy.json5": #"""
      { "extends": "lib:small", "farms": { "households": 60, "area_rai": 300 },
        "policies": { "as-is": {}, "more": { "set": { "labour.pickers": 2000 } } } }
      """#
    ])
    _ = FileManager.default.changeCurrentDirectoryPath(folder.url.path)
    var watch = YearWatch()
    watch.disturbance = { moment, province in
      guard moment.year == 2, moment.policy == "more", moment.date.month == 8, moment.date.day == 7, moment.hour == 13
      else { return }
      let (trees, sold) = (province.accounts.onTrees[0], province.accounts.sold[0])
      province.books.mass.post(
        [.take(Grams(5), from: trees), .put(Grams(4), into: sold)], event: "a weighing that is wrong")
    }
    _ = try Arguments.read(given) { Run($0) }.run(&shell, watch: watch)
  }

  /// Without where in the code it was.
  private func said(_ result: ExitTest.Result?) throws -> String {
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    return text.replacing(#/ \(at LonganTests\/OurFaultTests.swift:\d+\)/#, with: " (at HERE)")
  }

  @Test("end the program with 70, say when and where it was, and what to send us")
  func told() async throws {
    let english = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      try OurFaultTests.run(["--policy", "more", "--seed", "5"], "en")
    }
    try expectGolden(try said(english), "run-our-fault.en")
    let thai = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      try OurFaultTests.run([], "th")
    }
    try expectGolden(try said(thai), "run-our-fault.th")
  }

  @Test("stop other commands with what was typed, on any thread")
  func typed() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      Stopping.says { OurFault.words($0, typed: ["why", "a b.json5", "--policy", "x"]).english }
      let fail: @Sendable () -> Void = { stop("EventCore", "time 3 is before now, 4") }
      await Task.detached { fail() }.value
    }
    try expectGolden(try said(result), "our-fault-typed.en")
  }
}
