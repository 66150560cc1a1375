import EventCore
import Units

/// What has been seen at each place, day by day, and how much went from one place to the next.
struct PlaceRecord: Sendable {
  struct DistrictDay: BitwiseCopyable, Sendable {
    /// Ripe fruit on the trees in the morning.
    var hanging = Grams.zero
    var picked = Grams.zero
    /// Brought to the stations of the district.
    var arrived = Grams.zero
  }

  struct BuyerDay: BitwiseCopyable, Sendable {
    /// What waits at noon, to be worked or to leave.
    var queued = Grams.zero
    var worked = Grams.zero
    /// Grams that machines can work through.
    var capacity = 0.0
  }

  /// What one sort of buyers took and gave, in grams of fresh fruit: of dried fruit, what it was made of.
  struct Buying: BitwiseCopyable, Sendable {
    var taken = Grams.zero
    var paid = Satang.zero
    var spoiled = Grams.zero
  }

  struct Sale: BitwiseCopyable, Sendable {
    var fresh = Grams.zero
    var worth = Satang.zero
  }

  /// What became of the fruit of one form before it reached a buyer.
  struct Handling: BitwiseCopyable, Sendable {
    var picked = Grams.zero
    var trimmed = Grams.zero
    var spoiled = Grams.zero
  }

  let dayCount: Int
  let marketCount: Int
  /// The facility of each site.
  let facilityOf: [UInt16]
  /// By district, then by day.
  var districts: [DistrictDay]
  /// By facility, then by day.
  var buyers: [BuyerDay]
  /// In the yards of all stations at noon.
  var yards: [Grams]
  /// Vehicles that stand at the border at noon.
  var borderQueue: [Int32]
  var forms = InlineArray<3, Handling>(repeating: Handling())
  /// By facility.
  var buying: [Buying]
  /// By facility, then by market.
  var sales: [Sale]

  init(days: Int, districts: Int, facilities: Int, markets: Int, facilityOf: [UInt16]) {
    dayCount = days
    marketCount = markets
    self.facilityOf = facilityOf
    self.districts = Array(repeating: DistrictDay(), count: districts * days)
    buyers = Array(repeating: BuyerDay(), count: facilities * days)
    yards = Array(repeating: .zero, count: days)
    borderQueue = Array(repeating: 0, count: days)
    buying = Array(repeating: Buying(), count: facilities)
    sales = Array(repeating: Sale(), count: facilities * markets)
  }

  mutating func worked(_ fresh: Grams, at site: Int, on place: Int) {
    buyers[Int(facilityOf[site]) * dayCount + place].worked += fresh
  }

  mutating func sold(_ fresh: Grams, _ worth: Satang, at site: Int, in market: Int) {
    let place = Int(facilityOf[site]) * marketCount + market
    sales[place].fresh += fresh
    sales[place].worth += worth
  }
}

extension Province {
  /// Noon: what waits where.
  mutating func noteQueues(on place: Int) {
    for site in sites.indices {
      let facility = Int(sites[site].facility)
      let waits = sites[site].waiting + (buyers[facility].kind == .packer ? sites[site].shelved : .zero)
      record.places.buyers[facility * record.places.dayCount + place].queued += waits
      record.places.buyers[facility * record.places.dayCount + place].capacity += sites[site].capacity
    }
    for station in stations.indices { record.places.yards[place] += stations[station].yard }
    record.places.borderQueue[place] = Int32(clamping: border.waiting)
  }
}
