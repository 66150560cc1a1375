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
  /// All values are the same, so that a correlation has no meaning.
  case noVariation
  /// An expected count is not positive; its place counts from 0.
  case expectedNotPositive(value: Double, index: Int)
  /// An observed count is negative; its place counts from 0.
  case observedNegative(value: Int, index: Int)
  /// The expected counts do not add up to the observed ones.
  case totalsDiffer(observed: Double, expected: Double)
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
      "all values are the same, so there is no correlation to speak of"
    case .expectedNotPositive(let value, let index):
      "expected count \(index), counted from 0, is \(value), not positive"
    case .observedNegative(let value, let index):
      "observed count \(index), counted from 0, is \(value), below zero"
    case .totalsDiffer(let observed, let expected):
      "the observed counts add up to \(observed), the expected ones to \(expected)"
    }
  }
}
