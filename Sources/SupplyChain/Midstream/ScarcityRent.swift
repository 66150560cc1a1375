import EventCore
import Ledger
import Units

/// What is the same for all sites of a facility: its terms, resolved.
struct BuyerPlan: BitwiseCopyable, Sendable {
  let kind: FacilityKind
  let buys: HarvestForm
  /// As which grade each is paid; below 0 where it is not taken.
  let paysAs: SIMD4<Int8>
  /// The numbers of the markets where it may sell; below 0 is none.
  let markets: SIMD8<Int16>
  let cost: Double
  let margin: Double
  let comfortableDays: Double
  let freshPerProduct: Double
  let work: Work
  let sites: Int
  let roomT: Double
  let roomHours: Double
  let cashPerMachine: Double?

  /// Whether a machine is started with less than a full batch: a line is, an oven waits till midnight.
  var takesParts: Bool { kind == .packer }

  var spoilPlace: Accounts.SpoilPlace {
    switch kind {
    case .dryer: .dryer
    case .packer: .packer
    default: .factory
    }
  }

  init?(_ facility: Facility, markets ids: [String]) {
    guard let terms = facility.buyer else { return nil }
    kind = facility.kind
    buys = terms.buys
    var paysAs = SIMD4<Int8>(repeating: -1)
    for grade in Grade.allCases { paysAs[grade] = terms.pays(grade).map { Int8($0.rawValue) } ?? -1 }
    self.paysAs = paysAs
    var numbers = SIMD8<Int16>(repeating: -1)
    for (place, market) in terms.markets.compactMap({ ids.firstIndex(of: $0) }).prefix(8).enumerated() {
      numbers[place] = Int16(market)
    }
    markets = numbers
    cost = terms.cost
    margin = terms.margin
    comfortableDays = terms.comfortableDays
    freshPerProduct = terms.freshPerProduct
    sites = facility.sites
    switch terms.work {
    case .dryer(let dryer):
      (work, roomT, roomHours, cashPerMachine) = (dryer.work, 0, 0, dryer.cashPerOven)
    case .packer(let packer):
      (work, roomT, roomHours, cashPerMachine) = (packer.work(sites: sites), packer.so2RoomT, packer.so2Hours, nil)
    case .plant(let plant): (work, roomT, roomHours, cashPerMachine) = (plant.work(sites: sites), 0, 0, nil)
    }
  }
}

extension Province {
  /// Midnight: every buyer looks at what waits, at what can leave, and at the markets, and makes its bids for the day.
  mutating func makeBids() {
    let pressure = pressureOfForecast()
    for site in sites.indices {
      chooseMarkets(site)
      setOutflow(site)
      setRent(site, pressure: pressure)
      setBids(site)
      makeBid(site)
    }
  }

  /// Grams a day that all buyers can let out.
  var totalOutflow: Double {
    var sum = 0.0
    for site in sites.indices { sum += sites[site].outflow }
    return sum
  }

  /// How far the fruit about to ripen exceeds what all buyers can let out; below 0 when less is coming, so that the
  /// last fruit of the season is bid for again.
  private func pressureOfForecast() -> Double {
    let days = max(1, Int(world.congestion.forecastDays))
    let coming = Double(forecast.sum(from: today, days: days)) / Double(days)
    let outflow = totalOutflow
    guard outflow > 0 else { return coming > 0 ? world.congestion.foresight : 0 }
    return min(1, max(-1, coming / outflow - 1)) * world.congestion.foresight
  }

  // MARK: Value

  /// The best market for certified fruit and for any fruit, of those that admit this buyer.
  private mutating func chooseMarkets(_ site: Int) {
    let plan = buyers[Int(sites[site].facility)]
    var best = (certified: -Double.infinity, plain: -Double.infinity)
    sites[site].market = -1
    sites[site].plainMarket = -1
    for place in 0..<8 where plan.markets[place] >= 0 {
      let market = Int(plan.markets[place])
      let part = markets[market].terms
      guard Double(sites[site].admittedQuantile) < part.admittedPackerShare else { continue }
      let net = markets[market].price[0] - part.freight
      if net > best.certified { (best.certified, sites[site].market) = (net, Int16(market)) }
      if !part.needsGAP, net > best.plain { (best.plain, sites[site].plainMarket) = (net, Int16(market)) }
    }
  }

  /// What a kilogram of fresh fruit of each grade is worth at a buyer's gate.
  private mutating func valueAtGate(_ plan: BuyerPlan, _ market: Int16) -> Graded {
    guard market >= 0 else { return .zero }
    let price = markets[Int(market)].price - Graded(repeating: markets[Int(market)].terms.freight)
    let cost = plan.cost - aidPerKg(Int(market)) - (plan.kind == .dryer ? solarSaving : 0)
    let value = price / plan.freshPerProduct - Graded(repeating: cost)
    var paid = Graded.zero
    for grade in 0..<4 where plan.paysAs[grade] >= 0 { paid[grade] = value[Int(plan.paysAs[grade])] }
    return paid.notBelowZero
  }

  private var solarSaving: Double { world.measures.solarDrying.share * world.measures.solarDrying.savesPerKg }

  // MARK: Outflow

  /// The least of machines, vehicles and border.
  private mutating func setOutflow(_ site: Int) {
    let plan = buyers[Int(sites[site].facility)]
    var outflow = sites[site].capacity
    let market = sites[site].market
    if market < 0 {
      outflow = 0
    } else {
      let part = markets[Int(market)].terms
      if part.crossesBorder {
        let slots = world.border.slotsPerDay * scale * world.transport.reefers.loadT * 1e6
        outflow = min(outflow, slots * sites[site].capacity / max(capacityAcrossBorder, 1))
      }
      if part.carrier == .reefers {
        let days = max(2 * part.travelDays, 0.1) + (part.crossesBorder ? world.border.clearanceHours / 24 : 0)
        let carried = Double(reefers.servers) * world.transport.reefers.loadT * 1e6 / days
        outflow = min(outflow, carried * sites[site].capacity / max(capacityOnReefers, 1))
      }
    }
    if plan.cashPerMachine != nil, credit(of: site) <= .zero { outflow = 0 }
    sites[site].outflow = outflow
    sites[site].comfortable = outflow * plan.comfortableDays
  }

  /// Money that a buyer may still spend: its own, and what a bank lends on its stock.
  func credit(of site: Int) -> Satang {
    let own = books.money.balance(of: accounts.buyer[site])
    let market = buyers[Int(sites[site].facility)].markets[0]
    guard market >= 0, sites[site].stock.counts != .zero else { return own }
    let lentShare = min(1, world.driedStore.creditShare + world.measures.interestAid.moreCredit)
    let worth = (sites[site].stock.counts.numbers * markets[Int(market)].price).sum() / 1_000
    return own + Satang(baht: worth * lentShare, rounding: .down)
  }

  // MARK: Rent and bids

  /// The scarcity rent grows while more waits than is comfortable, and falls while less does.
  private mutating func setRent(_ site: Int, pressure: Double) {
    let terms = world.congestion
    let plan = buyers[Int(sites[site].facility)]
    let congestion = sites[site].congestion
    sites[site].morningCongestion = congestion
    let value = valueAtGate(plan, sites[site].market)
    sites[site].value = value
    let push = terms.riseRate * (max(0, congestion - 1) + (congestion > 0.5 ? max(0, pressure) : 0))
    let pull = terms.fallRate * (max(0, 1 - congestion) + max(0, -pressure))
    let change = min(max(push - pull, -terms.mostFall), terms.mostRise)
    let isStuck = sites[site].outflow <= 0 || value.max() <= 0
    if sites[site].isOpen, !isStuck, congestion < terms.closesAt {
      sites[site].rent = min(max(sites[site].rent + change, 0), value[0])
    } else if !isStuck, reopensNow(site) {
      // After a long stop yesterday's rent says nothing: what waits does.
      if sites[site].daysClosed > 3 {
        sites[site].rent = min(terms.riseRate * max(0, congestion - 1) * plan.comfortableDays, value[0])
      }
      sites[site].rent = min(max(sites[site].rent + change, 0), value[0])
      sites[site].isOpen = true
      sites[site].daysClosed = 0
    } else {
      sites[site].isOpen = false
      sites[site].daysClosed += 1
      if !isStuck { sites[site].rent = min(max(sites[site].rent + change, 0), value[0]) }
    }
  }

  private mutating func setBids(_ site: Int) {
    let plan = buyers[Int(sites[site].facility)]
    let even = world.congestion.evenShare
    let rent = sites[site].rent
    sites[site].certifiedBid = Province.bids(sites[site].value, plan, rent: rent, even: even)
    let plain =
      sites[site].plainMarket == sites[site].market
      ? sites[site].value : valueAtGate(plan, sites[site].plainMarket)
    sites[site].bid = Province.bids(plain, plan, rent: rent, even: even)
    sites[site].certifiedPrice = GradedPrice(sites[site].certifiedBid)
    sites[site].price = GradedPrice(sites[site].bid)
  }

  /// The bid for a grade that a buyer does not take at all, lower than any freight makes another.
  static var refused: Graded { Graded(repeating: -1e9) }

  /// The rent takes a part that is the same for each grade, and a part that goes with its value.
  private static func bids(_ value: Graded, _ plan: BuyerPlan, rent: Double, even: Double) -> Graded {
    let best = value.max()
    guard best > 0 else { return refused }
    let rents = rent * (Graded(repeating: even) + (1 - even) * (value / best))
    // A grade that is worth something is taken with the others, for nothing when the rent is more than its worth.
    return ((value - rents).notBelowZero * (1 - plan.margin)).replacing(with: refused, where: value .<= .zero)
  }
}
