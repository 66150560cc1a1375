import Randomness
import Units

extension Land {
  /// Keeps a part of the farms, each still itself with its own luck; answers which part of the trees, by what they bear,
  /// that is.
  ///
  /// Farms of a district are lined up by what they can do (certified, tended, off season) and by size, and taken at even
  /// steps, so that the sample has of each kind what the district has.
  mutating func takeSample(_ share: Double, of world: World, seed: UInt64) -> Double {
    let luck = Luck.ofPopulation(seed: seed)
    func tonnage() -> Double { plots.reduce(0) { $0 + Double($1.area.count) * Double($1.vigour) } }
    let whole = tonnage()
    var line = farms.indices.map { farm in
      let plot = plots[Int(farms[farm].firstPlot)]
      let isCertified = Double(plot.certifiedQuantile) < world.terms.farms.gapAreaShare
      let isForced = Double(plot.offSeasonQuantile) < world.terms.crop.offSeason.usualShare
      let kind = (isCertified ? 4 : 0) + (plot.isTended ? 2 : 0) + (isForced ? 1 : 0)
      return (district: Int(farms[farm].district), kind: kind, area: farms[farm].area, farm: farm)
    }
    line.sort { ($0.district, $0.kind, $0.area, $0.farm) < ($1.district, $1.kind, $1.area, $1.farm) }
    let start = luck.uniform(.farm, 0, .sample)
    var taken: [Int] = []
    for (place, member) in line.enumerated() {
      let before = (Double(place) * share + start).rounded(.down)
      if (Double(place + 1) * share + start).rounded(.down) > before { taken.append(member.farm) }
    }
    if taken.isEmpty, let first = line.first { taken = [first.farm] }
    keep(taken.sorted())
    return whole > 0 ? tonnage() / whole : share
  }
}
