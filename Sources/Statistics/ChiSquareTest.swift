import Preconditions

/// Pearson's test of counts against what they should be.
///
///     let test = try ChiSquareTest(observed: [48, 52], expected: [50, 50])
///     test.pValue > 0.001
///
/// The p-value is that of the chi-square distribution, which is good if every expected count is five or more.
public struct ChiSquareTest: Equatable, Sendable {
  /// The sum of (observed − expected)² / expected.
  public let statistic: Double
  /// The number of cells less one, less the parameters that were fitted to the data.
  public let degreesOfFreedom: Int
  /// The probability of a statistic at least as large, if the expected counts are true.
  public let pValue: Double
  /// The smallest expected count.
  public let smallestExpected: Double

  /// Compares counts.
  ///
  /// Stops the process when the number of fitted parameters is negative.
  ///
  /// - Parameters:
  ///   - observed: The count in each cell.
  ///   - expected: What it should be, positive; the sum must be that of the observed.
  ///   - fittedParameters: How many parameters of the expectation were estimated from the same data.
  ///   - file: Where it is asked for.
  ///   - line: The line of it.
  /// - Throws: `StatisticsError` when the counts are not like that.
  /// - Complexity: O(n).
  public init(
    observed: [Int], expected: [Double], fittedParameters: Int = 0, file: StaticString = #fileID, line: UInt = #line
  ) throws(StatisticsError) {
    guard fittedParameters >= 0 else {
      stop("Statistics", "\(fittedParameters) fitted parameters", file: file, line: line)
    }
    guard observed.count == expected.count else {
      throw .unequalLengths(first: observed.count, second: expected.count)
    }
    let needed = fittedParameters + 2
    guard observed.count >= needed else { throw .tooFewValues(needed: needed, found: observed.count) }
    var statistic = 0.0
    var observedTotal = 0.0
    var expectedTotal = 0.0
    for (index, (seen, wanted)) in zip(observed, expected).enumerated() {
      guard seen >= 0 else { throw .observedNegative(value: seen, index: index) }
      guard wanted.isFinite else { throw .notFinite(value: wanted, index: index) }
      guard wanted > 0 else { throw .expectedNotPositive(value: wanted, index: index) }
      let difference = Double(seen) - wanted
      statistic += difference * difference / wanted
      observedTotal += Double(seen)
      expectedTotal += wanted
    }
    // Wide enough for the rounding of many expected counts, too narrow for a forgotten cell.
    guard (observedTotal - expectedTotal).magnitude <= 1e-6 * expectedTotal else {
      throw .totalsDiffer(observed: observedTotal, expected: expectedTotal)
    }
    self.statistic = statistic
    degreesOfFreedom = observed.count - 1 - fittedParameters
    pValue = ChiSquareDistribution(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic)
    smallestExpected = expected.min() ?? 0
  }
}
