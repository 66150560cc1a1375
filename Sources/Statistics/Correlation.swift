import Preconditions

/// The correlation coefficient of Pearson.
///
/// Under common random numbers it says what pairing saved: the variance of the differences shrinks by about this
/// share.
///
/// - Parameters:
///   - first: At least two finite numbers, not all the same.
///   - second: The number that belongs to each of the first, not all the same.
/// - Returns: The coefficient, from −1 to 1.
/// - Throws: `StatisticsError` when the numbers are not like that.
/// - Complexity: O(n).
public func correlation(
  _ first: some Collection<Double>, _ second: some Collection<Double>
) throws(StatisticsError) -> Double {
  guard first.count == second.count else { throw .unequalLengths(first: first.count, second: second.count) }
  guard first.count >= 2 else { throw .tooFewValues(needed: 2, found: first.count) }
  let ours = try deviationsFromMean(first)
  let theirs = try deviationsFromMean(second)
  var ourSquares = 0.0
  var theirSquares = 0.0
  var products = 0.0
  for (one, other) in zip(ours, theirs) {
    ourSquares += one * one
    theirSquares += other * other
    products += one * other
  }
  guard ourSquares > 0, theirSquares > 0 else { throw .noVariation }
  return max(-1, min(1, products / ourSquares.squareRoot() / theirSquares.squareRoot()))
}

/// The correlation of a series with itself some steps later.
///
/// The sums run over the deviations from the one mean of the whole series, as in Box and Jenkins (1976) and in the
/// reference data of the National Institute of Standards and Technology.
///
/// - Parameters:
///   - series: Finite numbers in order of time, more than `lag` of them, not all the same.
///   - lag: How many steps later, not negative.
///   - file: Where it is asked for.
///   - line: The line of it.
/// - Returns: The coefficient, from −1 to 1.
/// - Throws: `StatisticsError` when the numbers are not like that.
/// - Complexity: O(n).
public func autocorrelation(
  of series: some Collection<Double>, lag: Int = 1, file: StaticString = #fileID, line: UInt = #line
) throws(StatisticsError) -> Double {
  guard lag >= 0 else { stop("Statistics", "the lag \(lag) is negative", file: file, line: line) }
  let needed = max(2, lag + 1)
  guard series.count >= needed else { throw .tooFewValues(needed: needed, found: series.count) }
  let deviations = try deviationsFromMean(series)
  var squares = 0.0
  var products = 0.0
  for index in deviations.indices {
    squares += deviations[index] * deviations[index]
    if index >= lag { products += deviations[index - lag] * deviations[index] }
  }
  guard squares > 0 else { throw .noVariation }
  return products / squares
}

/// Deviations from the mean, freed from the rounding of a mean far from zero.
private func deviationsFromMean(_ values: some Collection<Double>) throws(StatisticsError) -> [Double] {
  let summary = try Summary(of: values)
  guard summary.minimum < summary.maximum else { throw .noVariation }
  let rounded = values.map { $0 - summary.mean }
  let rest = rounded.reduce(0, +) / Double(rounded.count)
  return rounded.map { $0 - rest }
}
