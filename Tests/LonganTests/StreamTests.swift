import Foundation
import Testing

@Suite("The streams of longan")
struct StreamTests {
  @Test(
    "are coloured only when told to where nobody looks",
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

  @Test(
    "are coloured on a terminal, unless somebody says no",
    arguments: [
      ([:], [], true), (["TERM": "xterm-256color"], [], true), (["TERM": "dumb"], [], false),
      (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true), ([:], ["--color", "never"], false),
      (["TERM": "dumb", "FORCE_COLOR": "1"], [], true), (["TERM": "dumb"], ["--color", "always"], true),
    ] as [([String: String], [String], Bool)])
  func terminal(environment: [String: String], flags: [String], isColoured: Bool) throws {
    let folder = try TemporaryFolder(["bad.json5": "{ a: 1 }", "good.json5": "{}"])
    // `script` gives the line a terminal; what the answer's own stream got is kept apart from it.
    let line = "'\(Answer.program)' check good.json5 bad.json5 \(flags.joined(separator: " ")) >said"
    let answer = try Answer(
      running: "/usr/bin/script", ["-qec", line, "/dev/null"], in: folder.url, environment: environment)
    #expect(answer.output.contains("unknown-key"))
    #expect(answer.output.contains("\u{1b}[") == isColoured)
    let said = try String(contentsOf: folder.url.appending(path: "said"), encoding: .utf8)
    #expect(said == "good.json5: ok, 0 policies, 0 targets\n")
  }

  @Test(
    "tell on a terminal how far a run is, and take the line away",
    arguments: [([], true), (["--no-progress"], false), (["-q"], false)] as [([String], Bool)])
  func progress(flags: [String], isTold: Bool) throws {
    let folder = try TemporaryFolder()
    let line = "'\(Answer.program)' run lib:one-oven -n 2 \(flags.joined(separator: " ")) >said"
    let answer = try Answer(running: "/usr/bin/script", ["-qec", line, "/dev/null"], in: folder.url)
    #expect(answer.output.contains("\r\u{1b}[K0/2 runs  0 %") == isTold)
    #expect(answer.output.contains("\u{1b}[K") == isTold)
    #expect(!(try String(contentsOf: folder.url.appending(path: "said"), encoding: .utf8)).contains("runs  0 %"))
  }

  @Test("a run under --strict ends 1 where a policy misses a target, or something is warned of")
  func strict() throws {
    func status(_ bound: Int, _ more: String = "") throws -> Int32 {
      let text = """
        { "extends": "lib:small", "targets": { "t": { "metric": "unsold_t", "at_most": \(bound) } }, \(more) }
        """
      let folder = try TemporaryFolder(["t.json5": text])
      let answer = try Answer(
        to: ["run", "t.json5", "-q", "--strict", "--set", "run.sample_share=0.05"], in: folder.url)
      #expect(answer.output.contains("Target t") && answer.errors.isEmpty == more.isEmpty)
      return answer.status
    }
    #expect(try status(1_000_000) == 0 && status(0) == 1)
    #expect(try status(1_000_000, #""policies": { "a": {}, "b": {} }"#) == 1)
  }

  @Test(
    "end quietly when the reader goes away",
    arguments: ["generate schema", "show lib:lamphun", "show lib:lamphun --json", "help paths"])
  func closedPipe(command: String) throws {
    // Then once more, when there is nobody left who could read.
    let line = """
      set -o pipefail
      { '\(Answer.program)' \(command) || exit 9; sleep 0.1; '\(Answer.program)' \(command) || exit 9; } |
        head -c 1 >/dev/null
      echo ${PIPESTATUS[0]}
      """
    #expect(try Answer(running: "/bin/bash", ["-c", line]) == Answer(status: 0, output: "0\n", errors: ""))
  }

  @Test("end quietly when the reader of complaints goes away")
  func closedPipeOfComplaints() throws {
    let folder = try TemporaryFolder(["bad.json5": "{ a: 1, b: 2, c: 3 }"])
    let line = """
      { '\(Answer.program)' check bad.json5; sleep 0.1; '\(Answer.program)' check bad.json5; echo $? >status; } \
        2>&1 >/dev/null | head -n 1
      cat status
      """
    let answer = try Answer(running: "/bin/bash", ["-c", line], in: folder.url)
    #expect(answer == Answer(status: 0, output: "error[unknown-key]: a scenario has no key `a`\n0\n", errors: ""))
  }

  @Test(
    "that cannot take the answer are told of",
    arguments: [
      (">/dev/full", "en", 75, "error: cannot write the answer: No space left on device\n"),
      (">/dev/full", "th", 75, "ผิดพลาด: เขียนคำตอบไม่ได้: No space left on device\n"),
      (">&-", "en", 3, "error: cannot write the answer: Bad file descriptor\n"),
    ] as [(String, String, Int32, String)])
  func full(redirection: String, language: String, status: Int32, errors: String) throws {
    let line = "'\(Answer.program)' show lib:lamphun --lang \(language) \(redirection)"
    #expect(try Answer(running: "/bin/bash", ["-c", line]) == Answer(status: status, output: "", errors: errors))
  }

  @Test("that cannot take complaints do not take the answer with them", arguments: ["2>/dev/full", "2>&-"])
  func deaf(redirection: String) throws {
    let folder = try TemporaryFolder(["bad.json5": "{ a: 1 }"])
    let line = "'\(Answer.program)' check bad.json5 lib:lamphun \(redirection)"
    #expect(
      try Answer(running: "/bin/bash", ["-c", line], in: folder.url)
        == Answer(status: 2, output: "lib:lamphun: ok, 0 policies, 0 targets\n", errors: ""))
  }

  @Test("leave nothing behind that was not named")
  func nothingElse() throws {
    let folder = try TemporaryFolder(["nan.json5": "{ extends: 'lib:lamphun' }", "bad.json5": "{ a: 1 }"])
    let environment = ["HOME": folder.url.path, "XDG_CONFIG_HOME": folder.url.path, "TMPDIR": folder.url.path]
    let calls = [
      [], ["help", "units"], ["check", "nan.json5", "bad.json5"], ["show", "nan.json5"], ["explain", "rai"],
      ["diff", "nan.json5", "lib:lamphun"], ["generate", "schema"], ["generate", "completions", "bash"],
      ["init", "no/such/folder.json5"], ["init", "nan.json5"],
    ]
    for call in calls { _ = try Answer(to: call, in: folder.url, environment: environment) }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == ["bad.json5", "nan.json5"])
  }
}
