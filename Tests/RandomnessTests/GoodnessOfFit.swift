import Foundation
import Randomness

/// A stream for a test, of its own by name.
func testStream(_ id: UInt32, seed: UInt64 = 1) -> DrawStream {
  Luck(seed: seed, replication: 0).stream(of: Owner(kind: 9, id: id), for: 9)
}

/// Goodness-of-fit tests, as p-values.
///
/// Streams have fixed seeds, so a test that passes always passes; that a sound sampler failed when its seed was chosen
/// had a probability of `significance`.
enum GoodnessOfFit {
  static let significance = 1e-4

  /// The p-value of the Kolmogorov-Smirnov test of a sample against a distribution function.
  ///
  /// By the asymptotic formula with the correction of M. A. Stephens (1970).
  static func kolmogorovSmirnov(_ sample: [Double], _ cumulative: (Double) -> Double) -> Double {
    let n = Double(sample.count)
    var distance = 0.0
    for (index, x) in sample.sorted().enumerated() {
      let f = cumulative(x)
      distance = max(distance, f - Double(index) / n, Double(index + 1) / n - f)
    }
    let t = distance * (n.squareRoot() + 0.12 + 0.11 / n.squareRoot())
    if t < 0.3 { return 1 }
    var sum = 0.0
    for k in 1...100 {
      let term = Foundation.exp(-2 * Double(k * k) * t * t)
      sum += k % 2 == 1 ? term : -term
    }
    return min(1, 2 * sum)
  }

  /// The p-value of the Anderson-Darling test against a known distribution function.
  ///
  /// By the series of G. Marsaglia and J. Marsaglia, Journal of Statistical Software 9 (2004), within 1e-5.
  static func andersonDarling(
    _ sample: [Double], _ cumulative: (Double) -> Double, _ survival: (Double) -> Double
  ) -> Double {
    let sorted = sample.sorted()
    let n = sorted.count
    var sum = 0.0
    for index in 0..<n {
      let terms = Foundation.log(cumulative(sorted[index])) + Foundation.log(survival(sorted[n - 1 - index]))
      sum += Double(2 * index + 1) * terms
    }
    let z = -Double(n) - sum / Double(n)
    if z < 2 {
      let series =
        2.00012 + (0.247105 - (0.0649821 - (0.0347962 - (0.011672 - 0.00168691 * z) * z) * z) * z) * z
      return 1 - Foundation.exp(-1.2337141 / z) / z.squareRoot() * series
    }
    let series = 1.0776 - (2.30695 - (0.43424 - (0.082433 - (0.008056 - 0.0003146 * z) * z) * z) * z) * z
    return 1 - Foundation.exp(-Foundation.exp(series))
  }

  /// The p-value of the chi-square test of counts against probabilities, cells of fewer than 10 expected put together.
  static func chiSquare(_ counts: [Int], _ probabilities: [Double]) -> Double {
    let total = Double(counts.reduce(0, +))
    var statistic = 0.0
    var cells = 0
    var observed = 0.0
    var expected = 0.0
    for (count, probability) in zip(counts, probabilities) {
      observed += Double(count)
      expected += total * probability
      if expected >= 10 {
        statistic += (observed - expected) * (observed - expected) / expected
        cells += 1
        observed = 0
        expected = 0
      }
    }
    if expected > 0 { statistic += (observed - expected) * (observed - expected) / max(expected, 1) }
    return cells < 2 ? 1 : Gamma(shape: Double(cells - 1) / 2, scale: 2).survival(statistic)
  }

  /// How many standard errors the mean of a sample lies from what it should be.
  static func meanError(_ sample: [Double], mean: Double, variance: Double) -> Double {
    let average = sample.reduce(0, +) / Double(sample.count)
    return (average - mean) / (variance / Double(sample.count)).squareRoot()
  }

  /// How many standard errors the variance of a sample lies from what it should be, given the fourth moment's ratio.
  static func varianceError(_ sample: [Double], mean: Double, variance: Double, kurtosis: Double) -> Double {
    let spread = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sample.count)
    return (spread - variance) / (variance * ((kurtosis - 1) / Double(sample.count)).squareRoot())
  }
}
