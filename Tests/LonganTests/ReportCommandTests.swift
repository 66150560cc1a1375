import Foundation
import Reports
import ScenarioFile
import Testing

@Suite("longan report", .serialized)
struct ReportCommandTests {
  /// A run's folder, made once for all tests of this suite.
  private static let folder: TemporaryFolder? = {
    guard let folder = try? TemporaryFolder(["world.json5": ReportWorld.policies.text]) else { return nil }
    _ = try? Answer(to: ["run", "world.json5", "-n", "3", "-o", "out", "-q"], in: folder.url)
    return folder
  }()

  private func drawn() throws -> ReportCharts {
    let (results, record) = try ResultFolder.read(try #require(Self.folder).url.appending(path: "out").path)
    return ReportCharts(results, record)
  }

  private func report(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    try Answer(to: ["report", "out"] + arguments, in: try #require(Self.folder).url, environment: environment)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: try #require(Self.folder).url.appending(path: name), encoding: .utf8)
  }

  static let charts = [
    "glut", "price", "progress", "flow", "income", "lorenz", "risk", "queues", "districts", "policies", "difference",
    "tradeoff",
  ]

  /// Whether every element that begins ends, inside the one that it began in.
  private static func isWellFormed(_ markup: String) -> Bool {
    var open: [Substring] = []
    for part in markup.split(separator: "<").dropFirst(markup.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { return false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }

  @Test("writes every chart as a picture of its own, with a name and a description, in one language")
  func pictures() throws {
    let drawn = try drawn()
    #expect(drawn.kinds == Self.charts)
    for chart in Self.charts {
      for (language, other) in [(Language.english, "th"), (.thai, "en")] {
        let svg = try #require(drawn.svg(chart, language))
        #expect(svg.contains("role=\"img\" aria-labelledby=\"t d\"") && Self.isWellFormed(svg), "\(chart)")
        for start in ["<title id=\"t\">", "<desc id=\"d\">"] {
          #expect((svg.components(separatedBy: start).last?.prefix { $0 != "<" }.count ?? 0) > 5, "\(chart) \(start)")
        }
        #expect(!svg.contains("lang=\"\(other)\"") && !svg.contains("<script") && !svg.contains("href"), "\(chart)")
        #expect(svg.contains { ("ก"..."๙").contains($0) } == (language == .thai), "\(chart)")
      }
    }
    let answer = try report("--chart", "price", "-o", "price.svg", "--lang", "th")
    #expect(answer.status == 0 && answer.output == "")
    #expect(try text("price.svg") == drawn.svg("price", .thai))
  }

  @Test("writes what a chart shows as numbers: ASCII, ids for names, dates of the common era")
  func tables() throws {
    let drawn = try drawn()
    for chart in Self.charts {
      let lines = try #require(drawn.csv(chart)).split(separator: "\n")
      #expect(lines.count > 1 && lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(chart)")
      let columns = lines[0].split(separator: ",")
      #expect(
        lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns.count },
        "\(chart)")
      if columns[0] == "date" { #expect(lines[1].hasPrefix("2021-"), "\(chart)") }
    }
    #expect(try report("--chart", "price", "-o", "price.csv").status == 0)
    #expect(try text("price.csv") == drawn.csv("price"))
  }

  @Test("names a policy and a grade behind the chart")
  func variants() throws {
    #expect(try report("--chart", "price.ovens.basket-AA", "-o", "one.csv").status == 0)
    #expect(try report("--chart", "price", "-o", "two.csv").status == 0)
    #expect(try report("--chart", "price.as-planned.loose-AA", "-o", "three.csv").status == 0)
    #expect(try text("two.csv") == text("three.csv") && text("one.csv") != text("two.csv"))
  }

  @Test(
    "says what it cannot write",
    arguments: [
      (
        ["--chart", "prise", "-o", "x.svg"], 2,
        "error: there is no chart `prise`\nhelp: did you mean `price` or `risk`?\n"
      ),
      (["-o", "x.svg"], 2, "error: a picture needs `--chart`\nhelp: there are glut, price, "),
      (["-o", "x.pdf"], 2, "error: `x.pdf` ends in nothing that can be written\nhelp: html, svg, csv, json\n"),
      ([], 2, "error: `longan report` needs a file to write\nhelp: longan report out -o report.html\n"),
      (["-o", "no/x.html"], 3, "error: cannot write no/x.html: the folder `no` does not exist\nhelp: mkdir no\n"),
    ] as [([String], Int32, String)])
  func refuses(arguments: [String], status: Int32, message: String) throws {
    let answer = try Answer(to: ["report", "out"] + arguments, in: try #require(Self.folder).url)
    #expect(answer.status == status && answer.output == "" && answer.errors.hasPrefix(message), "\(answer.errors)")
  }

  @Test("reads nothing but what a run wrote")
  func nothing() throws {
    let folder = try TemporaryFolder(["out/manifest.json": "{}"])
    #expect(
      try Answer(to: ["report", "nowhere", "-o", "x.html"], in: folder.url).errors
        == "error: there is no file nowhere/manifest.json\n")
    #expect(try Answer(to: ["report", "out", "-o", "x.html"], in: folder.url).status == 3)
  }

  @Test("gives the numbers of the run again")
  func summary() throws {
    #expect(try report("-o", "s.csv").status == 0 && report("-o", "s.json").status == 0)
    #expect(try text("s.csv") == text("out/summary.csv") && text("s.json") == text("out/summary.json"))
    #expect(try report("-o", "-").output == text("out/report.html"))
  }

  @Test("is a page that says all in both languages and asks for nothing")
  func page() throws {
    let page = try text("out/report.html")
    #expect(page.contains("default-src 'none'") && !page.contains("<link") && !page.contains(" src="))
    let (english, thai) = (page.components(separatedBy: "lang=en>"), page.components(separatedBy: "lang=th>"))
    #expect(english.count == thai.count && english.count > 500)
    for part in thai.dropFirst() where part.hasPrefix("<") { Issue.record("nothing is said: \(part.prefix(40))") }
    for section in [
      "messages", "glut", "price", "progress", "flow", "income", "risk", "policies", "queues", "assumptions", "repeat",
    ] {
      #expect(page.contains("<section id=\"\(section)\">"), "\(section)")
    }
    #expect(page.contains("longan run world.json5 -n 3 --seed 1"))
    #expect(page.contains("ร้อยละ") && page.contains("กิโลกรัมละ") && !page.contains("พยากรณ์ว่า"))
  }

  // MARK: Colours

  /// How bright a colour is, after WCAG 2; to three digits, which is enough for a ratio.
  private static func luminance(_ hex: Substring) -> Double {
    let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let part = Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ first: Substring, _ second: Substring) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("text and lines stand out from the ground, in the light and in the dark")
  func contrast() throws {
    let page = try text("out/report.html")
    let colours = try Regex(#"--([a-z]+[0-9]?): #([0-9a-f]{3,6})"#, as: (Substring, Substring, Substring).self)
    let style = try #require(page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    let parts = style.components(separatedBy: "@media screen and (prefers-color-scheme: dark)")
    #expect(parts.count == 2)
    let dark = try #require(parts[1].components(separatedBy: "@page").first)
    for (name, theme) in [("light", parts[0] + parts[1].components(separatedBy: "/* charts */")[1]), ("dark", dark)] {
      var values: [String: Substring] = [:]
      for match in theme.matches(of: colours) { values[String(match.1)] = match.2 }
      let (ground, paper) = (try #require(values["ground"]), try #require(values["paper"]))
      for key in ["text", "muted", "accent", "good", "bad"] {
        #expect(Self.contrast(try #require(values[key]), ground) >= 4.5, "\(name) \(key)")
      }
      for key in ["ink", "soft"] { #expect(Self.contrast(try #require(values[key]), paper) >= 4.5, "\(name) \(key)") }
      for key in ["c0", "c1", "c2", "c3", "c4", "warn"] {
        #expect(Self.contrast(try #require(values[key]), paper) >= 3, "\(name) \(key)")
      }
    }
  }
}
