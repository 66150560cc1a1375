/// The first levels of all axes together, then the second ones, and so on.
///
///     let pairs = try ZipDesign(levelCounts: [4, 4])
///     pairs[2]  // [2, 2]
public struct ZipDesign: Design, Equatable {
  /// How many axes there are.
  public let axisCount: Int
  /// How many points there are: the levels of any axis.
  public let count: Int

  /// Joins axes level by level.
  ///
  /// - Parameter levelCounts: How many levels each axis has: equally many, at least one; at least one axis.
  /// - Throws: `StatisticsError` when the axes are not like that.
  /// - Complexity: O(axes).
  public init(levelCounts: [Int]) throws(StatisticsError) {
    guard let levels = levelCounts.first else { throw .designTooSmall(of: "axes", needed: 1, found: 0) }
    try requireSize(of: "levels on every axis", levels, in: 1...Int.max)
    for other in levelCounts where other != levels { throw .unequalLengths(first: levels, second: other) }
    axisCount = levelCounts.count
    count = levels
  }

  /// The level of each axis at one point, counted from 0: the number of the point.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(axes).
  public subscript(point: Int) -> [Int] {
    requirePoint(point)
    return Array(repeating: point, count: axisCount)
  }
}
