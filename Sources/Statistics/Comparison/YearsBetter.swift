/// In how many of the same simulated years one policy did better than another.
///
///     let years = try YearsBetter(policyB, than: policyA, goal: .larger)
///     print("better in \(years.better) of \(years.count) years")
public struct YearsBetter: Equatable, Sendable {
  /// In how many years the first did better.
  public let better: Int
  /// In how many years both did the same.
  public let equal: Int
  /// In how many years the first did worse.
  public let worse: Int

  /// How many years there were.
  public var count: Int { better + equal + worse }

  /// Counts years.
  ///
  /// - Parameters:
  ///   - first: The outcome of each year, at least one, all finite.
  ///   - second: The outcome of the same years.
  ///   - goal: Which way the measure is better.
  /// - Throws: `StatisticsError` when the outcomes are not like that.
  /// - Complexity: O(n).
  public init(
    _ first: some Collection<Double>, than second: some Collection<Double>, goal: Goal
  ) throws(StatisticsError) {
    guard first.count == second.count else { throw .unequalLengths(first: first.count, second: second.count) }
    guard !first.isEmpty else { throw .tooFewValues(needed: 1, found: 0) }
    var better = 0
    var worse = 0
    for (index, (one, other)) in zip(first, second).enumerated() {
      guard one.isFinite, other.isFinite else {
        throw .notFinite(value: one.isFinite ? other : one, index: index)
      }
      if goal.prefers(one, to: other) { better += 1 }
      if goal.prefers(other, to: one) { worse += 1 }
    }
    self.better = better
    self.worse = worse
    equal = first.count - better - worse
  }
}
