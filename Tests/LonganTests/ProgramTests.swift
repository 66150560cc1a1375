import Foundation
import ScenarioFile
import Testing

@Suite("The program longan")
struct ProgramTests {
  @Test("says its version", arguments: [["--version"], ["check", "--version"]])
  func version(arguments: [String]) throws {
    #expect(try Answer(to: arguments) == Answer(status: 0, output: "longan 0.1.0\n", errors: ""))
  }

  @Test(
    "shows one page, whichever way it is asked for",
    arguments: [[], ["help"], ["--help"], ["-h"], ["--version", "-h"]])
  func helpOfTheProgram(arguments: [String]) throws {
    let answer = try Answer(to: arguments)
    #expect(answer.status == 0 && answer.errors == "")
    try expectGolden(answer.output, "help.en")
  }

  @Test(
    "has a page for every command in both languages, eighty columns wide",
    arguments: ["", "init", "check", "show", "diff", "explain", "generate"], ["en", "th"])
  func pages(command: String, language: String) throws {
    let answer = try Answer(to: (command.isEmpty ? ["help"] : ["help", command]) + ["--lang", language])
    #expect(answer.status == 0 && answer.errors == "")
    try expectGolden(answer.output, (command.isEmpty ? "help" : "help-\(command)") + ".\(language)")
    #expect(answer.output.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
    if !command.isEmpty {
      let same = try Answer(to: [command, "-h"], environment: ["LANG": language == "th" ? "th_TH.UTF-8" : "C"])
      #expect(same.output == answer.output)
    }
  }

  @Test(
    "refuses what it does not know and names the nearest word",
    arguments: [
      (["version"], "no command `version`", "did you mean `--version`?"),
      (["--verison", "x"], "no flag `--verison`", "did you mean `--version`?"),
      (["chekc"], "no command `chekc`", "did you mean `check`?"),
      (["halp"], "no command `halp`", "did you mean `help`?"),
      (["harvest"], "no command `harvest`", "`longan --help` lists what there is"),
      ([""], "no command ``", "`longan --help` lists what there is"),
      (["ลำไย"], "no command `ลำไย`", "`longan --help` lists what there is"),
      (["help", "shwo"], "no command `shwo`", "did you mean `show`?"),
      (["check"], "`longan check` needs <scenario>...", "`longan help check` tells more"),
      (["check", "lib:lamphun", "--stict"], "`longan check` has no flag `--stict`", "did you mean `--strict`?"),
      (["check", "lib:lamphun", "-x"], "`longan check` has no flag `-x`", "`longan help check` lists what there is"),
      (["check", "lib:lamphun", "--set"], "`--set` needs a value", "--set PATH=VALUE"),
      (["check", "lib:lamphun", "--strict=1"], "`--strict` takes no value", nil),
      (["show", "lib:lamphun", "--format", "cvs"], "`--format` cannot be `cvs`", "did you mean `csv`?"),
      (["diff", "a"], "`longan diff` needs <b>", "`longan help diff` tells more"),
      (["diff", "a", "b", "c"], "`longan diff` has no use for `c`", "`longan help diff` tells more"),
      (["check", "x", "--lang", "de"], "`--lang` cannot be `de`", "one of th, en"),
      (["--color=red"], "`--color` cannot be `red`", "one of auto, always, never"),
      (["check", "lib:lamphn"], "there is no lib:lamphn", "did you mean `lib:lamphun`?"),
      (["explain", "househols"], "nothing is called `househols`", "did you mean `households`?"),
    ] as [([String], String, String?)])
  func unknown(arguments: [String], error: String, help: String?) throws {
    let errors = "error: \(error)\n" + (help.map { "help: \($0)\n" } ?? "")
    #expect(try Answer(to: arguments) == Answer(status: 2, output: "", errors: errors))
  }

  @Test(
    "speaks Thai when the flag, else the program's variable, else the locale says so",
    arguments: [
      ([:], [], false), (["LANG": "th_TH.UTF-8"], [], true), (["LANG": "th_TH", "LC_ALL": "C"], [], false),
      (["LANG": "en_US", "LC_MESSAGES": "th_TH"], [], true), (["LONGAN_LANG": "th"], [], true),
      (["LONGAN_LANG": "en", "LANG": "th_TH"], [], false), (["LANG": "th_TH"], ["--lang", "en"], false),
      (["LANG": "tr_TR.UTF-8"], ["--lang=th"], true), (["LC_ALL": "", "LANG": "th"], [], true),
    ] as [([String: String], [String], Bool)])
  func language(environment: [String: String], flags: [String], isThai: Bool) throws {
    let answer = try Answer(to: ["harvest"] + flags, environment: environment)
    #expect(answer.errors.hasPrefix("ผิดพลาด") == isThai)
  }

  @Test(
    "colours only when told to where nobody looks",
    arguments: [
      ([:], [], false), (["FORCE_COLOR": "1"], [], true), (["CLICOLOR_FORCE": "1"], [], true),
      (["FORCE_COLOR": "1", "NO_COLOR": "1"], [], false), (["NO_COLOR": ""], ["--color", "always"], true),
      (["NO_COLOR": "1"], ["--color=always"], true), (["FORCE_COLOR": "1"], ["--color", "never"], false),
      (["CLICOLOR_FORCE": "0"], [], false),
    ] as [([String: String], [String], Bool)])
  func colour(environment: [String: String], flags: [String], isColoured: Bool) throws {
    let answer = try Answer(to: ["check", "-"] + flags, input: "{ a: 1 }", environment: environment)
    #expect(answer.errors.contains("\u{1b}[") == isColoured)
  }

  @Test("a reader that goes away is no error")
  func closedPipe() throws {
    let longan = Bundle.main.bundleURL.appendingPathComponent("longan").path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    // Enough to fill the pipe many times over.
    process.arguments = [
      "-c",
      "set -o pipefail; for n in {1..40}; do '\(longan)' generate schema || exit 9; done | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "0\n")
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }
}
