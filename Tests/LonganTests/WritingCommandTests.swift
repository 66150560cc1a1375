import Foundation
import Testing

@Suite("The commands that write")
struct WritingCommandTests {
  @Test(
    "init writes a scenario that is good and a schema beside it, and nothing else, from every template",
    arguments: [[], ["--template", "glut"], ["--template", "season-split"], ["--template=blank"]], ["en", "th"])
  func initialises(template: [String], language: String) throws {
    let folder = try TemporaryFolder()
    let answer = try Answer(to: ["init", "nan.json5", "--lang", language] + template, in: folder.url)
    #expect(answer.status == 0 && answer.errors == "")
    try expectGolden(answer.output, "init.\(language)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(files == ["longan.schema.json", "nan.json5"])
    #expect(try Answer(to: ["check", "nan.json5", "--strict"], in: folder.url).status == 0)
    let text = try String(contentsOf: folder.url.appending(path: "nan.json5"), encoding: .utf8)
    #expect(text.contains("\"id\": \"nan\"") && text.contains("/ "))
    let schema = try Answer(to: ["generate", "schema"])
    #expect(try String(contentsOf: folder.url.appending(path: "longan.schema.json"), encoding: .utf8) == schema.output)
  }

  @Test(
    "what a template asks is answered, with its comments in the language asked for",
    arguments: [
      ("glut", "2 policies, 2 targets", ["no-measure", "more-ovens"], "ปีผลผลิตมาก"),
      ("season-split", "3 policies, 1 target", ["today", "fifty-fifty", "seven-tenths"], "ควรทำลำไยนอกฤดู"),
    ])
  func answered(template: String, holds: String, policies: [String], thai: String) throws {
    let folder = try TemporaryFolder()
    for (language, file) in [("en", "a.json5"), ("th", "b.json5")] {
      _ = try Answer(to: ["init", file, "--template", template, "--lang", language], in: folder.url)
    }
    let text = try String(contentsOf: folder.url.appending(path: "b.json5"), encoding: .utf8)
    #expect(text.hasPrefix("// \(thai)"))
    #expect(try Answer(to: ["check", "a.json5"], in: folder.url).output == "a.json5: ok, \(holds)\n")
    #expect(try Answer(to: ["diff", "a.json5", "b.json5"], in: folder.url).status == 0)
    let run = try Answer(
      to: ["run", "a.json5", "-n", "2", "--set", "run.sample_share=0.02", "--format", "csv"], in: folder.url)
    #expect(run.status == 0)
    for policy in policies { #expect(run.output.contains("\n\(policy),week_min_price_thb_per_kg,"), "\(policy)") }
  }

  @Test("the templates that help names are those that there are, the first taken unless told")
  func templates() throws {
    let page = try Answer(to: ["help", "init"]).output
    let line = try #require(page.split(separator: "\n").first { $0.contains("--template") })
    #expect(line.hasSuffix("glut, season-split, blank; default: glut"))
    let folder = try TemporaryFolder()
    for call in [["init", "a/x.json5"], ["init", "b/x.json5", "--template", "glut"]] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: String(call[1].prefix(1))), withIntermediateDirectories: true)
      #expect(try Answer(to: call, in: folder.url).status == 0)
    }
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }
    #expect(try text("a/x.json5") == text("b/x.json5"))
  }

  @Test("init writes over nothing unless it is told to")
  func refuses() throws {
    let folder = try TemporaryFolder(["nan.json5": "mine"])
    let refused = try Answer(to: ["init", "nan.json5"], in: folder.url)
    #expect(
      refused
        == Answer(status: 2, output: "", errors: "error: nan.json5 is there already\nhelp: --force writes over it\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["nan.json5"])
    #expect(try String(contentsOf: folder.url.appending(path: "nan.json5"), encoding: .utf8) == "mine")
    #expect(try Answer(to: ["init", "nan.json5", "--force"], in: folder.url).status == 0)
    #expect(try Answer(to: ["check", "nan.json5"], in: folder.url).status == 0)
    let nowhere = try Answer(to: ["init", "no/such/nan.json5"], in: folder.url)
    #expect(
      nowhere
        == Answer(
          status: 3, output: "",
          errors: "error: cannot write no/such/nan.json5: the folder `no/such` does not exist\nhelp: mkdir no/such\n"))
  }

  @Test("completions are read by the shells that are here", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let answer = try Answer(to: ["generate", "completions", shell])
    #expect(answer.status == 0)
    #expect(answer.output.contains("check") && answer.output.contains("farms.households="))
    let program = "/usr/bin/\(shell)"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      print("skipped: \(program) is not here")
      return
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-n", "-c", answer.output]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "bash completes commands, flags, values, topics, settings and built-in scenarios",
    arguments: [
      (["longan", "ch"], "check"), (["longan", "check", "--st"], "--strict"),
      (["longan", "show", "--set", "farms.hou"], "farms.households="), (["longan", "show", "lib:lam"], "lib:lamphun"),
      (["longan", "show", "--lang", "t"], "th"), (["longan", "help", "uni"], "units"),
      (["longan", "init", "--template", "b"], "blank"), (["longan", "diff", "--format", "c"], "csv"),
      (["longan", "check", "--qu"], "--quiet"), (["longan", "generate", "sc"], "schema"),
      (["longan", "generate", "completions", "f"], "fish"), (["longan", "show", "--set", "="], ""),
    ] as [([String], String)])
  func bash(words: [String], expected: String) throws {
    let script = try Answer(to: ["generate", "completions", "bash"]).output
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c",
      script + "\nCOMP_WORDS=(\(typed)); COMP_CWORD=\(words.count - 1); _longan 2>/dev/null; echo \"${COMPREPLY[@]}\"",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == expected + "\n")
  }
}
