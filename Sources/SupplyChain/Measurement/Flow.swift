import Units

/// How much fruit went from one place to the next in a year, in tons of fresh fruit, and what was paid for it.
///
/// Of dried fruit and flesh it is what they were made of, so that what goes in and what comes out of a place is the same.
package struct Flow: Sendable, Hashable {
  package let from: String
  package let to: String
  package var tonnes: Double
  package var baht: Double

  package init(from: String, to: String, tonnes: Double, baht: Double) {
    (self.from, self.to, self.tonnes, self.baht) = (from, to, tonnes, baht)
  }

  /// Places that are no facility and no market.
  package static let ripe = "ripe"
  package static let onTrees = "on-trees"
  package static let leftUnpicked = "left-unpicked"
  package static let dropped = "dropped"
  package static let trimmed = "trimmed"
  package static let spoiled = "spoiled"
  package static let underWay = "under-way"
  package static let inStock = "in-stock"
}

extension Province {
  /// From ripe fruit to form, from form to facility, from facility to market, and out of each to what is lost.
  ///
  /// What is on the trees, under way or in stock is what the last day has more of than the first; below zero, the year
  /// began with it.
  func flows(_ world: World) -> [Flow] {
    let places = record.places
    var flows: [Flow] = []
    func add(_ from: String, _ to: String, _ tonnes: Double, _ money: Satang = .zero) {
      flows.append(Flow(from: from, to: to, tonnes: tonnes / scale, baht: money.baht / scale))
    }
    let (left, dropped) = (record.leftUnpicked.tonnes, record.dropped.tonnes)
    var ripe = (record.inSeason.ripe + record.offSeason.ripe).tonnes - left - dropped
    for form in HarvestForm.allCases {
      let handled = places.forms[form.index]
      ripe -= handled.picked.tonnes
      add(Flow.ripe, form.rawValue, handled.picked.tonnes)
    }
    add(Flow.ripe, Flow.leftUnpicked, left)
    add(Flow.ripe, Flow.dropped, dropped)
    add(Flow.ripe, Flow.onTrees, ripe)
    let bought = world.facilities.indices.filter { world.facilities[$0].part.kind.isBuyer }
    for form in HarvestForm.allCases {
      let handled = places.forms[form.index]
      var rest = (handled.picked - handled.trimmed - handled.spoiled).tonnes
      for facility in bought where buyers[facility].buys == form {
        let taken = places.buying[facility].taken.tonnes
        rest -= taken
        add(form.rawValue, world.facilities[facility].id, taken, places.buying[facility].paid)
      }
      add(form.rawValue, Flow.trimmed, handled.trimmed.tonnes)
      add(form.rawValue, Flow.spoiled, handled.spoiled.tonnes)
      add(form.rawValue, Flow.underWay, rest)
    }
    for facility in bought {
      let id = world.facilities[facility].id
      var rest = (places.buying[facility].taken - places.buying[facility].spoiled).tonnes
      for (market, entry) in world.markets.enumerated() {
        let sale = places.sales[facility * world.markets.count + market]
        if sale.fresh == .zero && !buyers[facility].sells(to: market) { continue }
        rest -= sale.fresh.tonnes
        add(id, entry.id, sale.fresh.tonnes, sale.worth)
      }
      add(id, Flow.spoiled, places.buying[facility].spoiled.tonnes)
      add(id, Flow.inStock, rest)
    }
    return flows
  }
}

extension BuyerPlan {
  fileprivate func sells(to market: Int) -> Bool { (0..<8).contains { Int(markets[$0]) == market } }
}
