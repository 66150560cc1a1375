/// How many observations carry an estimate of a tail, and whether they are enough.
///
/// Of 100 years, five carry the worst 5 %; one more bad year, and the estimate is another. Under ten the estimate is to
/// be shown with a warning.
public struct TailSupport: Equatable, Sendable {
  /// From how many observations on a tail is not called thin.
  public static let enough = 10.0

  /// The observations in the tail; the last may count in part.
  public let observations: Double

  /// Whether fewer than ten observations carry the tail.
  public var isThin: Bool { observations < Self.enough }

  /// The support of the outer `share` of so many observations.
  init(share: Double, of count: Int) {
    let exact = share * Double(count)
    let whole = exact.rounded()
    // What rounding alone moved off a whole number belongs to it: a level is written in decimals.
    observations = (exact - whole).magnitude <= 1e-9 * whole ? whole : exact
  }
}

extension OrderedSample {
  /// How many observations carry a quantile: those beyond it, on the side where there are fewer.
  ///
  /// - Parameter probability: From 0 to 1.
  /// - Returns: The observations below the quantile up to the median, those above it from there on.
  /// - Throws: `StatisticsError` when the probability is not from 0 to 1.
  public func support(ofQuantile probability: Double) throws(StatisticsError) -> TailSupport {
    guard probability >= 0, probability <= 1 else { throw .probabilityOutsideUnitInterval(probability) }
    return TailSupport(share: min(probability, 1 - probability), of: values.count)
  }
}
