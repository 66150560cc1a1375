/// What follows from a world without simulating it.
extension World {
  /// Tons that all buyers can work through in a day.
  package var tonsPerDay: Double {
    let ids = markets.map(\.id)
    return facilities.compactMap { BuyerPlan($0.part, markets: ids) }.reduce(0) {
      $0 + $1.work.machines * $1.work.tonsPerMachineDay
    }
  }

  /// The most that any buyer of loose fruit pays for AA when nothing queues and markets pay their reference prices;
  /// nothing where nobody buys.
  package var bestLoosePrice: Double? {
    let ids = markets.map(\.id)
    var best: Double?
    for plan in facilities.compactMap({ BuyerPlan($0.part, markets: ids) }) where plan.buys == .loose {
      for place in 0..<8 where plan.markets[place] >= 0 {
        let market = markets[Int(plan.markets[place])].part.terms
        let value = (market.price[.aa] - market.freight) / plan.freshPerProduct - plan.cost
        best = max(best ?? 0, value * (1 - plan.margin))
      }
    }
    return best
  }
}
