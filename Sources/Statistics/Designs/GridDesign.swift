/// Every combination of the levels of some axes; the last axis changes fastest.
///
///     let grid = try GridDesign(levelCounts: [3, 2])
///     grid[3]  // [1, 1]: the second level of both axes
public struct GridDesign: Design, Equatable {
  /// How many levels each axis has.
  public let levelCounts: [Int]
  /// How many points there are: the product of the level counts.
  public let count: Int

  /// Crosses axes.
  ///
  /// - Parameter levelCounts: How many levels each axis has, at least one; no axes make one point.
  /// - Throws: `StatisticsError` when an axis has no level or there are too many points to be counted.
  /// - Complexity: O(axes).
  public init(levelCounts: [Int]) throws(StatisticsError) {
    var points = 1
    for levels in levelCounts {
      try requireSize(of: "levels on every axis", levels, in: 1...Int.max)
      let (product, overflow) = points.multipliedReportingOverflow(by: levels)
      guard !overflow else { throw .gridTooLarge(levelCounts: levelCounts) }
      points = product
    }
    self.levelCounts = levelCounts
    count = points
  }

  /// The level of each axis at one point, counted from 0.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(axes).
  public subscript(point: Int) -> [Int] {
    requirePoint(point)
    var rest = point
    var levels = levelCounts
    for axis in levels.indices.reversed() {
      levels[axis] = rest % levelCounts[axis]
      rest /= levelCounts[axis]
    }
    return levels
  }
}
