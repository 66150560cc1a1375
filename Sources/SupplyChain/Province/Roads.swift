/// How far the districts are from each other by road.
struct Roads: Sendable {
  let count: Int
  let localKm: Double
  private let km: [Double]
  /// For each district all districts, nearest first, itself before the others.
  let nearest: [[Int]]

  init(_ world: World) {
    let districts = world.districts.map(\.part)
    let transport = world.terms.transport
    count = districts.count
    localKm = transport.localKm
    var km: [Double] = []
    for from in districts.indices {
      for to in districts.indices {
        let straight = districts[from].straightKm(to: districts[to])
        km.append(from == to ? transport.localKm : max(transport.localKm, straight * transport.roadFactor))
      }
    }
    self.km = km
    let all = districts.indices
    let count = self.count
    nearest = all.map { from in
      all.sorted { ($0 != from ? 1 : 0, km[from * count + $0], $0) < ($1 != from ? 1 : 0, km[from * count + $1], $1) }
    }
  }

  func distance(_ from: Int, _ to: Int) -> Double { km[from * count + to] }
}

/// A station or a buyer on the map.
struct Place: Sendable {
  let district: Int
}

/// Which stations a farm goes to: two of its own district, one of the next.
struct StationReach {
  private let roads: Roads
  private let inDistrict: [[UInt32]]

  init(_ stations: [Place], roads: Roads) {
    self.roads = roads
    var inDistrict = Array(repeating: [UInt32](), count: roads.count)
    for (index, station) in stations.enumerated() { inDistrict[station.district].append(UInt32(index)) }
    self.inDistrict = inDistrict
  }

  static let none = UInt32.max

  /// Up to four stations and the kilometres to them.
  ///
  /// The draw says which ones of a district, and how far off the road
  /// the farm lies.
  func stations(from district: Int, draw: Double) -> (SIMD4<UInt32>, SIMD4<Float>) {
    var near = SIMD4<UInt32>(repeating: StationReach.none)
    var km = SIMD4<Float>(repeating: 0)
    var found = 0
    var rank = 0
    for other in roads.nearest[district] where found < 4 && rank < 3 && !inDistrict[other].isEmpty {
      let count = inDistrict[other].count
      let first = Int(draw * Double(count))
      for step in 0..<min(rank == 0 ? 2 : 1, count) {
        near[found] = inDistrict[other][(first + step) % count]
        // The nearest station is nearer than the usual way, the second one farther.
        let local = roads.localKm * (0.5 + Double(step) + (draw * 97).truncatingRemainder(dividingBy: 1) * 0.5)
        km[found] = Float(other == district ? local : roads.distance(district, other) + local / 2)
        found += 1
      }
      rank += 1
    }
    return (near, km)
  }
}
