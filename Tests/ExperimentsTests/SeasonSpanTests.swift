import Experiments
import ScenarioFile
import SupplyChain
import Testing
import Units

@Suite("The days that are simulated")
struct SeasonSpanTests {
  private func reading(_ calendar: String, over scenario: String = "lamphun", changes: [String] = []) -> ScenarioReading
  {
    Seasons.reading(scenario, #"{ "calendar": \#(calendar) }"#, changes: changes)
  }

  @Test(
    "begin 31 days before the first that is shown, in its era, unless somebody says otherwise",
    arguments: [
      (#"{ "from": "2569-01-01", "to": "2569-12-31" }"#, "2568-12-01"),
      (#"{ "from": "2026-03-31", "to": "2026-12-31" }"#, "2026-02-28"),
      (#"{ "from": "2569-01-01", "to": "2569-12-31", "warm_from": "2568-06-01" }"#, "2568-06-01"),
      (#"{ "from": "2569-01-01", "to": "2569-12-31", "warm_from": null }"#, "2568-12-01"), ("{}", "2563-12-01"),
    ])
  func beginning(calendar: String, begins: String) throws {
    let reading = reading(calendar)
    #expect(reading.diagnostics.map(\.kind.id) == [])
    let shown = try #require(reading.entries.first { $0.path == "calendar.warm_from" })
    #expect(shown.spelling == JSONText.quoted(begins))
    let year = try #require(Form.read(reading.tree) { World($0) }.span.warmFrom)
    #expect([year.isoText, String(year.buddhistYear) + year.isoText.dropFirst(4)].contains(begins))
  }

  @Test("begin with the first where files cannot say an earlier one")
  func earliest() {
    let reading = reading(#"{ "from": "1900-01-01", "to": "1900-12-31" }"#)
    #expect(Form.read(reading.tree) { World($0) }.span.warmFrom == nil)
    #expect(!ScenarioJSON.text(reading).contains("warm_from"))
  }

  @Test("follow the first day wherever that is changed last")
  func changed() {
    let changed = reading("{}", changes: ["calendar.from=2564-03-04"])
    #expect(changed.entries.first { $0.path == "calendar.warm_from" }?.value == #""2021-02-01""#)
  }

  @Test("are looked at when one file says where they begin and another which is shown first")
  func inherited() throws {
    let late = reading(#"{ "from": "2569-01-01", "to": "2569-12-31" }"#, over: "season-split")
    #expect(late.diagnostics.map(\.kind.id) == ["long-warm-up"])
    #expect(late.diagnostics[0].message.english.hasPrefix("1,826 days are simulated"))
    #expect(late.diagnostics[0].label?.range.spelling == #""2569-01-01""# && late.diagnostics[0].related.count == 1)
    let early = reading(#"{ "from": "2563-01-01", "to": "2563-12-31" }"#, over: "season-split")
    #expect(early.diagnostics.map(\.kind.id) == ["outside-calendar"])
    #expect(early.diagnostics[0].help?.english.contains("null is 31 days before") == true)
    let both = reading(
      #"{ "from": "2569-01-01", "to": "2569-12-31", "warm_from": "2564-01-01" }"#, over: "season-split")
    #expect(both.diagnostics.map(\.kind.id) == [])
  }
}
