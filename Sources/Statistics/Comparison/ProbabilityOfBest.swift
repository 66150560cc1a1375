/// How likely each of several policies is the best on average, judged from the years that all were run in.
///
///     let best = try ProbabilityOfBest(of: profits, goal: .larger, seed: 2_026)  // profits[policy][year]
///     best.probabilities  // for instance 0.02, 0.91, 0.07
///     best.yearsBest      // in how many years each did best
///
/// A probability is the share of bootstrap resamples of the years in which the policy has the best mean, the same years
/// for all policies, so that what they have in common cancels. It describes the data at hand and promises nothing; for
/// a promise there is ``KimNelsonSelection``.
public struct ProbabilityOfBest: Equatable, Sendable {
  /// The probability of each policy to have the best mean; those that tie share it.
  public let probabilities: [Double]
  /// In how many years each policy did best; those that tie share the year.
  public let yearsBest: [Double]
  /// How many years there were.
  public let yearCount: Int
  /// How many resamples were drawn.
  public let replicateCount: Int

  /// Draws resamples of the years.
  ///
  /// - Parameters:
  ///   - outcomes: For each policy the outcome of each year: at least one policy, at least two years, the same for all,
  ///     all finite.
  ///   - goal: Which way the measure is better.
  ///   - replicates: How many resamples, at least one and at most 2^32 − 1.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  /// - Throws: `StatisticsError` when the outcomes are not like that.
  /// - Complexity: O(policies × years × resamples).
  public init(
    of outcomes: [[Double]], goal: Goal, replicates: Int = 1_999, seed: UInt64
  ) throws(StatisticsError) {
    let years = try countYears(in: outcomes, points: max(outcomes.count, 1))
    guard years >= 2 else { throw .tooFewValues(needed: 2, found: years) }
    try requireSize(of: "replicates", replicates, in: 1...Int(UInt32.max))
    yearCount = years
    replicateCount = replicates
    var yearsBest = SharedWins(count: outcomes.count, goal: goal)
    for year in 0..<years { yearsBest.add(outcomes.map { $0[year] }) }
    var meansBest = SharedWins(count: outcomes.count, goal: goal)
    var sums = [Double](repeating: 0, count: outcomes.count)
    for replicate in 0..<replicates {
      let counts = bootstrapCounts(of: years, replicate: replicate, seed: seed).counts
      for (policy, row) in outcomes.enumerated() {
        var sum = 0.0
        for year in 0..<years { sum += row[year] * Double(counts[year]) }
        sums[policy] = sum
      }
      meansBest.add(sums)
    }
    self.yearsBest = yearsBest.wins
    probabilities = meansBest.wins.map { $0 / Double(replicates) }
  }
}

/// How often each of several was the best; those that tie share.
private struct SharedWins {
  var wins: [Double]
  let goal: Goal

  init(count: Int, goal: Goal) {
    wins = Array(repeating: 0, count: count)
    self.goal = goal
  }

  mutating func add(_ values: [Double]) {
    var best = values[0]
    for value in values where goal.prefers(value, to: best) { best = value }
    var winners = 0
    for value in values where value == best { winners += 1 }
    let share = 1 / Double(winners)
    for (number, value) in values.enumerated() where value == best { wins[number] += share }
  }
}
