import Preconditions
import Randomness

/// The test of Kolmogorov and Smirnov of numbers against a continuous distribution.
///
///     let normal = NormalDistribution(mean: 100, standardDeviation: 15)
///     let test = try KolmogorovSmirnovTest(of: yields) { normal.cumulative($0) }
///     test.pValue > 0.001
///
/// The p-value is exact up to 100 numbers. Above, it is the limit of Kolmogorov (1933) at a statistic corrected for
/// the number of numbers: 3 % too large for a p-value of 0.001 at 101 numbers, 0.03 % at 10,000. It does not hold for a distribution whose parameters were fitted to the same numbers.
public struct KolmogorovSmirnovTest: Equatable, Sendable {
  /// The largest distance between the distribution of the numbers and the one they are tested against.
  public let statistic: Double
  /// How many numbers there were.
  public let count: Int
  /// The probability of a statistic at least as large, if the numbers come from the distribution.
  public let pValue: Double

  /// Compares numbers with a distribution.
  ///
  /// Stops the process when the distribution gives anything but a probability.
  ///
  /// - Parameters:
  ///   - values: At least one, all finite.
  ///   - file: Where it is asked for.
  ///   - line: The line of it.
  ///   - cumulative: The probability of a value at or below its argument.
  /// - Throws: `StatisticsError` when there is no number or one is not finite.
  /// - Complexity: O(n log n).
  public init(
    of values: some Collection<Double>, file: StaticString = #fileID, line: UInt = #line,
    against cumulative: (Double) -> Double
  ) throws(StatisticsError) {
    let sample = try OrderedSample(of: values)
    let total = Double(sample.values.count)
    var largest = 0.0
    for (index, value) in sample.values.enumerated() {
      let probability = cumulative(value)
      guard probability >= 0, probability <= 1 else {
        stop("Statistics", "the distribution gives \(probability) for \(value)", file: file, line: line)
      }
      largest = max(largest, probability - Double(index) / total, Double(index + 1) / total - probability)
    }
    statistic = largest
    count = sample.values.count
    pValue = kolmogorovUpperTail(statistic: largest, count: count)
  }
}

/// The probability of a statistic of at least this size.
func kolmogorovUpperTail(statistic: Double, count: Int) -> Double {
  let probability =
    count <= 100
    ? 1 - kolmogorovDistribution(statistic: statistic, count: count)
    : kolmogorovLimitUpperTail(statistic: statistic, count: Double(count))
  return max(0, min(1, probability))
}

/// The exact distribution by Marsaglia, Tsang and Wang (2003), *Journal of Statistical Software* 8(18).
///
/// - Complexity: O((n d)³ log n), d being the statistic.
private func kolmogorovDistribution(statistic: Double, count: Int) -> Double {
  let scaled = Double(count) * statistic
  if scaled <= 0.5 { return 0 }
  if statistic >= 1 { return 1 }
  let steps = Int(scaled) + 1
  let size = 2 * steps - 1
  let rest = Double(steps) - scaled
  var matrix = SquareMatrix(size: size)
  for row in 0..<size {
    for column in 0..<min(size, row + 2) { matrix[row, column] = 1 }
  }
  var power = 1.0
  for row in 0..<size {
    power *= rest
    matrix[row, 0] -= power
    matrix[size - 1, size - 1 - row] -= power
  }
  if rest > 0.5 {
    matrix[size - 1, 0] += (0..<size).reduce(1) { product, _ in product * (2 * rest - 1) }
  }
  for row in 0..<size {
    // The factorial of the distance from the line above the diagonal.
    var factorial = 1.0
    for column in stride(from: row, through: 0, by: -1) {
      factorial *= Double(row - column + 1)
      matrix[row, column] /= factorial
    }
  }
  var probability = matrix.raised(to: count)[steps - 1, steps - 1]
  for number in 1...count { probability *= Double(number) / Double(count) }
  return probability
}

/// The limit for many numbers, at the statistic corrected by Vrbik (2020), *Applied Mathematics* 11(3),
/// https://doi.org/10.4236/am.2020.113018.
private func kolmogorovLimitUpperTail(statistic: Double, count: Double) -> Double {
  let root = count.squareRoot()
  let plain = root * statistic
  let x = plain + 1 / (6 * root) + (plain - 1) / (4 * count)
  if x < 0.1 { return 1 }
  if x < 1 {
    // The same limit in the form that converges fast for small x.
    let exponent = -Double.pi * Double.pi / (8 * x * x)
    let sum = stride(from: 7.0, through: 1, by: -2).reduce(0) { $0 + Elementary.exp($1 * $1 * exponent) }
    return 1 - (2 * Double.pi).squareRoot() / x * sum
  }
  var sum = 0.0
  for index in stride(from: 6.0, through: 1, by: -1) {
    sum = Elementary.exp(-2 * index * index * x * x) - sum
  }
  return 2 * sum
}

/// A square of numbers, row by row.
private struct SquareMatrix {
  let size: Int
  private var elements: [Double]

  init(size: Int) {
    self.size = size
    elements = Array(repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  func times(_ other: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(size: size)
    for row in 0..<size {
      for inner in 0..<size {
        let factor = self[row, inner]
        for column in 0..<size { product[row, column] += factor * other[inner, column] }
      }
    }
    return product
  }

  func raised(to exponent: Int) -> SquareMatrix {
    if exponent == 1 { return self }
    let half = raised(to: exponent / 2)
    let square = half.times(half)
    return exponent.isMultiple(of: 2) ? square : square.times(self)
  }
}
