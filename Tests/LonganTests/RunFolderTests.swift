import Foundation
import Testing

@Suite("What a run writes")
struct RunFolderTests {
  static let files = [
    "columns.json", "daily.csv", "flows.csv", "manifest.json", "replications.csv", "report.html", "scenario.json5",
    "settings.csv", "summary.csv", "summary.json",
  ]

  private func names(_ folder: TemporaryFolder, _ path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: path).path).sorted()
  }

  private func bytes(_ folder: TemporaryFolder, _ path: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: path))
  }

  @Test("is a folder with all that is known, the same whatever the threads; its report is rebuilt byte for byte")
  func whole() throws {
    let folder = try TemporaryFolder()
    let one = try Answer(
      to: ["run", "lib:small", "-n", "3", "-j", "1", "-o", "one", "--report", "one.html"], in: folder.url)
    #expect(one.status == 0 && one.errors == "wrote one\nwrote one.html\n")
    let two = try Answer(to: ["run", "lib:small", "-n", "3", "-j", "4", "-o", "two/", "-q"], in: folder.url)
    #expect(two == Answer(status: 0, output: one.output, errors: ""))
    #expect(try names(folder) == ["one", "one.html", "two"])
    #expect(try names(folder, "one") == Self.files)
    for file in Self.files where file != "manifest.json" {
      #expect(try bytes(folder, "one/" + file) == bytes(folder, "two/" + file), "\(file)")
    }
    let again = try Answer(to: ["report", "one", "-o", "again.html"], in: folder.url)
    #expect(again == Answer(status: 0, output: "", errors: "wrote again.html\n"))
    #expect(try bytes(folder, "one.html") == bytes(folder, "again.html"))
    #expect(try bytes(folder, "one/report.html") == bytes(folder, "again.html"))
    let flat = try Answer(to: ["run", "one/scenario.json5", "-n", "3"], in: folder.url)
    #expect(flat == Answer(status: 0, output: one.output, errors: ""))
  }

  @Test("is CSV that every reader takes for numbers: ASCII, a point in every measure, nothing that is no number")
  func tables() throws {
    let folder = try TemporaryFolder()
    _ = try Answer(to: ["run", "lib:small", "-n", "2", "-o", "out"], in: folder.url)
    for file in Self.files where file.hasSuffix(".csv") {
      let text = String(decoding: try bytes(folder, "out/" + file), as: UTF8.self)
      #expect(text.allSatisfy(\.isASCII) && text.hasSuffix("\n") && !text.contains("\r"), "\(file)")
      #expect(!text.contains("nan") && !text.contains(",inf"), "\(file)")
    }
    let rows = String(decoding: try bytes(folder, "out/replications.csv"), as: UTF8.self).split(separator: "\n")
    #expect(rows.count == 3)
    for cell in rows[1].split(separator: ",", omittingEmptySubsequences: false).dropFirst(2) where !cell.isEmpty {
      #expect(Double(cell) != nil && cell.contains { ".e".contains($0) }, "\(cell)")
    }
  }

  @Test("goes nowhere where something else is, unless it is told to")
  func refuses() throws {
    let folder = try TemporaryFolder(["full/mine.txt": "mine"])
    let refused = try Answer(to: ["run", "lib:small", "-n", "1", "-o", "full"], in: folder.url)
    #expect(
      refused
        == Answer(
          status: 2, output: "",
          errors:
            "error: full holds something else than a run\nhelp: another folder, or --force to write over it\n"))
    #expect(try names(folder, "full") == ["mine.txt"])
    #expect(try Answer(to: ["run", "lib:small", "-n", "1", "-o", "full", "--force"], in: folder.url).status == 0)
    #expect(try names(folder, "full") == Self.files)
    #expect(try Answer(to: ["run", "lib:small", "-n", "2", "-o", "full"], in: folder.url).status == 0)
    let other = try Answer(
      to: ["run", "lib:small", "-n", "1", "-o", "full", "--set", "labour.pickers=900"], in: folder.url)
    #expect(other.status == 2 && other.errors.hasPrefix("error: full holds the run of another scenario\n"))
    #expect(try names(folder) == ["full"])
  }

  @Test(
    "is asked for before anything is simulated: what cannot be written is said at once",
    arguments: [["--report", "no/such/x.html"], ["-o", "no/such/out"], ["--report", "."]])
  func early(flags: [String]) throws {
    let folder = try TemporaryFolder()
    let answer = try Answer(to: ["run", "lib:lamphun", "-n", "1000000"] + flags, in: folder.url)
    #expect(answer.status == 3 && answer.output == "" && answer.errors.hasPrefix("error: "))
    #expect(try names(folder).isEmpty)
  }

  @Test(
    "is not read where a file was changed by hand",
    arguments: files.filter { $0.hasSuffix("v") || $0.hasSuffix("json") })
  func damaged(file: String) throws {
    // What is only written for others is not read back.
    if ["summary.csv", "summary.json", "settings.csv"].contains(file) { return }
    let folder = try TemporaryFolder()
    _ = try Answer(to: ["run", "lib:small", "-n", "1", "-o", "out"], in: folder.url)
    let path = folder.url.appending(path: "out/" + file)
    try Data(try Data(contentsOf: path).dropLast(9)).write(to: path)
    let answer = try Answer(to: ["report", "out", "-o", "x.html"], in: folder.url)
    #expect(
      answer == Answer(status: 3, output: "", errors: "error: out/\(file) is not as longan has written it\n"))
  }
}
