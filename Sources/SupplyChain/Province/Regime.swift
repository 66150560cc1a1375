import EventCore
import Units

/// What holds from a day on: the world as policies, shocks and the year's luck make it.
package struct Regime: Sendable {
  package let day: Int
  let terms: Terms
  let markets: [MarketTerms]
  let buyers: [BuyerPlan]
  let stations: [StationPlan]
  let cold: ColdTerms

  package init(_ world: World, from day: Int) {
    self.day = day
    terms = world.terms
    markets = world.markets.map(\.part.terms)
    let ids = world.markets.map(\.id)
    let facilities = world.facilities.map(\.part)
    buyers = facilities.map { BuyerPlan($0, markets: ids) ?? .none }
    stations = facilities.map { StationPlan($0.station) }
    cold = ColdTerms(facilities.compactMap(\.cold))
  }
}

extension Province {
  /// Lets what holds from today on hold.
  mutating func apply(_ regime: Regime, at time: Int) {
    let before = world.crop
    world = regime.terms
    buyers = regime.buyers
    stationTerms = regime.stations
    cold = regime.cold
    for market in markets.indices { markets[market].terms = regime.markets[market] }
    if world.crop.gradeShares != before.gradeShares { gradeMix = GradeMix(world.crop.gradeShares) }
    if world.crop.offSeason.months != before.offSeason.months { chooseHarvestMonths() }
    setMeans(at: time)
  }

  /// A policy begins, a shock begins or ends, a year begins.
  mutating func regimeBegins(_ number: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    apply(regimes[number], at: agenda.now)
    for site in sites.indices { work(site, partly: false, &agenda) }
    letThrough(&agenda)
    sendTrucks(&agenda)
    sendReefers(&agenda)
    for district in pickups.indices { sendPickups(district, &agenda) }
  }
}
