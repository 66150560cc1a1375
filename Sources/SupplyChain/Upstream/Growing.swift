import EventCore
import Ledger
import Randomness
import Units

/// What a plot remembers from one year to the next.
struct Tree: BitwiseCopyable, Sendable {
  /// How heavy the last crop was beside a normal one.
  var lastLoad: Float = 1
  /// The harvest month for which flowers were last induced, counted from the year 0; 0 for never.
  var forcedFor: Int32 = 0
  var forcingSucceeded = false
  /// How many years in a row.
  var streak: UInt8 = 0
  /// The natural crop that is to come.
  var bearing: UInt32 = Slot.none
}

/// One crop of one plot, from flower to the day on which it is ripe.
struct Bearing: BitwiseCopyable, Sendable {
  let plot: UInt32
  let farm: UInt32
  let district: UInt16
  let isOffSeason: Bool
  let isTended: Bool
  let isCertified: Bool
  let ripeDay: Int32
  /// The calendar year of the crop.
  let year: Int32
  /// What will be ripe.
  var expected: Grams
  /// How heavy it is beside a normal crop.
  var load: Float
  /// How much larger its fruit is for pruning and water.
  var sizeGain: Float = 0
}

extension Province {
  /// From flower to the middle of the harvest.
  static let monthsToRipen = 6

  /// A month of a year, counted from the year 0.
  static func monthIndex(_ date: CalendarDate) -> Int { date.year * 12 + date.month - 1 }

  /// What has happened before the first day: flowers of crops that are still to be picked.
  mutating func growHistory(_ agenda: inout Agenda<Int, ChainEvent>) {
    let start = calendar.date(ofDay: firstDay)
    let first = Province.monthIndex(start)
    chooseHarvestMonths()
    learnUsualSuccess()
    let usualPart = inducedPart(world.crop.offSeason.usualShare)
    for plot in land.plots.indices where Double(land.plots[plot].offSeasonQuantile) < usualPart {
      // They have been at it for years.
      trees[plot].streak = UInt8(clamping: 1 + world.crop.offSeason.longestStreak)
      // The same month a year before.
      trees[plot].forcedFor = Int32(first - 1 - (first - Int(harvestMonths[plot])) % 12)
      trees[plot].forcingSucceeded = true
    }
    for plot in trees.indices {
      let z = luck.normal(.plot, land.plots[plot].id, .yield, number: 0)
      trees[plot].lastLoad = Float(world.crop.yields.lastYearLoad) * Float(loadOfLuck(z))
    }
    // Nearly every plot bears a crop, and few bear two at once.
    bearings.reserve(land.plots.count)
    for month in first - 14...first {
      monthBegins(month, from: first, &agenda)
    }
  }

  /// The first of a month: chlorate is given, and half a year before the natural harvest the trees flower.
  mutating func monthBegins(_ month: Int, from first: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let ripening = month + Province.monthsToRipen
    let isFlowering = ripening % 12 + 1 == world.crop.season.peak.month
    if isFlowering, lastRipeDay(of: ripening / 12) >= firstDay { flower(year: ripening / 12, &agenda) }
    let harvest = month + world.crop.offSeason.leadMonths
    if harvest >= first { induce(month, for: harvest, &agenda) }
  }

  // MARK: In season

  /// A day after which nothing of a year's natural crop becomes ripe.
  private func lastRipeDay(of year: Int) -> Int {
    let season = world.crop.season
    return dayOfYear(year, season.peak.month, season.peak.day) + Int(season.peakShiftDays + 4 * season.spreadDays)
  }

  private func loadOfLuck(_ z: Double) -> Double {
    let sd = world.crop.yields.luckLogSD
    return Elementary.exp(sd * z - sd * sd / 2)
  }

  /// The part of the land, in the order in which plots are chosen, that must be induced for off-season fruit to become a
  /// share of the year's tonnage, when plots flower as often as they do at the usual share.
  func inducedPart(_ share: Double) -> Double {
    let season = world.crop.offSeason
    // A register says which plots are induced at the usual share: less leaves out some of them, more adds others.
    if land.isRegistered {
      let usual = season.usualShare
      if share <= usual { return usual > 0 ? share / usual : 0 }
      return 1 + (share - usual) / (1 - usual)
    }
    let bears = usualSuccess * season.yield
    let rest = bears + share * (1 - bears - (1 - usualSuccess) * season.failedBears)
    return rest > 0 ? share / rest : 2
  }

  /// How often the plots flower that are induced at the usual share.
  mutating func learnUsualSuccess() {
    let season = world.crop.offSeason
    usualSuccess = season.successDry
    // The better they flower, the fewer are needed, and those flower better still: it settles at once.
    for _ in 0..<4 {
      let part = inducedPart(season.usualShare)
      var (sum, weight) = (0.0, 0.0)
      for (index, plot) in land.plots.enumerated() where Double(plot.offSeasonQuantile) < part {
        let size = Double(plot.area.count) * Double(plot.vigour)
        sum += size * season.chanceOfFlowers(plot, of: land, harvest: Int(harvestMonths[index]), streak: .max)
        weight += size
      }
      if weight > 0 { usualSuccess = sum / weight }
    }
  }

  /// Grams of a normal natural crop for each square wah of full vigour.
  private func normalGrams() -> Double {
    if world.crop.kgPerRai > 0 { return world.crop.kgPerRai * 1_000 / 400 }
    let season = world.crop.offSeason
    let usualPart = inducedPart(season.usualShare)
    var bearing = 0.0
    for (index, plot) in land.plots.enumerated() {
      let size = Double(plot.area.count) * Double(plot.vigour)
      if Double(plot.offSeasonQuantile) < usualPart {
        let month = Int(harvestMonths[index])
        let rested = month > world.crop.season.peak.month - 2 ? 1 - season.restLoss : 1
        let failure = 1 - season.chanceOfFlowers(plot, of: land, harvest: month, streak: .max)
        bearing += size * failure * season.failedBears * rested
      } else {
        bearing += size
      }
    }
    return bearing > 0 ? world.crop.inSeasonT * scale * 1e6 / bearing : 0
  }

  private mutating func flower(year: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let crop = world.crop
    gramsPerWah = normalGrams()
    // What a load of 1 and the luck of one year make on average, so that a normal year is normal.
    let alternate = crop.yields.alternateBearing
    let variance = crop.yields.luckLogSD * crop.yields.luckLogSD
    let usualAlternate = Elementary.exp(alternate * (1 + alternate) * variance / 2)
    let peak = dayOfYear(year, crop.season.peak.month, crop.season.peak.day)
    for plot in trees.indices {
      let land = land.plots[plot]
      var tree = trees[plot]
      var part = 1.0
      let forcedYear = Int(tree.forcedFor) / 12
      if forcedYear == year {
        part = tree.forcingSucceeded ? 0 : crop.offSeason.failedBears
      } else if forcedYear == year - 1 && tree.forcingSucceeded {
        part = 1 - crop.offSeason.restLoss
      }
      let z = luck.normal(.plot, land.id, .yield, number: UInt64(clamping: year))
      let swing = Elementary.exp(-alternate * Elementary.log(Double(max(tree.lastLoad, 0.01)))) / usualAlternate
      let load = crop.yearWeather * swing * loadOfLuck(z)
      tree.lastLoad = Float(load)
      let lead = land.isTended ? crop.season.tendedLeadDays : 0
      let shift = crop.season.peakShiftDays - lead + Double(land.ripeningDraw) * crop.season.spreadDays
      let ripe = max(peak + Int(shift.rounded(.down)), hasBegun ? today + 1 : Int.min)
      let care = careOf(farm: Int(land.farm))
      let mass = gramsPerWah * Double(land.area.count) * Double(land.vigour) * load * part * care.yield
      tree.bearing = Slot.none
      if mass >= 1, ripe >= firstDay {
        let bearing = addBearing(
          plot, isOffSeason: false, year, ripeDay: ripe, mass, load: load * part * care.yield, &agenda)
        bearings[bearing].sizeGain = Float(care.size)
        tree.bearing = bearing
      }
      trees[plot] = tree
    }
  }

  /// What pruning and water do to a farm's natural crop.
  private func careOf(farm: Int) -> (yield: Double, size: Double) {
    let (pruning, water) = (world.measures.pruning, world.measures.smartIrrigation)
    var care = (yield: 1.0, size: 0.0)
    if takesPart(farm, in: .pruning, share: pruning.uptake) {
      care = (1 - pruning.lossShare, pruning.sizeGain)
    }
    if takesPart(farm, in: .smartIrrigation, share: water.uptake) {
      care = (care.yield * (1 + water.yieldGain), care.size + water.sizeGain)
    }
    return care
  }

  private mutating func addBearing(
    _ plot: Int, isOffSeason: Bool, _ year: Int, ripeDay: Int, _ mass: Double, load: Double,
    _ agenda: inout Agenda<Int, ChainEvent>
  ) -> UInt32 {
    let land = land.plots[plot]
    // Whatever a file asks for, no plot bears more than forty tons a rai.
    let mass = min(mass, 1e5 * Double(land.area.count))
    let isTended =
      isOffSeason
      ? luckOfPopulation.uniform(.plot, land.id, .tendedOffSeason) < world.crop.offSeason.tendedShare : land.isTended
    let bearing = bearings.add(
      Bearing(
        plot: UInt32(plot), farm: land.farm, district: land.district, isOffSeason: isOffSeason, isTended: isTended,
        isCertified: Double(land.certifiedQuantile) < certifiedShare, ripeDay: Int32(ripeDay),
        year: Int32(year), expected: Grams(Int64(mass)), load: Float(load)))
    forecast.add(Int64(mass), on: ripeDay)
    agenda.schedule(.ripens(bearing), at: ripeDay * 1_440 + 5 * 60)
    return bearing
  }

  /// The part of the land that is certified, with what the expansion adds.
  private var certifiedShare: Double {
    let added = world.measures.gapExpansion.plots * world.farms.plotRai / max(land.rai, 1)
    return min(1, world.farms.gapAreaShare + added)
  }

  // MARK: Off season

  /// The month of the year for which each plot would be induced: its own draw among the weights.
  mutating func chooseHarvestMonths() {
    let weights = world.crop.offSeason.months
    let total = weights.total
    for index in land.plots.indices {
      if land.plots[index].month > 0 {
        harvestMonths[index] = land.plots[index].month
        continue
      }
      var draw = Double(land.plots[index].monthDraw) * total
      var chosen = 1
      for month in 1...12 where weights[month] > 0 {
        chosen = month
        if draw < weights[month] { break }
        draw -= weights[month]
      }
      harvestMonths[index] = UInt8(chosen)
    }
    plotsOfMonth = PlotsOfMonth(harvestMonths)
  }

  private mutating func induce(_ month: Int, for harvest: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    let season = world.crop.offSeason
    let ofYear = harvest % 12 + 1
    guard season.months[ofYear] > 0 || land.isRegistered,
      let first = try? CalendarDate(year: harvest / 12, month: ofYear, day: 1)
    else {
      return
    }
    if gramsPerWah == 0 { gramsPerWah = normalGrams() }
    let firstDay = calendar.day(of: first)
    let days = CalendarYear.days(inMonth: ofYear, of: harvest / 12)
    let part = inducedPart(offSeasonShare)
    let places = plotsOfMonth[ofYear]
    for place in places {
      sendForInduction(after: place, in: places, part)
      let index = Int(plotsOfMonth.plots[place])
      let plot = land.plots[index]
      guard Double(plot.offSeasonQuantile) < part else { continue }
      payInduction(plot)
      let stream = luck.stream(of: Owner(kind: OwnerKind.plot.rawValue, id: plot.id), for: Purpose.induction)
      func uniform(_ number: UInt64) -> Double { Double(stream.draw(number) >> 11) * 0x1p-53 }
      var tree = trees[index]
      tree.streak = harvest - Int(tree.forcedFor) <= 14 ? min(tree.streak + 1, 100) : 1
      let chance = season.chanceOfFlowers(plot, of: land, harvest: ofYear, streak: Int(tree.streak) - 1)
      let draws = UInt64(clamping: harvest) * 2
      tree.forcingSucceeded = uniform(draws) < chance
      tree.forcedFor = Int32(harvest)
      // A natural crop that was to come in the same year is given up, or suffers.
      let natural = tree.bearing
      if natural != Slot.none, bearings[natural].plot == index, bearings[natural].year == harvest / 12,
        !bearings[natural].isOffSeason
      {
        scaleBearing(natural, by: tree.forcingSucceeded ? 0 : season.failedBears)
      }
      if tree.forcingSucceeded {
        let ripe = firstDay + Int(uniform(draws + 1) * Double(days))
        let load = world.crop.yearWeather * season.yield
        let mass = gramsPerWah * Double(plot.area.count) * Double(plot.vigour) * load
        if mass >= 1, ripe >= self.firstDay {
          _ = addBearing(index, isOffSeason: true, harvest / 12, ripeDay: ripe, mass, load: load, &agenda)
        }
      }
      trees[index] = tree
    }
  }

  /// Sends for what inducing one of the next plots touches: they lie anywhere in memory.
  @inline(__always)
  private func sendForInduction(after place: Int, in places: Range<Int>, _ part: Double) {
    if place + 16 < places.upperBound {
      let plot = Int(plotsOfMonth.plots[place + 16])
      land.plots.prefetch(plot)
      trees.prefetch(plot)
    }
    if place + 8 < places.upperBound {
      let plot = land.plots[Int(plotsOfMonth.plots[place + 8])]
      if Double(plot.offSeasonQuantile) < part { sendFor(farm: plot.farm) }
    }
  }

  private mutating func scaleBearing(_ bearing: UInt32, by part: Double) {
    let before = bearings[bearing].expected
    let after = before.scaled(by: part, rounding: .down)
    bearings[bearing].expected = after
    bearings[bearing].load *= Float(part)
    forecast.add(after.count - before.count, on: Int(bearings[bearing].ripeDay))
  }

  private mutating func payInduction(_ plot: Plot) {
    guard hasBegun else { return }
    let cost = Satang(baht: world.crop.costs.offSeasonBahtPerRai * plot.area.rai, rounding: .nearestEven)
    books.money.post(
      cost, from: accounts.farm[Int(plot.farm)], to: accounts.inputs[0], event: "chlorate on plot \(plot.id)")
    record.farms[Int(plot.farm)].growing += cost
  }

  // MARK: Ripening

  mutating func ripen(_ index: UInt32) {
    let bearing = bearings[index]
    bearings.remove(index)
    guard bearing.expected > .zero else { return }
    let crop = world.crop
    let size =
      (bearing.isTended ? crop.tendedEffect : 0) + Double(bearing.sizeGain)
      - crop.loadEffect * Elementary.log(Double(max(bearing.load, 0.02))) - crop.weatherEffect
    books.mass.post(
      bearing.expected, from: accounts.growth[0], to: accounts.onTrees[Int(bearing.district)],
      event: "ripening of plot \(bearing.plot)")
    record.ripened(bearing.expected, bearing, on: today)
    let fruit = GradedGrams(bearing.expected, shares: gradeMix.shares(shift: size))
    hanging[Int(bearing.district)].append(HangingCrop(fruit, of: bearing))
  }

  /// The day of a date that comes every year; the 29th of February is the 28th in other years.
  func dayOfYear(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let last = CalendarYear.days(inMonth: month, of: year)
    guard let date = try? CalendarDate(year: year, month: month, day: min(day, last)) else { return 0 }
    return calendar.day(of: date)
  }
}

extension OffSeason {
  /// How likely a plot flowers when it is induced for a month, so many years in a row.
  func chanceOfFlowers(_ plot: Plot, of land: Land, harvest month: Int, streak: Int) -> Double {
    let dosing = (month - 1 - leadMonths + 24) % 12 + 1
    let base = successDry + (successRain - successDry) * rainyMonths[dosing]
    let tired = base - streakLoss * Double(min(streak, longestStreak))
    var place = Double(plot.offSeasonQuantile)
    if land.isRegistered { place = place < 1 ? place * usualShare : usualShare + (place - 1) * (1 - usualShare) }
    return max(0, tired * (1 - marginalLoss * min(place, 1)))
  }
}
