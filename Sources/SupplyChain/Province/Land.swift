import Randomness
import Units

/// A growing household.
struct Farm: BitwiseCopyable {
  // In an order that leaves no gap: a farm is one line of memory.
  /// Stations in reach, the usual one first, and how far each is.
  let stations: SIMD4<UInt32>
  let km: SIMD4<Float>
  let area: SquareWah
  /// Its number in the register, by which its luck is known.
  let id: UInt32
  fileprivate(set) var firstPlot: UInt32
  let plotCount: UInt32
  /// How much this household asks for beside others.
  let reservation: Float
  let district: UInt16
  let picksItself: Bool
  let isLargePlot: Bool
}

/// A plot of one farm.
///
/// The quantiles say how early it is chosen when a share of all land is to be: below the share it is.
struct Plot: BitwiseCopyable {
  let id: UInt32
  fileprivate(set) var farm: UInt32
  let area: SquareWah
  let tendedQuantile: Float
  let certifiedQuantile: Float
  /// Above 1 where water or money is missing.
  let offSeasonQuantile: Float
  let monthDraw: Float
  let ripeningDraw: Float
  /// What it bears beside a full-grown plot of its size.
  let vigour: Float
  /// Its farm's.
  let district: UInt16
  let isTended: Bool
  /// The month for which it is induced, where a register says so; 0 for its own draw.
  var month: UInt8 = 0
}

/// The farms and plots of a province: the same in every replication, changed only by the settings they are made of.
struct Land: Sendable {
  private(set) var farms: [Farm] = []
  private(set) var plots: [Plot] = []
  /// Whether they are real ones.
  let isRegistered: Bool
  /// Of all farms, also of those that a sample leaves out.
  private(set) var rai = 0.0
  /// Stations each farm can reach are among those of its own and the next districts.
  let roads: Roads

  init(_ world: World, roads: Roads, stations: [Place], seed: UInt64) {
    self.roads = roads
    let luck = Luck.ofPopulation(seed: seed)
    isRegistered = world.register != nil
    if let register = world.register {
      add(Register(register, districts: world.districts), world, luck, stations)
    } else {
      addFarms(world, luck, stations)
      addPlots(world, luck)
    }
    rai = farms.reduce(0) { $0 + $1.area.rai }
  }

  /// Keeps some of the farms, in their order, and their plots.
  mutating func keep(_ members: [Int]) {
    let (allFarms, allPlots) = (farms, plots)
    farms.removeAll(keepingCapacity: true)
    plots.removeAll(keepingCapacity: true)
    for member in members {
      var farm = allFarms[member]
      let own = allPlots[Int(farm.firstPlot)..<Int(farm.firstPlot + farm.plotCount)]
      farm.firstPlot = UInt32(plots.count)
      for var plot in own {
        plot.farm = UInt32(farms.count)
        plots.append(plot)
      }
      farms.append(farm)
    }
  }

  /// Sends for a farm that is needed soon.
  @inline(__always)
  func prefetch(farm: UInt32) { farms.prefetch(Int(farm)) }

  // MARK: Farms

  private mutating func addFarms(_ world: World, _ luck: Luck, _ stations: [Place]) {
    // Nobody lives nowhere.
    if world.districts.isEmpty { return }
    let districtOf = Land.deal(world.terms.farms.households, over: world.districts.map(\.part.areaShare))
    let sd = world.terms.farms.sizeLogSD
    var weights = (0..<UInt32(world.terms.farms.households)).map { Elementary.exp(sd * luck.normal(.farm, $0, .size)) }
    // Every district keeps its share of the land, whoever lives there.
    var ofDistrict = Array(repeating: 0.0, count: world.districts.count)
    for (farm, weight) in weights.enumerated() { ofDistrict[districtOf[farm]] += weight }
    for farm in weights.indices {
      let district = districtOf[farm]
      weights[farm] *= world.districts[district].part.areaShare / ofDistrict[district]
    }
    let land = SquareWah(rai: world.terms.farms.areaRai, rounding: .nearestEven)
    var areas = Array(repeating: SquareWah.zero, count: weights.count)
    var parts = areas.mutableSpan
    land.apportion(by: weights.span, into: &parts)

    let reach = StationReach(stations, roads: roads)
    var firstPlot: UInt32 = 0
    farms.reserveCapacity(areas.count)
    for (index, area) in areas.enumerated() {
      let count = UInt32(max(1, min(400, (area.rai / world.terms.farms.plotRai).rounded())))
      addFarm(UInt32(index), in: districtOf[index], area, firstPlot..<firstPlot + count, world, luck, reach)
      firstPlot += count
    }
  }

  private mutating func addFarm(
    _ id: UInt32, in district: Int, _ area: SquareWah, _ plots: Range<UInt32>, _ world: World, _ luck: Luck,
    _ reach: StationReach, picksItself: Bool? = nil, isLargePlot: Bool? = nil
  ) {
    let sd = world.terms.behaviour.reservationSpread
    let (near, km) = reach.stations(from: district, draw: luck.uniform(.farm, id, .way))
    farms.append(
      Farm(
        stations: near, km: km, area: area, id: id, firstPlot: plots.lowerBound, plotCount: UInt32(plots.count),
        reservation: Float(Elementary.exp(sd * luck.normal(.farm, id, .reservation) - sd * sd / 2)),
        district: UInt16(district),
        picksItself: picksItself ?? (luck.uniform(.farm, id, .familyHands) < world.terms.labour.familyShare),
        isLargePlot: isLargePlot ?? (luck.uniform(.farm, id, .largePlot) < world.terms.farms.largePlotShare)))
  }

  /// So many members dealt over groups by weight, as evenly as whole members allow; each member's group.
  static func deal(_ count: Int, over weights: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    var groups: [Int] = []
    groups.reserveCapacity(count)
    var running = 0.0
    for (group, weight) in weights.enumerated() {
      running += weight
      let until = group == weights.count - 1 ? count : Int((Double(count) * running / total).rounded())
      while groups.count < until { groups.append(group) }
    }
    return groups
  }

  // MARK: Plots

  private mutating func addPlots(_ world: World, _ luck: Luck) {
    var drafts: [Draft] = []
    drafts.reserveCapacity(farms.reduce(0) { $0 + Int($1.plotCount) })
    for (index, farm) in farms.enumerated() {
      let canForce = Land.canForce(farm.id, hasWater: nil, world, luck)
      let count = Int64(farm.plotCount)
      for place in 0..<count {
        let until = farm.area.count * (place + 1) / count
        let area = SquareWah(until - farm.area.count * place / count)
        drafts.append(Draft(UInt32(drafts.count), farm: UInt32(index), area, canForce: canForce, world, luck))
      }
    }
    let weights = drafts.map { Double($0.area.count) }
    let tended = Land.quantiles(drafts.map(\.tendedDraw), weights)
    for index in drafts.indices {
      drafts[index].isTended = tended[index] < world.terms.farms.tendedAreaShare
      drafts[index].vigour *= drafts[index].isTended ? world.terms.crop.yields.tendedYield : 1
    }
    let preference = world.terms.farms.gapTendedPreference
    let certified = Land.quantiles(
      drafts.map { $0.isTended ? $0.certifiedDraw : $0.certifiedDraw * preference }, weights)
    // Off-season is a share of the tonnage; those who cannot come last and are never chosen.
    let tonnage = zip(drafts, weights).map { $0.vigour * $1 }
    let forced = Land.quantiles(drafts.map { $0.canForce ? $0.offSeasonDraw : 2 + $0.offSeasonDraw }, tonnage)
    plots = drafts.enumerated().map { index, draft in
      Plot(
        id: draft.id, farm: draft.farm, area: draft.area, tendedQuantile: Float(tended[index]),
        certifiedQuantile: Float(certified[index]),
        offSeasonQuantile: draft.canForce ? Float(forced[index]) : 2, monthDraw: Float(draft.monthDraw),
        ripeningDraw: Float(draft.ripeningDraw), vigour: Float(draft.vigour),
        district: farms[Int(draft.farm)].district, isTended: draft.isTended)
    }
  }

  /// Whether a farm has the water and the money that off-season fruit needs.
  private static func canForce(_ farm: UInt32, hasWater: Bool?, _ world: World, _ luck: Luck) -> Bool {
    let irrigation = world.terms.measures.smartIrrigation
    let isIrrigated =
      irrigation.uptake > 0
      && luck.uniform(.farm, farm, .uptake, number: UInt64(Measures.Number.smartIrrigation.rawValue))
        < irrigation.uptake
    let hasWater = hasWater ?? (luck.uniform(.farm, farm, .water) < world.terms.farms.waterShare)
    return (isIrrigated || hasWater) && luck.uniform(.farm, farm, .cash) < world.terms.farms.cashShare
  }

  // MARK: A register

  /// Real farms; what their rows do not say hangs on draws by their ids alone, so that nobody's depends on who else is in
  /// the register.
  private mutating func add(_ register: Register, _ world: World, _ luck: Luck, _ stations: [Place]) {
    let reach = StationReach(stations, roads: roads)
    for farm in register.farms {
      let first = UInt32(plots.count)
      let area = farm.plots.reduce(SquareWah.zero) { $0 + $1.area }
      let index = UInt32(farms.count)
      for plot in farm.plots { plots.append(Land.plot(plot, of: farm, index, world, luck)) }
      addFarm(
        farm.id, in: farm.district, area, first..<UInt32(plots.count), world, luck, reach,
        picksItself: farm.picksItself, isLargePlot: farm.isLargePlot)
    }
  }

  private static func plot(
    _ plot: Register.Plot, of farm: Register.Farm, _ index: UInt32, _ world: World, _ luck: Luck
  ) -> Plot {
    let (row, terms, yields) = (plot.row, world.terms.farms, world.terms.crop.yields)
    let canForce = Land.canForce(farm.id, hasWater: row.hasWater, world, luck)
    let draft = Draft(plot.id, farm: index, plot.area, canForce: canForce, world, luck)
    let isTended = row.isTended ?? (draft.tendedDraw < terms.tendedAreaShare)
    var vigour = draft.vigour
    if let age = row.age { vigour = age == .young ? yields.youngYield : age == .old ? yields.oldYield : 1 }
    if isTended { vigour *= yields.tendedYield }
    // Those with a certificate have it whatever the share; of the others, an expansion takes some.
    let preference = terms.gapTendedPreference
    let tended = terms.tendedAreaShare
    let certified: Double =
      switch row.isCertified {
      case true?: -1
      case false?: terms.gapAreaShare + (1 - terms.gapAreaShare) * max(draft.certifiedDraw, 1e-6)
      case nil:
        (isTended ? draft.certifiedDraw : draft.certifiedDraw * preference) * (tended + (1 - tended) / preference)
      }
    // Below 1 for those that are induced at the usual share, up to 2 for those that might be, 3 for the rest.
    let usual = world.terms.crop.offSeason.usualShare
    let draw = min(draft.offSeasonDraw, 0.999_999)
    let offSeason: Double =
      switch row.season {
      case .off?: draw
      case .in?: canForce ? 1 + draw : 3
      case nil: !canForce ? 3 : draw < usual ? min(draw / usual, 0.999_999) : 1 + (draw - usual) / (1 - usual)
      }
    return Plot(
      id: plot.id, farm: index, area: plot.area, tendedQuantile: Float(draft.tendedDraw),
      certifiedQuantile: Float(certified), offSeasonQuantile: Float(offSeason), monthDraw: Float(draft.monthDraw),
      ripeningDraw: Float(draft.ripeningDraw), vigour: Float(vigour), district: UInt16(farm.district),
      isTended: isTended,
      month: UInt8(row.month ?? 0))
  }

  /// A plot on the way into being.
  private struct Draft {
    let id: UInt32
    let farm: UInt32
    let area: SquareWah
    let canForce: Bool
    let tendedDraw: Double
    let certifiedDraw: Double
    let offSeasonDraw: Double
    let monthDraw: Double
    let ripeningDraw: Double
    var vigour: Double
    var isTended = false

    init(_ id: UInt32, farm: UInt32, _ area: SquareWah, canForce: Bool, _ world: World, _ luck: Luck) {
      (self.id, self.farm, self.area, self.canForce) = (id, farm, area, canForce)
      tendedDraw = luck.uniform(.plot, id, .tended)
      certifiedDraw = luck.uniform(.plot, id, .certified)
      offSeasonDraw = luck.uniform(.plot, id, .offSeason)
      monthDraw = luck.uniform(.plot, id, .month)
      ripeningDraw = luck.normal(.plot, id, .ripening)
      let age = luck.uniform(.plot, id, .age)
      let yields = world.terms.crop.yields
      vigour =
        age < yields.youngShare ? yields.youngYield : age > 1 - yields.oldShare ? yields.oldYield : 1
    }
  }
}
