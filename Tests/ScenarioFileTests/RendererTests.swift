import ScenarioFile
import Testing

@Suite("How a complaint is shown")
struct RendererTests {
  private func shown(_ reading: ScenarioReading, _ language: Language = .english) -> String {
    reading.diagnostics.map { DiagnosticRenderer(language: language).render($0) }.joined(separator: "\n")
  }

  @Test("all parts of a sum are marked, lines between them left out")
  func sum() {
    let text = """
      { "grades": {
          "AA_share": 0.30,
          // อื่นๆ
          "A_share": 0.35,   "B_share": 0.40
      } }
      """
    #expect(
      shown(Garden.reading(text)) == """
        error[shares-do-not-add-up]: grade shares add up to 1.05, not 1
         --> garden.json5:4:35
          |
        2 |     "AA_share": 0.30,
          |                 ----
        ...
        4 |     "A_share": 0.35,   "B_share": 0.40
          |                ----
          |                                   ^^^^ 0.30 + 0.35 + 0.40 = 1.05
          |
          = help: change one of them, or write "rest" for one

        """)
  }

  @Test("carets stand under Thai text, tabs and wide letters, and columns count as editors do")
  func widths() {
    let thai = Garden.reading("{ /* น้ำลำไย */ \"wat\": 1 }")
    #expect(shown(thai).contains("1 | { /* น้ำลำไย */ \"wat\": 1 }\n  |                 ^^^ not a key here"))
    #expect(places(thai.diagnostics) == ["1:18-21 unknown-key"])
    #expect(shown(Garden.reading("\t\t{ \"wat\": 1 }")).contains("1 |   { \"wat\": 1 }\n  |      ^^^ "))
    let wide = Garden.reading("{ /* 龍眼 🌳 */ \"wat\": 1 }")
    #expect(shown(wide).contains("  |                  ^^^ "))
    #expect(places(wide.diagnostics) == ["1:16-19 unknown-key"])
  }

  @Test("a long line is cut to eighty columns around what is marked", arguments: [0, 30, 60, 200, 2_000])
  func longLines(indent: Int) {
    let text =
      "{ /*" + String(repeating: "ก", count: indent) + "*/ \"wat\": 1, /*" + String(repeating: "x", count: 200) + "*/ }"
    let lines = shown(Garden.reading(text)).split(separator: "\n")
    let source = lines.first { $0.hasPrefix("1 | ") } ?? ""
    let carets = lines.first { $0.contains("^^^") } ?? ""
    #expect(DisplayWidth.of(source) <= 80)
    // The caret stands under the word.
    let before = source.components("wat").first ?? ""
    #expect(DisplayWidth.of(before) == carets.components("^").first.map { DisplayWidth.of($0) })
  }

  @Test("a place in another text is named, a flag by what was typed")
  func elsewhere() {
    let file = SourceText(name: "garden.json5", "{ \"AA\": 1 }")
    let flag = SourceText(name: "--set", "policies.more.set.AA=3", isArgument: true)
    let (here, there) = (SourceRange(file, 2..<6), SourceRange(flag, 0..<21))
    let complaint = Diagnostic(.outOfRange, Words("too much"), at: here).relating([Diagnostic.Label(there)])
    let other = Diagnostic(.outOfRange, Words("too much"), at: there).relating([Diagnostic.Label(here, Words("this"))])
    let renderer = DiagnosticRenderer(language: .english)
    #expect(renderer.render(complaint).hasSuffix("  |\n  = --set policies.more.set.AA=3\n"))
    #expect(renderer.render(other).hasSuffix("^^^^\n  = garden.json5:1:3: this\n"))
  }

  @Test("nothing that a file says reaches the terminal as a command to it")
  func controls() {
    let text = shown(
      Garden.reading(#"{ "a\u001b[31mb\u0007": 1, "id": "\u009b2J", "extends": "\u0000" }"# + "\u{1b}[0m"))
    #expect(text.contains("has no key `a [31mb `"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test("a mistake on the command line is shown there, in either language")
  func argument() {
    let reading = Garden.reading("{}", changes: ["supply.peek_date=2569-08-10"])
    #expect(
      shown(reading) == """
        error[unknown-path]: there is no setting `supply.peek_date`
         --> --set supply.peek_date=2569-08-10
                   ^^^^^^^^^^^^^^^^
          = help: did you mean `supply.peak_date`?

        """)
    #expect(
      shown(reading, .thai) == """
        ผิดพลาด[unknown-path]: ไม่มีค่าตั้ง `supply.peek_date`
         --> --set supply.peek_date=2569-08-10
                   ^^^^^^^^^^^^^^^^
          = แก้: หมายถึง `supply.peak_date` หรือไม่

        """)
  }
}

extension StringProtocol {
  /// The pieces between a separator.
  fileprivate func components(_ separator: String) -> [String] {
    String(self).split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

@Suite("How wide text is")
struct DisplayWidthTests {
  @Test(
    "as a terminal counts it",
    arguments: [
      ("ลำไย", 4), ("น้ำ", 2), ("คำ", 2), ("ที่", 1), ("abc", 3), ("", 0), ("กิโลกรัม", 6), ("龍眼", 4), ("e\u{301}", 1),
      ("\u{200b}", 0), ("—…", 2), ("ปี", 1), ("🌳", 2),
    ])
  func widths(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test("and padding fills the rest")
  func padding() {
    #expect(DisplayWidth.pad("น้ำ", to: 4) == "น้ำ  ")
    #expect(DisplayWidth.padLeft("น้ำ", to: 4) == "  น้ำ")
    #expect(DisplayWidth.pad("ลำไย", to: 2) == "ลำไย")
  }
}
