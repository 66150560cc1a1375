/// The rule by which a number becomes a whole number of grams, satang, square wah or minutes.
///
/// There is no default: whoever turns a ratio into mass or money names the rule.
@frozen
public enum Rounding: Sendable, Hashable, CaseIterable {
  /// To the next whole number below: -1.5 becomes -2. What is cut off stays with whoever gives.
  case down
  /// To the next whole number above: -1.5 becomes -1.
  case up
  /// To the nearest; a half goes to the even neighbour, so that many halves do not add up to a bias.
  case nearestEven

  /// Whether a magnitude cut to a whole number must grow by one.
  ///
  /// What was cut off is `remainder` parts, of which `2 * half` make a whole, and, when `sticky`, something more
  /// that is less than one part. `isOdd` is of the cut magnitude, `isNegative` of the number itself.
  @inlinable
  func growsMagnitude(
    remainder: UInt64, half: UInt64, sticky: Bool, isOdd: Bool, isNegative: Bool
  ) -> Bool {
    switch self {
    case .down: isNegative && (remainder != 0 || sticky)
    case .up: !isNegative && (remainder != 0 || sticky)
    case .nearestEven: remainder > half || (remainder == half && (sticky || isOdd))
    }
  }
}
