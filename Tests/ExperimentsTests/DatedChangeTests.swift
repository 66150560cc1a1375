import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Testing

/// What policies and shocks with dates may change, and what they may not.
@Suite("A change on a date")
struct DatedChangeTests {
  private func kinds(_ text: String) -> [String] {
    Seasons.reading("small", text).diagnostics.map { "\($0.kind.id) \($0.path ?? "")" }
  }

  @Test("of what the world is made with is refused; from the beginning it may be made")
  func founding() {
    #expect(
      kinds(#"{ "policies": { "p": { "from": "2564-08-01", "set": { "farms.households": 100 } } } }"#)
        == ["settled-already policies.p.set"])
    #expect(
      kinds(
        #"{ "shocks": { "s": { "from": "2564-08-01", "to": "2564-08-09", "scale": { "transport.trucks.vehicles": 0.5 } } } }"#
      )
        == ["settled-already shocks.s.scale"])
    #expect(kinds(#"{ "policies": { "p": { "set": { "farms.households": 100 } } } }"#) == [])
    #expect(kinds(#"{ "policies": { "p": { "from": "2564-08-01", "scale": { "labour.pickers": 2 } } } }"#) == [])
  }

  @Test("of what is no part of the world is refused, with a date and without")
  func apart() {
    for path in ["run.reps", "shocks.s.strength", "longan"] {
      #expect(
        kinds(
          #"{ "shocks": { "s": { "from": "2564-08-01", "to": "2564-08-09" } }, "policies": { "p": { "set": { "\#(path)": 1 } } } }"#
        )
          == ["settled-already policies.p.set"], "\(path)")
    }
    #expect(
      kinds(#"{ "policies": { "p": { "set": { "calendar.to": "2564-10-01" } } } }"#) == [
        "settled-already policies.p.set"
      ])
  }

  @Test("points at the path, in both languages", arguments: Language.allCases)
  func words(language: Language) throws {
    let reading = Seasons.reading(
      "small", #"{ "policies": { "p": { "from": "2564-08-01", "set": { "farms.area_rai": 100 } } } }"#)
    let complaint = try #require(reading.diagnostics.first)
    #expect(complaint.label?.range.spelling == "farms.area_rai" && complaint.related.count == 1)
    #expect(!complaint.message[language].isEmpty && complaint.help?[language].isEmpty == false)
  }

  /// Chlorate of these months is for the next year; the prices of what is paid for once, when it begins, before the policy.
  private static let elsewhere =
    ["jan", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map { "supply.offseason.rain_share." + $0 } + [
      "measures.gap-expansion.each_thb", "measures.solar-drying.each_oven_thb",
    ]

  static func isTriedFromTheBeginning(_ path: String) -> Bool { elsewhere.contains { path.hasPrefix($0) } }

  /// The busy year, with a policy that begins after its first day.
  private static func signature(_ path: String, _ value: String) -> [Double?]? {
    let text =
      DeadKeyTests.busy.dropLast()
      + #""policies": { "p": { "from": "2564-01-02", "set": { "\#(path)": \#(value) } } } }"#
    let reading = Seasons.reading("small", String(text))
    if reading.hasErrors { return nil }
    let seasons = Seasons(reading, jobs: 1)
    let year = seasons.years[0][0]
    return year.measures.values + year.days.picked.map { $0 } + year.days.price.map { $0.isFinite ? $0 : nil }
  }

  @Test("changes what is measured, or is refused, whatever the setting")
  func alive() {
    let base = Self.signature("labour.pickers", "260")
    #expect(base != nil)
    var dead: [String] = []
    for (path, setting) in DeadKeyTests.paths() where setting.settled == .never {
      if Self.isTriedFromTheBeginning(path) { continue }
      let isChoice = if case .choice = setting.type { true } else { false }
      let values = DeadKeyTests.candidates(setting).map { isChoice ? "\"\($0)\"" : $0 }
      if values.isEmpty { continue }
      if !values.contains(where: { Self.signature(path, $0).map { $0 != base } ?? false }) { dead.append(path) }
    }
    #expect(dead == [])
  }
}
