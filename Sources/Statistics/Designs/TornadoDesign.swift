/// One axis at a time: the base, then every axis at its low and its high end while the others stay at the base.
///
///     let design = try TornadoDesign(axisCount: 4)
///     design.count  // 9
///     design[0]     // .base
///     design[2]     // .high(axis: 0)
public struct TornadoDesign: Design, Equatable {
  /// A point of a tornado.
  public enum Point: Equatable, Sendable {
    /// Every axis at its base.
    case base
    /// One axis at its low end.
    case low(axis: Int)
    /// One axis at its high end.
    case high(axis: Int)
  }

  /// How many axes there are.
  public let axisCount: Int

  /// How many points there are: one, and two an axis.
  public var count: Int { 1 + 2 * axisCount }

  /// Lays out a tornado.
  ///
  /// - Parameter axisCount: How many axes, at least one and at most 1,000,000.
  /// - Throws: `StatisticsError` when there are not so many.
  public init(axisCount: Int) throws(StatisticsError) {
    try requireSize(of: "axes", axisCount, in: 1...1_000_000)
    self.axisCount = axisCount
  }

  /// What is run at one point: the base, low of axis 0, high of axis 0, low of axis 1, and so on.
  ///
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(1).
  public subscript(point: Int) -> Point {
    requirePoint(point)
    if point == 0 { return .base }
    let axis = (point - 1) / 2
    return point.isMultiple(of: 2) ? .high(axis: axis) : .low(axis: axis)
  }
}
