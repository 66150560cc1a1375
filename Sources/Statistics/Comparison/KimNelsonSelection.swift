import Randomness

/// Which of several policies is best, with a guarantee: the sequential selection of Kim and Nelson.
///
///     var selection = try KimNelsonSelection(
///       candidateCount: 4, goal: .larger, indifference: 5_000, confidence: 0.95, firstStage: 20)
///     while selection.selected == nil {
///       // Run the next years, the same for all of selection.survivors.
///       try selection.add(round: outcomes)  // outcomes[candidate][year]
///     }
///
/// If the best mean is better than every other by at least the indifference, it is selected with at least the stated
/// probability; if others are closer, whichever is selected is then within the indifference of the best. Kim and Nelson
/// (2001), "A fully sequential procedure for indifference-zone selection in simulation", *ACM Transactions on Modeling
/// and Computer Simulation* 11(3), with c = 1. The variance is that of differences, so that the same years for all
/// save most of the runs; outcomes are taken to be normal, which means of many days nearly are.
///
/// Years are looked at one after the other, whatever the rounds they come in: the same years give the same answer,
/// and years after the answer are not looked at.
public struct KimNelsonSelection: Equatable, Sendable {
  /// When a candidate was out.
  public struct Elimination: Equatable, Sendable {
    /// Which candidate, counted from 0.
    public let candidate: Int
    /// After how many years.
    public let years: Int
  }

  /// Which way the measure is better.
  public let goal: Goal
  /// The smallest difference that matters, in the unit of the measure.
  public let indifference: Double
  /// The probability of the guarantee.
  public let confidence: Double
  /// How many years are run before anybody can be out, and give the variances.
  public let firstStage: Int
  /// How many candidates there were.
  public let candidateCount: Int
  /// How many years have been looked at.
  public private(set) var years = 0
  /// The candidates that are still in, ascending.
  public private(set) var survivors: [Int]
  /// Who was out when, in order of time.
  public private(set) var eliminations: [Elimination] = []
  /// The one that is selected, or nil while it is not decided.
  public private(set) var selected: Int?

  /// h² of Kim and Nelson.
  private let factor: Double
  /// The outcomes of the first stage, of each candidate.
  private var firstOutcomes: [[Double]]
  /// The sum of all outcomes, of each candidate.
  private var sums: [Double]
  /// The variance of the difference of each two candidates, row by row, once the first stage is full.
  private var variances: [Double] = []

  /// After how many years it is decided at the latest, or nil before the first stage is full.
  public var mostYears: Int? {
    if variances.isEmpty { return nil }
    if selected != nil { return years }
    var most = 0.0
    for one in survivors {
      for other in survivors { most = max(most, factor * variance(one, other) / (indifference * indifference)) }
    }
    return most < 0x1p53 ? Int(most) + 1 : Int.max
  }

  /// Starts a selection.
  ///
  /// - Parameters:
  ///   - candidateCount: How many candidates, at least two.
  ///   - goal: Which way the measure is better.
  ///   - indifference: The smallest difference that matters, positive, in the unit of the measure.
  ///   - confidence: The probability of the guarantee, between 1 / candidates and 1.
  ///   - firstStage: How many years are run before anybody can be out, at least two; with fewer than ten many more
  ///     years are needed afterwards.
  /// - Throws: `StatisticsError` when these are not like that.
  public init(
    candidateCount: Int, goal: Goal, indifference: Double, confidence: Double = 0.95, firstStage: Int = 20
  ) throws(StatisticsError) {
    guard indifference > 0, indifference.isFinite else { throw .indifferenceNotPositive(indifference) }
    factor = try Self.constants(candidateCount: candidateCount, confidence: confidence, firstStage: firstStage).factor
    self.goal = goal
    self.indifference = indifference
    self.confidence = confidence
    self.firstStage = firstStage
    self.candidateCount = candidateCount
    survivors = Array(0..<candidateCount)
    firstOutcomes = Array(repeating: [], count: candidateCount)
    sums = Array(repeating: 0, count: candidateCount)
  }

  /// The constants η and h² of Kim and Nelson for c = 1.
  ///
  /// - Parameters:
  ///   - candidateCount: How many candidates, at least two.
  ///   - confidence: The probability of the guarantee, between 1 / candidates and 1.
  ///   - firstStage: How many years give the variances, at least two.
  /// - Returns: η, and the factor h² of the variance of a difference.
  /// - Throws: `StatisticsError` when these are not like that.
  public static func constants(
    candidateCount: Int, confidence: Double, firstStage: Int
  ) throws(StatisticsError) -> (eta: Double, factor: Double) {
    try requireSize(of: "candidates", candidateCount, in: 2...10_000)
    try requireSize(of: "years in the first stage", firstStage, in: 2...Int(Int32.max))
    guard confidence > 1 / Double(candidateCount), confidence < 1 else {
      throw .confidenceTooLow(confidence: confidence, candidates: candidateCount)
    }
    let degreesOfFreedom = Double(firstStage - 1)
    let chance = 2 * (1 - confidence) / Double(candidateCount - 1)
    let eta = 0.5 * Elementary.expm1(-2 / degreesOfFreedom * Elementary.log(chance))
    return (eta, 2 * eta * degreesOfFreedom)
  }

  /// Looks at more years.
  ///
  /// - Parameter outcomes: For each candidate the outcome of the next years, the same years for all, all finite. Those
  ///   who were out before this round need none: what stands there is not looked at.
  /// - Throws: `StatisticsError` when the outcomes are not like that; nothing has changed then.
  /// - Complexity: O(candidates²) a year at most.
  public mutating func add(round outcomes: [[Double]]) throws(StatisticsError) {
    guard outcomes.count == candidateCount else {
      throw .outcomesDoNotFitDesign(points: candidateCount, outcomes: outcomes.count)
    }
    let count = outcomes[survivors[0]].count
    for candidate in survivors {
      guard outcomes[candidate].count == count else {
        throw .yearsDiffer(point: candidate, needed: count, found: outcomes[candidate].count)
      }
      for (index, value) in outcomes[candidate].enumerated() where !value.isFinite {
        throw .notFinite(value: value, index: index)
      }
    }
    for year in 0..<count where selected == nil {
      years += 1
      for candidate in survivors {
        let value = outcomes[candidate][year]
        sums[candidate] += value
        if years <= firstStage { firstOutcomes[candidate].append(value) }
      }
      if years == firstStage { try estimateVariances() }
      if years >= firstStage { screen() }
    }
  }

  private mutating func estimateVariances() throws(StatisticsError) {
    for one in 0..<candidateCount {
      for other in 0..<candidateCount {
        variances.append(try Summary(of: zip(firstOutcomes[one], firstOutcomes[other]).map { $0 - $1 }).variance)
      }
    }
    firstOutcomes = []
  }

  private func variance(_ one: Int, _ other: Int) -> Double { variances[one * candidateCount + other] }

  /// Drops whoever is worse than another survivor by more than what chance explains.
  private mutating func screen() {
    let count = Double(years)
    let remaining = survivors.filter { one in
      !survivors.contains { other in
        let allowance = (factor * variance(one, other) / indifference - indifference * count) / 2
        let lead = sums[other] - sums[one]
        return (goal == .larger ? lead : -lead) > max(0, allowance)
      }
    }
    for candidate in survivors where !remaining.contains(candidate) {
      eliminations.append(Elimination(candidate: candidate, years: years))
    }
    survivors = remaining
    // Those who are left at the end have equal means; the first of them is as good as any.
    if survivors.count == 1 || years >= mostYears ?? Int.max { selected = survivors.first }
  }
}
