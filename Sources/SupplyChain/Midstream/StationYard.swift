import EventCore
import Ledger
import Units

/// A buying station at work.
struct Station: Sendable {
  let facility: Int
  let district: Int
  /// Where lots are weighed and graded.
  var bays: Fleet<UInt32>
  var isOpen = false
  /// Fruit in the yard, weighed or not.
  var yard = Grams.zero
  /// Fruit that came when nobody would buy it, until tomorrow.
  var refused: [UInt32] = []
  /// How many of them there are of each form.
  var refusedLots = SIMD3<Int32>.zero
}

/// A buyer that a station sells to.
struct BuyerLink: BitwiseCopyable, Sendable {
  let site: UInt32
  let km: Float
}

/// Fruit on its way from a station to a buyer.
struct Load: BitwiseCopyable, Sendable {
  /// Its running number.
  let number: UInt32
  let station: UInt32
  let site: UInt32
  let km: Float
  var parcels = Line()
  var fruit = GradedGrams.zero
  /// What was promised for it.
  var price = Satang.zero
}

extension Province {
  // MARK: Lots

  /// A pick-up is there; its lot waits for a bay.
  mutating func wasDelivered(_ lot: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    let station = Int(lots[lot].station)
    let mass = lots[lot].fruit.total
    books.mass.post(
      mass, from: accounts.onRoad[0], to: accounts.yard[station], event: "arrival of lot \(lots[lot].number)")
    stations[station].yard += mass
    tell("delivered", at: agenda.now) {
      [("lot", .whole(Int(lots[lot].number))), ("station", .whole(station))]
    }
    record.arrived(lots[lot], in: stations[station].district, on: today)
    if stations[station].isOpen, stations[station].bays.startAtOnce(at: agenda.now) {
      weigh(lot, station, &agenda)
    } else {
      stations[station].bays.arrive(lot, at: agenda.now)
      weighNext(station, &agenda)
    }
  }

  mutating func weighNext(_ station: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    guard stations[station].isOpen else { return }
    while let lot = stations[station].bays.startNext(at: agenda.now) {
      if let next = stations[station].bays.first { lots.prefetch(next) }
      weigh(lot, station, &agenda)
    }
  }

  private mutating func weigh(_ lot: UInt32, _ station: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let minutes = lots[lot].fruit.total.tonnes * stationTerms[stations[station].facility].minutesPerT
    agenda.schedule(.weighed(lot: lot), after: max(1, Int(minutes)))
  }

  mutating func stationsOpen(_ facility: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    agenda.schedule(.stationsOpen(facility: UInt16(facility)), after: 1_440)
    for station in stations.indices where stations[station].facility == facility {
      stations[station].isOpen = true
      let refused = stations[station].refused
      stations[station].refused.removeAll(keepingCapacity: true)
      stations[station].refusedLots = .zero
      for lot in refused { stations[station].bays.arrive(lot, at: agenda.now) }
      weighNext(station, &agenda)
    }
  }

  /// Evening: nothing more is weighed, and what stands in the yard leaves.
  mutating func stationsClose(_ facility: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    agenda.schedule(.stationsClose(facility: UInt16(facility)), after: 1_440)
    for station in stations.indices where stations[station].facility == facility {
      stations[station].isOpen = false
      let places = Int(linkStarts[station * 3])..<Int(linkStarts[station * 3 + 3])
      for place in places where openLoads[place] != Slot.none { loads.prefetch(openLoads[place]) }
      for place in places where openLoads[place] != Slot.none { dispatch(place, &agenda) }
    }
  }

  /// A lot is weighed and graded: the station pays, and each grade is meant for the buyer who leaves most.
  mutating func wasWeighed(_ index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    let lot = lots[index]
    if !looksAhead { sendFor(farm: lot.farm) }
    let station = Int(lot.station)
    stations[station].bays.finish(at: agenda.now)
    if !buy(lot, at: station, &agenda) {
      let age = agenda.now - Int(lot.picked)
      guard Double(age) > world.transport.shelfLifeDays * 1_440 else {
        stations[station].refused.append(index)
        stations[station].refusedLots[lot.form.index] += 1
        weighNext(station, &agenda)
        return
      }
      spoil(lot, at: station)
      tell("spoiled", at: agenda.now) {
        [("place", .text("station")), ("lot", .whole(Int(lot.number))), ("g", told(lot.fruit))]
      }
    }
    lots.remove(index)
    weighNext(station, &agenda)
  }

  private mutating func spoil(_ lot: Lot, at station: Int) {
    let mass = lot.fruit.total
    stations[station].yard -= mass
    books.mass.post(
      mass, from: accounts.yard[station], to: accounts.spoiled[Accounts.SpoilPlace.station.rawValue],
      event: "spoiling of lot \(lot.number)")
    record.spoiled(lot, on: today)
  }

  /// Buys a lot for the best buyers, or answers that there is none for its larger grades.
  private mutating func buy(_ lot: Lot, at station: Int, _ agenda: inout Agenda<Int, ChainEvent>) -> Bool {
    let targets = bestLinks(station, lot)
    if targets[0] < 0, targets[1] < 0, lot.fruit.counts[0] &+ lot.fruit.counts[1] > 0 { return false }
    for grade in 0..<4 where targets[grade] >= 0 { sendForLoad(Int(targets[grade])) }
    let terms = stationTerms[stations[station].facility]
    let lossShare = min(1, terms.loss + terms.overripeLoss * Double(lot.overripe))
    salesToday[station * 3 + lot.form.index] += Double(lot.fruit.total.count)
    settlePrice(station, lot.form)
    let prices = postedPrice(station, lot.form, certified: lot.isCertified)
    let isForward = lot.form == .loose && hasContract(farm: Int(lot.farm))
    let lost = lot.fruit.share(lossShare)
    let kept = lot.fruit - lost
    let byGrade = prices.values(of: lot.fruit)
    let paid = Satang(adding: byGrade)
    // Grades that are meant for the same buyer go together.
    var left = kept
    for grade in 0..<4 where targets[grade] >= 0 && left.counts[grade] > 0 {
      let part = left.only(where: targets .== targets[grade])
      left -= part
      let site = Int(links[Int(targets[grade])].site)
      record.taken(
        part.total, trimmed: lost.only(where: targets .== targets[grade]).total, by: sites[site].facility,
        isOffSeason: lot.isOffSeason, on: today)
      promise(part, of: lot, Int(targets[grade]), from: station, &agenda)
    }
    let wasted = left.total
    let trimmed = lost.total
    let freight = BahtPerKilogram(world.transport.pickups.freight(Double(lot.km)))
      .value(of: lot.fruit.total, rounding: .nearestEven)
    let farm = accounts.farm[Int(lot.farm)]
    let yard = accounts.yard[station]
    books.mass.post(trimmed, from: yard, to: accounts.trimmed[0], event: "weighing of lot \(lot.number)")
    if wasted > .zero {
      let place = Accounts.SpoilPlace.station
      books.mass.post(
        wasted, from: yard, to: accounts.spoiled[place.rawValue], event: "refusal of grades of lot \(lot.number)")
    }
    books.money.post(paid, from: accounts.station[station], to: farm, event: "price of lot \(lot.number)")
    books.money.post(freight, from: farm, to: accounts.hauliers[0], event: "freight of lot \(lot.number)")
    stations[station].yard -= trimmed + wasted
    tell("bought", at: agenda.now) {
      [
        ("lot", .whole(Int(lot.number))), ("station", .whole(station)), ("g", told(lot.fruit)),
        ("satang", .whole(Int(paid.count))), ("trimmed_g", .whole(Int(trimmed.count))),
        ("refused_g", .whole(Int(wasted.count))),
      ]
    }
    if isForward { settleContract(lot, paid) } else { topUp(lot, price: prices) }
    record.sold(lot, on: today, paid: paid, by: byGrade, trimmed: trimmed, wasted: wasted)
    return true
  }

  /// A lot that was sold forward: the other side of the contract pays, or gets, what the day's price is off.
  private mutating func settleContract(_ lot: Lot, _ paid: Satang) {
    let agreed = world.measures.largePlotContracts.price.value(of: lot.fruit)
    let (farm, other) = (accounts.farm[Int(lot.farm)], accounts.contractors[0])
    let event = "contract of lot \(lot.number)"
    if agreed > paid {
      books.money.post(agreed - paid, from: other, to: farm, event: event)
    } else {
      books.money.post(paid - agreed, from: farm, to: other, event: event)
    }
  }

  /// Which of a station's buyers leaves most for each grade, those with less waiting before those with more; below 0
  /// where nobody would buy.
  private func bestLinks(_ station: Int, _ lot: Lot) -> SIMD4<Int64> {
    let places = linkRange(station, lot.form)
    let found = lot.isCertified ? best(of: places, bids.crowdedCertified) : best(of: places, bids.crowdedPlain)
    return SIMD4(truncatingIfNeeded: found)
  }

  @inline(__always)
  private func best(of places: Range<Int>, _ bids: [SIMD4<Float>]) -> SIMD4<Int32> {
    let trucks = world.transport.trucks
    let (fixed, each) = (Float(trucks.bahtPerKg), Float(trucks.bahtPerKgKm))
    var best = SIMD4<Float>(Province.refused) / 2
    var found = SIMD4<Int32>(repeating: -1)
    for place in places {
      let link = links[place]
      let net = bids[Int(link.site)] - (fixed + each * link.km)
      // Most are not better, and need no more than a look.
      guard net[0] > best[0] || net[1] > best[1] || net[2] > best[2] || net[3] > best[3] else { continue }
      let isBetter = net .> best
      best.replace(with: net, where: isBetter)
      found.replace(with: Int32(truncatingIfNeeded: place), where: isBetter)
    }
    return found
  }

  /// Fruit goes onto the load for its buyer.
  private mutating func promise(
    _ fruit: GradedGrams, of lot: Lot, _ place: Int, from station: Int, _ agenda: inout Agenda<Int, ChainEvent>
  ) {
    let link = links[place]
    if openLoads[place] == Slot.none {
      loadCount += 1
      openLoads[place] = loads.add(
        Load(number: loadCount, station: UInt32(station), site: link.site, km: link.km))
    }
    let load = openLoads[place]
    let site = Int(link.site)
    let bid = lot.isCertified ? sites[site].certifiedPrice : sites[site].price
    let parcel = Parcel(fruit, lot: lot.number, isCertified: lot.isCertified, picked: lot.picked)
    parcels.append(parcel, to: &loads[load].parcels)
    loads[load].fruit += fruit
    loads[load].price += bid.value(of: fruit)
    hold(fruit.total, at: site)
    if loads[load].fruit.total >= truckLoad { dispatch(place, &agenda) }
  }

  /// Sends for what a promise to a buyer touches.
  ///
  /// It changes nothing, but the debug build would copy the whole province for one that says so.
  private mutating func sendForLoad(_ place: Int) {
    sites.prefetch(Int(links[place].site))
    if openLoads[place] != Slot.none { loads.prefetch(openLoads[place]) }
  }

  // MARK: Loads

  private mutating func dispatch(_ place: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let load = openLoads[place]
    openLoads[place] = Slot.none
    if trucks.startAtOnce(at: agenda.now) {
      leave(load: load, &agenda)
    } else {
      trucks.arrive(Journey(number: load, isShipment: false), at: agenda.now)
      sendTrucks(&agenda)
    }
  }

  mutating func leave(load index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    let load = loads[index]
    let mass = load.fruit.total
    stations[Int(load.station)].yard -= mass
    books.mass.post(
      mass, from: accounts.yard[Int(load.station)], to: accounts.onRoad[0], event: "leaving of load \(index)")
    tell("sent", at: agenda.now) {
      [
        ("load", .whole(Int(load.number))), ("station", .whole(Int(load.station))), ("buyer", .whole(Int(load.site))),
        ("lots", told(loaded: load.parcels)),
      ]
    }
    let minutes = max(1, Int(world.transport.trucks.minutes(Double(load.km))))
    agenda.schedule(.loadArrived(load: index), after: minutes)
    agenda.schedule(.vehicleBack(carrier: .trucks), after: minutes * 2)
  }
}
