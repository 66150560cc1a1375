/// Two series whose numbers belong together one by one, with none missing.
///
///     let years = try CompletePairs(policyB, policyA)  // throws and lists the years of failed runs
///     let gain = try MeanDifference.paired(years.first, minus: years.second)
public struct CompletePairs: Equatable, Sendable {
  /// The numbers of the first series.
  public let first: [Double]
  /// The number that belongs to each of the first.
  public let second: [Double]

  /// Pairs two series.
  ///
  /// - Parameters:
  ///   - first: The first series; nil where a run has no result.
  ///   - second: The second series, in the same order.
  /// - Throws: `StatisticsError`: `unequalLengths`, or `pairsMissing` with the places where either has no number.
  /// - Complexity: O(n).
  public init(_ first: [Double?], _ second: [Double?]) throws(StatisticsError) {
    guard first.count == second.count else { throw .unequalLengths(first: first.count, second: second.count) }
    let missing = first.indices.filter { first[$0] == nil || second[$0] == nil }
    guard missing.isEmpty else { throw .pairsMissing(missing) }
    self.first = first.compactMap(\.self)
    self.second = second.compactMap(\.self)
  }
}
