import EventCore
import Ledger
import Units

/// What one crew picks on one farm in one day.
struct Lot: BitwiseCopyable, Sendable {
  private let small: LotFruit
  /// Its running number.
  let number: UInt32
  let farm: UInt32
  let plot: UInt32
  let station: UInt32
  let km: Float
  let overripe: Float
  let payPerKg: Float
  /// The minute at which it was picked.
  var picked: Int32 = 0
  let district: UInt16
  let form: HarvestForm
  let isCertified: Bool
  let isOffSeason: Bool

  var fruit: GradedGrams { small.all }

  init(
    _ fruit: GradedGrams, number: UInt32, of crop: HangingCrop, _ form: HarvestForm, to station: UInt32, km: Float,
    payPerKg: Float
  ) {
    small = LotFruit(fruit)
    (self.number, self.form, self.station, self.km, self.payPerKg) = (number, form, station, km, payPerKg)
    (farm, plot, district) = (crop.farm, crop.plot, crop.district)
    (overripe, isCertified, isOffSeason) = (crop.overripe, crop.isCertified, crop.isOffSeason)
  }
}

/// A district's pickers on one day.
struct PickerPool: BitwiseCopyable, Sendable {
  /// Picker-days left today.
  var left = 0.0
  /// Picker-days there were, and that were wanted, today.
  var present = 0.0
  var wanted = 0.0
  /// What the wage is beside the usual one.
  var wage = 1.0
}

/// Ripe fruit of one plot, until the last of it is picked or lost.
struct HangingCrop: BitwiseCopyable, Sendable {
  var fruit: GradedGrams
  let plot: UInt32
  let farm: UInt32
  let ripeDay: Int32
  /// The part that has stood past its prime.
  var overripe: Float = 0
  let district: UInt16
  let isOffSeason: Bool
  let isTended: Bool
  let isCertified: Bool

  init(_ fruit: GradedGrams, of bearing: Bearing) {
    self.fruit = fruit
    plot = bearing.plot
    farm = bearing.farm
    ripeDay = bearing.ripeDay
    district = bearing.district
    isOffSeason = bearing.isOffSeason
    isTended = bearing.isTended
    isCertified = bearing.isCertified
  }
}

/// How a farmer wants fruit picked, and for which of the stations in reach.
struct PickingWish: BitwiseCopyable, Sendable {
  let form: HarvestForm
  let place: UInt8
}

/// A wish for which no crew was left at home.
struct UnservedWish: BitwiseCopyable, Sendable {
  let wish: PickingWish
  let district: UInt16
  /// The crop's place among those that hang in its district.
  let crop: UInt32
}

extension Province {
  /// Six o'clock: fruit on the trees is a day older, farmers decide, crews go out.
  mutating func morning(_ agenda: inout Agenda<Int, ChainEvent>) {
    agenda.schedule(.morning, after: 1_440)
    callPickers()
    settlePrices()
    unserved.removeAll(keepingCapacity: true)
    for district in hanging.indices { walk(district, &agenda) }
    sendCrewsAbroad(&agenda)
    for district in pools.indices { settleWage(district) }
  }

  private mutating func callPickers() {
    let labour = world.labour
    let date = calendar.date(ofDay: today)
    var share = 1.0
    if date.weekday == .sunday { share = labour.sundayShare }
    if date.weekday == .monday { share = labour.mondayShare }
    if (date.month, date.day) == (7, 28) || (date.month, date.day) == (8, 12) { share = labour.holidayShare }
    for district in pools.indices {
      let brought = world.measures.pickerMobilisation.pickers
      let hired = labour.pickers * (1 - labour.familyShare)
      let present = (hired + brought) * areaShares[district] * share * scale
      pools[district].left = present
      pools[district].present = present
      pools[district].wanted = 0
    }
  }

  /// Dearer when more were wanted than there were; it follows within some days.
  private mutating func settleWage(_ district: Int) {
    let pool = pools[district]
    let shortage = pool.present > 0 ? max(0, pool.wanted / pool.present - 1) : (pool.wanted > 0 ? 1 : 0)
    let aim = 1 + world.labour.wageResponse * min(shortage, 2)
    pools[district].wage += (aim - pool.wage) / 3
    if today >= record.firstDay { record.pickerDays += pool.present - pool.left }
    payMobilisation(district)
  }

  /// Those who were brought are paid for on the days on which they are needed.
  private mutating func payMobilisation(_ district: Int) {
    let measure = world.measures.pickerMobilisation
    guard measure.pickers > 0 else { return }
    let pool = pools[district]
    let hired = world.labour.pickers * (1 - world.labour.familyShare)
    let own = pool.present * hired / (hired + measure.pickers)
    let needed = max(0, pool.present - pool.left - own)
    pay(
      Satang(baht: needed * measure.costPerDay, rounding: .nearestEven), for: .pickerMobilisation,
      to: accounts.pickers[district], event: "pickers brought to district \(district)")
  }

  // MARK: A district's farms

  /// Everybody whose fruit hangs in a district decides, those first who have waited longest.
  private mutating func walk(_ district: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    var crops: [HangingCrop] = []
    swap(&crops, &hanging[district])
    var kept = 0
    for place in crops.indices {
      // Farms lie anywhere in memory: what comes soon is sent for before it is needed.
      if place + 8 < crops.count { land.prefetch(farm: crops[place + 8].farm) }
      crops[kept] = crops[place]
      if visit(&crops[kept], at: kept, &agenda) { kept += 1 }
    }
    crops.removeLast(crops.count - kept)
    swap(&crops, &hanging[district])
  }

  /// A farmer looks at one crop; answers whether any of it still hangs.
  private mutating func visit(
    _ crop: inout HangingCrop, at place: Int, _ agenda: inout Agenda<Int, ChainEvent>
  ) -> Bool {
    let age = Double(today - Int(crop.ripeDay))
    let ripeness = world.crop.ripeness
    if age > ripeness.lastDay {
      leaveUnpicked(crop)
      return false
    }
    if age > ripeness.primeToday { stand(&crop) }
    let total = crop.fruit.total
    if total.count < 1_000 {
      leaveUnpicked(crop)
      return false
    }
    record.offered(total, in: Int(crop.district), on: today)
    guard let wish = decide(crop, age: age) else { return true }
    if !pick(wish, of: &crop, from: Int(crop.district), travels: false, &agenda) {
      unserved.append(UnservedWish(wish: wish, district: crop.district, crop: UInt32(place)))
    }
    return crop.fruit.total > .zero
  }

  /// A day past its prime.
  private mutating func stand(_ crop: inout HangingCrop) {
    let dropped = world.crop.ripeness.age(&crop.fruit).total
    crop.overripe = min(1, crop.overripe + Float(world.crop.ripeness.downgradeShare))
    if dropped > .zero {
      let (plot, district) = (crop.plot, Int(crop.district))
      books.mass.post(
        dropped, from: accounts.onTrees[district], to: accounts.dropped[0], event: "dropping on plot \(plot)")
      record.dropped(dropped, isOffSeason: crop.isOffSeason, on: today)
    }
  }

  private mutating func leaveUnpicked(_ crop: HangingCrop) {
    let total = crop.fruit.total
    guard total > .zero else { return }
    tell("left", at: today * 1_440 + 360) {
      [("plot", .whole(Int(land.plots[Int(crop.plot)].id))), ("g", told(crop.fruit))]
    }
    books.mass.post(
      total, from: accounts.onTrees[Int(crop.district)], to: accounts.leftUnpicked[0],
      event: "end of the season of plot \(crop.plot)")
    record.left(total, isOffSeason: crop.isOffSeason, on: today)
  }

  // MARK: Deciding

  /// The form and station that leave most, when that is worth more than waiting.
  private func decide(_ crop: HangingCrop, age: Double) -> PickingWish? {
    let farm = land.farms[Int(crop.farm)]
    let district = Int(crop.district)
    let counts = crop.fruit.counts.numbers
    let shares = counts / counts.sum()
    let hasContract = hasContract(farm: Int(crop.farm))
    let freights = world.transport.pickups.freights(Graded(farm.km))
    var best = 0.0
    var wish: PickingWish?
    var promise = 0.0
    for form in HarvestForm.allCases where Province.canPick(form, isTended: crop.isTended) {
      let picking = pickingCost(form, farm, district)
      for place in 0..<4 where farm.stations[place] != StationReach.none {
        // Farmers call before they pick: a station whose buyers will be full says no.
        if roomToday[Int(farm.stations[place]) * 3 + form.index] <= 0 { continue }
        var prices = postedBaht(Int(farm.stations[place]), form, certified: crop.isCertified)
        if hasContract, form == .loose, prices[0] > 0 { prices = world.measures.largePlotContracts.price.baht }
        let net = (shares * prices).sum() - picking - freights[place]
        if net > best {
          best = net
          wish = PickingWish(form: form, place: UInt8(place))
        }
      }
      let hoped = (shares * hopes[district * 3 + form.index]).sum() - picking
      promise = max(promise, hoped)
    }
    guard wish != nil else { return nil }
    let window = max(0, 1 - age / max(world.crop.ripeness.lastDay, 1))
    let reservation = promise * world.behaviour.reservationShare * Double(farm.reservation) * window
    return best >= reservation ? wish : nil
  }

  /// Whether a farm has sold its loose fruit forward.
  func hasContract(farm: Int) -> Bool {
    let share = world.measures.largePlotContracts.uptake
    return share > 0 && land.farms[farm].isLargePlot && takesPart(farm, in: .largePlotContracts, share: share)
  }

  static func canPick(_ form: HarvestForm, isTended: Bool) -> Bool {
    switch form {
    case .basket, .bunch: isTended
    case .loose: true
    }
  }

  func pickingCost(_ form: HarvestForm, _ farm: Farm, _ district: Int) -> Double {
    farm.picksItself ? world.labour.familyPay : world.labour.pay[form.index] * pools[district].wage
  }

  // MARK: Picking

  /// Sends the family or hired crews; answers whether they can do all that is wanted today.
  ///
  /// What they cannot do is tried abroad, and again tomorrow.
  private mutating func pick(
    _ wish: PickingWish, of crop: inout HangingCrop, from pool: Int, travels: Bool,
    _ agenda: inout Agenda<Int, ChainEvent>
  ) -> Bool {
    let farm = land.farms[Int(crop.farm)]
    let labour = world.labour
    if farm.picksItself {
      let most = Grams(kilograms: labour.familyKgPerDay, rounding: .down)
      cut(wish, of: &crop, farm, most, pay: labour.familyPay, &agenda)
      return true
    }
    let rate = labour.kgPerPickerDay[wish.form.index]
    let crewLoad = labour.crewLoad[wish.form.index]
    let longestLoad = labour.longestLoad[wish.form.index]
    let total = crop.fruit.total
    let share = total.scaled(by: 1 / world.behaviour.pickingDays, rounding: .up)
    var today = min(total, max(crewLoad, share))
    var picked = Grams.zero
    if !travels { pools[pool].wanted += today.kilograms / rate }
    let pay =
      labour.pay[wish.form.index] * pools[Int(crop.district)].wage + (travels ? labour.travelBahtPerKg : 0)
    while today > .zero, pools[pool].left > 0 {
      let able = Grams(kilograms: pools[pool].left * rate, rounding: .down)
      let most = total - picked < longestLoad ? total - picked : crewLoad
      let mass = min(most, able)
      if mass.count < 50_000, mass < today { break }
      pools[pool].left -= mass.kilograms / rate
      picked += mass
      today -= min(today, mass)
      cut(wish, of: &crop, farm, mass, pay: pay, &agenda)
    }
    return today == .zero
  }

  /// One crew's work of the day becomes a lot.
  private mutating func cut(
    _ wish: PickingWish, of crop: inout HangingCrop, _ farm: Farm, _ most: Grams, pay: Double,
    _ agenda: inout Agenda<Int, ChainEvent>
  ) {
    let fruit = crop.fruit.part(of: most)
    guard fruit.total > .zero else { return }
    crop.fruit -= fruit
    roomToday[Int(farm.stations[Int(wish.place)]) * 3 + wish.form.index] -= Double(fruit.total.count)
    let place = Int(wish.place)
    let number = record.nextLot()
    let lot = lots.add(
      Lot(
        fruit, number: number, of: crop, wish.form, to: farm.stations[place], km: farm.km[place], payPerKg: Float(pay)))
    // From half past six; a full crew's load takes until four in the afternoon.
    let capacity =
      farm.picksItself
      ? world.labour.familyKgPerDay : world.labour.kgPerPickerDay[wish.form.index] * world.labour.crewSize
    let part = min(1, fruit.total.kilograms / max(capacity, 1e-9))
    agenda.schedule(.picked(lot: lot), after: 30 + Int(540 * part))
  }

  /// Crews with nothing to do at home go where work was left, the nearest district first.
  private mutating func sendCrewsAbroad(_ agenda: inout Agenda<Int, ChainEvent>) {
    let travelKm = world.labour.travelKm
    for wish in unserved {
      let home = Int(wish.district)
      for other in land.roads.nearest[home].dropFirst() {
        if land.roads.distance(home, other) > travelKm { break }
        if pools[other].left <= 0 { continue }
        var crop = hanging[home][Int(wish.crop)]
        _ = pick(wish.wish, of: &crop, from: other, travels: true, &agenda)
        hanging[home][Int(wish.crop)] = crop
        break
      }
    }
  }

  /// The crew is done: the fruit lies at the farm until a pick-up comes.
  mutating func wasPicked(_ index: UInt32, _ agenda: inout Agenda<Int, ChainEvent>) {
    let lot = lots[index]
    if !looksAhead { sendFor(farm: lot.farm) }
    let district = Int(lot.district)
    lots[index].picked = Int32(agenda.now)
    let mass = lot.fruit.total
    let pay = BahtPerKilogram(Double(lot.payPerKg)).value(of: mass, rounding: .nearestEven)
    books.mass.post(
      mass, from: accounts.onTrees[district], to: accounts.atFarm[district], event: "picking of lot \(lot.number)")
    books.money.post(
      pay, from: accounts.farm[Int(lot.farm)], to: accounts.pickers[district], event: "pay for lot \(lot.number)")
    tell("picked", at: agenda.now) {
      [
        ("lot", .whole(Int(lot.number))), ("farm", .whole(Int(land.farms[Int(lot.farm)].id))),
        ("plot", .whole(Int(land.plots[Int(lot.plot)].id))), ("district", .district(district)),
        ("form", .text(lot.form.rawValue)), ("gap", .whole(lot.isCertified ? 1 : 0)), ("g", told(lot.fruit)),
      ]
    }
    record.picked(lot, on: today, pay)
    if pickups[district].startAtOnce(at: agenda.now) {
      load(lot: index, in: district, &agenda)
    } else {
      pickups[district].arrive(index, at: agenda.now)
      sendPickups(district, &agenda)
    }
  }

  mutating func sendPickups(_ district: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    while let lot = pickups[district].startNext(at: agenda.now) {
      if let next = pickups[district].first { lots.prefetch(next) }
      load(lot: lot, in: district, &agenda)
    }
  }

  private mutating func load(lot: UInt32, in district: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let mass = lots[lot].fruit.total
    books.mass.post(
      mass, from: accounts.atFarm[district], to: accounts.onRoad[0], event: "loading of lot \(lots[lot].number)")
    let minutes = Int(world.transport.pickups.minutes(Double(lots[lot].km)))
    // What is more than a load goes in several trips.
    let trips = max(1, Int((mass.tonnes / world.transport.pickups.loadT).rounded(.up)))
    agenda.schedule(.delivered(lot: lot), after: minutes * (2 * trips - 1))
    agenda.schedule(.pickupBack(district: UInt16(district)), after: minutes * 2 * trips)
  }

  mutating func pickupIsBack(_ district: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    pickups[district].finish(at: agenda.now)
    sendPickups(district, &agenda)
  }
}
