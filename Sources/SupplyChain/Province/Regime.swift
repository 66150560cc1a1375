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

extension Simulation<Province> {
  /// The same year under other regimes from today's midnight on, which were the same until then.
  ///
  /// What it comes to is what a year of its own comes to: nothing has happened yet that the regimes could have changed.
  package func branch(_ regimes: [Regime]) -> Simulation<Province> {
    var branch = self
    branch.intervene { province, agenda in
      let scheduled = Set(province.regimes.map(\.day))
      province.regimes = regimes
      for day in regimes.map(\.day) where day * 1_440 >= agenda.now && day <= province.lastDay {
        if !scheduled.contains(day) { agenda.schedule(.regime, at: day * 1_440, phase: Phase(0)) }
      }
    }
    return branch
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
  mutating func regimeBegins(_ agenda: inout Agenda<Int, ChainEvent>) {
    guard let regime = regimes.last(where: { $0.day * 1_440 == agenda.now }) else { return }
    apply(regime, at: agenda.now)
    for site in sites.indices { work(site, partly: false, &agenda) }
    letThrough(&agenda)
    sendTrucks(&agenda)
    sendReefers(&agenda)
    for district in pickups.indices { sendPickups(district, &agenda) }
  }
}
