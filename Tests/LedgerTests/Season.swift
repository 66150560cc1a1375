import Ledger
import Testing
import Units

/// A small world with an account of every kind.
struct Season {
  let potential: AccountGroup<Grams>
  let onTrees: AccountGroup<Grams>
  let oven: AccountGroup<Grams>
  let spoiled: AccountGroup<Grams>
  let water: AccountGroup<Grams>
  let buyers: AccountGroup<Satang>
  let farms: AccountGroup<Satang>
  let cashBox: AccountGroup<Satang>
  var ledger: Ledger

  init(plots: Int = 3) {
    var mass = ChartOfAccounts<Grams>()
    potential = mass.add("harvest-potential", .source)
    onTrees = mass.add("on-trees", .holding, count: plots)
    oven = mass.add("oven", .holding, count: 2)
    spoiled = mass.add("spoiled", .sink, names: ["station", "border"])
    water = mass.add("water-driven-off", .sink)
    var money = ChartOfAccounts<Satang>()
    buyers = money.add("buyer", .party, count: 2)
    farms = money.add("farm", .party, count: plots)
    cashBox = money.add("cash-box", .holding)
    ledger = Ledger(mass: mass, money: money)
  }
}

/// Expects that a process that stopped said so.
func expect(
  _ result: ExitTest.Result?, says words: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let bytes = try #require(result, sourceLocation: sourceLocation).standardErrorContent
  let text = String(decoding: bytes, as: UTF8.self)
  #expect(text.contains(words), sourceLocation: sourceLocation)
}

/// A small seeded generator, so that a failure can be repeated.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }
}
