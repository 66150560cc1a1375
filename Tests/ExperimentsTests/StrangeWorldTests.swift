import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Testing

/// Legal but strange; in each the books balance, or the process would stop.
@Suite("Strange worlds")
struct StrangeWorldTests {
  @Test("without a crop, nothing is sold and nothing lost")
  func noCrop() {
    let seasons = Seasons("small", "{}", changes: ["supply.in_season_t=0"])
    #expect(seasons.values(.ripe, season: "in") == [0])
    #expect(seasons.values(.unsold) == [0])
  }

  @Test("without pickers or families that pick, all fruit drops or is left")
  func noPickers() {
    let seasons = Seasons("small", "{}", changes: ["labour.pickers=0", "labour.family_share=0"])
    let ripe = seasons.values(.ripe, season: "in")[0] + seasons.values(.ripe, season: "off")[0]
    #expect(seasons.values(.picked) == [0])
    // What still hangs on the last day is neither.
    #expect(seasons.values(.unsold)[0] > 0.9 * ripe)
  }

  @Test("without a buyer, all fruit drops or is left")
  func noBuyers() {
    let none = ["china-packers", "bunch-packers", "traders", "dryers", "golden-flesh", "factories"]
    let seasons = Seasons("small", "{}", changes: none.map { "facilities.\($0).sites=0" })
    let ripe = seasons.values(.ripe, season: "in")[0] + seasons.values(.ripe, season: "off")[0]
    #expect(seasons.values(.picked) == [0])
    #expect(seasons.values(.unsold)[0] > 0.9 * ripe)
  }

  @Test("without a district nobody lives there and nothing grows", arguments: ["small", "lamphun"])
  func noDistrict(base: String) {
    let seasons = Seasons(base, #"{ "districts": null }"#)
    #expect(seasons.values(.ripe, season: "in") == [0] && seasons.values(.farmIncome) == [0])
  }

  @Test("with one household all the same")
  func oneHousehold() {
    let seasons = Seasons("small", "{}", changes: ["farms.households=1"])
    #expect(seasons.values(.ripe, season: "in")[0] + seasons.values(.ripe, season: "off")[0] > 1_000)
  }
}

@Suite("Random worlds")
struct RandomWorldTests {
  /// A year whose books do not balance ends the process, so that the end of this test says that all did.
  @Test("balance to the gram and the satang, whatever their settings")
  func balance() {
    let count = Int(ProcessInfo.processInfo.environment["LONGAN_RANDOM_WORLDS"] ?? "") ?? 100
    for seed in 1...UInt64(count) {
      var random = RandomScenarios(seed: seed)
      let (text, changes) = random.next()
      let seasons = Seasons("small", text, changes: changes, seed: seed)
      let ripe = seasons.values(.ripe, season: "in")[0] + seasons.values(.ripe, season: "off")[0]
      #expect(seasons.values(.picked)[0] >= 0, "seed \(seed)")
      #expect(seasons.values(.unsold)[0] <= ripe * 1.5 + 20_000, "seed \(seed)")
    }
  }
}
