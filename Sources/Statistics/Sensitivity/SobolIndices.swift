/// Which share of an outcome's variance comes from which setting: the indices of Sobol'.
///
///     let indices = try SobolIndices(design: design, outcomes: outcomes, seed: 2_026)
///     indices.axes[2].first.estimate  // alone
///     indices.axes[2].total.estimate  // alone and together with others
///     indices.noiseShare              // what is luck, not a setting
///
/// The first-order index is estimated as by Saltelli and others (2010), *Computer Physics Communications* 181(2), table
/// 2 (b), on outcomes less their mean; the total index as by Jansen (1999), "Analysis of variance designs for model
/// output", *Computer Physics Communications* 117. Intervals are percentile intervals of a bootstrap over the base
/// points. An estimate may fall below 0 or above 1 by chance.
public struct SobolIndices: Equatable, Sendable {
  /// What one axis explains.
  public struct Axis: Equatable, Sendable {
    /// The share of the variance that the axis explains alone.
    public let first: BootstrapInterval
    /// The share of the variance in which the axis has a part, alone or together with others.
    public let total: BootstrapInterval
  }

  /// What each axis explains.
  public let axes: [Axis]
  /// The mean outcome over the whole space.
  public let mean: Double
  /// The variance of the outcome, averaged over the years, over the whole space.
  public let variance: Double
  /// The share of `variance` that is replication noise, or nil when there is but one year.
  ///
  /// It is what years add to one point and not to another, divided by the number of years: with the same years
  /// everywhere, what a good year adds everywhere is no noise. A total index no larger than this says nothing.
  public let noiseShare: Double?
  /// How many base points were used.
  public let basePointCount: Int
  /// Which base points were left out because a run of theirs has no outcome, ascending.
  public let dropped: [Int]

  /// Reads the outcomes of a design; a base point is left out as a whole where any of its runs has none.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - outcomes: For each point of the design the outcome of each year, nil where a run failed; the same years
  ///     everywhere, at least one, on which chance is the same for all points.
  ///   - level: The share of such intervals that hold the true index, between 0 and 1.
  ///   - replicates: How many resamples of the base points, at least one and at most 2^32 − 1.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  /// - Throws: `StatisticsError` when the outcomes are not like that, fewer than two base points are whole, or the
  ///   outcome does not vary.
  /// - Complexity: O(n) in the number of outcomes, and O(base points × dimensions) a resample.
  public init(
    design: SaltelliDesign, outcomes: [[Double?]], level: Double = 0.95, replicates: Int = 999, seed: UInt64
  ) throws(StatisticsError) {
    let whole = try WholeGroups(of: outcomes, points: design.count, perGroup: design.pointsPerBase)
    guard whole.kept.count >= 2 else { throw .tooFewValues(needed: 2, found: whole.kept.count) }
    try requireSize(of: "replicates", replicates, in: 1...Int(UInt32.max))
    var rows: [[Double]] = []
    for group in whole.outcomes { rows.append(try means(of: group)) }
    let summary = try Summary(of: rows.flatMap { $0[..<2] })
    let terms = rows.map { SaltelliTerms(outcomes: $0, centre: summary.mean) }
    let data = SaltelliTerms.sum(of: terms, counts: nil)
    guard summary.minimum < summary.maximum, data.variance > 0 else { throw .noVariation }
    var firsts = [[Double]](repeating: [], count: design.dimensions)
    var totals = firsts
    for replicate in 0..<replicates {
      let counts = bootstrapCounts(of: terms.count, replicate: replicate, seed: seed).counts
      let resample = SaltelliTerms.sum(of: terms, counts: counts)
      for axis in 0..<design.dimensions {
        firsts[axis].append(resample.first(axis))
        totals[axis].append(resample.total(axis))
      }
    }
    var axes: [Axis] = []
    for axis in 0..<design.dimensions {
      axes.append(
        Axis(
          first: try BootstrapInterval(percentile: data.first(axis), replicates: firsts[axis], level: level),
          total: try BootstrapInterval(percentile: data.total(axis), replicates: totals[axis], level: level)))
    }
    self.axes = axes
    mean = summary.mean
    variance = data.variance
    noiseShare = Self.noise(of: whole.outcomes).map { $0 / data.variance }
    basePointCount = rows.count
    dropped = whole.dropped
  }

  /// The variance that chance adds to the mean outcome of a point: that of the interaction of points and years.
  ///
  /// Of the two random points of each base point, as the variance that it is compared with.
  private static func noise(of groups: [[[Double]]]) -> Double? {
    let points = groups.flatMap { $0[..<2] }
    let years = points[0].count
    guard years > 1 else { return nil }
    let pointMeans = points.map { $0.reduce(0, +) / Double(years) }
    let yearMeans = (0..<years).map { year in points.reduce(0) { $0 + $1[year] } / Double(points.count) }
    let mean = yearMeans.reduce(0, +) / Double(years)
    var squares = 0.0
    for (row, pointMean) in zip(points, pointMeans) {
      for (value, yearMean) in zip(row, yearMeans) {
        let rest = (value - pointMean) - (yearMean - mean)
        squares += rest * rest
      }
    }
    return squares / (Double(points.count - 1) * Double(years - 1)) / Double(years)
  }
}
