/// How many replications: run until the interval of the mean is as narrow as wanted, by rounds.
///
///     var rule = try UntilHalfWidth(target: .absolute(2_000), most: 1_000)
///     while rule.nextRound > 0 {
///       // Run rule.nextRound more years.
///       try rule.add(round: outcomes)
///     }
///     rule.interval?.halfWidth  // 2,000 or less, unless rule.isExhausted
///
/// It looks at the ends of rounds only, never at single runs as they are finished: whichever runs are quickest would
/// bias the mean. The first round is large, since a standard deviation of a few runs often is far too small by chance,
/// and the rule would stop just then. How often the intervals hold the truth is measured in the README.
public struct UntilHalfWidth: Equatable, Sendable {
  /// How narrow the interval is to be.
  public enum Target: Equatable, Sendable {
    /// A half-width in the unit of the measure.
    case absolute(Double)
    /// A half-width as a share of the mean's magnitude: 0.01 for one per cent.
    case relative(Double)

    fileprivate var number: Double {
      switch self {
      case .absolute(let number), .relative(let number): number
      }
    }

    fileprivate func halfWidth(at mean: Double) -> Double {
      switch self {
      case .absolute(let halfWidth): halfWidth
      case .relative(let share): share * mean.magnitude
      }
    }
  }

  /// How narrow the interval is to be.
  public let target: Target
  /// The share of intervals that hold the true mean, if one number of replications were run.
  public let level: Double
  /// How many replications the first round has.
  public let firstRound: Int
  /// How many replications every later round has.
  public let laterRound: Int
  /// How many replications there are at most.
  public let most: Int
  /// What has been run so far.
  public private(set) var summary = Summary()
  /// The interval at the end of the last round, or nil before the first.
  public private(set) var interval: MeanInterval?
  /// How many replications were asked for so far: more than `summary` has where runs failed.
  private var asked = 0

  /// Whether the interval is narrow enough.
  public var isReached: Bool {
    guard let interval else { return false }
    return interval.halfWidth <= target.halfWidth(at: interval.mean)
  }

  /// Whether there may be no more replications although the interval is too wide.
  public var isExhausted: Bool { !isReached && asked >= most }

  /// How many replications to run next; none when the interval is narrow enough or the most have been run.
  public var nextRound: Int { isReached ? 0 : min(asked == 0 ? firstRound : laterRound, most - asked) }

  /// How many replications it will take, judged from those at hand, or nil before there is an interval.
  ///
  /// It is a forecast for a person who waits; no decision hangs on it.
  public var expectedCount: Int? {
    guard let interval else { return nil }
    if isReached { return interval.count }
    let ratio = interval.halfWidth / target.halfWidth(at: interval.mean)
    let count = (Double(interval.count) * ratio * ratio).rounded(.up)
    return count < 0x1p53 ? min(Int(count), most) : most
  }

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - target: How narrow the interval is to be: a positive number.
  ///   - level: The share of intervals that hold the true mean, between 0 and 1.
  ///   - firstRound: How many replications the first round has, at least two.
  ///   - laterRound: How many replications every later round has, at least one.
  ///   - most: How many replications there are at most, at least those of the first round.
  /// - Throws: `StatisticsError` when these are not like that.
  public init(
    target: Target, level: Double = 0.95, firstRound: Int = 20, laterRound: Int = 10, most: Int
  ) throws(StatisticsError) {
    guard target.number > 0, target.number.isFinite else { throw .targetNotPositive(target.number) }
    guard level > 0, level < 1 else { throw .levelOutsideUnitInterval(level) }
    try requireSize(of: "replications in the first round", firstRound, in: 2...Int.max)
    try requireSize(of: "replications in every later round", laterRound, in: 1...Int.max)
    try requireSize(of: "replications in all", most, in: firstRound...Int.max)
    self.target = target
    self.level = level
    self.firstRound = firstRound
    self.laterRound = laterRound
    self.most = most
  }

  /// Looks at the round that `nextRound` asked for.
  ///
  /// - Parameter outcomes: What came out, in the order of the replications, all finite; fewer than `nextRound` where runs
  ///   failed.
  /// - Throws: `StatisticsError` when an outcome is not finite, when there are more than were asked for, or when there
  ///   are fewer than two in all; nothing has changed then.
  /// - Complexity: O(n) in the length of the round.
  public mutating func add(round outcomes: [Double]) throws(StatisticsError) {
    guard outcomes.count <= nextRound else {
      throw .outcomesDoNotFitDesign(points: nextRound, outcomes: outcomes.count)
    }
    var next = summary
    for (index, outcome) in outcomes.enumerated() {
      guard outcome.isFinite else { throw .notFinite(value: outcome, index: index) }
      next.add(outcome)
    }
    let round = nextRound
    interval = try MeanInterval(of: next, level: level)
    summary = next
    asked += round
  }
}
