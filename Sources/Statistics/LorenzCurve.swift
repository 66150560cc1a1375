/// Who has how much of the whole: the curve of Lorenz and the coefficient of Gini.
///
///     let incomes = try LorenzCurve(of: [10, 10, 20, 60])
///     incomes.gini                         // 0.4; 0 when all have the same
///     try incomes.share(ofPoorest: 0.5)    // 0.2: the poorer half has a fifth
///
/// Lorenz (1905), *Publications of the American Statistical Association* 9(70); Gini (1912). Negative incomes are taken
/// as they are: the curve then goes below zero, and the coefficient may exceed 1.
public struct LorenzCurve: Equatable, Sendable {
  /// The amounts in ascending order.
  public let values: [Double]
  /// The mean amount, positive.
  public let mean: Double
  /// The coefficient of Gini: the mean difference of two amounts, drawn with replacement, as a share of twice the mean.
  public let gini: Double
  /// For 0, 1 and so on up to all of the poorest: their share of the whole, from 0 to 1.
  public let shares: [Double]

  /// The coefficient of Gini without the bias of a sample: it is 1 when one of n has everything, or nil for n = 1.
  public var unbiasedGini: Double? {
    values.count > 1 ? gini * (Double(values.count) / Double(values.count - 1)) : nil
  }

  /// Orders amounts.
  ///
  /// - Parameter amounts: At least one, all finite, with a positive mean.
  /// - Throws: `StatisticsError` when the amounts are not like that; `meanNotPositive` when nobody can have a share.
  /// - Complexity: O(n log n).
  public init(of amounts: some Collection<Double>) throws(StatisticsError) {
    values = try OrderedSample(of: amounts).values
    mean = try Summary(of: values).mean
    guard mean > 0 else { throw .meanNotPositive(mean) }
    let count = values.count
    let whole = mean * Double(count)
    var differences = 0.0
    // A pair from both ends at a time: the terms are not negative, and all zero when all amounts are the same.
    for index in 0..<(count / 2) {
      differences += (values[count - 1 - index] - values[index]) * Double(count - 1 - 2 * index)
    }
    gini = differences / (Double(count) * whole)
    var sum = 0.0
    var shares = [0.0]
    for value in values.dropLast() {
      sum += value
      shares.append(sum / whole)
    }
    self.shares = shares + [1]
    guard gini.isFinite, whole.isFinite else { throw .summaryNotFinite }
  }

  /// The share of the whole that the poorest have.
  ///
  /// - Parameter part: Which part of all they are, from 0 to 1.
  /// - Returns: Their share, on a straight line between two of `shares`.
  /// - Throws: `StatisticsError` when the part is not from 0 to 1.
  public func share(ofPoorest part: Double) throws(StatisticsError) -> Double {
    guard part >= 0, part <= 1 else { throw .probabilityOutsideUnitInterval(part) }
    let position = part * Double(values.count)
    let below = min(Int(position), values.count - 1)
    let rest = position - Double(below)
    return shares[below] * (1 - rest) + shares[below + 1] * rest
  }
}
