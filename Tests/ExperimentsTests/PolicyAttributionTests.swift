import ScenarioFile
import Statistics
import SupplyChain
import Testing

@testable import Experiments

@Suite("Why a policy's years differ")
struct PolicyAttributionTests {
  private static let tiny = """
    "farms": { "households": 270, "area_rai": 1350 }, "supply": { "in_season_t": 1150 }, "labour": { "pickers": 60 },
    "facilities": { "stations": { "sites": 2 }, "dryers": { "sites": 3, "ovens": 17 } }
    """

  private func parts(
    _ policy: String, of metric: Metric = .farmIncomePerRai, reps: Int = 2
  ) throws -> (settings: [String], parts: ShapleyAttribution) {
    let reading = Seasons.reading("small", "{ \(Self.tiny), \"policies\": { \"base\": {}, \"new\": \(policy) } }")
    let attribution = PolicyAttribution(RunPlan(reading), from: 0, to: 1)
    let parts = try attribution.parts(of: { $0.value(metric) }, replications: reps, jobs: 2)
    return (attribution.settings.map(\.name), try #require(parts))
  }

  /// The change itself, measured without taking anything apart.
  private func change(_ policy: String, reps: Int = 2) -> Double {
    let seasons = Seasons("small", "{ \(Self.tiny), \"policies\": { \"base\": {}, \"new\": \(policy) } }", reps: reps)
    let (old, new) = (
      seasons.values(.farmIncomePerRai), seasons.values(.farmIncomePerRai, policy: 1)
    )
    return zip(old, new).reduce(0) { $0 + $1.1 - $1.0 } / Double(reps)
  }

  @Test("the parts add up to the whole, which is the change")
  func additivity() throws {
    let policy =
      #"{ "scale": { "labour.pickers": 2, "supply.offseason_share": 1.2 }, "add": { "border.slots_per_day": 1 } }"#
    let (settings, parts) = try parts(policy)
    #expect(settings == ["scale.labour.pickers", "scale.supply.offseason_share", "add.border.slots_per_day"])
    #expect(parts.part(of: 0b111) == parts.whole && parts.whole != 0)
    let change = change(policy)
    #expect(abs(parts.whole - change) <= abs(change) * 1e-12)
    // Each alone is in it: a part that is taken apart alone is the whole.
    let (_, alone) = try self.parts(#"{ "scale": { "labour.pickers": 2 } }"#)
    #expect(alone.parts == [alone.whole])
  }

  @Test("a setting that does nothing has a part of exactly nothing")
  func null() throws {
    let (settings, parts) = try parts(
      #"{ "scale": { "labour.pickers": 2, "supply.offseason_share": 1 }, "add": { "border.slots_per_day": 0 } }"#)
    #expect(settings.count == 3 && parts.parts[1] == 0 && parts.parts[2] == 0)
    #expect(parts.parts[0] == parts.whole && parts.whole != 0)
  }

  @Test("two settings that can take each other's place have equal parts, whatever else changes")
  func symmetry() throws {
    // Either makes 120 pickers of 60, and both make 240.
    let (settings, parts) = try parts(
      #"{ "set": { "labour.pickers": 120 }, "scale": { "labour.pickers": 2, "supply.offseason_share": 1.3 } }"#)
    #expect(settings.prefix(2) == ["set.labour.pickers", "scale.labour.pickers"])
    #expect(parts.parts[0] == parts.parts[1] && parts.parts[0] != 0 && parts.parts[0] != parts.parts[2])
    #expect(parts.part(of: 0b111) == parts.whole)
  }

  @Test("what a policy does not say stands there as the world has it")
  func shown() {
    let reading = Seasons.reading(
      "small",
      """
      { \(Self.tiny), "policies": { "base": {}, "new": { "set": { "labour.pickers": 90, "farms.water_share": 0.5 },
        "scale": { "supply.offseason_share": 2 }, "add": { "border.slots_per_day": 1 } } } }
      """)
    let settings = PolicyAttribution(RunPlan(reading), from: 0, to: 1).settings
    #expect(settings.map(\.before) == ["60", "0.85", "1", "0"] && settings.map(\.after) == ["90", "0.5", "2", "1"])
    let back = PolicyAttribution(RunPlan(reading), from: 1, to: 0).settings
    #expect(back.map(\.after) == ["60", "0.85", "1", "0"])
  }

  @Test("with doubt every group of settings has the same draws, so that what does nothing still has no part")
  func doubt() throws {
    let reading = Seasons.reading(
      "small",
      """
      { \(Self.tiny), "doubt": { "farms.water_share": { "dist": "uniform", "low": 0.4, "high": 1 } },
        "policies": { "base": {}, "new": { "scale": { "labour.pickers": 2, "supply.offseason_share": 1 } } } }
      """)
    func parts(_ hasDoubt: Bool) throws -> ShapleyAttribution {
      var plan = RunPlan(reading)
      plan.hasDoubt = hasDoubt
      let parts = try PolicyAttribution(plan, from: 0, to: 1)
        .parts(of: { $0.value(.farmIncomePerRai) }, replications: 2, jobs: 2)
      return try #require(parts)
    }
    let (with, without) = (try parts(true), try parts(false))
    #expect(with.parts[1] == 0 && with.whole == with.parts[0] && with.whole != without.whole)
    // Two files draw alike.
    let other = Seasons.reading(
      "small",
      """
      { \(Self.tiny), "doubt": { "farms.water_share": { "dist": "uniform", "low": 0.4, "high": 1 } },
        "policies": { "base": {} } }
      """, changes: ["labour.pickers=120"])
    let files = try PolicyAttribution(reading, other, seed: 1, hasDoubt: true)
      .parts(of: { $0.value(.farmIncomePerRai) }, replications: 2, jobs: 2)
    #expect(files?.whole == with.whole)
  }

  @Test("all dates of a policy are one setting")
  func dates() throws {
    let (settings, parts) = try parts(
      #"{ "from": "2564-07-01", "measures": { "new-ovens": { "count": 5, "from": "2564-07-10" }, "haulage-aid": { "thb_per_kg": 3, "cap_t": 100 } } }"#
    )
    #expect(
      settings == [
        "measures.new-ovens.count", "measures.haulage-aid.thb_per_kg", "measures.haulage-aid.cap_t", "dates",
      ])
    #expect(parts.part(of: 0b1111) == parts.whole)
  }

  @Test("two files are compared by the settings that differ, and labels are none")
  func files() throws {
    let first = Seasons.reading("small", "{ \(Self.tiny) }")
    let second = Seasons.reading(
      "small", "{ \(Self.tiny) }", changes: ["labour.pickers=120", "title=x", "border.slots_per_day=4"])
    let attribution = PolicyAttribution(first, second, seed: 1)
    #expect(attribution.settings.map(\.name) == ["labour.pickers", "border.slots_per_day"])
    #expect(attribution.settings.map(\.before) == ["60", "3.75"] && attribution.settings.map(\.after) == ["120", "4"])
    let parts = try attribution.parts(of: { $0.value(.farmIncomePerRai) }, replications: 2, jobs: 2)
    let whole = try #require(parts).whole
    let (old, new) = (
      Seasons(first, reps: 2).values(.farmIncomePerRai), Seasons(second, reps: 2).values(.farmIncomePerRai)
    )
    let change = zip(old, new).reduce(0) { $0 + $1.1 - $1.0 } / 2
    #expect(whole != 0 && abs(whole - change) <= abs(change) * 1e-12)
  }
}
