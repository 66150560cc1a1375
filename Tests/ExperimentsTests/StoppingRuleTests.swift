import Experiments
import Statistics
import SupplyChain
import Testing

@Suite("When there are years enough")
struct StoppingRuleTests {
  private static let world = RunPlan(Seasons.reading("small", "{}")).scenario.world

  private func rule(_ kind: StoppingRule.Kind, _ measure: String, _ number: Double) throws -> StoppingRule {
    try StoppingRule(kind, measure: measure, number: number, in: Self.world)
  }

  @Test("rounds are of twenty years and then of ten, and end at the most")
  func rounds() throws {
    let rule = try rule(.halfWidth, "unsold_t", 1)
    var (years, rounds): (Int, [Int]) = (0, [])
    while years < 47 {
      rounds.append(rule.nextRound(after: years, most: 47))
      years += rounds[rounds.count - 1]
    }
    #expect(rounds == [20, 10, 10, 7])
    #expect(rule.nextRound(after: 0, most: 5) == 5 && rule.nextRound(after: 15, most: 100) == 10)
    #expect(rule.nextRound(after: 3, most: 100) == 17)
  }

  @Test("a measure is known when the interval of each alternative is narrow enough")
  func halfWidth() throws {
    let years: [[Double?]] = [(0..<20).map { Double($0 % 2) }, (0..<20).map { Double($0 % 2 * 3) }]
    // Student's t of 19 degrees of freedom is 2.093.
    let width = 2.093 * 1.5389675 / 20.squareRoot()
    #expect(try rule(.halfWidth, "unsold_t", width * 1.001).verdict(years) == .enough)
    #expect(try rule(.halfWidth, "unsold_t", width * 0.999).verdict(years) == .more)
    #expect(try rule(.halfWidth, "unsold_t", 1e9).verdict([[1, nil, 3]]) == .notMeasured)
    #expect(try rule(.halfWidth, "unsold_t", 1e9).verdict([[]]) == .notMeasured)
  }

  @Test("the best is the largest of what is better large, and the smallest of what is better small")
  func best() throws {
    let years: [[Double?]] = [(0..<20).map { Double($0) }, (0..<20).map { Double($0) + 50 + Double($0 % 2) }]
    #expect(try rule(.best, "farm_income_thb", 10).verdict(years) == .chosen(1, years: 20))
    #expect(try rule(.best, "unsold_t", 10).verdict(years) == .chosen(0, years: 20))
    // A difference that matters less than chance takes more years.
    let noise: [[Double?]] = [(0..<20).map { Double($0 * 7 % 11) }, (0..<20).map { Double($0 * 5 % 11) }]
    #expect(try rule(.best, "farm_income_thb", 0.01).verdict(noise) == .more)
  }

  @Test("a measure is named by its column, or by its metric where it is a whole or adds up to one")
  func names() throws {
    #expect(try rule(.halfWidth, "ripe_t", 1).parts.map(\.season) == ["in", "off"])
    #expect(try rule(.halfWidth, "in.ripe_t", 1).parts.map(\.column) == ["in.ripe_t"])
    #expect(try rule(.best, "loose.AA.week_min_price_thb_per_kg", 1).parts.count == 1)
    #expect(throws: StoppingRule.Fault.parts(["in.loss_share", "off.loss_share"])) {
      do { _ = try rule(.halfWidth, "loss_share", 1) } catch StoppingRule.Fault.parts(let known) {
        throw StoppingRule.Fault.parts(Array(known.prefix(2)))
      }
    }
    #expect(throws: StoppingRule.Fault.noBetter) { try rule(.best, "ripe_t", 1) }
    #expect(throws: StoppingRule.Fault.self) { try rule(.halfWidth, "unsold", 1) }
  }
}
