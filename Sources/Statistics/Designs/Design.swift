import Preconditions

/// Points at which to run a model, numbered from 0, each made when it is asked for.
///
/// A point depends on the design and on its own number only, so that a share of a sweep needs no other points.
/// Coordinates from 0 to 1 are shares of the way from the low to the high end of an axis.
public protocol Design: RandomAccessCollection, Sendable where Index == Int {}

extension Design {
  /// The number of the first point, 0.
  public var startIndex: Int { 0 }

  /// One more than the number of the last point.
  public var endIndex: Int { count }

  /// Stops the process unless the design has a point of this number.
  func requirePoint(_ point: Int) {
    guard point >= 0, point < count else { stop("Statistics", "point \(point) of a design of \(count)") }
  }
}

/// Refuses a number of things that a design cannot have.
@usableFromInline
func requireSize(of things: String, _ size: Int, in range: ClosedRange<Int>) throws(StatisticsError) {
  guard size >= range.lowerBound else {
    throw .designTooSmall(of: things, needed: range.lowerBound, found: size)
  }
  guard size <= range.upperBound else { throw .designTooLarge(of: things, most: range.upperBound, found: size) }
}

/// How many years the outcomes of all points have: the same everywhere, at least one, all finite.
func countYears(in outcomes: [[Double]], points: Int) throws(StatisticsError) -> Int {
  guard outcomes.count == points else { throw .outcomesDoNotFitDesign(points: points, outcomes: outcomes.count) }
  let years = outcomes.first?.count ?? 0
  guard years > 0 else { throw .tooFewValues(needed: 1, found: 0) }
  for (point, row) in outcomes.enumerated() {
    guard row.count == years else { throw .yearsDiffer(point: point, needed: years, found: row.count) }
    for value in row where !value.isFinite { throw .notFinite(value: value, index: point) }
  }
  return years
}
