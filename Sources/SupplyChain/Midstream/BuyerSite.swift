import EventCore
import Ledger
import Units

/// What all buyers bid today in baht a kilogram, by buyer, for stations that choose among several; whoever is closed bids
/// less than nothing, without limit.
///
/// Each in rows of its own, as small as they can be: a station looks at dozens of buyers for every lot.
struct BuyerBids: Sendable {
  /// For any fruit, and for certified fruit.
  var plain: [Graded]
  var certified: [Graded]
  /// The same less what it costs that more waits there than in the morning: half as wide, for it only says who is asked first.
  var crowdedPlain: [SIMD4<Float>]
  var crowdedCertified: [SIMD4<Float>]

  static let closed = Graded(repeating: -.infinity)

  init(buyers: Int) {
    plain = Array(repeating: BuyerBids.closed, count: buyers)
    certified = plain
    crowdedPlain = Array(repeating: SIMD4(BuyerBids.closed), count: buyers)
    crowdedCertified = crowdedPlain
  }

  mutating func close(_ buyer: Int) {
    plain[buyer] = BuyerBids.closed
    certified[buyer] = BuyerBids.closed
    crowdedPlain[buyer] = SIMD4(BuyerBids.closed)
    crowdedCertified[buyer] = SIMD4(BuyerBids.closed)
  }

  /// Moves into other bids' memory.
  mutating func reuse(_ memory: inout BuyerBids) {
    plain.reuse(&memory.plain)
    certified.reuse(&memory.certified)
    crowdedPlain.reuse(&memory.crowdedPlain)
    crowdedCertified.reuse(&memory.crowdedCertified)
  }
}

/// One packer, dryer or factory at work.
struct BuyerSite: BitwiseCopyable, Sendable {
  let facility: UInt16
  let district: UInt16
  /// Early admitted to a market when only a part of the packers is.
  let admittedQuantile: Float
  /// How many stations sell to it.
  let stationCount: Double

  // Its means.
  var machines = 0
  /// How fast they are beside what the scenario says.
  var pace = 1.0
  var batch = Grams.zero
  /// Grams that it can work through in a day.
  var capacity = 0.0
  /// Grams a day that can really leave it: the least of machines, vehicles, the border and money.
  var outflow = 0.0
  var comfortable = 0.0
  /// Where it sells today; no market when none admits it.
  var market: Int16 = -1
  var plainMarket: Int16 = -1

  // Its terms of the day.
  var isOpen = false
  var daysClosed = 0
  var rent = 0.0
  var value = Graded.zero
  /// What it bids while it is open, for any fruit and for certified fruit.
  var bid = Graded.zero
  var certifiedBid = Graded.zero
  /// The same in whole satang, as it is paid.
  var price = GradedPrice.zero
  var certifiedPrice = GradedPrice.zero
  var morningCongestion = 0.0
  /// What it takes off its bids because more waits than in the morning.
  var crowding = 0.0

  // Its fruit.
  /// All that is promised, waits or is being worked.
  var held = Grams.zero
  var intake = Line()
  var waiting = Grams.zero
  var busy = 0
  /// Packed or dried batches, oldest first.
  var shelf = Line()
  var shelved = Grams.zero
  /// Batches that wait for the sulphur room, and what is in the room.
  var beforeRoom = Line()
  /// Whether packed fruit waits for a vehicle or the border.
  var waitsForVehicle = false
  var inRoom = Grams.zero
  /// Dried fruit by grade, for its worth.
  var stock = GradedGrams.zero
  /// The part of a batch that was to be sold yesterday and was not whole.
  var saleCarry = 0.0

  /// How much waits beside what it likes: above 1 is too much.
  var congestion: Double {
    comfortable > 0 ? Double(held.count) / comfortable : held.count > 0 ? 1e6 : 0
  }
}

extension Province {
  /// Fruit is promised to a buyer, who stops buying when that is too much.
  mutating func hold(_ mass: Grams, at site: Int) {
    sites[site].held += mass
    feelCrowd(site)
    if sites[site].isOpen, sites[site].congestion >= world.congestion.closesAt { close(site) }
  }

  mutating func release(_ mass: Grams, at site: Int) {
    sites[site].held -= mass
    feelCrowd(site)
  }

  /// Notes how much more waits at a buyer than in the morning, for stations that choose among several.
  private mutating func feelCrowd(_ site: Int) {
    guard sites[site].isOpen else { return }
    let crowding = crowding(at: site)
    if crowding != sites[site].crowding { bid(site, less: crowding) }
  }

  private func crowding(at site: Int) -> Double {
    world.congestion.riseRate * max(0, sites[site].congestion - max(1, sites[site].morningCongestion))
  }

  private mutating func bid(_ site: Int, less crowding: Double) {
    sites[site].crowding = crowding
    bids.crowdedPlain[site] = SIMD4(sites[site].bid - Graded(repeating: crowding))
    bids.crowdedCertified[site] = SIMD4(sites[site].certifiedBid - Graded(repeating: crowding))
  }

  /// Notes what a buyer bids from now on, or that it is closed.
  mutating func makeBid(_ site: Int) {
    if sites[site].isOpen {
      bids.plain[site] = sites[site].bid
      bids.certified[site] = sites[site].certifiedBid
      bid(site, less: crowding(at: site))
    } else {
      bids.close(site)
    }
  }

  private mutating func close(_ site: Int) {
    sites[site].isOpen = false
    sites[site].daysClosed = 0
    makeBid(site)
    unsettlePrices(around: site)
  }

  // MARK: Intake

  /// A load is there: its fruit waits to be worked, and the station is paid.
  mutating func hasArrived(load index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    var load = loads[index]
    let site = Int(load.site)
    let mass = load.fruit.total
    let freight = BahtPerKilogram(world.transport.trucks.freight(Double(load.km))).value(
      of: mass, rounding: .nearestEven)
    let station = accounts.station[Int(load.station)]
    books.mass.post(mass, from: accounts.onRoad[0], to: accounts.intake[site], event: "arrival of load \(index)")
    books.money.post(load.price, from: accounts.buyer[site], to: station, event: "price of load \(index)")
    books.money.post(freight, from: station, to: accounts.hauliers[0], event: "freight of load \(index)")
    record.taken(mass, load.price, at: site, on: today)
    tell("arrived", at: agenda.now) { [("load", .whole(Int(load.number))), ("buyer", .whole(site))] }
    parcels.append(contentsOf: &load.parcels, to: &sites[site].intake)
    sites[site].waiting += mass
    loads.remove(index)
    work(site, partly: false, &agenda)
  }

  // MARK: Work

  /// Fills free machines; a batch that is not full is worked only when asked for.
  mutating func work(_ site: Int, partly: Bool, _ agenda: inout Agenda<Int, ChainEvent>) {
    let terms = buyers[Int(sites[site].facility)]
    // The minute at which lines start is whole, as events are.
    let minute = agenda.now - today * 1_440
    guard minute >= Int(terms.work.opens * 60), minute < Int(terms.work.closes * 60) else { return }
    while sites[site].busy < sites[site].machines, sites[site].waiting > .zero {
      let isFull = sites[site].waiting >= sites[site].batch
      guard isFull || partly || terms.takesParts else { return }
      let (batch, mass) = makeBatch(site, of: min(sites[site].waiting, sites[site].batch), at: agenda.now)
      let hours = (terms.work.hoursPerBatch + terms.work.hoursPerT * mass.tonnes) / sites[site].pace
      sites[site].busy += 1
      agenda.schedule(.worked(batch: batch), after: max(1, Int((hours * 60).rounded())))
    }
  }

  /// Takes the oldest fruit that waits; what is over of a parcel stays.
  private mutating func makeBatch(_ site: Int, of mass: Grams, at now: Int) -> (batch: UInt32, mass: Grams) {
    var fruit = GradedGrams.zero
    var left = mass.count
    var picked = Int32.max
    var isCertified = true
    while left > 0, !sites[site].intake.isEmpty {
      var parcel = parcels.first(of: sites[site].intake)
      var part = parcel.fruit
      let all = part.total
      picked = min(picked, parcel.picked)
      isCertified = isCertified && parcel.isCertified
      if all.count <= left {
        left -= all.count
        parcels.removeFirst(of: &sites[site].intake)
      } else {
        part = part.part(of: Grams(left))
        parcel.fruit -= part
        parcels.replaceFirst(of: sites[site].intake, with: parcel)
        left = 0
      }
      fruit += part
      lotLists.add(lot: parcel.lot, part.total)
    }
    let total = fruit.total
    sites[site].waiting -= total
    books.mass.post(
      total, from: accounts.intake[site], to: accounts.working[site], event: "beginning of a batch at buyer \(site)")
    let number = nextBatch()
    let lots = lotLists.end()
    tell("batch", at: now) {
      [
        ("batch", .whole(Int(number))), ("buyer", .whole(site)), ("facility", told(facilityOf: site)),
        ("lots", told(lots)),
      ]
    }
    let batch = batches.add(
      Batch(fruit: fruit, number: number, site: UInt32(site), lots: lots, picked: picked, isCertified: isCertified))
    return (batch, total)
  }

  mutating func nextBatch() -> UInt32 {
    batchCount += 1
    return batchCount
  }

  /// A batch is done; what becomes of it depends on what the buyer does.
  mutating func wasWorked(_ index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    let batch = batches[index]
    batches.remove(index)
    let site = Int(batch.site)
    let terms = buyers[Int(sites[site].facility)]
    let fresh = batch.fruit.total
    sites[site].busy -= 1
    tell("worked", at: agenda.now) { [("batch", .whole(Int(batch.number))), ("fresh_g", told(batch.fruit))] }
    payProcessing(fresh, at: site, terms)
    record.worked(fresh, at: site, on: today)
    switch terms.kind {
    case .dryer:
      release(fresh, at: site)
      shelve(productOf: batch, terms, at: site)
    case .flesh, .factory:
      release(fresh, at: site)
      shelve(productOf: batch, terms, at: site)
      sellShelf(site, &agenda)
    default: enterRoom(batch, at: site, &agenda)
    }
    reopenIfRoom(site)
    work(site, partly: false, &agenda)
  }

  private mutating func payProcessing(_ fresh: Grams, at site: Int, _ terms: BuyerPlan) {
    let saving =
      terms.kind == .dryer ? world.measures.solarDrying.share * world.measures.solarDrying.savesPerKg : 0
    let cost = BahtPerKilogram(max(0, terms.cost - saving)).value(of: fresh, rounding: .nearestEven)
    books.money.post(
      cost, from: accounts.buyer[site], to: accounts.processing[0], event: "processing at buyer \(site)")
  }

  /// Water is driven off, or peel and stones are left; the rest is product on the shelf.
  private mutating func shelve(productOf batch: Batch, _ terms: BuyerPlan, at site: Int) {
    var batch = batch
    let all = batch.fruit.total
    batch.fruit = batch.fruit.share(1 / terms.freshPerProduct)
    let kept = batch.fruit.total
    books.mass.post(
      kept, from: accounts.working[site], to: accounts.stock[site], event: "end of a batch at buyer \(site)")
    books.mass.post(
      all - kept, from: accounts.working[site], to: accounts.waterDriven[0], event: "water of a batch at buyer \(site)")
    shelves.append(batch, to: &sites[site].shelf)
    sites[site].shelved += kept
    sites[site].stock += batch.fruit
  }

  // MARK: The sulphur room

  private mutating func enterRoom(_ batch: Batch, at site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    guard buyers[Int(sites[site].facility)].roomT > 0 else {
      pack(batch, at: site)
      shipWhatFills(site, &agenda)
      return
    }
    shelves.append(batch, to: &sites[site].beforeRoom)
    fillRoom(site, &agenda)
  }

  private mutating func fillRoom(_ site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let terms = buyers[Int(sites[site].facility)]
    while !sites[site].beforeRoom.isEmpty {
      let batch = shelves.first(of: sites[site].beforeRoom)
      let mass = batch.fruit.total
      // A batch larger than the room goes in when the room is empty.
      let room = terms.roomT * sites[site].pace
      guard sites[site].inRoom == .zero || (sites[site].inRoom + mass).tonnes <= room else { return }
      shelves.removeFirst(of: &sites[site].beforeRoom)
      sites[site].inRoom += mass
      agenda.schedule(.gassed(batch: batches.add(batch)), after: max(1, Int(terms.roomHours * 60)))
    }
  }

  mutating func wasGassed(_ index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    var batch = batches[index]
    batches.remove(index)
    let site = Int(batch.site)
    sites[site].inRoom -= batch.fruit.total
    batch.wasGassed = true
    pack(batch, at: site)
    fillRoom(site, &agenda)
    shipWhatFills(site, &agenda)
  }

  private mutating func pack(_ batch: Batch, at site: Int) {
    let mass = batch.fruit.total
    books.mass.post(
      mass, from: accounts.working[site], to: accounts.stock[site], event: "packing at buyer \(site)")
    shelves.append(batch, to: &sites[site].shelf)
    sites[site].shelved += mass
  }

  // MARK: Spoiling

  /// Midnight: what has waited too long is thrown away; what is not full is worked all the same.
  mutating func tidy(_ site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let terms = buyers[Int(sites[site].facility)]
    let life = Int(world.transport.shelfLifeDays * 1_440)
    var spoiled = Grams.zero
    while !sites[site].intake.isEmpty {
      let first = parcels.first(of: sites[site].intake)
      guard agenda.now - Int(first.picked) > life else { break }
      parcels.removeFirst(of: &sites[site].intake)
      tell("spoiled", at: agenda.now) {
        [("place", .text("buyer-intake")), ("buyer", .whole(site)), ("lots", told([first]))]
      }
      spoiled += first.fruit.total
    }
    if spoiled > .zero {
      sites[site].waiting -= spoiled
      release(spoiled, at: site)
      books.mass.post(
        spoiled, from: accounts.intake[site], to: accounts.spoiled[terms.spoilPlace.rawValue],
        event: "spoiling at buyer \(site)")
      record.spoiled(spoiled, of: sites[site].facility, isSeason: isSeason, on: today)
    }
    work(site, partly: true, &agenda)
  }

  func reopensNow(_ site: Int) -> Bool {
    sites[site].outflow > 0 && sites[site].congestion <= world.congestion.reopensAt
  }

  private mutating func reopenIfRoom(_ site: Int) {
    guard !sites[site].isOpen, sites[site].value[0] > 0, reopensNow(site) else { return }
    sites[site].isOpen = true
    makeBid(site)
    unsettlePrices(around: site)
  }
}
