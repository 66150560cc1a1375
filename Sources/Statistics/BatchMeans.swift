import Preconditions

/// The mean of a steady-state series with its precision, although neighbours in the series depend on each other.
///
///     let waits = try BatchMeans(of: series[warmUp...])
///     print(waits.interval.mean, waits.interval.halfWidth)
///
/// The series is cut into batches of the same length, whose means are nearly independent if the batches are long
/// (Schmeiser 1982, *Operations Research* 30(3): 10 to 30 batches, and no more). `lag1Autocorrelation` says whether
/// they are: well above zero, the series is too short and the interval too narrow.
public struct BatchMeans: Equatable, Sendable {
  /// How many values a batch has.
  public let batchSize: Int
  /// How many values at the start of the series belong to no batch.
  public let leftOut: Int
  /// The mean of each batch.
  public let means: [Double]
  /// The interval of Student's t on the batch means.
  public let interval: MeanInterval
  /// The correlation of a batch mean with the next, or nil when all batch means are the same.
  public let lag1Autocorrelation: Double?

  /// Cuts a series into batches; what does not fill a batch is left out at the start, where a warm-up may linger.
  ///
  /// Stops the process when fewer than two batches are asked for.
  ///
  /// - Parameters:
  ///   - series: Finite values in order of time, at least one a batch.
  ///   - batches: How many batches.
  ///   - level: The share of such intervals that hold the true mean, between 0 and 1.
  ///   - file: Where it is asked for.
  ///   - line: The line of it.
  /// - Throws: `StatisticsError` when the series or the level are not like that.
  /// - Complexity: O(n).
  public init(
    of series: some Collection<Double>, batches: Int = 20, level: Double = 0.95, file: StaticString = #fileID,
    line: UInt = #line
  ) throws(StatisticsError) {
    guard batches >= 2 else {
      stop("Statistics", "batch means need at least 2 batches, not \(batches)", file: file, line: line)
    }
    guard series.count >= batches else { throw .tooFewValues(needed: batches, found: series.count) }
    batchSize = series.count / batches
    leftOut = series.count - batches * batchSize
    means = try batchMeans(of: series.dropFirst(leftOut), size: batchSize, firstIndex: leftOut)
    interval = try MeanInterval(of: means, level: level)
    lag1Autocorrelation = interval.halfWidth > 0 ? try autocorrelation(of: means) : nil
  }
}
