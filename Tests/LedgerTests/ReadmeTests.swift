import Ledger
import Testing
import Units

@Suite("The example of the room's README")
struct ReadmeTests {
  @Test("balances to the gram and the satang")
  func example() throws {
    var mass = ChartOfAccounts<Grams>()
    let potential = mass.add("harvest-potential", .source)
    let onTrees = mass.add("on-trees", .holding, count: 54_000)
    let oven = mass.add("oven", .holding, names: ["pa-sang-1", "pa-sang-2"])
    let dried = mass.add("dried-stock", .holding)
    let water = mass.add("water-driven-off", .sink)
    var money = ChartOfAccounts<Satang>()
    let buyer = money.add("buyer", .party)
    let farm = money.add("farm", .party, count: 54_000)
    var ledger = Ledger(mass: mass, money: money)

    ledger.mass.post(Grams(5_000), from: potential[0], to: onTrees[17], event: "flowering of plot 17")
    let opening = ledger.mass.totals()

    let lot = Grams(3_300)
    let price = SatangPerKilogram(2_850).value(of: lot, rounding: .down)
    ledger.post(
      mass: [.take(lot, from: onTrees[17]), .put(lot, into: oven[1])],
      money: [.take(price, from: buyer[0]), .put(price, into: farm[17])],
      event: "sale of lot 1")
    ledger.mass.post(
      [.take(lot, from: oven[1]), .put(Grams(1_000), into: dried[0]), .put(Grams(2_300), into: water[0])],
      event: "drying of batch 1")

    try ledger.audit()
    let table = ledger.mass.auditTable(since: opening)
    #expect(table.rows.map(\.opening.count) == [-5_000, 5_000, 0, 0, 0])
    #expect(table.rows.map(\.into.count) == [0, 0, 3_300, 1_000, 2_300])
    #expect(table.rows.map(\.outOf.count) == [0, 3_300, 3_300, 0, 0])
    #expect(table.rows.map(\.closing.count) == [-5_000, 1_700, 0, 1_000, 2_300])
    #expect(ledger.money.balance(of: farm[17]) == Satang(9_405))
    #expect(ledger.postings == 5)
  }
}
