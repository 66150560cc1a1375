import Foundation
import Randomness
import Testing

private func logFactorial(_ k: Int) -> Double { lgamma(Double(k) + 1) }

private func poissonProbability(_ k: Int, _ mean: Double) -> Double {
  mean == 0 ? (k == 0 ? 1 : 0) : Foundation.exp(Double(k) * Foundation.log(mean) - mean - logFactorial(k))
}

private func binomialProbability(_ k: Int, _ n: Int, _ p: Double) -> Double {
  if p == 0 || p == 1 { return k == (p == 0 ? 0 : n) ? 1 : 0 }
  let choose = logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  return Foundation.exp(choose + Double(k) * Foundation.log(p) + Double(n - k) * Foundation.log1p(-p))
}

/// Whether counts of integers fit: chi-square over cells `width` wide, around the mean, tails in the outer cells.
private func fit(_ sample: [Int], mean: Double, sd: Double, _ probability: (Int) -> Double) -> Double {
  let low = max(0, Int(mean - 8 * sd))
  let high = Int(mean + 8 * sd) + 8
  let width = max(1, Int(sd / 5))
  let cells = (high - low) / width + 1
  var counts = [Int](repeating: 0, count: cells)
  var probabilities = [Double](repeating: 0, count: cells)
  for k in sample { counts[min(max(k - low, 0) / width, cells - 1)] += 1 }
  for k in low..<(low + cells * width) { probabilities[(k - low) / width] += probability(k) }
  return GoodnessOfFit.chiSquare(counts, probabilities)
}

@Suite struct `A Poisson sampler` {
  @Test(arguments: [0, 1e-3, 0.5, 5, 30, 63.9, 64.1, 300, 1e4, 1e6])
  func `has the mean, the variance and the probabilities of its distribution`(mean: Double) {
    var stream = testStream(21)
    let sample = (0..<20_000).map { _ in stream.poisson(mean: mean) }
    if mean == 0 {
      #expect(sample.allSatisfy { $0 == 0 })
      return
    }
    let doubles = sample.map(Double.init)
    #expect(GoodnessOfFit.meanError(doubles, mean: mean, variance: mean).magnitude < 3.9)
    let varianceError = GoodnessOfFit.varianceError(doubles, mean: mean, variance: mean, kurtosis: 3 + 1 / mean)
    #expect(varianceError.magnitude < (mean < 0.01 ? 5 : 3.9))
    let p = fit(sample, mean: mean, sd: mean.squareRoot()) { poissonProbability($0, mean) }
    #expect(p > GoodnessOfFit.significance)
  }

  @Test(arguments: [0.3, 20, 64, 65, 5_000, 1e6])
  func `gives the least number whose cumulative probability reaches the uniform`(mean: Double) {
    let poisson = Poisson(mean: mean)
    var uniforms: [Double] = [1e-14, 1e-11, 1e-8, 1e-4, 1 - 1e-4, 1 - 1e-8, 1 - 1e-11]
    for step in 1..<200 { uniforms.append(Double(step) / 200) }
    for u in uniforms {
      let k = poisson.quantile(u)
      let slack = 1e-12 * min(u, 1 - u) + 1e-15
      #expect(poisson.cumulative(k) >= u - slack, "u \(u), k \(k)")
      #expect(poisson.cumulative(k - 1) < u + slack, "u \(u), k \(k)")
    }
  }

  @Test func `never falls as the uniform or the mean rises`() {
    var stream = testStream(22)
    let uniforms = ((0..<500).map { _ in stream.openUniform() } + [0x1p-53, 0x1p-40, 1 - 0x1p-53, 1 - 0x1p-40]).sorted()
    var before = [Int](repeating: 0, count: uniforms.count)
    for mean in [0, 1e-3, 0.5, 0.51, 30, 63.999, 64, 64.001, 199, 201, 1e4, 1.0001e4, 1e6] {
      let now = uniforms.map { Poisson(mean: mean).quantile($0) }
      #expect(zip(before, now).allSatisfy { $0 <= $1 }, "mean \(mean)")
      #expect(zip(now, now.dropFirst()).allSatisfy { $0 <= $1 }, "mean \(mean)")
      before = now
    }
  }
}

@Suite struct `A binomial sampler` {
  static let cases: [(Int, Double)] = [
    (0, 0.5), (10, 0), (10, 1), (1, 0.3), (10, 0.3), (10, 0.7), (100, 0.01), (1_000, 0.5), (1_000, 0.93),
    (1_000_000, 1e-6), (1_000_000, 0.0003), (1_000_000, 0.3), (1_000_000, 0.9),
  ]

  @Test(arguments: cases)
  func `has the mean, the variance and the probabilities of its distribution`(count: Int, p: Double) {
    var stream = testStream(23)
    let sample = (0..<20_000).map { _ in stream.binomial(count: count, p: p) }
    let mean = Double(count) * p
    let variance = mean * (1 - p)
    if variance == 0 {
      #expect(sample.allSatisfy { $0 == Int(mean) })
      return
    }
    let doubles = sample.map(Double.init)
    #expect(GoodnessOfFit.meanError(doubles, mean: mean, variance: variance).magnitude < 3.9)
    let kurtosis = 3 + (1 - 6 * p * (1 - p)) / variance
    let varianceError = GoodnessOfFit.varianceError(doubles, mean: mean, variance: variance, kurtosis: kurtosis)
    #expect(varianceError.magnitude < 3.9)
    let fitness = fit(sample, mean: mean, sd: variance.squareRoot()) {
      $0 > count ? 0 : binomialProbability($0, count, p)
    }
    #expect(fitness > GoodnessOfFit.significance)
  }

  @Test func `never falls as the uniform, the probability or the count rises`() {
    var stream = testStream(24)
    let uniforms = ((0..<300).map { _ in stream.openUniform() } + [0x1p-53, 0x1p-40, 1 - 0x1p-53, 1 - 0x1p-40]).sorted()
    func expectRising(_ distributions: [Binomial]) {
      var before = [Int](repeating: 0, count: uniforms.count)
      for distribution in distributions {
        let now = uniforms.map { distribution.quantile($0) }
        #expect(zip(before, now).allSatisfy { $0 <= $1 }, "\(distribution)")
        #expect(zip(now, now.dropFirst()).allSatisfy { $0 <= $1 }, "\(distribution)")
        before = now
      }
    }
    let probabilities = [0, 1e-9, 0.01, 0.0639, 0.0641, 0.3, 0.499, 0.5, 0.501, 0.93, 0.9359, 0.9361, 1]
    expectRising(probabilities.map { Binomial(count: 1_000, p: $0) })
    expectRising([0, 1, 2, 100, 212, 213, 214, 215, 1_000, 1_000_000].map { Binomial(count: $0, p: 0.3) })
  }

  /// Beside an exact sum of the lower tail: near 0 that is where all but a few of many trials fail, or succeed.
  @Test(arguments: [0x1p-300, 0x1p-80, 0x1p-54, 0x1p-40, 0x1p-31, 0x1p-29])
  func `finds its place in the far tail`(u: Double) {
    for (count, p) in [(1_000, 0.999), (1_000, 0.96), (40, 0.75), (200, 0.3)] {
      let k = Binomial(count: count, p: p).quantile(u)
      // Smallest terms first; one in a million of slack for their own roundings.
      let upTo = (0...k).reduce(0) { $0 + binomialProbability($1, count, p) }
      #expect(upTo >= u * (1 - 1e-6), "\(count) trials of \(p)")
      #expect(upTo - binomialProbability(k, count, p) < u * (1 + 1e-6), "\(count) trials of \(p)")
    }
  }
}

@Suite struct `An integer sampler` {
  @Test(arguments: [1, 2, 3, 7, 100, 1_000])
  func `makes every integer equally likely`(count: Int) {
    var stream = testStream(25)
    var counts = [Int](repeating: 0, count: count)
    for _ in 0..<50_000 { counts[stream.index(below: count)] += 1 }
    let p = GoodnessOfFit.chiSquare(counts, [Double](repeating: 1 / Double(count), count: count))
    #expect(p > GoodnessOfFit.significance)
  }

  /// A generator that gives the words it was told.
  private struct Steps: RandomNumberGenerator {
    var words: [UInt64]
    mutating func next() -> UInt64 { words.removeFirst() }
  }

  @Test func `rejects the words that would make some likelier than others`() {
    // 2^64 = 1 modulo 3, so the one word 0 is too many.
    var generator = Steps(words: [0, 1, .max])
    #expect(generator.index(below: 3) == 0)
    #expect(generator.words == [.max])
    // 2^64 = 2^63 - 1 modulo 2^63 + 1: nearly half of all words are too many, such as 2 and 4.
    var edges = Steps(words: [2, 4, 1, .max])
    #expect(edges.integer(low: .min, high: 0) == .min)
    #expect(edges.words == [.max])
  }

  @Test func `reaches both ends of any range`() {
    var stream = testStream(26)
    let seen = Set((0..<200).map { _ in stream.integer(low: -2, high: 2) })
    #expect(seen == [-2, -1, 0, 1, 2])
    #expect(stream.integer(low: 5, high: 5) == 5)
    var ends = Steps(words: [0, .max])
    #expect(ends.integer(low: .min, high: .max) == .min)
    #expect(ends.integer(low: .min, high: .max) == .max)
  }

  @Test func `shuffles into every order equally often`() {
    var stream = testStream(27)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var order = [0, 1, 2, 3]
      stream.shuffle(&order)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 24)
    let p = GoodnessOfFit.chiSquare(Array(counts.values), [Double](repeating: 1 / 24.0, count: 24))
    #expect(p > GoodnessOfFit.significance)
  }

  @Test(arguments: [0, 1e-3, 0.25, 0.5, 0.999, 1])
  func `lets a chance happen as often as it should`(p: Double) {
    var stream = testStream(28)
    let happened = (0..<40_000).filter { _ in stream.chance(p) }.count
    let sd = (40_000 * p * (1 - p)).squareRoot()
    #expect((Double(happened) - 40_000 * p).magnitude <= 3.9 * sd)
  }

  @Test func `never lets the impossible happen and always the certain`() {
    var ends = Steps(words: [0, .max, 0, .max])
    #expect(ends.chance(1) && ends.chance(1))
    #expect(!ends.chance(0) && !ends.chance(0))
  }

  @Test func `keeps every chance that happened as the probability rises`() {
    for id in 0..<500 as Range<UInt32> {
      let outcomes = [0, 0.1, 0.100001, 0.5, 0.9, 1].map { p in
        var stream = testStream(id)
        return stream.chance(p)
      }
      #expect(zip(outcomes, outcomes.dropFirst()).allSatisfy { !$0 || $1 })
    }
  }
}

@Suite struct `A weighted choice` {
  static let weights: [[Double]] = [[1], [0, 3, 0], [1, 2, 3, 4], [0, 1e-3, 1, 0, 7, 0], [1e300, 2e300]]

  @Test(arguments: weights)
  func `is made as often as the weights say, by cumulation and by alias`(weights: [Double]) {
    let cumulative = Weighted(weights: weights)
    let alias = AliasTable(weights: weights)
    var stream = testStream(29)
    var byCumulation = [Int](repeating: 0, count: weights.count)
    var byAlias = byCumulation
    for _ in 0..<40_000 {
      byCumulation[stream.draw(from: cumulative)] += 1
      byAlias[alias.choose(using: &stream)] += 1
    }
    let total = weights.reduce(0, +)
    let probabilities = weights.map { $0 / total }
    #expect(GoodnessOfFit.chiSquare(byCumulation, probabilities) > GoodnessOfFit.significance)
    #expect(GoodnessOfFit.chiSquare(byAlias, probabilities) > GoodnessOfFit.significance)
    for (index, weight) in weights.enumerated() where weight == 0 {
      #expect(byCumulation[index] == 0)
      #expect(byAlias[index] == 0)
    }
  }

  @Test func `never comes earlier as the uniform rises or weight moves later`() {
    let early = Weighted(weights: [5, 1, 0, 2])
    let late = Weighted(weights: [4, 1, 1, 2])
    var last = 0
    for step in 1..<10_000 {
      let u = Double(step) / 10_000
      let index = early.quantile(u)
      #expect(index >= last)
      #expect(late.quantile(u) >= index)
      last = index
    }
    #expect(early.quantile(1 - 0x1p-53) == 3)
    #expect(early.quantile(0x1p-53) == 0)
  }

  @Test func `of observed values rises with the uniform whatever their order`() {
    let empirical = Empirical([3, -1, 7], weights: [1, 1, 2])
    #expect(empirical.values == [-1, 3, 7])
    #expect([0.1, 0.3, 0.6, 0.9].map { empirical.quantile($0) } == [-1, 3, 7, 7])
    #expect(Empirical([4]).quantile(0.5) == 4)
  }
}
