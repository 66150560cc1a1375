import Foundation
import Randomness
import Testing

/// A continuous distribution with its moments by the textbook: the kurtosis is the fourth central moment over sd^4.
struct Described: Sendable, CustomTestStringConvertible {
  var name: String
  var distribution: any ContinuousDistribution
  var mean: Double
  var variance: Double
  var kurtosis: Double

  var testDescription: String { name }

  static let all: [Described] = [
    .init(
      name: "uniform", distribution: Uniform(low: -2, high: 5), mean: 1.5, variance: 49.0 / 12, kurtosis: 1.8),
    .init(name: "exponential", distribution: Exponential(mean: 3), mean: 3, variance: 9, kurtosis: 9),
    .init(name: "normal", distribution: Normal(mean: 10, sd: 2), mean: 10, variance: 4, kurtosis: 3),
    .init(
      name: "lognormal", distribution: Lognormal(mean: 2, sd: 0.5), mean: 2, variance: 0.25,
      kurtosis: { (w: Double) in w * w * w * w + 2 * w * w * w + 3 * w * w - 3 }(1 + 0.0625)),
    .init(
      name: "triangular", distribution: Triangular(low: 1, mode: 2, high: 5), mean: 8.0 / 3,
      variance: (1 + 4 + 25 - 2 - 5 - 10) / 18.0, kurtosis: 2.4),
    .init(
      name: "triangular that only rises", distribution: Triangular(low: 0, mode: 1, high: 1), mean: 2.0 / 3,
      variance: 1.0 / 18, kurtosis: 2.4),
    gamma(0.1), gamma(1), gamma(50), gamma(500),
    beta(0.5, 0.5), beta(2, 5), beta(30, 0.7), beta(400, 900),
  ]

  static func gamma(_ shape: Double) -> Described {
    .init(
      name: "gamma of shape \(shape)", distribution: Gamma(shape: shape, scale: 2), mean: 2 * shape,
      variance: 4 * shape, kurtosis: 3 + 6 / shape)
  }

  static func beta(_ a: Double, _ b: Double) -> Described {
    let n = a + b
    let excess = 6 * ((a - b) * (a - b) * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3))
    return .init(
      name: "beta of \(a) and \(b)", distribution: Beta(a: a, b: b), mean: a / n,
      variance: a * b / (n * n * (n + 1)), kurtosis: 3 + excess)
  }

  func sample(_ count: Int, _ id: UInt32) -> [Double] {
    func draw(_ distribution: some ContinuousDistribution) -> [Double] {
      var stream = testStream(id)
      return (0..<count).map { _ in stream.draw(from: distribution) }
    }
    return draw(distribution)
  }
}

@Suite struct `A continuous sampler` {
  @Test(arguments: Described.all)
  func `has the mean and the variance of its distribution`(_ described: Described) {
    let sample = described.sample(10_000, 11)
    let meanError = GoodnessOfFit.meanError(sample, mean: described.mean, variance: described.variance)
    let varianceError = GoodnessOfFit.varianceError(
      sample, mean: described.mean, variance: described.variance, kurtosis: described.kurtosis)
    // 3.9 standard errors are exceeded with probability 1e-4.
    #expect(meanError.magnitude < 3.9)
    #expect(varianceError.magnitude < 3.9)
  }

  @Test(arguments: Described.all)
  func `fits its distribution function in the middle and in the tails`(_ described: Described) {
    let sample = described.sample(10_000, 12)
    let distribution = described.distribution
    #expect(
      GoodnessOfFit.kolmogorovSmirnov(sample) { distribution.cumulative($0) } > GoodnessOfFit.significance)
    // A beta variate may be so close to 1 that it is 1, and its survival 0.
    if !sample.contains(where: { distribution.survival($0) == 0 || distribution.cumulative($0) == 0 }) {
      let p = GoodnessOfFit.andersonDarling(
        sample, { distribution.cumulative($0) }, { distribution.survival($0) })
      #expect(p > GoodnessOfFit.significance)
    }
  }

  @Test(arguments: Described.all)
  func `inverts its distribution function`(_ described: Described) {
    let distribution = described.distribution
    for u in [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.7, 0.95, 0.999] {
      let x = distribution.quantile(u)
      // A double next to a bound other than 0 has few digits to say how far from it.
      #expect((distribution.cumulative(x) - u).magnitude < 1e-11 * u + 1e-15, "u \(u), x \(x)")
      #expect((distribution.cumulative(x) + distribution.survival(x) - 1).magnitude < 1e-15)
      let y = distribution.quantile(survival: u)
      // Where a double near 1 can't say how far it is from 1, it can't be inverted.
      if y < 0.9999 || !(distribution is Beta) {
        #expect((distribution.survival(y) - u).magnitude < 1e-10 * u + 1e-15, "survival \(u), x \(y)")
      }
    }
  }

  @Test(arguments: Described.all)
  func `never falls as the uniform rises`(_ described: Described) {
    let distribution = described.distribution
    var stream = testStream(13)
    var uniforms = (0..<3_000).map { _ in stream.openUniform() }
    // Both tails as far as a draw can reach, and both sides of one half.
    for power in 1..<53 {
      uniforms += [Foundation.scalbn(1.0, -power), 1 - Foundation.scalbn(1.0, -power)]
    }
    uniforms += [0.5 - 1e-9, 0.5 + 1e-9]
    uniforms.sort()
    let variates = uniforms.map { distribution.quantile($0) }
    let scale = described.variance.squareRoot()
    for (low, high) in zip(variates, variates.dropFirst()) {
      #expect(low <= high || (described.name.hasPrefix("beta") && low - high < 1e-12 * scale))
    }
  }
}

@Suite struct `Raising a parameter never lowers a variate` {
  static let uniforms: [Double] = {
    var stream = testStream(14)
    return (0..<500).map { _ in stream.openUniform() }
  }()

  func expectRising(_ values: [Double], _ distribution: (Double) -> any ContinuousDistribution) {
    let distributions = values.map(distribution)
    for u in Self.uniforms {
      let variates = distributions.map { $0.quantile(u) }
      #expect(zip(variates, variates.dropFirst()).allSatisfy { $0 <= $1 }, "u \(u): \(variates)")
    }
  }

  @Test func `of the exponential`() { expectRising([0, 1e-3, 1, 1.0001, 50]) { Exponential(mean: $0) } }
  @Test func `of the normal`() { expectRising([-5, 0, 1e-9, 3]) { Normal(mean: $0, sd: 2) } }
  @Test func `of the lognormal`() { expectRising([0.1, 1, 1.1, 20]) { Lognormal(mean: $0, sd: $0 * 0.3) } }
  @Test func `of the triangular's mode`() {
    expectRising([0, 0.2, 0.200001, 0.9, 1]) { Triangular(low: 0, mode: $0, high: 1) }
  }
  @Test func `of the gamma's shape`() {
    expectRising([0.05, 0.1, 0.9, 1, 1.01, 30, 199.9, 200.1, 5_000]) { Gamma(shape: $0, scale: 1) }
  }
  @Test func `of the beta's first shape`() {
    expectRising([0.1, 0.9, 1, 1.01, 30, 199.9, 200.1, 5_000]) { Beta(a: $0, b: 250) }
  }
}

@Suite struct `A truncated distribution` {
  @Test(arguments: [(-1.0, 0.5), (3, 5), (-9, -6), (8, 12), (-.infinity, -2), (6, .infinity), (2, 2)])
  func `stays between its bounds and fits there`(low: Double, high: Double) {
    let normal = Normal(mean: 0, sd: 1)
    let truncated = normal.truncated(low: low, high: high)
    var stream = testStream(15)
    let sample = (0..<5_000).map { _ in stream.draw(from: truncated) }
    #expect(sample.allSatisfy { low <= $0 && $0 <= high })
    if low == high { return }
    // By the smaller tail, which is accurate: P(low < X <= x) / P(low < X <= high).
    func between(_ a: Double, _ b: Double) -> Double {
      a > 0 ? normal.survival(a) - normal.survival(b) : normal.cumulative(b) - normal.cumulative(a)
    }
    let p = GoodnessOfFit.kolmogorovSmirnov(sample) { between(low, $0) / between(low, high) }
    #expect(p > GoodnessOfFit.significance)
  }

  @Test func `is the distribution itself without bounds`() {
    let gamma = Gamma(shape: 3, scale: 1)
    let free = gamma.truncated()
    for u in [0.01, 0.3, 0.5, 0.9] { #expect((free.quantile(u) / gamma.quantile(u) - 1).magnitude < 1e-14) }
  }

  @Test func `never falls as the uniform or a bound rises`() {
    let base = Lognormal(mean: 2, sd: 1)
    var last = 0.0
    for step in 1..<1_000 {
      let u = Double(step) / 1_000
      let value = base.truncated(low: 1, high: 4).quantile(u)
      #expect(value >= last)
      #expect(base.truncated(low: 1.2, high: 4).quantile(u) >= value)
      #expect(base.truncated(low: 1, high: 5).quantile(u) >= value)
      last = value
    }
  }

  @Test func `is its one point where there is but one`() {
    #expect(Normal(mean: 2, sd: 0).truncated(low: 1, high: 3).quantile(0.3) == 2)
    #expect(Normal(mean: 2, sd: 0).truncated(low: 2, high: 3).quantile(0.3) == 2)
  }
}
