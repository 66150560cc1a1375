import ScenarioFile
import Testing

/// What the grammar leaves out, each with the place and the kind of its complaint.
@Suite("What JSON5 forbids is complained of, in its place")
struct InvalidJSON5Tests {
  @Test(
    "no value",
    arguments: [
      ("", ["1:1-1 syntax"]), (" \n ", ["1:1-1 syntax"]), ("// only a comment", ["1:1-1 syntax"]),
      ("nul", ["1:1-4 syntax"]), ("nulll", ["1:1-6 syntax"]),
      ("True", ["1:1-5 syntax"]), ("undefined", ["1:1-10 syntax"]), ("ลำไย", ["1:1-5 syntax"]),
      ("1 2", ["1:3-4 syntax"]), ("{} {}", ["1:4-5 syntax"]),
      ("@", ["1:1-2 syntax"]), (",", ["1:1-2 syntax"]), ("}", ["1:1-2 syntax"]), ("“a”", ["1:1-2 syntax"]),
      ("truе", ["1:1-5 syntax"]), ("infinity", ["1:1-9 syntax"]),
    ])
  func noValue(text: String, expected: [String]) { expect(text, complains: expected) }

  @Test(
    "objects",
    arguments: [
      ("{", ["1:1-2 syntax"]), ("{a", ["1:2-3 syntax"]), ("{a:", ["1:4-4 syntax"]), ("{a:1", ["1:1-2 syntax"]),
      ("{a:1,", ["1:1-2 syntax"]),
      ("{,}", ["1:2-3 syntax"]), ("{a:1,,b:2}", ["1:6-7 syntax"]), ("{a 1}", ["1:2-3 syntax"]),
      ("{a=1}", ["1:2-3 syntax"]), ("{a:}", ["1:4-5 syntax"]),
      ("{a:1 b:2}", ["1:5-5 syntax"]), ("{1:2}", ["1:2-3 syntax"]), ("{-a:2}", ["1:2-3 syntax"]),
      ("{a-b:2}", ["1:2-5 syntax"]), ("{a:1]", ["1:5-6 syntax"]),
      ("{[]:1}", ["1:2-3 syntax"]), ("{a.b:1,'c'-d:2}", ["1:2-5 syntax", "1:9-13 syntax"]),
      ("{@:1,b:2}", ["1:2-3 syntax"]), ("{\\u0031a:1}", ["1:2-3 syntax"]), ("{\\x61:1}", ["1:2-3 syntax"]),
    ])
  func objects(text: String, expected: [String]) { expect(text, complains: expected) }

  @Test(
    "arrays",
    arguments: [
      ("[", ["1:1-2 syntax"]), ("[1", ["1:1-2 syntax"]), ("[,]", ["1:2-3 syntax"]), ("[1,,2]", ["1:4-5 syntax"]),
      ("[1 2]", ["1:3-3 syntax"]), ("[1}", ["1:3-4 syntax"]),
      ("[a:1]", ["1:2-3 syntax"]), ("[1,2", ["1:1-2 syntax"]), ("[[1,2]", ["1:1-2 syntax"]),
    ])
  func arrays(text: String, expected: [String]) { expect(text, complains: expected) }

  @Test(
    "strings",
    arguments: [
      ("'abc", ["1:1-5 syntax"]), ("'a\nb'", ["1:1-3 syntax"]), ("\"a\r\"", ["1:1-3 syntax"]),
      ("'\\", ["1:1-3 syntax"]), ("'a\"", ["1:1-4 syntax"]),
      (#"'\1'"#, ["1:2-4 bad-escape"]), (#"'\01'"#, ["1:2-4 bad-escape"]), (#"'\9'"#, ["1:2-4 bad-escape"]),
      (#"'\x4'"#, ["1:2-5 bad-escape"]), (#"'\xg1'"#, ["1:2-4 bad-escape"]),
      (#"'\u12'"#, ["1:2-6 bad-escape"]), (#"'\u{61}'"#, ["1:2-4 bad-escape"]), (#"'\uD800'"#, ["1:2-8 bad-escape"]),
      (#"'\uDC00'"#, ["1:2-8 bad-escape"]), (#"'\uD800\n'"#, ["1:2-8 bad-escape"]),
      (#"'\uD800\uD800'"#, ["1:2-8 bad-escape", "1:8-14 bad-escape"]),
    ])
  func strings(text: String, expected: [String]) { expect(text, complains: expected) }

  @Test(
    "numbers",
    arguments: [
      "+", "-", ".", "+.", "e5", "1e", "1e+", ".e1", "0x", "0xG", "-0x", "00", "01", "-012", "08.5", "1.2.3", "1_000",
      "1n", "0b1", "0o7", "1a", "--1", "+-1", "45%", "2t", "2564-08-13",
      "Infinityx", "NaNa", "- 1", "1e1.5", "0x1.8", "1ก",
    ])
  func numbers(text: String) {
    let (root, diagnostics) = read(text)
    #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { ["bad-number", "syntax"].contains($0.kind.id) })
    #expect(root.map(\.isBroken) ?? true)
  }

  @Test(
    "comments",
    arguments: [
      ("/* 1", ["1:1-3 syntax", "1:1-2 syntax"]), ("1 /*", ["1:3-5 syntax"]), ("/ 1", ["1:1-2 syntax"]),
      ("# 1", ["1:1-2 syntax"]), ("1 /* */ */", ["1:9-10 syntax"]),
    ])
  func comments(text: String, expected: [String]) {
    let (_, diagnostics) = read(text)
    #expect(diagnostics.first.map { places([$0]) } == expected.first.map { [$0] })
  }

  private func expect(_ text: String, complains expected: [String], at location: SourceLocation = #_sourceLocation) {
    #expect(places(read(text).diagnostics) == expected, sourceLocation: location)
  }
}
