import Ledger
import Units

/// What one day brought, province-wide.
struct DayRecord: BitwiseCopyable, Sendable {
  var ripe = Grams.zero
  var picked = Grams.zero
  /// Of it, by form, what grew in season and what was induced.
  var pickedInSeason = InlineArray<3, Grams>(repeating: .zero)
  var pickedOffSeason = InlineArray<3, Grams>(repeating: .zero)
  var arrived = Grams.zero
  /// Worked by all buyers.
  var absorbed = Grams.zero
  /// Ripe fruit that hung or lay ready in the morning.
  var offered = Grams.zero
  /// What buyers could let out, in grams.
  var capacity = 0.0
  /// What stations posted, the mean over stations, by form; nothing where all were closed.
  var posted = InlineArray<3, Graded>(repeating: .zero)
  /// Stations that bought loose fruit.
  var openShare = 0.0
  /// What was traded, by form: mass and money of each grade.
  var tradedMass = InlineArray<3, SIMD4<Int64>>(repeating: .zero)
  var tradedMoney = InlineArray<3, SIMD4<Int64>>(repeating: .zero)
}

/// What the books do not tell of one household: how much of what it got was for fruit, and of what it spent was for growing.
///
/// Small, for every lot comes here from somewhere else in the province.
struct FarmRecord: BitwiseCopyable, Sendable {
  var sales = Satang.zero
  var growing = Satang.zero
}

/// A crop's way, in season or out of it.
struct CropRecord: BitwiseCopyable, Sendable {
  var ripe = Grams.zero
  var picked = Grams.zero
  var lost = Grams.zero
  var trimmed = Grams.zero
  var sold = Grams.zero
  var paid = Satang.zero
}

/// What the buyers of a facility took of a season's fruit, what was trimmed from it included, and what of it was lost.
struct ChannelRecord: BitwiseCopyable, Sendable {
  var taken = Grams.zero
  var lost = Grams.zero
}

/// What has been measured since measuring began.
struct SeasonRecord: Sendable {
  let firstDay: Int
  var days: [DayRecord]
  var farms: [FarmRecord]
  var ripeByDistrict: [[Int64]]
  var inSeason = CropRecord()
  var offSeason = CropRecord()
  /// The same at the end of each calendar year.
  var years: [SeasonTakings] = []
  var byForm = InlineArray<3, Grams>(repeating: .zero)
  /// By facility, in season and then off season.
  private(set) var channels: [ChannelRecord]
  var marketMass: [Grams]
  var marketMoney: [Satang]
  var workedBySite: [Grams]
  var dropped = Grams.zero
  var leftUnpicked = Grams.zero
  var spoiledMass = Grams.zero
  var overripe = 0.0
  var pickerDays = 0.0
  var pickerPay = Satang.zero
  var borderTrucks = 0
  var borderHours = 0.0
  var places: PlaceRecord
  /// The books of money as they were when measuring began.
  var began: Book<Satang>?
  private(set) var lotCount: UInt32 = 0

  init(firstDay: Int, days: Int, farms: Int, districts: Int, markets: Int, facilities: Int, facilityOf sites: [UInt16])
  {
    self.firstDay = firstDay
    self.days = Array(repeating: DayRecord(), count: days)
    self.farms = Array(repeating: FarmRecord(), count: farms)
    ripeByDistrict = Array(repeating: Array(repeating: 0, count: days), count: districts)
    channels = Array(repeating: ChannelRecord(), count: facilities * 2)
    marketMass = Array(repeating: .zero, count: markets)
    marketMoney = Array(repeating: .zero, count: markets)
    workedBySite = Array(repeating: .zero, count: sites.count)
    places = PlaceRecord(
      days: days, districts: districts, facilities: facilities, markets: markets, facilityOf: sites)
  }

  mutating func nextLot() -> UInt32 {
    lotCount += 1
    return lotCount
  }

  private func place(_ day: Int) -> Int? {
    let place = day - firstDay
    return days.indices.contains(place) ? place : nil
  }

  private mutating func crop(_ isOffSeason: Bool, _ change: (inout CropRecord) -> Void) {
    if isOffSeason { change(&offSeason) } else { change(&inSeason) }
  }

  // MARK: Upstream

  mutating func ripened(_ mass: Grams, _ bearing: Bearing, on day: Int) {
    guard let place = place(day) else { return }
    days[place].ripe += mass
    ripeByDistrict[Int(bearing.district)][place] += mass.count
    crop(bearing.isOffSeason) { $0.ripe += mass }
  }

  mutating func offered(_ mass: Grams, in district: Int, on day: Int) {
    guard let place = place(day) else { return }
    days[place].offered += mass
    places.districts[district * places.dayCount + place].hanging += mass
  }

  mutating func dropped(_ mass: Grams, isOffSeason: Bool, on day: Int) {
    guard place(day) != nil else { return }
    dropped += mass
    crop(isOffSeason) { $0.lost += mass }
  }

  mutating func left(_ mass: Grams, isOffSeason: Bool, on day: Int) {
    guard place(day) != nil else { return }
    leftUnpicked += mass
    crop(isOffSeason) { $0.lost += mass }
  }

  mutating func picked(_ lot: Lot, on day: Int, _ pay: Satang) {
    guard let place = place(day) else { return }
    let mass = lot.fruit.total
    days[place].picked += mass
    if lot.isOffSeason {
      days[place].pickedOffSeason[lot.form.index] += mass
    } else {
      days[place].pickedInSeason[lot.form.index] += mass
    }
    places.districts[Int(lot.district) * places.dayCount + place].picked += mass
    places.forms[lot.form.index].picked += mass
    crop(lot.isOffSeason) { $0.picked += mass }
    pickerPay += pay
    overripe += mass.tonnes * Double(lot.overripe)
  }

  // MARK: Midstream

  mutating func arrived(_ lot: Lot, in district: Int, on day: Int) {
    guard let place = place(day) else { return }
    days[place].arrived += lot.fruit.total
    places.districts[district * places.dayCount + place].arrived += lot.fruit.total
  }

  mutating func sold(
    _ lot: Lot, on day: Int, paid: Satang, by grade: SIMD4<Int64>, trimmed: Grams, wasted: Grams
  ) {
    guard let place = place(day) else { return }
    let mass = lot.fruit.total
    byForm[lot.form.index] += mass
    days[place].tradedMass[lot.form.index] &+= lot.fruit.counts
    days[place].tradedMoney[lot.form.index] &+= grade
    farms[Int(lot.farm)].sales += paid
    spoiledMass += wasted
    places.forms[lot.form.index].trimmed += trimmed
    places.forms[lot.form.index].spoiled += wasted
    crop(lot.isOffSeason) {
      $0.sold += mass
      $0.paid += paid
      $0.trimmed += trimmed
      $0.lost += wasted
    }
  }

  /// A buyer takes a part of a lot, from which something was trimmed before.
  mutating func taken(_ mass: Grams, trimmed: Grams, by facility: UInt16, isOffSeason: Bool, on day: Int) {
    guard place(day) != nil else { return }
    let channel = Int(facility) * 2 + (isOffSeason ? 1 : 0)
    channels[channel].taken += mass + trimmed
    channels[channel].lost += trimmed
  }

  mutating func worked(_ fresh: Grams, at site: Int, on day: Int) {
    guard let place = place(day) else { return }
    days[place].absorbed += fresh
    workedBySite[site] += fresh
    places.worked(fresh, at: site, on: place)
  }

  /// Fruit spoils, at a buyer or on the way from it; the time of the year says what season's it is.
  mutating func spoiled(_ mass: Grams, of facility: UInt16, isSeason: Bool, on day: Int) {
    guard place(day) != nil else { return }
    spoiledMass += mass
    channels[Int(facility) * 2 + (isSeason ? 0 : 1)].lost += mass
    places.buying[Int(facility)].spoiled += mass
  }

  /// Fruit that reached a buyer, who pays for it.
  mutating func taken(_ mass: Grams, _ paid: Satang, at site: Int, on day: Int) {
    guard place(day) != nil else { return }
    places.buying[Int(places.facilityOf[site])].taken += mass
    places.buying[Int(places.facilityOf[site])].paid += paid
  }

  mutating func spoiled(_ lot: Lot, on day: Int) {
    guard place(day) != nil else { return }
    spoiledMass += lot.fruit.total
    places.forms[lot.form.index].spoiled += lot.fruit.total
  }

  // MARK: Downstream

  mutating func marketed(
    _ mass: Grams, fresh: Grams, _ worth: Satang, in market: Int, from site: Int, on day: Int
  ) {
    guard place(day) != nil else { return }
    places.sold(fresh, worth, at: site, in: market)
    marketMass[market] += mass
    marketMoney[market] += worth
  }

  mutating func crossed(hours: Double, on day: Int) {
    guard place(day) != nil else { return }
    borderTrucks += 1
    borderHours += hours
  }
}
