import Preconditions

/// How much of a simulated series to leave out because the model had to warm up: the rule MSER-5.
///
///     let warmUp = try WarmUp(of: series)
///     guard let start = warmUp.length else { … }  // the run is too short
///     let steady = try BatchMeans(of: series[start...])
///
/// MSER(d) is the squared standard error of the mean of what is left after d batches of five, and the rule leaves out
/// the d that makes it smallest: White (1997), *Simulation* 69(6); White, Cobb and Spratt (2000), Winter Simulation
/// Conference. It looks no further than half of the run: if the smallest stands there, the series was still on
/// its way, and no length is given.
public struct WarmUp: Equatable, Sendable {
  /// How many values make a batch.
  public let batchSize: Int
  /// MSER(d) for d from 0 to half the number of batches.
  public let statistics: [Double]
  /// The d of the smallest statistic, the first of equals.
  public let batches: Int

  /// How many values to leave out, or nil when the run is too short to say.
  public var length: Int? { batches == statistics.count - 1 ? nil : batches * batchSize }

  /// Looks for the end of the warm-up.
  ///
  /// Stops the process when the batch size is not positive.
  ///
  /// - Parameters:
  ///   - series: Finite values in order of time, at least ten batches; what does not fill the last batch is not
  ///     looked at.
  ///   - batchSize: How many values make a batch, five by the rule.
  ///   - file: Where it is asked for.
  ///   - line: The line of it.
  /// - Throws: `StatisticsError` when the series is not like that.
  /// - Complexity: O(n).
  public init(
    of series: some Collection<Double>, batchSize: Int = 5, file: StaticString = #fileID, line: UInt = #line
  ) throws(StatisticsError) {
    guard batchSize > 0 else {
      stop("Statistics", "a batch of \(batchSize) values is none", file: file, line: line)
    }
    let (needed, overflow) = batchSize.multipliedReportingOverflow(by: 10)
    guard !overflow, series.count >= needed else {
      throw .tooFewValues(needed: overflow ? .max : needed, found: series.count)
    }
    self.batchSize = batchSize
    let means = try batchMeans(of: series, size: batchSize)
    var left = Summary()
    var fromTheEnd: [Double] = []
    for (kept, mean) in zip(1..., means.reversed()) {
      left.add(mean)
      guard kept >= means.count - means.count / 2 else { continue }
      fromTheEnd.append(kept == 1 ? 0 : left.variance * Double(kept - 1) / (Double(kept) * Double(kept)))
    }
    statistics = fromTheEnd.reversed()
    var smallest = 0
    for (index, statistic) in statistics.enumerated() where statistic < statistics[smallest] { smallest = index }
    batches = smallest
  }
}

/// The mean of each `size` values in a row; a rest is left out at the end.
func batchMeans(of series: some Collection<Double>, size: Int, firstIndex: Int = 0) throws(StatisticsError) -> [Double]
{
  var means: [Double] = []
  means.reserveCapacity(series.count / size)
  var sum = 0.0
  var filled = 0
  for (index, value) in zip(firstIndex..., series) {
    guard value.isFinite else { throw .notFinite(value: value, index: index) }
    sum += value
    filled += 1
    if filled == size {
      means.append(sum / Double(size))
      sum = 0
      filled = 0
    }
  }
  return means
}
