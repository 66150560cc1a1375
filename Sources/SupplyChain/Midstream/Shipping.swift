import EventCore
import Ledger
import Units

/// Packed fruit on its way to a market.
struct Shipment: BitwiseCopyable, Sendable {
  /// Its running number.
  let number: UInt32
  let site: UInt32
  let market: Int16
  var batches = Line()
  var fruit = GradedGrams.zero
  var cold = Grams.zero
  var reachedBorder: Int32 = 0
}

/// What a vehicle of the province's fleets does next: a load to a buyer or a shipment to a market.
struct Journey: BitwiseCopyable, Sendable {
  let number: UInt32
  let isShipment: Bool
}

extension Province {
  mutating func sendTrucks(_ agenda: inout Agenda<Int, ChainEvent>) {
    while let journey = trucks.startNext(at: agenda.now) {
      if let next = trucks.first, !next.isShipment { loads.prefetch(next.number) }
      if journey.isShipment {
        leave(shipment: journey.number, by: .trucks, &agenda)
      } else {
        leave(load: journey.number, &agenda)
      }
    }
  }

  mutating func sendReefers(_ agenda: inout Agenda<Int, ChainEvent>) {
    while let journey = reefers.startNext(at: agenda.now) { leave(shipment: journey.number, by: .reefers, &agenda) }
  }

  mutating func vehicleIsBack(_ carrier: CarrierFleet, _ agenda: inout Agenda<Int, ChainEvent>) {
    switch carrier {
    case .trucks:
      trucks.finish(at: agenda.now)
      sendTrucks(&agenda)
    case .reefers:
      reefers.finish(at: agenda.now)
      sendReefers(&agenda)
    }
    shipWaiting(&agenda)
  }

  // MARK: Loading

  /// Full vehicles leave at once.
  mutating func shipWhatFills(_ site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let market = sites[site].market >= 0 ? sites[site].market : sites[site].plainMarket
    guard market >= 0 else { return }
    let load = load(of: Int(market))
    while sites[site].shelved >= load, ship(site, upTo: load, &agenda) {}
  }

  /// Midnight: what is left leaves too, if a market takes it.
  mutating func shipRest(_ site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    guard sites[site].market >= 0 || sites[site].plainMarket >= 0 else { return }
    let market = sites[site].market >= 0 ? sites[site].market : sites[site].plainMarket
    while sites[site].shelved > .zero, ship(site, upTo: load(of: Int(market)), &agenda) {}
  }

  private func load(of market: Int) -> Grams {
    markets[market].terms.carrier == .reefers ? reeferLoad : truckLoad
  }

  /// Whether a vehicle can be loaded for a market now: one is at hand, and the border lets enough through.
  private func canLeave(for market: Int) -> Bool {
    let terms = markets[market].terms
    if terms.crossesBorder {
      let passing = world.border.slotsPerDay * scale * world.border.mostQueueDays
      if Double(border.waiting + (terms.carrier == .reefers ? reefers.waiting : 0)) >= passing { return false }
    }
    switch terms.carrier {
    case .trucks: return trucks.waiting == 0
    case .reefers: return reefers.waiting == 0 && reefers.busy < reefers.servers
    case .none: return true
    }
  }

  /// A vehicle has come back or the border moves: packers whose fruit waits for that load it.
  mutating func shipWaiting(_ agenda: inout Agenda<Int, ChainEvent>) {
    // Those that still cannot leave line up again, behind the others; after a few of them nobody else can.
    for _ in 0..<min(3, waitingShelves.count) {
      guard let site = waitingShelves.first else { return }
      waitingShelves.removeFirst()
      sites[Int(site)].waitsForVehicle = false
      shipWhatFills(Int(site), &agenda)
    }
  }

  /// Loads the oldest batches for one market; answers whether anything left.
  private mutating func ship(_ site: Int, upTo most: Grams, _ agenda: inout Agenda<Int, ChainEvent>) -> Bool {
    guard !sites[site].shelf.isEmpty else { return false }
    let isCertified = shelves.first(of: sites[site].shelf).isCertified
    let market = isCertified ? sites[site].market : sites[site].plainMarket
    guard market >= 0 else { return false }
    guard canLeave(for: Int(market)) else {
      if !sites[site].waitsForVehicle { waitingShelves.append(UInt32(site)) }
      sites[site].waitsForVehicle = true
      return false
    }
    shipmentCount += 1
    var shipment = Shipment(number: shipmentCount, site: UInt32(site), market: market)
    while !sites[site].shelf.isEmpty {
      let batch = shelves.first(of: sites[site].shelf)
      let fruit = batch.fruit
      guard shipment.fruit.total == .zero || shipment.fruit.total + fruit.total <= most else { break }
      guard batch.isCertified || sites[site].plainMarket == market else { break }
      shelves.removeFirst(of: &sites[site].shelf)
      shipped.append(batch, to: &shipment.batches)
      shipment.fruit += fruit
      if batch.isCold { shipment.cold += fruit.total }
    }
    sites[site].shelved -= shipment.fruit.total
    release(shipment.fruit.total - shipment.cold, at: site)
    coldHeld -= shipment.cold
    let number = shipments.add(shipment)
    let journey = Journey(number: number, isShipment: true)
    switch markets[Int(market)].terms.carrier {
    case .trucks:
      trucks.arrive(journey, at: agenda.now)
      sendTrucks(&agenda)
    case .reefers:
      reefers.arrive(journey, at: agenda.now)
      sendReefers(&agenda)
    case .none: leave(shipment: number, by: nil, &agenda)
    }
    return true
  }

  // MARK: On the way

  private mutating func leave(
    shipment index: UInt32, by carrier: CarrierFleet?, _ agenda: inout Agenda<Int, ChainEvent>
  ) {
    let shipment = shipments[index]
    let site = Int(shipment.site)
    let market = markets[Int(shipment.market)].terms
    let mass = shipment.fruit.total
    let way = accounts.onWayToMarket[Int(shipment.market)]
    books.mass.post(
      mass - shipment.cold, from: accounts.stock[site], to: way, event: "leaving of shipment \(index)")
    if shipment.cold > .zero {
      books.mass.post(
        shipment.cold, from: accounts.coldRoom[0], to: way, event: "leaving of cold shipment \(index)")
    }
    tell("shipped", at: agenda.now) {
      [
        ("shipment", .whole(Int(shipment.number))), ("buyer", .whole(site)),
        ("market", .market(Int(shipment.market))), ("batches", told(shipped: shipment.batches)),
      ]
    }
    let minutes = max(1, Int(market.travelDays * 1_440))
    if market.crossesBorder {
      agenda.schedule(.atBorder(shipment: index), after: minutes)
    } else {
      agenda.schedule(.atMarket(shipment: index), after: minutes)
      if let carrier { agenda.schedule(.vehicleBack(carrier: carrier), after: minutes * 2) }
    }
  }

  // MARK: The border

  mutating func isAtBorder(_ index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    shipments[index].reachedBorder = Int32(agenda.now)
    border.arrive(index, at: agenda.now)
    letThrough(&agenda)
  }

  mutating func letThrough(_ agenda: inout Agenda<Int, ChainEvent>) {
    while let shipment = border.startNext(at: agenda.now) {
      agenda.schedule(.cleared(shipment: shipment), after: clearanceMinutes)
    }
  }

  mutating func wasCleared(_ index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    border.finish(at: agenda.now)
    record.crossed(hours: Double(agenda.now - Int(shipments[index].reachedBorder)) / 60, on: today)
    let market = markets[Int(shipments[index].market)].terms
    let back = max(1, Int(market.travelDays * 1_440))
    switch market.carrier {
    case .trucks: agenda.schedule(.vehicleBack(carrier: .trucks), after: back)
    case .reefers: agenda.schedule(.vehicleBack(carrier: .reefers), after: back)
    case .none: break
    }
    sell(shipment: index, &agenda)
    letThrough(&agenda)
    shipWaiting(&agenda)
  }

  // MARK: Sale

  /// At the market: what has outlived its shelf life is worth nothing, the rest is sold at the price of the day.
  mutating func sell(shipment index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    var shipment = shipments[index]
    let market = Int(shipment.market)
    var spoiled = GradedGrams.zero
    while !shipment.batches.isEmpty {
      let batch = shipped.first(of: shipment.batches)
      shipped.removeFirst(of: &shipment.batches)
      if isSpoiled(batch, at: agenda.now) { spoiled += batch.fruit }
      lotLists.remove(batch.lots)
    }
    let good = shipment.fruit - spoiled
    let worth = worth(of: good, in: market)
    let freight = BahtPerKilogram(markets[market].terms.freight)
      .value(of: shipment.fruit.total, rounding: .nearestEven)
    let buyer = accounts.buyer[Int(shipment.site)]
    let (way, place) = (accounts.onWayToMarket[market], Accounts.SpoilPlace.market)
    books.mass.post(good.total, from: way, to: accounts.sold[market], event: "sale of shipment \(index)")
    if spoiled.total > .zero {
      books.mass.post(
        spoiled.total, from: way, to: accounts.spoiled[place.rawValue], event: "spoiling of shipment \(index)")
    }
    books.money.post(worth, from: accounts.market[market], to: buyer, event: "price of shipment \(index)")
    books.money.post(freight, from: buyer, to: accounts.hauliers[0], event: "freight of shipment \(index)")
    tell("sold", at: agenda.now) {
      [
        ("shipment", .whole(Int(shipment.number))), ("market", .market(market)), ("g", told(good)),
        ("spoiled_g", told(spoiled)), ("satang", .whole(Int(worth.count))),
      ]
    }
    markets[market].arrived += good.total
    payAid(good.total, in: market, to: buyer)
    record.marketed(
      good.total, fresh: good.total.scaled(by: freshPerProduct(shipment.site), rounding: .nearestEven), worth,
      in: market,
      from: Int(shipment.site), on: today)
    record.spoiled(spoiled.total, of: sites[Int(shipment.site)].facility, isSeason: isSeason, on: today)
    shipments.remove(index)
  }

  private func freshPerProduct(_ site: UInt32) -> Double { buyers[Int(sites[Int(site)].facility)].freshPerProduct }

  func worth(of fruit: GradedGrams, in market: Int) -> Satang {
    markets[market].posted.value(of: fruit)
  }

  func isSpoiled(_ batch: Batch, at now: Int) -> Bool {
    let transport = world.transport
    let life =
      batch.isCold
      ? transport.coldShelfLifeDays : batch.wasGassed ? transport.so2ShelfLifeDays : transport.shelfLifeDays
    return Double(now - Int(batch.picked)) > life * 1_440
  }

  // MARK: Waiting

  /// Midnight: packed fruit that found no way out goes into a cold room while there is room, or spoils.
  mutating func keepOrSpoil(_ site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    var kept = Line()
    var spoiled = Grams.zero
    while !sites[site].shelf.isEmpty {
      var batch = shelves.first(of: sites[site].shelf)
      shelves.removeFirst(of: &sites[site].shelf)
      let mass = batch.fruit.total
      if isSpoiled(batch, at: agenda.now) {
        spoil(batch, mass, at: site, now: agenda.now)
        spoiled += mass
        continue
      }
      if !batch.isCold, agenda.now - Int(batch.picked) > 2_880, coldHeld + mass <= coldRoom {
        batch.isCold = true
        coldHeld += mass
        release(mass, at: site)
        books.mass.post(mass, from: accounts.stock[site], to: accounts.coldRoom[0], event: "cooling at buyer \(site)")
      }
      if batch.isCold { payCold(mass, at: site) }
      shelves.append(batch, to: &kept)
    }
    sites[site].shelf = kept
    sites[site].shelved -= spoiled
  }

  private mutating func spoil(_ batch: Batch, _ mass: Grams, at site: Int, now: Int) {
    let isCold = batch.isCold
    let place: Accounts.SpoilPlace = isCold ? .cold : .packer
    books.mass.post(
      mass, from: isCold ? accounts.coldRoom[0] : accounts.stock[site], to: accounts.spoiled[place.rawValue],
      event: "spoiling at buyer \(site)")
    if isCold { coldHeld -= mass } else { release(mass, at: site) }
    tell("spoiled", at: now) {
      [
        ("place", .text(place.id)), ("buyer", .whole(site)), ("batch", .whole(Int(batch.number))),
        ("g", told(batch.fruit)),
      ]
    }
    record.spoiled(mass, of: sites[site].facility, isSeason: isSeason, on: today)
    lotLists.remove(batch.lots)
  }

  private mutating func payCold(_ mass: Grams, at site: Int) {
    let cost = BahtPerKilogram(cold.cost).value(of: mass, rounding: .nearestEven)
    books.money.post(cost, from: accounts.buyer[site], to: accounts.processing[0], event: "cold store of buyer \(site)")
  }
}
