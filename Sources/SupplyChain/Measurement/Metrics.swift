import Ledger
import ScenarioFile
import Units

/// Day by day, as charts show it.
package struct DayMeasures: Sendable {
  package var ripe: [Double] = []
  package var picked: [Double] = []
  package var absorbed: [Double] = []
  package var capacity: [Double] = []
  /// What loose AA, and basket and bunch AA, were traded at; nothing where none was.
  package var price: [Double] = []
  /// What stations posted for loose fruit at noon, the mean over those that were open; nothing (0) where none was.
  package var posted: [Graded] = []
  /// The same for AA in baskets.
  package var postedBasket: [Double] = []
  /// Ripe fruit on the trees in the morning.
  package var hanging: [Double] = []
}

/// A simulated year, measured.
package struct YearOutcome: Sendable {
  package let measures: YearMeasures
  package let days: DayMeasures
  /// Every series day by day, and where the fruit went; nothing where only the numbers of the year are kept.
  package private(set) var table: DayTable?
  package private(set) var flows: [Flow]

  /// The year without its days, which take a hundred times the room of its numbers.
  package var withoutDays: YearOutcome {
    YearOutcome(measures: measures, days: DayMeasures(), table: nil, flows: [])
  }
}

extension Province {
  /// Measures the year that has passed.
  package func measured(_ world: World) -> YearOutcome {
    let window = SeasonWindow(record, calendar: calendar)
    var all = YearMeasures()
    measureFruit(&all, window)
    measurePrices(&all, window)
    measureGlut(&all, window)
    measureBuyers(&all, world, window)
    measureMoney(&all, world)
    return YearOutcome(measures: all, days: dayMeasures(), table: dayTable(world), flows: flows(world))
  }

  private func dayMeasures() -> DayMeasures {
    DayMeasures(
      ripe: record.days.map { $0.ripe.tonnes / scale }, picked: record.days.map { $0.picked.tonnes / scale },
      absorbed: record.days.map { $0.absorbed.tonnes / scale }, capacity: record.days.map { $0.capacity / 1e6 / scale },
      price: weeklyPrices(.loose, .aa), posted: record.days.map { $0.posted[2] },
      postedBasket: record.days.map { $0.posted[0][0] },
      hanging: record.days.map { $0.offered.tonnes / scale })
  }

  // MARK: Fruit

  private func measureFruit(_ all: inout YearMeasures, _ window: SeasonWindow) {
    let (inSeason, offSeason) = (record.inSeason, record.offSeason)
    all.add(.ripe, inSeason.ripe.tonnes / scale, season: "in")
    all.add(.ripe, offSeason.ripe.tonnes / scale, season: "off")
    all.add(.picked, (inSeason.picked + offSeason.picked).tonnes / scale)
    for form in HarvestForm.allCases {
      let grams = record.days.reduce(0.0) {
        $0 + ($1.pickedInSeason[form.index] + $1.pickedOffSeason[form.index]).tonnes
      }
      all.add(.picked, grams / scale, form: form)
    }
    all.add(.absorbed, record.days.reduce(0) { $0 + $1.absorbed.tonnes } / scale)
    all.add(.leftUnpicked, record.leftUnpicked.tonnes / scale)
    all.add(.dropped, record.dropped.tonnes / scale)
    all.add(.spoiled, record.spoiledMass.tonnes / scale)
    all.add(.unsold, (record.leftUnpicked + record.dropped + record.spoiledMass).tonnes / scale)
    let picked = (inSeason.picked + offSeason.picked).tonnes
    all.add(.overripeShare, picked > 0 ? record.overripe / picked : nil)
    for (season, crop) in [("in", inSeason), ("off", offSeason)] {
      let ripe = crop.ripe.tonnes
      all.add(.lossShare, ripe > 0 ? (crop.lost + crop.trimmed).tonnes / ripe : nil, season: season)
    }
    let total = (inSeason.ripe + offSeason.ripe).tonnes
    all.add(.offSeasonShare, total > 0 ? offSeason.ripe.tonnes / total : nil, group: "tonnage")
    measureYears(&all)
    let paid = (inSeason.paid + offSeason.paid).baht
    all.add(.offSeasonShare, paid > 0 ? offSeason.paid.baht / paid : nil, group: "value")
  }

  /// Of several years each by itself.
  private func measureYears(_ all: inout YearMeasures) {
    guard record.years.count > 1 else { return }
    var before = SeasonTakings()
    for (number, year) in record.years.enumerated() {
      let group = "\(calendar.date(ofDay: 0).year + number + 543)"
      let ripe = (year.inSeason.ripe - before.inSeason.ripe).tonnes
      let induced = (year.offSeason.ripe - before.offSeason.ripe).tonnes
      all.add(.offSeasonShare, ripe + induced > 0 ? induced / (ripe + induced) : nil, group: group)
      all.add(.cropPrice, SeasonTakings.priceSince(before.inSeason, year.inSeason), season: "in", group: group)
      all.add(.cropPrice, SeasonTakings.priceSince(before.offSeason, year.offSeason), season: "off", group: group)
      before = year
    }
  }

  // MARK: Prices

  /// Money over mass of seven days around each day; nothing (NaN) where too little was traded.
  func weeklyPrices(_ form: HarvestForm, _ grade: Grade) -> [Double] {
    let days = record.days
    return days.indices.map { day in
      let week = days[max(0, day - 3)..<min(days.count, day + 4)]
      var (mass, money) = (0.0, 0.0)
      for day in week {
        mass += Double(day.tradedMass[form.index][grade.rawValue])
        money += Double(day.tradedMoney[form.index][grade.rawValue])
      }
      // Satang and grams to baht and kilograms.
      return mass * 1 > 1e6 * scale ? money / mass * 10 : .nan
    }
  }

  private func meanPrice(_ form: HarvestForm, _ grade: Grade, on days: some Sequence<Int>) -> Double? {
    var (mass, money) = (0.0, 0.0)
    for day in days {
      mass += Double(record.days[day].tradedMass[form.index][grade.rawValue])
      money += Double(record.days[day].tradedMoney[form.index][grade.rawValue])
    }
    return mass > 0 ? money / mass * 10 : nil
  }

  private func measurePrices(_ all: inout YearMeasures, _ window: SeasonWindow) {
    let others = record.days.indices.filter { !window.days.contains($0) }
    for form in HarvestForm.allCases {
      for grade in Grade.allCases {
        all.add(.farmPrice, meanPrice(form, grade, on: window.days), form: form, grade: grade)
        all.add(.offSeasonPrice, meanPrice(form, grade, on: others), form: form, grade: grade)
      }
    }
    for form in HarvestForm.allCases {
      for grade in Grade.allCases {
        let prices = weeklyPrices(form, grade)
        let lowest = Province.trough(of: prices, on: window.days)
        all.add(.weekMin, lowest.map { prices[$0] }, form: form, grade: grade)
        if grade == .aa { all.add(.troughDay, lowest.map { Double($0 + record.firstDay) }, form: form, grade: grade) }
      }
    }
    let loose = weeklyPrices(.loose, .aa)
    let cost = world.crop.costs.fullBahtPerKg
    all.add(
      .daysBelowCost, Double(window.days.count { loose[$0].isFinite && loose[$0] < cost }), form: .loose, grade: .aa)
  }

  /// The day of the lowest of weekly prices, the first of several.
  static func trough(of prices: [Double], on days: Range<Int>) -> Int? {
    days.filter { prices[$0].isFinite }.min { (prices[$0], $0) < (prices[$1], $1) }
  }

  // MARK: The glut

  private func measureGlut(_ all: inout YearMeasures, _ window: SeasonWindow) {
    let ripe = record.days.map { $0.ripe.tonnes / scale }.sevenDayMeans()
    let capacity = record.days.map { $0.capacity / 1e6 / scale }.sevenDayMeans()
    let glut = window.days.filter { ripe[$0] > capacity[$0] }
    let peak = window.days.max { (ripe[$0] - capacity[$0], -$0) < (ripe[$1] - capacity[$1], -$1) }
    all.add(.glutDays, Double(glut.count))
    all.add(.firstGlut, glut.first.map { Double($0 + record.firstDay) })
    all.add(.excess, peak.map { max(0, ripe[$0] - capacity[$0]) })
    all.add(.peakRipe, peak.map { ripe[$0] })
    all.add(.peakCapacity, peak.map { capacity[$0] })
    all.add(.stationClosed, window.days.reduce(0) { $0 + 1 - record.days[$1].openShare })
  }

  private func measureBuyers(_ all: inout YearMeasures, _ world: World, _ window: SeasonWindow) {
    for (facility, entry) in world.facilities.enumerated() where entry.part.kind.isBuyer {
      let members = sites.indices.filter { Int(sites[$0].facility) == facility }
      let worked = members.reduce(0) { $0 + record.workedBySite[$1].tonnes }
      all.add(.absorbed, worked / scale, channel: entry.id)
      let inWindow = record.places.buyers[
        facility * record.days.count + window.days.lowerBound..<facility * record.days.count + window.days.upperBound]
      let capacity = inWindow.reduce(0) { $0 + $1.capacity } / 1e6
      let used = inWindow.reduce(0) { $0 + $1.worked.tonnes }
      all.add(.utilisation, capacity > 0 ? used / capacity : nil, channel: entry.id)
      for (season, isOffSeason) in [("in", false), ("off", true)] {
        all.add(.lossShare, lossShare(of: [facility], isOffSeason: isOffSeason), channel: entry.id, season: season)
      }
      // Little's law: what waits at noon beside what is worked in a day.
      let queued = record.places.buyers[facility * record.days.count..<(facility + 1) * record.days.count]
        .reduce(0) { $0 + $1.queued.tonnes }
      all.add(.waitHours, worked > 0 ? queued / worked * 24 : nil, channel: entry.id)
    }
    let abroad = world.markets.indices.filter { !world.markets[$0].part.terms.isAtHome }
    all.add(.exported, abroad.reduce(0) { $0 + record.marketMass[$1].tonnes } / scale)
    for (market, entry) in world.markets.enumerated() {
      all.add(.market, record.marketMass[market].tonnes / scale, channel: entry.id)
      all.add(.exportValue, record.marketMoney[market].baht / scale, channel: entry.id)
    }
    all.add(.borderWait, record.borderTrucks > 0 ? record.borderHours / Double(record.borderTrucks) : nil)
    all.add(.driedLeft, sites.reduce(0) { $0 + $1.stock.total.tonnes } / scale)
  }

  // MARK: Money

  private func measureMoney(_ all: inout YearMeasures, _ world: World) {
    let incomes = land.farms.indices.map { earned(by: accounts.farm[$0]) }
    let income = incomes.reduce(0) { $0 + $1.baht }
    let rai = land.farms.reduce(0) { $0 + $1.area.rai }
    let sold = (record.inSeason.sold + record.offSeason.sold).kilograms
    all.add(.farmIncome, income / scale)
    all.add(.farmIncomePerRai, rai > 0 ? income / rai : nil)
    all.add(.farmIncomePerKg, sold > 0 ? income / sold : nil)
    let small = world.terms.farms.smallUpToRai
    for (group, holds) in [("small", { $0 <= small }), ("larger", { $0 > small })] as [(String, (Double) -> Bool)] {
      var (sum, area) = (0.0, 0.0)
      for farm in land.farms.indices where holds(land.farms[farm].area.rai) {
        sum += incomes[farm].baht
        area += land.farms[farm].area.rai
      }
      all.add(.farmIncomePerRai, area > 0 ? sum / area : nil, group: group)
    }
    measureClasses(&all, world, incomes)
    let inLoss = incomes.count { $0 < .zero }
    all.add(.householdsInLoss, land.farms.isEmpty ? nil : Double(inLoss) / Double(land.farms.count))
    let cash = world.terms.crop.costs.cashShare
    let belowCash = zip(incomes, record.farms).count { income, farm in
      income.baht + (1 - cash) * farm.growing.baht < 0
    }
    all.add(.belowCashCost, land.farms.isEmpty ? nil : Double(belowCash) / Double(land.farms.count))
    let sales = record.farms.map(\.sales.baht).sorted()
    all.add(.gini, Province.gini(sales))
    for (tenth, share) in Province.shares(ofPoorest: 10, sales).enumerated() {
      all.add(.salesOfPoorest, share, group: "poorest-\((tenth + 1) * 10)")
    }
    let groups: [AccountGroup<Satang>] = [
      accounts.farm, accounts.pickers, accounts.hauliers, accounts.station, accounts.buyer, accounts.processing,
      accounts.banks, accounts.inputs, accounts.contractors, accounts.government, accounts.market,
    ]
    for (id, group) in zip(Measure.purses, groups) { all.add(.groupIncome, earned(by: group).baht / scale, group: id) }
    all.add(.publicCost, -earned(by: accounts.government).baht / scale)
    for (number, id) in Measures.ids.enumerated() {
      let cost = -earned(by: accounts.government[number]).baht
      all.add(.publicCost, cost / scale, group: id)
    }
    all.add(.pickerDays, record.pickerDays / scale)
    all.add(.pickerPay, record.pickerPay.baht / scale)
  }

  /// What an account got beyond what it spent in the years that are measured.
  private func earned(by account: Account<Satang>) -> Satang {
    books.money.balance(of: account) - (record.began?.balance(of: account) ?? .zero)
  }

  private func earned(by group: AccountGroup<Satang>) -> Satang {
    books.money.balance(of: group) - (record.began?.balance(of: group) ?? .zero)
  }

  /// The income of a rai by district, and with and without membership of a large-plot group.
  private func measureClasses(_ all: inout YearMeasures, _ world: World, _ incomes: [Satang]) {
    var income = Array(repeating: 0.0, count: world.districts.count + 2)
    var area = income
    for (number, farm) in land.farms.enumerated() {
      for place in [Int(farm.district), world.districts.count + (farm.isLargePlot ? 0 : 1)] {
        income[place] += incomes[number].baht
        area[place] += farm.area.rai
      }
    }
    func perRai(_ place: Int) -> Double? { area[place] > 0 ? income[place] / area[place] : nil }
    for (place, entry) in world.districts.enumerated() {
      all.add(.farmIncomePerRai, perRai(place), district: entry.id)
    }
    for (place, group) in ["large-plot", "on-their-own"].enumerated() {
      all.add(.farmIncomePerRai, perRai(world.districts.count + place), group: group)
    }
  }

  /// What the poorest tenth, two tenths and so on but for the last have of all, of amounts in ascending order.
  static func shares(ofPoorest parts: Int, _ sorted: [Double]) -> [Double?] {
    let total = sorted.reduce(0, +)
    var sum = 0.0
    var next = 0
    return (1..<parts).map { part in
      while next < sorted.count * part / parts {
        sum += sorted[next]
        next += 1
      }
      return total > 0 ? sum / total : nil
    }
  }

  /// Of amounts in ascending order; nothing where nobody sold.
  static func gini(_ sorted: [Double]) -> Double? {
    let total = sorted.reduce(0, +)
    guard total > 0 else { return nil }
    var weighted = 0.0
    for (rank, amount) in sorted.enumerated() { weighted += Double(rank + 1) * amount }
    let count = Double(sorted.count)
    return (2 * weighted / total - count - 1) / count
  }
}
