import Preconditions

/// The Poisson distribution of a mean.
///
/// The least k whose cumulative probability reaches the uniform: one draw, monotone in the uniform and in the mean. Up
/// to a mean of 64 the probabilities are summed from 0; beyond, k is found from the Cornish-Fisher expansion and the
/// incomplete gamma function, in a time that does not grow with the mean.
@frozen
public struct Poisson: Distribution, BitwiseCopyable {
  /// The mean, from 0 to 1e12.
  public let mean: Double

  /// The Poisson distribution; stops if the mean is negative, above 1e12 or not a number.
  @inlinable
  public init(mean: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard mean >= 0, mean <= 1e12 else { stop("Randomness", "Poisson with mean \(mean)", file: file, line: line) }
    self.mean = mean
  }

  /// The variate that belongs to `u` in (0, 1).
  public func quantile(_ u: Double) -> Int {
    if mean <= 64 {
      return sequentialSearch(u, first: Elementary.exp(-mean)) { k in mean / k }
    }
    let z = Elementary.normalQuantile(u)
    return search(from: mean + mean.squareRoot() * z + (z * z - 1) / 6) { k in
      // The probability of more than k is P(k + 1, mean).
      let tails = Tails.gamma(shape: Double(k) + 1, mean)
      return u <= 0.5 ? tails.upper >= u : tails.lower <= 1 - u
    }
  }

  /// The probability of at most `k`.
  public func cumulative(_ k: Int) -> Double {
    k < 0 ? 0 : mean == 0 ? 1 : Tails.gamma(shape: Double(k) + 1, mean).upper
  }
}

/// The least k at which the sum of probabilities reaches `u`, by ratios of neighbouring probabilities.
@inline(__always)
func sequentialSearch(_ u: Double, first: Double, ratio: (Double) -> Double) -> Int {
  var term = first
  var sum = first
  var k = 0.0
  while sum < u {
    k += 1
    let step = ratio(k)
    term *= step
    // Past the mode the sum may stall a rounding below a uniform that is all but 1.
    if step < 1, sum + term == sum { break }
    sum += term
  }
  return Int(k)
}

/// The least k >= 0 that is enough, where every k after an enough one is enough, looked for from a guess.
@inline(__always)
func search(from guess: Double, isEnough: (Int) -> Bool) -> Int {
  // To the nearest: the steps of the distribution function lie half a unit below those of its smooth companion.
  var k = Int(max(guess + 0.5, 0))
  if isEnough(k) {
    while k > 0, isEnough(k - 1) { k -= 1 }
  } else {
    repeat { k += 1 } while !isEnough(k)
  }
  return k
}

extension RandomNumberGenerator {
  /// A Poisson variate, as of ``Poisson``.
  @inlinable
  public mutating func poisson(mean: Double, file: StaticString = #fileID, line: UInt = #line) -> Int {
    draw(from: Poisson(mean: mean, file: file, line: line))
  }
}
