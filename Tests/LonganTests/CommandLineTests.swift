import Foundation
import Testing

@Suite("The program longan")
struct CommandLineTests {
  @Test("says its version")
  func version() throws {
    #expect(try Answer(to: ["--version"]) == Answer(status: 0, output: "longan 0.1.0\n", errors: ""))
  }

  @Test(
    "shows one help page, whichever way it is asked for",
    arguments: [[], ["help"], ["--help"], ["-h"], ["--version", "--help"], ["help", "-h"]])
  func help(arguments: [String]) throws {
    let answer = try Answer(to: arguments)
    #expect(
      answer.output == """
        longan 0.1.0: building blocks for simulating farm-to-market supply chains

        usage: longan [help | --help | -h | --version]

          help, --help, -h   this page
          --version          the version

        Exit status: 0 done, 2 unknown command or flag.
        The libraries and their examples: README.md in the source.

        """)
    #expect(answer.status == 0)
    #expect(answer.errors == "")
    let widest = answer.output.split(separator: "\n").map(\.count).max()
    #expect(try #require(widest) <= 80)
  }

  @Test(
    "refuses what it does not know and names the nearest word",
    arguments: [
      (["version"], "no command `version`", "did you mean `--version`?"),
      (["--verison"], "no flag `--verison`", "did you mean `--version`?"),
      (["--vrson"], "no flag `--vrson`", "did you mean `--version`?"),
      (["hlep"], "no command `hlep`", "did you mean `help`?"),
      (["-help"], "no flag `-help`", "did you mean `--help`?"),
      (["hep!"], "no command `hep!`", "`longan --help` lists what there is"),
      (["-v"], "no flag `-v`", "`longan --help` lists what there is"),
      (["harvest"], "no command `harvest`", "`longan --help` lists what there is"),
      ([""], "no command ``", "`longan --help` lists what there is"),
      (["--version", "ลำไย"], "no command `ลำไย`", "`longan --help` lists what there is"),
      (["--help", "--colour"], "no flag `--colour`", "`longan --help` lists what there is"),
    ])
  func unknown(arguments: [String], error: String, help: String) throws {
    #expect(try Answer(to: arguments) == Answer(status: 2, output: "", errors: "error: \(error)\nhelp: \(help)\n"))
  }
}

/// What the built program said, and how it ended.
private struct Answer: Equatable {
  var status: Int32
  var output: String
  var errors: String
}

extension Answer {
  fileprivate init(to arguments: [String]) throws {
    let process = Process()
    // The program is built beside the tests.
    process.executableURL = Bundle.main.bundleURL.appendingPathComponent("longan")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What the program says fits into a pipe, so that one can be read after the other.
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
