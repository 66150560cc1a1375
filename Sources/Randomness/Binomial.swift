import Preconditions

/// The binomial distribution: how many of `count` independent trials of probability `p` succeed.
///
/// The least k whose cumulative probability reaches the uniform: one draw, monotone in the uniform, in the count and in
/// the probability. If fewer than 64 successes (or failures) are expected, the probabilities are summed; beyond, k is
/// found from the Cornish-Fisher expansion and the incomplete beta function, in a time that does not grow with the
/// count.
@frozen
public struct Binomial: Distribution, BitwiseCopyable {
  /// The number of trials, from 0 to 1e12.
  public let count: Int

  /// The probability of success.
  public let p: Double

  /// The binomial distribution; stops if the count is not in 0 to 1e12 or the probability not in 0 to 1.
  @inlinable
  public init(count: Int, p: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard count >= 0, count <= 1_000_000_000_000, p >= 0, p <= 1 else {
      stop("Randomness", "binomial with count \(count) and p \(p)", file: file, line: line)
    }
    self.count = count
    self.p = p
  }

  /// The variate that belongs to `u` in (0, 1).
  public func quantile(_ u: Double) -> Int {
    p <= 0.5 ? quantile(u, 1 - u, probability: p) : count - quantile(1 - u, u, probability: 1 - p)
  }

  /// The quantile for a probability up to 1/2; `v` is 1 - `u`, which `u` cannot tell when it is next to 1.
  private func quantile(_ u: Double, _ v: Double, probability: Double) -> Int {
    let n = Double(count)
    let expected = n * probability
    if expected == 0 { return 0 }
    // A sum of probabilities cannot come closer to 1 than a rounding; the far tail is found from its own side.
    if expected <= 64, v > 0x1p-30 {
      let odds = probability / (1 - probability)
      return sequentialSearch(u, first: Elementary.exp(n * Elementary.log1p(-probability))) { k in
        (n - k + 1) / k * odds
      }
    }
    let z = u <= 0.5 ? Elementary.normalQuantile(u) : -Elementary.normalQuantile(v)
    let sd = (expected * (1 - probability)).squareRoot()
    let guess = expected + sd * z + (1 - 2 * probability) * (z * z - 1) / 6
    return search(from: min(guess, n)) { k in
      if k >= count { return true }
      // The probability of more than k is I(probability; k + 1, count - k).
      let tails = Tails.beta(Double(k) + 1, n - Double(k), probability, 1 - probability)
      return u <= 0.5 ? tails.upper >= u : tails.lower <= v
    }
  }

  /// The probability of at most `k`.
  public func cumulative(_ k: Int) -> Double {
    if k < 0 { return 0 }
    return k >= count ? 1 : Tails.beta(Double(k) + 1, Double(count - k), p, 1 - p).upper
  }
}

extension RandomNumberGenerator {
  /// A binomial variate, as of ``Binomial``.
  @inlinable
  public mutating func binomial(
    count: Int, p: Double, file: StaticString = #fileID, line: UInt = #line
  ) -> Int {
    draw(from: Binomial(count: count, p: p, file: file, line: line))
  }
}
