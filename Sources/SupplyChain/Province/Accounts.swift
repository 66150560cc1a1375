import Ledger
import Units

/// Where fruit and money can be.
struct Accounts: Sendable {
  // Fruit.
  let growth: AccountGroup<Grams>
  let onTrees: AccountGroup<Grams>
  let atFarm: AccountGroup<Grams>
  let onRoad: AccountGroup<Grams>
  let yard: AccountGroup<Grams>
  let intake: AccountGroup<Grams>
  let working: AccountGroup<Grams>
  let stock: AccountGroup<Grams>
  let coldRoom: AccountGroup<Grams>
  let onWayToMarket: AccountGroup<Grams>
  let sold: AccountGroup<Grams>
  let carriedIn: AccountGroup<Grams>
  let dropped: AccountGroup<Grams>
  let leftUnpicked: AccountGroup<Grams>
  let trimmed: AccountGroup<Grams>
  let spoiled: AccountGroup<Grams>
  let waterDriven: AccountGroup<Grams>

  // Money.
  let farm: AccountGroup<Satang>
  let station: AccountGroup<Satang>
  let buyer: AccountGroup<Satang>
  let market: AccountGroup<Satang>
  let pickers: AccountGroup<Satang>
  let hauliers: AccountGroup<Satang>
  let inputs: AccountGroup<Satang>
  let processing: AccountGroup<Satang>
  let banks: AccountGroup<Satang>
  let owners: AccountGroup<Satang>
  let contractors: AccountGroup<Satang>
  /// One account for each measure.
  let government: AccountGroup<Satang>

  /// Where fruit spoils.
  enum SpoilPlace: Int, CaseIterable {
    case station, road, packer, dryer, factory, cold, market

    var id: String { "\(self)" }
  }

  static func books(_ world: World, farms: Int, stations: Int, buyers: Int) -> (Accounts, Ledger) {
    var mass = ChartOfAccounts<Grams>()
    var money = ChartOfAccounts<Satang>()
    let districts = world.districts.map(\.id)
    let markets = world.markets.map(\.id)
    let accounts = Accounts(
      growth: mass.add("growth", .source), onTrees: mass.add("on-trees", .holding, names: districts),
      atFarm: mass.add("at-farm", .holding, names: districts), onRoad: mass.add("on-road", .holding),
      yard: mass.add("station-yard", .holding, count: stations),
      intake: mass.add("buyer-intake", .holding, count: buyers),
      working: mass.add("buyer-working", .holding, count: buyers),
      stock: mass.add("buyer-stock", .holding, count: buyers), coldRoom: mass.add("cold-room", .holding),
      onWayToMarket: mass.add("to-market", .holding, names: markets), sold: mass.add("sold", .sink, names: markets),
      carriedIn: mass.add("carried-in", .source), dropped: mass.add("dropped", .sink),
      leftUnpicked: mass.add("left-unpicked", .sink), trimmed: mass.add("trimmed", .sink),
      spoiled: mass.add("spoiled", .sink, names: SpoilPlace.allCases.map(\.id)),
      waterDriven: mass.add("water-driven-off", .sink),
      farm: money.add("farm", .party, count: farms), station: money.add("station", .party, count: stations),
      buyer: money.add("buyer", .party, count: buyers), market: money.add("market", .party, names: markets),
      pickers: money.add("pickers", .party, names: districts), hauliers: money.add("hauliers", .party),
      inputs: money.add("inputs", .party), processing: money.add("processing", .party),
      banks: money.add("banks", .party), owners: money.add("owners", .party),
      contractors: money.add("contractors", .party),
      government: money.add("government", .party, names: Measures.ids))
    return (accounts, Ledger(mass: mass, money: money))
  }
}
