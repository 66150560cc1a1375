import EventCore
import Ledger
import Randomness
import ScenarioFile
import Units

/// A whole province at one moment of one simulated year: every tree, lot, truck, oven and account.
///
/// It is a value: a copy goes its own way. What happens is told in the files of each concept; here is what there is.
package struct Province: Model, Sendable {
  package typealias Time = Int

  // What is given.
  /// What the scenario says, in plain numbers.
  var world: Terms
  let areaShares: [Double]
  let land: Land
  let luck: Luck
  let luckOfPopulation: Luck
  /// Day 0 is the first day that is shown.
  let calendar: SeasonCalendar
  let firstDay: Int
  let lastDay: Int
  /// The part of the province that is simulated.
  let scale: Double
  let accounts: Accounts
  var stationTerms: [StationPlan]
  /// What holds from which day on.
  var regimes: [Regime]
  var buyers: [BuyerPlan]

  /// Who follows what happens.
  let listener: TraceListener?

  // The books.
  package internal(set) var books: Ledger
  var record: SeasonRecord
  /// Whether money spent is money of the simulated time.
  var hasBegun = false

  // Upstream.
  var trees: [Tree]
  /// The month for which each plot would be induced.
  var harvestMonths: [UInt8]
  var plotsOfMonth = PlotsOfMonth([])
  var bearings = Pool<Bearing>()
  var gradeMix: GradeMix
  /// By how much farmers have moved the off-season share, what they judged by, and when.
  var seasonMove = 0.0
  var takings = SeasonTakings()
  var cropPrices: (inSeason: Double?, offSeason: Double?)
  var reconsideredOn = 0
  var gramsPerWah = 0.0
  var usualSuccess = 1.0
  var forecast: Forecast
  /// Ripe fruit on the trees, by district, those first that became ripe first.
  var hanging: [[HangingCrop]]
  var pools: [PickerPool]
  /// What farmers hope for, by district and form.
  var hopes: [Graded]
  var unserved: [UnservedWish] = []
  var lots = Pool<Lot>()
  /// On loads, two or three each, and waiting at buyers, up to a thousand each.
  var parcels = Lines<Parcel>(chunk: 4)
  var lotLists = LotLists()

  // Midstream.
  var stations: [Station]
  /// The buyers in reach, by station and form, and where each list begins.
  let links: [BuyerLink]
  let linkStarts: [UInt32]
  /// The stations that sell to each buyer.
  let stationsOf: [[UInt32]]
  /// The load in the making for each link.
  var openLoads: [UInt32]
  /// Prices by station, form and certificate, as they are paid, and the same in baht.
  var posted: [GradedPrice]
  var postedBaht: [Graded]
  var bids: BuyerBids
  /// Whether they must be posted anew before anybody asks, by station and form.
  var isUnsettled: [Bool]
  /// Whether a buyer of a station sells certified fruit elsewhere than other fruit, by station and form.
  var hasDearerMarket: [Bool]
  /// Grams that stations can still promise to take today, by station and form.
  var roomToday: [Double]
  /// Grams that stations have sold today, and expect to, by station and form.
  var salesToday: [Double]
  var expectedSales: [Double]
  var sites: [BuyerSite]
  var capacityAcrossBorder = 0.0
  var capacityOnReefers = 0.0
  var loads = Pool<Load>()
  /// Batches in work; when they are done they lie on shelves, oldest first, and then in shipments.
  var batches = Pool<Batch>()
  var shelves = Lines<Batch>(chunk: 16)
  var shipped = Lines<Batch>(chunk: 16)
  var shipments = Pool<Shipment>()
  /// How many loads, batches and shipments there have been; each is known by its number.
  var loadCount: UInt32 = 0
  var batchCount: UInt32 = 0
  var shipmentCount: UInt32 = 0
  var pickups: [Fleet<UInt32>]
  var trucks: Fleet<Journey>
  var reefers: Fleet<Journey>
  var border: FirstComeStation<UInt32, Int>
  var clearanceMinutes = 1
  var truckLoad = Grams.zero
  var reeferLoad = Grams.zero
  /// Packers whose fruit waits for a vehicle or the border, first come first served.
  var waitingShelves: [UInt32] = []
  var cold: ColdTerms
  var coldRoom = Grams.zero
  var coldHeld = Grams.zero

  // Measures.
  /// Equipment that is there.
  var begun = MeasureSet()
  /// What has been paid for once already.
  var paid = MeasureSet()
  /// Fruit that measures with a cap have counted, by measure.
  var aided: [Grams]
  /// Grams a day that traders to other provinces can pack, the programme's included.
  var programmeTotal = 0.0

  // Downstream.
  var markets: [MarketState]
  var hasPrices = false
  /// What the season is expected to bring to the markets of dried fruit, in tons of fresh fruit; a usual season's until then.
  var driedSupplyT: Double?

  /// Always nothing.
  ///
  /// A value of any type has no registers to go to, and so neither has the province around it: a method that only reads it
  /// is handed its place, where it would otherwise be handed a copy of two thousand bytes.
  private let place: (any Sendable)? = nil

  var today: Int = 0
  var date: CalendarDate
  /// Whether it is the time of the natural harvest, June to September.
  var isSeason = false

  package mutating func handle(_ event: ChainEvent, _ agenda: inout Agenda<Int, ChainEvent>) {
    switch event {
    case .regime: regimeBegins(&agenda)
    case .day: dayBegins(&agenda)
    case .ripens(let bearing): ripen(bearing)
    case .morning: morning(&agenda)
    case .noon: noon(&agenda)
    case .picked(let lot): wasPicked(lot, &agenda)
    case .delivered(let lot): wasDelivered(lot, &agenda)
    case .pickupBack(let district): pickupIsBack(Int(district), &agenda)
    case .stationsOpen(let facility): stationsOpen(Int(facility), &agenda)
    case .stationsClose(let facility): stationsClose(Int(facility), &agenda)
    case .weighed(let lot): wasWeighed(lot, &agenda)
    case .loadArrived(let load): hasArrived(load: load, &agenda)
    case .vehicleBack(let carrier): vehicleIsBack(carrier, &agenda)
    case .linesStart(let facility): linesStart(Int(facility), &agenda)
    case .worked(let batch): wasWorked(batch, &agenda)
    case .gassed(let batch): wasGassed(batch, &agenda)
    case .atBorder(let shipment): isAtBorder(shipment, &agenda)
    case .cleared(let shipment): wasCleared(shipment, &agenda)
    case .atMarket(let shipment): sell(shipment: shipment, &agenda)
    }
  }

  /// The end: what growing cost is paid, and the books must balance.
  package mutating func close() {
    closeYear()
    let years = Double(lastDay + 1) / 365.25
    payHouseholds()
    for farm in land.farms.indices {
      let cost = Satang(baht: growingCostPerRai(farm) * land.farms[farm].area.rai * years, rounding: .nearestEven)
      books.money.post(cost, from: accounts.farm[farm], to: accounts.inputs[0], event: "growing of farm \(farm)")
      record.farms[farm].growing += cost
    }
    books.check(event: "the end of the year")
  }

  /// Midnight.
  private mutating func dayBegins(_ agenda: inout Agenda<Int, ChainEvent>) {
    today = Int((Double(agenda.now) / 1_440).rounded(.down))
    date = calendar.date(ofDay: today)
    isSeason = (6...9).contains(date.month)
    if today == record.firstDay { beginMeasuring() }
    if (date.month, date.day) == (3, 1), today > firstDay { reconsiderSeasons() }
    if (date.month, date.day) == (1, 1), today > 0 { closeYear() }
    if date.day == 1, today > firstDay { monthBegins(Province.monthIndex(date), from: Int.min, &agenda) }
    if (date.month, date.day) == (7, 1) { expectDriedSupply() }
    beginMeasures(at: agenda.now)
    setPrices()
    for site in sites.indices {
      tidy(site, &agenda)
      switch buyers[Int(sites[site].facility)].kind {
      case .dryer:
        payInterest(site)
        sellDried(site)
      case .packer:
        shipRest(site, &agenda)
        keepOrSpoil(site, &agenda)
      default: sellShelf(site, &agenda)
      }
    }
    makeBids()
    postPrices()
    letHopesFollow()
    noteCapacity()
    if today < lastDay { agenda.schedule(.day, after: 1_440, phase: Phase(1)) } else { agenda.stop() }
  }

  /// What was earned and spent until now was before the years that are measured.
  private mutating func beginMeasuring() {
    record.began = books.money
    for farm in land.farms.indices { record.farms[farm] = FarmRecord() }
  }

  /// A line's working day begins.
  private mutating func linesStart(_ facility: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    agenda.schedule(.linesStart(facility: UInt16(facility)), after: 1_440)
    for site in sites.indices where Int(sites[site].facility) == facility { work(site, partly: false, &agenda) }
  }

  /// What farmers hope for follows what the stations of their district post.
  private mutating func letHopesFollow() {
    for district in hanging.indices {
      for form in HarvestForm.allCases {
        var sum = Graded.zero
        var count = 0.0
        for station in stations.indices where stations[station].district == district {
          let price = postedBaht(station, form, certified: true)
          if price[0] > 0 {
            sum += price
            count += 1
          }
        }
        guard count > 0 else { continue }
        let place = district * 3 + form.index
        let freight = world.transport.pickups.freight(world.transport.localKm)
        let offer = sum / count - Graded(repeating: freight)
        hopes[place] = hasBegun ? hopes[place] + (offer - hopes[place]) / world.behaviour.memoryDays : offer
      }
    }
    hasBegun = true
  }

  private mutating func noteCapacity() {
    let place = today - record.firstDay
    if record.days.indices.contains(place) { record.days[place].capacity = totalOutflow }
  }

  /// Noon: what the stations post then is what is reported.
  private mutating func noon(_ agenda: inout Agenda<Int, ChainEvent>) {
    agenda.schedule(.noon, after: 1_440)
    settlePrices()
    let place = today - record.firstDay
    guard record.days.indices.contains(place) else { return }
    var open = 0
    for form in HarvestForm.allCases {
      var sum = Graded.zero
      var count = 0.0
      for station in stations.indices {
        let price = postedBaht(station, form, certified: true)
        if price[0] > 0 {
          sum += price
          count += 1
        }
      }
      if count > 0 { record.days[place].posted[form.index] = sum / count }
      if form == .loose { open = Int(count) }
    }
    noteQueues(on: place)
    record.days[place].openShare = stations.isEmpty ? 0 : Double(open) / Double(stations.count)
  }
}
