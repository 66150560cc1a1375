/// The points from which Sobol' indices are computed: two random points, and the first with each axis of the second.
///
///     let design = try SaltelliDesign(basePoints: 1_024, dimensions: 6, seed: 2_026)
///     design.count  // 8,192: eight runs a base point
///
/// Saltelli and others (2010), "Variance based sensitivity analysis of model output", *Computer Physics Communications*
/// 181(2): rows A and B of one scrambled Sobol' design of twice the dimensions, and for each axis i the row AB(i), which
/// is A with axis i of B. The points of a base point follow each other: A, B, AB(0), AB(1) and so on. Doubling the
/// base points only appends. `SobolIndices` reads the outcomes.
public struct SaltelliDesign: Design, Equatable {
  /// How many dimensions there are direction numbers for, twice.
  public static let mostDimensions = SobolDesign.mostDimensions / 2

  /// What a point is among those of its base point.
  public enum Role: Equatable, Sendable {
    /// The first random point.
    case a
    /// The second random point.
    case b
    /// The first with one axis of the second.
    case mixed(axis: Int)
  }

  /// How many coordinates a point has.
  public let dimensions: Int
  private let base: SobolDesign

  /// How many base points there are, a power of two.
  public var basePoints: Int { base.count }
  /// How many points belong to a base point.
  public var pointsPerBase: Int { dimensions + 2 }
  /// How many points there are.
  public var count: Int { basePoints * pointsPerBase }

  /// Lays out points.
  ///
  /// - Parameters:
  ///   - basePoints: How many base points: a power of two, at most 2^32; from 256 on the indices are of use.
  ///   - dimensions: How many coordinates a point has, at least one and at most `mostDimensions`.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  /// - Throws: `StatisticsError` when the counts are not like that.
  /// - Complexity: O(dimensions).
  public init(basePoints: Int, dimensions: Int, seed: UInt64) throws(StatisticsError) {
    try requireSize(of: "dimensions", dimensions, in: 1...Self.mostDimensions)
    self.dimensions = dimensions
    base = try SobolDesign(count: basePoints, dimensions: 2 * dimensions, seed: seed)
  }

  /// What a point is among those of its base point, whose number is `point / pointsPerBase`.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(1).
  public func role(of point: Int) -> Role {
    requirePoint(point)
    switch point % pointsPerBase {
    case 0: return .a
    case 1: return .b
    case let place: return .mixed(axis: place - 2)
    }
  }

  /// The coordinates of one point, between 0 and 1.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(dimensions).
  public subscript(point: Int) -> [Double] {
    let role = role(of: point)
    let both = base[point / pointsPerBase]
    switch role {
    case .a: return Array(both[..<dimensions])
    case .b: return Array(both[dimensions...])
    case .mixed(let axis):
      var coordinates = Array(both[..<dimensions])
      coordinates[axis] = both[dimensions + axis]
      return coordinates
    }
  }
}
