import Foundation
import Testing

@Suite("Years until they are enough")
struct YearsEnoughTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(["tiny.json5": SweepTests.tiny]) }

  private func run(_ words: String, status: Int32 = 0) throws -> Answer {
    let answer = try Answer(to: words.split(separator: " ").map(String.init), in: folder.url)
    #expect(answer.status == status, "longan \(words): \(answer.errors)")
    return answer
  }

  @Test("are rounds of the same years: as many give the same bytes, whatever the threads")
  func same() throws {
    let until = try run("run tiny.json5 --until unsold_t=5 -q --format csv -j 1").output
    let other = try run("run tiny.json5 --until unsold_t=5 -q --format csv -j 3").output
    #expect(until == other)
    let years = try #require(
      until.split(separator: "\n").last?.split(separator: ",", omittingEmptySubsequences: false)[9])
    #expect(try #require(Int(years)) > 20)
    #expect(try run("run tiny.json5 -n \(years) -q --format csv").output == until)
    let page = try run("run tiny.json5 --until unsold_t=5 -q --lang th").output
    #expect(page.contains("รู้ค่าเฉลี่ยของ unsold_t ในช่วง ±5 ทุกกรณีเมื่อครบ \(years) ปี"))
  }

  @Test("are no more than the most, and then it is said that they are too few")
  func most() throws {
    let short = try run("run tiny.json5 --until unsold_t=0.001 -n 25")
    #expect(short.output.contains("25 simulated years per policy") && !short.output.contains("is known to"))
    #expect(short.errors.contains("note: 25 years are not enough for unsold_t; a higher -n allows more\n"))
    #expect(try run("run tiny.json5 --until unsold_t=0.001 -n 25 --strict", status: 1).output.isEmpty == false)
    let json = try run("run tiny.json5 --until unsold_t=0.001 -n 25 -q --json").output
    #expect(json.contains("\"reached\": false") && json.contains("\"half_width\": 0.001"))
  }

  @Test("name the best policy with what that promises, in the table, in JSON and in the report")
  func best() throws {
    let answer = try run("run tiny.json5 --indifference farm_income_thb_per_rai=200 -o out --report one.html")
    #expect(
      answer.output.contains(
        "Best in farm_income_thb_per_rai: more. With a chance of 95 % nothing else here\n  is better by 200 or more"))
    let json = try String(contentsOf: folder.url.appending(path: "out/summary.json"), encoding: .utf8)
    #expect(
      json.contains("\"best\": \"more\"") && json.contains("\"indifference\": 200") && json.contains("\"level\": 0.95"))
    _ = try run("report out -o two.html")
    let (one, two) = (
      try String(contentsOf: folder.url.appending(path: "one.html"), encoding: .utf8),
      try String(contentsOf: folder.url.appending(path: "two.html"), encoding: .utf8)
    )
    #expect(one == two && one.contains("Best in farm_income_thb_per_rai: more.") && one.contains("ดีที่สุดด้าน"))
    let waste = try run("run tiny.json5 --indifference unsold_t=4 -q --baseline more --json").output
    #expect(waste.contains("\"best\": \"more\""))
  }

  @Test("are asked for by a measure that there is, of several policies where one is to be chosen")
  func refused() throws {
    func expect(_ words: String, _ message: String) throws {
      let answer = try run(words, status: 2)
      #expect(answer.errors.contains(message) && answer.output == "", "\(answer.errors)")
    }
    for command in ["run tiny.json5", "sweep tiny.json5 -o out"] {
      try expect(command + " --until unsold=5", "there is no measure `unsold`\nhelp: did you mean `unsold_t`?")
      try expect(command + " --until loss_share=5", "`loss_share` is taken in parts\nhelp: one of in.loss_share, ")
      try expect(command + " --until unsold_t", "`--until` cannot be `unsold_t`")
      try expect(command + " --until unsold_t=0", "`--until` cannot be `unsold_t=0`")
      try expect(command + " --until unsold_t=2 --indifference unsold_t=2", "only one of the two flags")
      try expect(command + " --indifference ripe_t=2", "neither more nor less of `ripe_t` is better")
    }
    try expect("run tiny.json5 --policy base --indifference unsold_t=2", "`--indifference` chooses among several")
    try expect("run tiny.json5 --audit --until unsold_t=2", "`--audit` has no use for `--until`")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
  }
}
