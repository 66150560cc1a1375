/// Points that cover the whole space evenly and stay even when their number is doubled: those of Sobol', scrambled.
///
///     let design = try SobolDesign(count: 256, dimensions: 8, seed: 2_026)
///     design[0]  // eight coordinates between 0 and 1
///
/// The direction numbers are those of Joe and Kuo, the scrambling is that of Owen. The first half of a design is the
/// design of half the points. The number of points is a power of two and point 0 is one of them: without either, the
/// points lose what they are good for (Owen 2020, "On dropping the first Sobol' point").
public struct SobolDesign: Design, Equatable {
  /// How many dimensions there are direction numbers for.
  public static let mostDimensions = JoeKuoNumbers.dimensions

  /// How many points there are, a power of two.
  public let count: Int
  /// The seed of the scrambling, or nil without one.
  public let seed: UInt64?
  private let sequence: SobolSequence
  private let scramblings: [OwenScrambling]

  /// How many coordinates a point has.
  public var dimensions: Int { sequence.dimensions }

  /// Lays out points.
  ///
  /// - Parameters:
  ///   - count: How many points: a power of two, at most 2^32.
  ///   - dimensions: How many coordinates a point has, at least one and at most `mostDimensions`.
  ///   - seed: The seed of the experiment, whose draws are none of the model's; nil leaves the points unscrambled, with
  ///     the origin as point 0.
  /// - Throws: `StatisticsError` when the counts are not like that.
  /// - Complexity: O(dimensions).
  public init(count: Int, dimensions: Int, seed: UInt64?) throws(StatisticsError) {
    try requireSize(of: "points", count, in: 1...(1 << 32))
    guard count.nonzeroBitCount == 1 else { throw .notAPowerOfTwo(count) }
    try requireSize(of: "dimensions", dimensions, in: 1...Self.mostDimensions)
    self.count = count
    self.seed = seed
    sequence = SobolSequence(dimensions: dimensions)
    scramblings = seed.map { seed in (0..<dimensions).map { OwenScrambling(dimension: $0, seed: seed) } } ?? []
  }

  /// The coordinates of one point.
  ///
  /// Scrambled ones are the middles of the 2^32 parts of an axis, so that none is 0 or 1; the others are the lower ends.
  /// Stops the process when there is no such point.
  ///
  /// - Complexity: O(dimensions).
  public subscript(point: Int) -> [Double] {
    requirePoint(point)
    return (0..<dimensions).map { dimension in
      let coordinate = sequence.coordinate(dimension, of: UInt32(point))
      guard !scramblings.isEmpty else { return Double(coordinate) * 0x1p-32 }
      return (Double(scramblings[dimension].scramble(coordinate)) + 0.5) * 0x1p-32
    }
  }
}
