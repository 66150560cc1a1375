import Experiments
import Ledger
import ScenarioFile
import Testing
import Units

@testable import SupplyChain

@Suite("A season with time before it")
struct WarmUpTests {
  private static let shown = #""from": "2565-01-01", "to": "2565-12-31""#

  private static func year(_ warmFrom: String, _ rest: String = "") -> SimulatedYear {
    let reading = Seasons.reading("small", #"{ "calendar": { \#(shown), "warm_from": "\#(warmFrom)" }, \#(rest) }"#)
    precondition(!reading.hasErrors, "\(reading.diagnostics.map(\.message.english))")
    return SimulatedYear(RunPlan(reading), policy: nil)
  }

  /// What is measured of money, and the group of accounts that it is the gain of.
  private static let purses = [
    "farmers": "farm", "pickers": "pickers", "hauliers": "hauliers", "stations": "station", "buyers": "buyer",
    "processing": "processing", "banks": "banks", "inputs": "inputs", "contractors": "contractors",
    "government": "government", "markets": "market",
  ]

  @Test(
    "is measured from its first midnight on: everybody's gain is what the books of those days say",
    arguments: ["2564-12-01", "2564-01-01"])
  func gains(warmFrom: String) throws {
    let year = Self.year(warmFrom)
    let measures = year.outcome(replication: 0).measures
    let books = year.audit(replication: 0).money.rows
    #expect(Set(Self.purses.keys) == Set(Measure.purses))
    for (group, account) in Self.purses {
      let row = try #require(books.first { $0.id == account })
      #expect(measures.value(.groupIncome, group: group) == (row.closing - row.opening).baht, "\(group)")
    }
    let farms = try #require(books.first { $0.id == "farm" })
    #expect(farms.opening != .zero)
    let income = try #require(measures.value(.farmIncome))
    #expect((income / (farms.closing - farms.opening).baht - 1).magnitude < 1e-9)
  }

  @Test("costs one year's growing, however long the time before it")
  func growing() throws {
    func inputs(_ warmFrom: String) throws -> Double {
      try #require(Self.year(warmFrom).outcome(replication: 0).measures.value(.groupIncome, group: "inputs"))
    }
    #expect((try inputs("2564-01-01") / inputs("2564-12-01") - 1).magnitude < 0.05)
  }

  @Test("pays in its first days for measures that were there before")
  func measures() throws {
    func cost(_ warmFrom: String) throws -> Double {
      let rest = #""measures": { "new-ovens": { "count": 40 }, "gap-expansion": { "plots": 100 } }"#
      return try #require(Self.year(warmFrom, rest).outcome(replication: 0).measures.value(.publicCost))
    }
    let late = try cost("2564-12-01")
    #expect(try late > 0 && cost("2564-01-01") == late)
  }

  @Test("has the ovens that cost nothing too")
  func freeOvens() {
    func ovens(_ rest: String) -> Int {
      let province = Self.year("2564-12-01", rest).year(replication: 0).province
      return province.sites.reduce(0) { sum, site in
        province.buyers[Int(site.facility)].kind == .dryer ? sum + site.machines : sum
      }
    }
    let free = ovens(#""measures": { "new-ovens": { "count": 40, "each_thb": 0 } }"#)
    #expect(free == ovens(#""measures": { "new-ovens": { "count": 40 } }"#))
    #expect(free == ovens("") + 40)
  }
}
