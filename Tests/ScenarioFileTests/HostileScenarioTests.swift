import ScenarioFile
import Testing

/// Each of these took far too long when something was looked up by going through everything.
@Suite("A scenario that is very large")
struct HostileScenarioTests {
  private static let many = 30_000

  private func list(_ count: Int = many, _ element: (Int) -> String) -> String {
    (0..<count).map(element).joined(separator: ",")
  }

  @Test("is complained of two hundred times at most, on one line or on many", arguments: [",", ",\n"])
  func unknownKeys(separator: String) {
    let text = "{" + (0..<Self.many).map { "a\($0): \($0)" }.joined(separator: separator) + "}"
    let diagnostics = Garden.reading(text).diagnostics
    #expect(diagnostics.count == 200)
    #expect(diagnostics.allSatisfy { $0.kind == .unknownKey })
    let last = diagnostics[199]
    let shown = DiagnosticRenderer(language: .english).render(last)
    #expect(shown.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 100 })
    #expect(shown.contains("a199"))
  }

  @Test("may give one key again and again, take every id away again, and name every id")
  func repeated() {
    let again = Garden.reading("{" + list { _ in "is_open: true" } + "}")
    #expect(again.diagnostics.count == 200 && again.diagnostics.allSatisfy { $0.kind == .duplicateKey })
    let ids = "{ districts: {" + list { "a\($0): { area_share: 0 }" } + ", last: { area_share: 1 } } }"
    let removed = Garden.reading(ids, "{ districts: {" + list { "a\($0): null" } + "} }")
    #expect(removed.diagnostics.isEmpty && removed.tree.removed.count == Self.many)
    #expect(removed.entries.filter { $0.path.hasPrefix("districts.") }.map(\.path) == ["districts.last.area_share"])
    let few = "{ districts: {" + list(999) { "a\($0): { area_share: 0 }" } + ", last: { area_share: 1 } } }"
    let named = Garden.reading(
      few, "{ facilities: {" + list(1_000) { "f\($0): { kind: 'dryer', district: 'a\($0 % 999)' }" } + "} }")
    #expect(named.diagnostics.isEmpty)
  }

  @Test("has its sums told by their ends")
  func sums() throws {
    let reading = Garden.reading("{ districts: {" + list(1_000) { "a\($0): { area_share: 0.5 }" } + "} }")
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.kind == .sharesDoNotAddUp && diagnostic.related.count == 20)
    #expect(diagnostic.label?.words?.english == "0.5 + 0.5 + … + 0.5 = 500")
  }

  @Test("has long words cut in what is said of them, and long lines in what is shown", arguments: ["x", "ล", "🌳"])
  func longWords(letter: String) throws {
    let long = String(repeating: letter, count: 200_000)
    for text in [
      "{ '\(long)': 1 }", "{ districts: { '\(long)': {} } }", "{ supply: { peak_date: '\(long)' } }",
      "{ facilities: { a: { kind: '\(long)' } } }", "{ is_open: '\(long)' }",
      "{ policies: { p: { set: { '\(long)': 1 } } } }",
      "/*\(long)*/{ wat: 1 } /*\(long)*/", "{ title: '\(long)', title: 1 }",
    ] {
      let diagnostic = try #require(Garden.reading(text).diagnostics.first)
      for language in Language.allCases {
        let shown = DiagnosticRenderer(language: language).render(diagnostic)
        #expect(shown.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 160 }, "\(text.prefix(40))")
      }
    }
  }
}
