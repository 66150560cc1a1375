import Randomness

/// Random walks through the space of settings that change one axis at a time: the trajectories of Morris.
///
///     let design = try MorrisDesign(trajectoryCount: 20, dimensions: 8, seed: 2_026)
///     design.count  // 180: nine points a trajectory
///
/// Morris (1991), "Factorial sampling plans for preliminary computational experiments", *Technometrics* 33(2). A
/// trajectory starts at a random point of a grid and moves every axis once, in random order, by a little over half of
/// its range, up or down. More trajectories only append. `MorrisScreening` reads the outcomes.
public struct MorrisDesign: Design, Equatable {
  /// How many trajectories there are.
  public let trajectoryCount: Int
  /// How many coordinates a point has.
  public let dimensions: Int
  /// How many levels the grid has on every axis, an even number.
  public let levels: Int
  /// The seed of the walks.
  public let seed: UInt64

  /// How many points a trajectory has.
  public var trajectoryLength: Int { dimensions + 1 }
  /// How many points there are.
  public var count: Int { trajectoryCount * trajectoryLength }

  /// One walk.
  public struct Trajectory: Equatable, Sendable {
    /// Which axis each step moves.
    public let axes: [Int]
    /// By how much each step moves its axis, from −1 to 1.
    public let steps: [Double]
    /// The points, one more than the steps.
    public let points: [[Double]]
  }

  /// Lays out trajectories.
  ///
  /// - Parameters:
  ///   - trajectoryCount: How many, at least one and at most 1,000,000; ten to fifty are usual.
  ///   - dimensions: How many coordinates a point has, at least one and at most 1,000,000.
  ///   - levels: How many levels the grid has on every axis: an even number, at most 1,000.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  /// - Throws: `StatisticsError` when the counts are not like that.
  public init(trajectoryCount: Int, dimensions: Int, levels: Int = 4, seed: UInt64) throws(StatisticsError) {
    try requireSize(of: "trajectories", trajectoryCount, in: 1...1_000_000)
    try requireSize(of: "dimensions", dimensions, in: 1...1_000_000)
    try requireSize(of: "levels on every axis", levels, in: 2...1_000)
    guard levels.isMultiple(of: 2) else { throw .levelsNotEven(levels) }
    self.trajectoryCount = trajectoryCount
    self.dimensions = dimensions
    self.levels = levels
    self.seed = seed
  }

  /// The coordinates of one point, each from 0 to 1; the points of a trajectory follow each other.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(dimensions²), as of the whole trajectory.
  public subscript(point: Int) -> [Double] {
    requirePoint(point)
    return trajectory(point / trajectoryLength).points[point % trajectoryLength]
  }

  /// One walk with all its points.
  ///
  /// Stops the process when there is no such trajectory.
  ///
  /// - Complexity: O(dimensions²).
  public func trajectory(_ number: Int) -> Trajectory {
    requirePoint(number * trajectoryLength)
    var stream = statisticsStream(seed: seed, id: number, for: .trajectories)
    let half = levels / 2
    let top = Double(levels - 1)
    var axes = Array(0..<dimensions)
    stream.shuffle(&axes)
    let low = axes.map { _ in stream.index(below: half) }
    let isRising = axes.map { _ in stream.chance(0.5) }
    var place = axes.indices.map { isRising[$0] ? low[$0] : low[$0] + half }
    var points = [place.map { Double($0) / top }]
    var steps: [Double] = []
    for axis in axes {
      place[axis] += isRising[axis] ? half : -half
      steps.append(Double(isRising[axis] ? half : -half) / top)
      points.append(place.map { Double($0) / top })
    }
    return Trajectory(axes: axes, steps: steps, points: points)
  }
}
