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
    arguments: [[], ["help"], ["--help"], ["-h"], ["--version", "-h"], ["help", "help"], ["-q"]])
  func helpOfTheProgram(arguments: [String]) throws {
    let answer = try Answer(to: arguments)
    #expect(answer.status == 0 && answer.errors == "")
    try expectGolden(answer.output, "help.en")
  }

  @Test(
    "has a page for every command in both languages that fits a screen of 80 by 40",
    arguments: [
      "", "run", "sweep", "status", "merge", "emit", "report", "why", "backtest", "init", "check", "show", "diff",
      "explain", "generate",
    ], ["en", "th"])
  func pages(command: String, language: String) throws {
    let answer = try Answer(to: (command.isEmpty ? ["help"] : ["help", command]) + ["--lang", language])
    #expect(answer.status == 0 && answer.errors == "")
    try expectGolden(answer.output, (command.isEmpty ? "help" : "help-\(command)") + ".\(language)")
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 } && lines.count <= 41)
    if !command.isEmpty {
      let same = try Answer(to: [command, "-h"], environment: ["LANG": language == "th" ? "th_TH.UTF-8" : "C"])
      #expect(same.output == answer.output)
    }
  }

  @Test(
    "has a page for every topic in both languages, eighty columns wide",
    arguments: ["paths", "units", "exit-codes", "environment"], ["en", "th"])
  func topics(topic: String, language: String) throws {
    let answer = try Answer(to: ["help", topic, "--lang", language])
    #expect(answer.status == 0 && answer.errors == "")
    try expectGolden(answer.output, "help-\(topic).\(language)")
    #expect(answer.output.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
    #expect(try Answer(to: ["explain", topic, "--lang", language]) == answer)
    // The last line of the first page names it.
    #expect(try Answer(to: ["help"]).output.split(separator: "\n").last?.contains(topic) == true)
  }

  /// The lines of a page that name a command to type, without what they are said to do.
  private func commands(on page: [String], under heading: String) throws -> [String] {
    let lines = try Answer(to: page).output.split(separator: "\n", omittingEmptySubsequences: false)
    let block = lines.drop { $0 != heading }.dropFirst().prefix { !$0.isEmpty }
    return block.filter { $0.hasPrefix("  longan ") }.map { line in
      String(line.dropFirst(2).prefix { _ in true }).components(separatedBy: "  ")[0]
    }
  }

  /// Runs a line in a folder as a shell does that finds the program.
  private func run(_ line: String, in folder: TemporaryFolder) throws -> Answer {
    let folderOfProgram = Bundle.main.bundleURL.path
    return try Answer(
      running: "/bin/bash", ["-c", line], in: folder.url, environment: ["PATH": folderOfProgram + ":/usr/bin:/bin"])
  }

  @Test("what its first page says to try works, line after line")
  func trials() throws {
    let folder = try TemporaryFolder()
    let lines = try commands(on: ["help"], under: "Try it")
    #expect(lines.count >= 2)
    for line in lines { #expect(try run(line, in: folder).status == 0, "\(line)") }
  }

  @Test(
    "every example of its pages works",
    arguments: ["init", "check", "show", "diff", "explain", "generate"])
  func examples(command: String) throws {
    let lines = try commands(on: ["help", command], under: "For example")
    #expect(!lines.isEmpty)
    for line in lines {
      let files = ["nan.json5": "{ extends: 'lib:lamphun' }", "a.json5": "{}", "b.json5": "{ id: 'b' }"]
      let answer = try run(line, in: try TemporaryFolder(command == "init" ? [:] : files))
      #expect(answer.status == 0 && answer.errors == "", "\(line)")
    }
  }

  @Test("every change that `help paths` shows can be made, and every path is one")
  func paths() throws {
    let page = try Answer(to: ["help", "paths"]).output.split(separator: "\n")
    let names = page.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.map {
      String($0).dropFirst(2).components(separatedBy: "  ")[0]
    }
    let folder = try TemporaryFolder()
    let shown = try Answer(to: ["show", "lib:lamphun"]).output
    #expect(names.count >= 9)
    for name in names {
      if name.hasPrefix("--set") {
        let answer = try run("longan diff lib:lamphun <(longan show lib:lamphun --json \(name))", in: folder)
        #expect(answer.errors == "" && (answer.status == 1) == (name != "--set title=Lamphun"), "\(name)")
      } else {
        #expect(shown.contains("\n\(name) "), "\(name)")
      }
    }
  }

  @Test("quiet, it gives results and errors and nothing else", arguments: ["-q", "--quiet"])
  func quiet(flag: String) throws {
    let folder = try TemporaryFolder(["bad.json5": "{ a: 1 }", "good.json5": "{}"])
    let loud = try Answer(to: ["check", "bad.json5", "good.json5"], in: folder.url)
    let quiet = try Answer(to: [flag, "check", "bad.json5", "good.json5"], in: folder.url)
    #expect(loud.errors.hasSuffix("\n1 error in 2 files\n"))
    #expect(quiet == Answer(status: 2, output: loud.output, errors: String(loud.errors.dropLast(19))))
    #expect(try Answer(to: ["check", "no.json5", flag], in: folder.url).errors == "error: there is no file no.json5\n")
    #expect(
      try Answer(to: ["init", "my.json5", flag], in: folder.url)
        == Answer(status: 0, output: "wrote my.json5\nwrote longan.schema.json\n", errors: ""))
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
      (["help", "shwo"], "no command or topic `shwo`", "did you mean `show`?"),
      (["help", "exit-code"], "no command or topic `exit-code`", "did you mean `exit-codes`?"),
      (["help", "harvest"], "no command or topic `harvest`", "`longan help` lists what there is"),
      (["help", "show", "diff"], "`longan help` has no use for `diff`", nil),
      (["units"], "no command `units`", "longan help units"),
      (["check", "lib:lamphun", "--quite"], "`longan check` has no flag `--quite`", "did you mean `--quiet`?"),
      (["check", "x", "--quiet=1"], "`--quiet` takes no value", nil),
      (["show", "lib:lamphun", "--format", "cvs"], "`--format` cannot be `cvs`", "did you mean `csv`?"),
      (["init", "--template", "blnk"], "`--template` cannot be `blnk`", "did you mean `blank`?"),
      (["explain", "thb_per_kgs"], "nothing is called `thb_per_kgs`", "did you mean `thb_per_kg`?"),
      (["explain", "enviroment"], "nothing is called `enviroment`", "did you mean `environment`?"),
      (["explain", "check"], "nothing is called `check`", "longan help check"),
      (["check", "x", "--lang"], "`--lang` needs a value", "--lang th|en"),
      (["check"], "`longan check` needs <scenario>...", "`longan help check` tells more"),
      (["check", "lib:lamphun", "--stict"], "`longan check` has no flag `--stict`", "did you mean `--strict`?"),
      (["check", "lib:lamphun", "-x"], "`longan check` has no flag `-x`", "`longan help check` lists what there is"),
      (["check", "lib:lamphun", "--set"], "`--set` needs a value", "--set PATH=VALUE"),
      (["check", "lib:lamphun", "--strict=1"], "`--strict` takes no value", nil),
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
      ([:], ["--color", "red", "--lang", "th"], true), ([:], ["--lang", "th", "--lang"], true),
    ] as [([String: String], [String], Bool)])
  func language(environment: [String: String], flags: [String], isThai: Bool) throws {
    let answer = try Answer(to: ["harvest"] + flags, environment: environment)
    #expect(answer.errors.hasPrefix("ผิดพลาด") == isThai)
  }
}
