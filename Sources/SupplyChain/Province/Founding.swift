import EventCore
import Ledger
import Randomness
import ScenarioFile
import Units

/// What is the same for all stations of a facility.
struct StationPlan: BitwiseCopyable, Sendable {
  let minutesPerT: Double
  let room: Grams
  let opens: Double
  let closes: Double
  let margin: Double
  let loss: Double
  let overripeLoss: Double

  init(_ terms: StationTerms?) {
    minutesPerT = terms?.minutesPerT ?? 0
    room = Grams(tonnes: terms?.yardT ?? 0, rounding: .nearestEven)
    opens = terms?.opens ?? 0
    closes = terms?.closes ?? 0
    margin = terms?.margin ?? 0
    loss = terms?.handlingLoss ?? 0
    overripeLoss = terms?.overripeLoss ?? 0
  }
}

/// Makes a province of what a scenario says.
package struct Founding: Sendable {
  package let world: World
  let seed: UInt64
  let land: Land
  /// The part of the province's trees that is simulated.
  let scale: Double
  private let stationPlaces: [(facility: Int, district: Int)]
  private let sitePlaces: [(facility: Int, district: Int, admitted: Double)]
  /// How many buyers the whole province has, by facility, then by district.
  private let wholeSites: [Int]

  /// - Parameters:
  ///   - world: What the scenario says.
  ///   - seed: Whose luck decides who has what.
  ///   - share: The part of the farms that is simulated; sites and fleets are as many fewer.
  package init(_ world: World, seed: UInt64, share: Double = 1) {
    self.world = world
    self.seed = seed
    let shares = world.districts.map(\.part.areaShare)
    let ids = world.districts.map(\.id)
    func spread(_ facility: Facility, _ all: [Int]) -> [Int] {
      if share == 1 { return all }
      let home = facility.district.flatMap { ids.firstIndex(of: $0) }
      // Buyers are as many fewer, and as large; of stations each district keeps one, so that nobody drives farther to sell.
      let kept = max(min(facility.sites, 1), Int((Double(facility.sites) * share).rounded()))
      guard facility.kind == .station else {
        return home.map { Array(repeating: $0, count: kept) } ?? Land.deal(kept, over: shares)
      }
      return ids.indices.flatMap { district in
        let there = all.count { $0 == district }
        let kept = there == 0 ? 0 : max(1, Int((Double(there) * share).rounded()))
        return Array(repeating: district, count: kept)
      }
    }
    var wholeSites = Array(repeating: 0, count: world.facilities.count * ids.count)
    var stations: [(facility: Int, district: Int)] = []
    var sites: [(facility: Int, district: Int, admitted: Double)] = []
    let luck = Luck.ofPopulation(seed: seed)
    for (index, facility) in world.facilities.map(\.part).enumerated() {
      let home = facility.district.flatMap { ids.firstIndex(of: $0) }
      let all = home.map { Array(repeating: $0, count: facility.sites) } ?? Land.deal(facility.sites, over: shares)
      if facility.kind == .station { stations += spread(facility, all).map { (index, $0) } }
      guard facility.kind.isBuyer else { continue }
      for district in all { wholeSites[index * ids.count + district] += 1 }
      let districts = spread(facility, all)
      let draws = districts.indices.map {
        luck.uniform(.facility, UInt32(index) << 16 | UInt32($0), .admitted)
      }
      let quantiles = Land.quantiles(draws, draws.map { _ in 1 })
      sites += zip(districts, quantiles).map { (index, $0, $1) }
    }
    stationPlaces = stations
    sitePlaces = sites
    self.wholeSites = wholeSites
    var land = Land(world, roads: Roads(world), stations: stations.map { Place(district: $0.district) }, seed: seed)
    scale = share < 1 ? land.takeSample(share, of: world, seed: seed) : 1
    self.land = land
  }

  /// One replication on its first day.
  ///
  /// The first regime holds from the beginning, whatever its day.
  package func simulation(
    replication: UInt32, regimes: [Regime], listener: TraceListener? = nil
  ) -> Simulation<Province> {
    let calendar = SeasonCalendar(firstDay: world.span.from ?? CalendarDate(dayNumber: 0))
    let firstDay = world.span.warmFrom.map { calendar.day(of: $0) } ?? 0
    let lastDay = world.span.to.map { calendar.day(of: $0) } ?? 0
    let province = province(replication, regimes, calendar, firstDay, lastDay, listener)
    var simulation = Simulation(province, at: firstDay * 1_440)
    simulation.intervene { province, agenda in
      province.growHistory(&agenda)
      province.open()
      for day in regimes.dropFirst().map(\.day) where day > firstDay && day <= lastDay {
        agenda.schedule(.regime, at: day * 1_440, phase: Phase(0))
      }
      agenda.schedule(.day, at: firstDay * 1_440, phase: Phase(1))
      agenda.schedule(.morning, at: firstDay * 1_440 + 360)
      agenda.schedule(.noon, at: firstDay * 1_440 + 720)
      for (index, facility) in world.facilities.map(\.part).enumerated() {
        if let terms = facility.station {
          agenda.schedule(
            .stationsOpen(facility: UInt16(index)), at: firstDay * 1_440 + Int(terms.opens * 60))
          agenda.schedule(
            .stationsClose(facility: UInt16(index)), at: firstDay * 1_440 + Int(terms.closes * 60))
        }
        if case .packer(let terms)? = facility.buyer?.work {
          agenda.schedule(.linesStart(facility: UInt16(index)), at: firstDay * 1_440 + Int(terms.opens * 60))
        }
      }
    }
    return simulation
  }

  private func province(
    _ replication: UInt32, _ regimes: [Regime], _ calendar: SeasonCalendar, _ firstDay: Int, _ lastDay: Int,
    _ listener: TraceListener?
  ) -> Province {
    let districts = world.districts.count
    let (accounts, books) = Accounts.books(
      world, farms: land.farms.count, stations: stationPlaces.count, buyers: sitePlaces.count)
    let marketIDs = world.markets.map(\.id)
    let start = firstDay * 1_440
    let network = network()
    return Province(
      world: regimes[0].terms, areaShares: world.districts.map(\.part.areaShare), land: land,
      luck: Luck(seed: seed, replication: replication),
      luckOfPopulation: Luck.ofPopulation(seed: seed), calendar: calendar, firstDay: firstDay, lastDay: lastDay,
      scale: scale, accounts: accounts, stationTerms: regimes[0].stations, regimes: regimes, buyers: regimes[0].buyers,
      listener: listener, books: books,
      record: SeasonRecord(
        firstDay: 0, days: max(0, lastDay + 1), farms: land.farms.count, districts: districts,
        markets: marketIDs.count, facilities: world.facilities.count,
        facilityOf: sitePlaces.map { UInt16($0.facility) }),
      trees: Array(repeating: Tree(), count: land.plots.count),
      harvestMonths: Array(repeating: 1, count: land.plots.count),
      gradeMix: GradeMix(regimes[0].terms.crop.gradeShares),
      forecast: Forecast(firstDay: firstDay, days: lastDay - firstDay + 200),
      hanging: Array(repeating: [], count: districts), pools: Array(repeating: PickerPool(), count: districts),
      hopes: Array(repeating: .zero, count: districts * 3), stations: stations(start),
      links: network.links, linkStarts: network.starts, stationsOf: network.stationsOf,
      openLoads: Array(repeating: Slot.none, count: network.links.count),
      posted: Array(repeating: .zero, count: stationPlaces.count * 6),
      postedBaht: Array(repeating: .zero, count: stationPlaces.count * 6),
      bids: BuyerBids(buyers: sitePlaces.count),
      isUnsettled: Array(repeating: true, count: stationPlaces.count * 3),
      hasDearerMarket: Array(repeating: false, count: stationPlaces.count * 3),
      roomToday: Array(repeating: 0, count: stationPlaces.count * 3),
      salesToday: Array(repeating: 0, count: stationPlaces.count * 3),
      expectedSales: Array(repeating: 0, count: stationPlaces.count * 3),
      sites: sitePlaces.enumerated().map { site, place in
        BuyerSite(
          facility: UInt16(place.facility), district: UInt16(place.district), admittedQuantile: Float(place.admitted),
          stationCount: Double(network.stationsOf[site].count))
      },
      pickups: world.districts.map { district in
        let share = district.part.areaShare
        return fleet(world.terms.transport.pickups.vehicles * share, at: start)
      },
      trucks: fleet(world.terms.transport.trucks.vehicles, at: start),
      reefers: fleet(world.terms.transport.reefers.vehicles, at: start),
      border: FirstComeStation(servers: 0, at: start), cold: regimes[0].cold,
      aided: Array(repeating: .zero, count: Measures.ids.count),
      markets: regimes[0].markets.map { MarketState(terms: $0) }, today: firstDay,
      date: calendar.date(ofDay: firstDay))
  }

  private func fleet<Customer>(_ vehicles: Double, at start: Int) -> Fleet<Customer> {
    Fleet(servers: vehicles > 0 ? max(1, Int((vehicles * scale).rounded())) : 0, at: start)
  }

  // MARK: Stations and their buyers

  private func stations(_ start: Int) -> [Station] {
    stationPlaces.map { place in
      Station(
        facility: place.facility, district: place.district,
        bays: Fleet(servers: world.facilities[place.facility].part.station?.bays ?? 0, at: start))
    }
  }

  /// The buyers that each station sells to.
  private struct StationNetwork {
    var links: [BuyerLink] = []
    var starts: [UInt32] = [0]
    var stationsOf: [[UInt32]]
  }

  private func network() -> StationNetwork {
    var network = StationNetwork(stationsOf: Array(repeating: [], count: sitePlaces.count))
    // By facility, then by district.
    var there = Array(repeating: [Int](), count: world.facilities.count * land.roads.count)
    for (site, place) in sitePlaces.enumerated() {
      there[place.facility * land.roads.count + place.district].append(site)
    }
    for (number, place) in stationPlaces.enumerated() {
      for form in HarvestForm.allCases {
        for (facility, part) in world.facilities.map(\.part).enumerated() where part.buyer?.buys == form {
          let first = facility * land.roads.count
          let sites = there[first..<first + land.roads.count]
          for (site, km) in reach(Array(sites), of: facility, from: place.district, number) {
            network.links.append(BuyerLink(site: UInt32(site), km: Float(km)))
            network.stationsOf[site].append(UInt32(number))
          }
        }
        network.starts.append(UInt32(network.links.count))
      }
    }
    return network
  }

  /// The sites of a facility, by district, that a station sells to: some of its own district, a few of each of the next.
  ///
  /// Where a sample keeps one buyer for twenty, the nearest that is left may be far away. So it is as far as those are on
  /// average for which it stands.
  private func reach(
    _ sites: [[Int]], of facility: Int, from district: Int, _ station: Int
  ) -> [(site: Int, km: Double)] {
    // Stations of a district take turns, so that every site has some.
    let found = inReach(from: district, sites.map(\.count)).map { other, wanted, step in
      sites[other][(station * wanted + step) % sites[other].count]
    }
    let first = facility * land.roads.count
    let counts = Array(wholeSites[first..<first + land.roads.count])
    let whole = inReach(from: district, counts).map { land.roads.distance(district, $0.other) }
    return found.enumerated().map { rank, site in
      let group = whole[rank * whole.count / found.count..<(rank + 1) * whole.count / found.count]
      return (site, group.reduce(0, +) / Double(group.count))
    }
  }

  /// The places in reach of a district, the nearest district first, where there are so many in each: up to eight of its
  /// own, two of each of the next, twelve together.
  private func inReach(from district: Int, _ counts: [Int]) -> [(other: Int, wanted: Int, step: Int)] {
    var places: [(other: Int, wanted: Int, step: Int)] = []
    for (rank, other) in land.roads.nearest[district].enumerated() {
      let wanted = rank == 0 ? 8 : 2
      for step in 0..<min(wanted, counts[other], 12 - places.count) { places.append((other, wanted, step)) }
    }
    return places
  }
}

extension BuyerPlan {
  /// In the place of facilities that do not buy.
  static let none = BuyerPlan()

  private init() {
    kind = .station
    buys = .loose
    paysAs = SIMD4(repeating: -1)
    markets = SIMD8(repeating: -1)
    cost = 0
    margin = 0
    comfortableDays = 0
    freshPerProduct = 1
    work = Work(machines: 0, batchT: 0, hoursPerBatch: 0, hoursPerT: 0, opens: 0, closes: 0)
    sites = 0
    roomT = 0
    roomHours = 0
    cashPerMachine = nil
  }
}

extension Province {
  /// The first midnight: machines, money and stock are where they belong.
  mutating func open() {
    setMeans(at: firstDay * 1_440)
    for (facility, plan) in buyers.enumerated() {
      let members = sites.indices.filter { Int(sites[$0].facility) == facility }
      if let cash = plan.cashPerMachine {
        for site in members {
          let own = Satang(baht: cash * Double(sites[site].machines), rounding: .nearestEven)
          books.money.post(own, from: accounts.owners[0], to: accounts.buyer[site], event: "funds of buyer \(site)")
        }
      }
      if plan.kind == .dryer { carryIn(plan, members) }
    }
  }

  /// Machines, vehicles and slots as the world has them now: a shock or a measure may have changed them.
  mutating func setMeans(at time: Int) {
    capacityAcrossBorder = 0
    capacityOnReefers = 0
    programmeTotal = 0
    for (facility, plan) in buyers.enumerated() {
      let members = sites.indices.filter { Int(sites[$0].facility) == facility }
      guard !members.isEmpty else { continue }
      let machines = (plan.work.machines + addedMachines(plan)) * scale
      let batch = Grams(tonnes: plan.work.batchT, rounding: .nearestEven)
      // A line and a third are one line that is as much faster.
      let least = scale < 1 ? Double(members.count) : 1
      let whole = machines > 0 ? max(least, machines.rounded()) : 0
      let pace = whole > 0 ? machines / whole : 1
      var before = 0
      for (number, site) in members.enumerated() {
        let until = Int((whole * Double(number + 1) / Double(members.count)).rounded())
        sites[site].machines = until - before
        before = until
        sites[site].pace = pace
        sites[site].batch = batch
        sites[site].capacity = Double(sites[site].machines) * plan.work.tonsPerMachineDay * pace * 1e6
      }
      let capacity = members.reduce(0) { $0 + sites[$1].capacity }
      if joinsProgramme(plan) { programmeTotal += capacity }
      if sells(plan, where: { $0.crossesBorder }) { capacityAcrossBorder += capacity }
      if sells(plan, where: { $0.carrier == .reefers }) { capacityOnReefers += capacity }
    }
    setBorder(at: time)
    truckLoad = Grams(tonnes: world.transport.trucks.loadT, rounding: .nearestEven)
    reeferLoad = Grams(tonnes: world.transport.reefers.loadT, rounding: .nearestEven)
    let added = begun.contains(.coldRooms) ? world.measures.coldRooms.roomT : 0
    coldRoom = Grams(tonnes: (cold.roomT + added) * scale, rounding: .nearestEven)
  }

  /// Whether a facility's buyers are those that the distribution programme works with.
  private func joinsProgramme(_ plan: BuyerPlan) -> Bool {
    plan.kind == .packer && plan.buys == .loose && sells(plan, where: { $0.isOutOfProvince })
  }

  /// Ovens and lines that measures add.
  private func addedMachines(_ plan: BuyerPlan) -> Double {
    if plan.kind == .dryer { return begun.contains(.newOvens) ? world.measures.newOvens.count : 0 }
    guard joinsProgramme(plan), plan.work.tonsPerMachineDay > 0 else { return 0 }
    return world.measures.distribution.tPerDay / plan.work.tonsPerMachineDay
  }

  private func sells(_ plan: BuyerPlan, where holds: (MarketTerms) -> Bool) -> Bool {
    (0..<8).contains { plan.markets[$0] >= 0 && holds(markets[Int(plan.markets[$0])].terms) }
  }

  /// So many slots that, with the time each takes, the right number is let through in a day.
  private mutating func setBorder(at time: Int) {
    let slots = world.border.slotsPerDay * scale
    let servers = slots > 0 ? max(1, Int((slots * world.border.clearanceHours / 24).rounded())) : 0
    border.setServers(servers, at: time)
    clearanceMinutes = slots > 0 ? max(1, Int((Double(servers) * 1_440 / slots).rounded())) : 1
  }

  private mutating func carryIn(_ plan: BuyerPlan, _ members: [Int]) {
    let total = members.reduce(0) { $0 + sites[$1].capacity }
    guard total > 0 else { return }
    let dried = world.driedStore.carryInT * scale * 1e6
    for site in members {
      let mass = Grams(Int64(dried * sites[site].capacity / total))
      guard mass > .zero else { continue }
      books.mass.post(mass, from: accounts.carriedIn[0], to: accounts.stock[site], event: "carry-in of buyer \(site)")
      var left = mass
      let size = max(Grams(1_000), sites[site].batch.scaled(by: 1 / plan.freshPerProduct, rounding: .down))
      while left > .zero {
        let fruit = GradedGrams(min(size, left), shares: world.crop.gradeShares)
        left -= fruit.total
        let batch = Batch(
          fruit: fruit, number: nextBatch(), site: UInt32(site), lots: .none, picked: Int32(firstDay * 1_440),
          isCertified: false)
        shelves.append(batch, to: &sites[site].shelf)
        sites[site].shelved += fruit.total
        sites[site].stock += fruit
      }
    }
  }
}
