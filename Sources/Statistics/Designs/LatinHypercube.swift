import Randomness

/// Points that cover every axis evenly, whatever their number: a Latin hypercube.
///
///     let design = try LatinHypercube(count: 40, dimensions: 6, seed: 2_026)
///     design[0]  // six coordinates from 0 to 1
///
/// Each axis is cut into as many equal parts as there are points, and every part has one point, somewhere in it: McKay,
/// Beckman and Conover (1979), "A comparison of three methods for selecting values of input variables in the analysis
/// of output from a computer code", *Technometrics* 21(2). Another number of points is another design; where points may
/// be added later, take ``SobolDesign``.
public struct LatinHypercube: Design, Equatable {
  /// How many points there are.
  public let count: Int
  /// How many coordinates a point has.
  public let dimensions: Int
  /// The seed of the places.
  public let seed: UInt64
  /// For each dimension, in which part the points lie.
  private let strata: [[Int]]

  /// Draws a Latin hypercube.
  ///
  /// - Parameters:
  ///   - count: How many points, at least one and at most 2^31.
  ///   - dimensions: How many coordinates a point has, at least one and at most 65,536.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  /// - Throws: `StatisticsError` when the counts are not like that.
  /// - Complexity: O(points × dimensions), in memory too.
  public init(count: Int, dimensions: Int, seed: UInt64) throws(StatisticsError) {
    try requireSize(of: "points", count, in: 1...(1 << 31))
    try requireSize(of: "dimensions", dimensions, in: 1...65_536)
    self.count = count
    self.dimensions = dimensions
    self.seed = seed
    strata = (0..<dimensions).map { dimension in
      var stream = statisticsStream(seed: seed, id: dimension, for: .latinStrata)
      var parts = Array(0..<count)
      stream.shuffle(&parts)
      return parts
    }
  }

  /// The coordinates of one point, each from 0 up to, but not including, 1.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(dimensions).
  public subscript(point: Int) -> [Double] {
    requirePoint(point)
    return strata.indices.map { dimension in
      let stream = statisticsStream(seed: seed, id: dimension, for: .latinPlaces)
      let place = Double(stream.draw(UInt64(point)) >> 11) * 0x1p-53
      let part = Double(strata[dimension][point])
      // The sum may be rounded up into the next part.
      return Swift.min((part + place) / Double(count), ((part + 1) / Double(count)).nextDown)
    }
  }
}
