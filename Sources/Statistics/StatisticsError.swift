/// Why data, or a question about them, were refused.
public enum StatisticsError: Error, Equatable, Sendable {
  /// There are fewer values than the method needs.
  case tooFewValues(needed: Int, found: Int)
  /// A value is not a number or is infinite; its place counts from 0.
  case notFinite(value: Double, index: Int)
  /// A mean or a variance is not finite: a value was not, or the values are too large to be squared and added.
  case summaryNotFinite
  /// Two series that belong together pair by pair are not equally long.
  case unequalLengths(first: Int, second: Int)
  /// A confidence level is not between 0 and 1.
  case levelOutsideUnitInterval(Double)
  /// A probability is not between 0 and 1.
  case probabilityOutsideUnitInterval(Double)
  /// All values are the same, so that a correlation or a share of their variance has no meaning.
  case noVariation
  /// An expected count is not positive; its place counts from 0.
  case expectedNotPositive(value: Double, index: Int)
  /// An observed count is negative; its place counts from 0.
  case observedNegative(value: Int, index: Int)
  /// The expected counts do not add up to the observed ones.
  case totalsDiffer(observed: Double, expected: Double)
  /// The level of a tail is not from 0 up to, but not including, 1.
  case tailLevelOutOfRange(Double)
  /// The mean is zero or below, so that nobody has a share of the whole.
  case meanNotPositive(Double)
  /// Pairs that should be compared miss a partner; their places count from 0.
  case pairsMissing([Int])
  /// The indifference of a selection is not a positive number.
  case indifferenceNotPositive(Double)
  /// A selection promises no more than choosing at random would.
  case confidenceTooLow(confidence: Double, candidates: Int)
  /// A half-width to be reached is not a positive number.
  case targetNotPositive(Double)
  /// All replicates of a bootstrap lie on one side of the estimate.
  case replicatesOnOneSide(estimate: Double)
  /// A statistic depends on single values so much that no BCa interval exists.
  case accelerationTooLarge(Double)
  /// A design has fewer things of a kind than it needs.
  case designTooSmall(of: String, needed: Int, found: Int)
  /// A design has more things of a kind than it can have.
  case designTooLarge(of: String, most: Int, found: Int)
  /// A grid has more points than can be counted.
  case gridTooLarge(levelCounts: [Int])
  /// A number of points should be a power of two.
  case notAPowerOfTwo(Int)
  /// A number of levels should be even.
  case levelsNotEven(Int)
  /// There are not as many outcomes as a design has points.
  case outcomesDoNotFitDesign(points: Int, outcomes: Int)
  /// A point was not run in as many years as the first; its place counts from 0.
  case yearsDiffer(point: Int, needed: Int, found: Int)
}

extension StatisticsError: CustomStringConvertible {
  /// What was wrong, with the numbers that show it.
  public var description: String {
    switch self {
    case .tooFewValues(let needed, let found):
      "needs at least \(needed) values, has \(found)"
    case .notFinite(let value, let index):
      "value \(index), counted from 0, is \(value), not a finite number"
    case .summaryNotFinite:
      "the mean or the variance is not finite: a value was not, or the values are too large"
    case .unequalLengths(let first, let second):
      "the two series differ in length: \(first) and \(second)"
    case .levelOutsideUnitInterval(let level):
      "the confidence level \(level) is not between 0 and 1"
    case .probabilityOutsideUnitInterval(let probability):
      "the probability \(probability) is not between 0 and 1"
    case .noVariation:
      "all values are the same, so there is nothing to correlate or to explain"
    case .expectedNotPositive(let value, let index):
      "expected count \(index), counted from 0, is \(value), not positive"
    case .observedNegative(let value, let index):
      "observed count \(index), counted from 0, is \(value), below zero"
    case .totalsDiffer(let observed, let expected):
      "the observed counts add up to \(observed), the expected ones to \(expected)"
    case .tailLevelOutOfRange(let level):
      "the tail level \(level) is not from 0 up to, but not including, 1"
    case .meanNotPositive(let mean):
      "the mean is \(mean): of a whole that is not positive nobody has a share"
    case .pairsMissing(let places):
      "these pairs, counted from 0, miss a partner: \(places.map(String.init).joined(separator: ", "))"
    case .indifferenceNotPositive(let indifference):
      "the indifference \(indifference) is not a positive number"
    case .confidenceTooLow(let confidence, let candidates):
      "a confidence of \(confidence) is not between 1 / \(candidates), which a choice at random has, and 1"
    case .targetNotPositive(let target):
      "the half-width \(target) to be reached is not a positive number"
    case .replicatesOnOneSide(let estimate):
      "all bootstrap replicates lie on one side of the estimate \(estimate)"
    case .accelerationTooLarge(let acceleration):
      "with an acceleration of \(acceleration) there is no BCa interval: a few values decide the estimate"
    case .designTooSmall(let things, let needed, let found):
      "needs at least \(needed) \(things), has \(found)"
    case .designTooLarge(let things, let most, let found):
      "can have at most \(most) \(things), has \(found)"
    case .gridTooLarge(let levelCounts):
      "a grid of \(levelCounts.map(String.init).joined(separator: " × ")) has too many points to be counted"
    case .notAPowerOfTwo(let count):
      "\(count) points are no power of two"
    case .levelsNotEven(let levels):
      "\(levels) levels are not an even number"
    case .outcomesDoNotFitDesign(let points, let outcomes):
      "a design of \(points) points has \(outcomes) outcomes"
    case .yearsDiffer(let point, let needed, let found):
      "point \(point), counted from 0, was run in \(found) years, the first one in \(needed)"
    }
  }
}
