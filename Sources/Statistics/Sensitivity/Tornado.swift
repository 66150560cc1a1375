/// What each setting alone can do to an outcome, the widest first.
///
///     let design = try TornadoDesign(axisCount: 4)
///     let tornado = try Tornado(outcomes: outcomes)  // outcomes[point][year], points as in the design
///     for bar in tornado.bars { print(bar.axis, bar.low.mean, bar.high.mean) }
///
/// All points are run on the same years, so that every difference is paired. What settings do together it cannot see:
/// see ``MorrisScreening`` and ``SobolIndices``.
public struct Tornado: Equatable, Sendable {
  /// What one setting does.
  public struct Bar: Equatable, Sendable {
    /// Which axis, counted from 0.
    public let axis: Int
    /// The outcome at the low end minus that at the base.
    public let low: MeanDifference
    /// The outcome at the high end minus that at the base.
    public let high: MeanDifference
    /// The outcome at the high end minus that at the low end.
    public let swing: MeanDifference

    /// From the lowest to the highest mean of low end, base and high end.
    public var width: Double { max(low.mean, high.mean, 0) - min(low.mean, high.mean, 0) }
  }

  /// The mean outcome at the base.
  public let base: MeanInterval
  /// The bars, the widest first, equally wide ones by axis.
  public let bars: [Bar]

  /// Reads the outcomes of a `TornadoDesign`.
  ///
  /// - Parameters:
  ///   - outcomes: For each point of the design the outcome of each year: at least two years, the same everywhere, all
  ///     finite.
  ///   - level: The share of such intervals that hold the true mean, between 0 and 1.
  /// - Throws: `StatisticsError` when the outcomes or the level are not like that.
  /// - Complexity: O(n) in the number of outcomes.
  public init(outcomes: [[Double]], level: Double = 0.95) throws(StatisticsError) {
    let design = try TornadoDesign(axisCount: (outcomes.count - 1) / 2)
    _ = try countYears(in: outcomes, points: design.count)
    base = try MeanInterval(of: outcomes[0], level: level)
    var bars: [Bar] = []
    for axis in 0..<design.axisCount {
      let low = outcomes[1 + 2 * axis]
      let high = outcomes[2 + 2 * axis]
      bars.append(
        Bar(
          axis: axis, low: try .paired(low, minus: outcomes[0], level: level),
          high: try .paired(high, minus: outcomes[0], level: level),
          swing: try .paired(high, minus: low, level: level)))
    }
    self.bars = bars.sorted { $0.width == $1.width ? $0.axis < $1.axis : $0.width > $1.width }
  }
}
