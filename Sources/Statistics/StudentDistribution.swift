import Preconditions
import Randomness

/// Student's t distribution: density, probabilities and quantiles.
///
///     StudentDistribution(degreesOfFreedom: 9).quantile(0.975)  // 2.2621571627409915
///
/// The probabilities are incomplete beta functions: near zero a series of positive terms (DLMF 8.17.8), in the tail
/// the continued fraction of Didonato and Morris (1992), *ACM Transactions on Mathematical Software* 18(3),
/// whose parts do not cancel when there are many degrees of freedom.
public struct StudentDistribution: Equatable, Sendable {
  /// The degrees of freedom: positive, whole or not.
  public var degreesOfFreedom: Double { half.degreesOfFreedom }
  private let half: StudentHalf

  /// Makes a t distribution; stops the process unless the degrees of freedom are positive and finite.
  public init(degreesOfFreedom: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      stop("Statistics", "no t distribution has \(degreesOfFreedom) degrees of freedom", file: file, line: line)
    }
    half = StudentHalf(degreesOfFreedom: degreesOfFreedom)
  }

  /// Probability density at `t`.
  public func density(_ t: Double) -> Double { half.density(t.magnitude) }

  /// Probability of a value at or below `t`.
  public func cumulative(_ t: Double) -> Double { half.cumulative(t) }

  /// Probability of a value above `t`, precise however small it is.
  public func upperTail(_ t: Double) -> Double { half.cumulative(-t) }

  /// The value that is not exceeded with `probability`.
  ///
  /// Stops the process unless the probability is from 0 to 1.
  public func quantile(_ probability: Double, file: StaticString = #fileID, line: UInt = #line) -> Double {
    requireProbability(probability, file: file, line: line)
    return half.quantile(probability)
  }

  /// The value that is exceeded with `probability`, precise however small it is.
  ///
  /// Stops the process unless the probability is from 0 to 1.
  public func quantile(upperTail probability: Double, file: StaticString = #fileID, line: UInt = #line) -> Double {
    requireProbability(probability, file: file, line: line)
    return -half.quantile(probability)
  }
}

/// The right half of a t distribution.
struct StudentHalf: SymmetricDistribution, Equatable, Sendable {
  let degreesOfFreedom: Double
  private let densityAtZero: Double

  init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    densityAtZero = gammaHalfStep(degreesOfFreedom / 2) / (degreesOfFreedom * .pi).squareRoot()
  }

  func density(_ t: Double) -> Double {
    let ratio = t * t / degreesOfFreedom
    let logarithm =
      ratio.isFinite ? Elementary.log1p(ratio) : 2 * (Elementary.log(t) - 0.5 * Elementary.log(degreesOfFreedom))
    return densityAtZero * Elementary.exp(-0.5 * (degreesOfFreedom + 1) * logarithm)
  }

  func centre(_ t: Double) -> Double {
    let share = t * t / (degreesOfFreedom + t * t)
    var term = t
    var sum = t
    var index = 0.0
    while term > sum * 0x1p-56 {
      term *= share * ((degreesOfFreedom + 1 + 2 * index) / (3 + 2 * index))
      sum += term
      index += 1
    }
    return density(t) * sum
  }

  func tail(_ t: Double) -> Double {
    let a = degreesOfFreedom / 2
    let b = 0.5
    let x = 1 / (1 + t * t / degreesOfFreedom)
    let y = 1 / (1 + degreesOfFreedom / t / t)
    let excess = (a + b) * y - b
    let fraction = continuedFraction { index in
      guard index > 0 else { return (0, a / (a + 1) * (excess + 1)) }
      let n = Double(index)
      let width = a + 2 * n - 1
      let pull = n * (b - n) * x
      return (
        (a + n - 1) / width * ((a + b + n - 1) / width) * pull * x,
        n + pull / width + (a + n) / (width + 2) * (excess + 1 + n * (1 + y))
      )
    }
    return 0.5 * t * density(t) / fraction
  }

  func quantile(_ probability: Double) -> Double {
    let fromCentre = probability - 0.5
    if fromCentre == 0 { return 0 }
    let tail = fromCentre < 0 ? probability : 1 - probability
    if tail == 0 { return fromCentre < 0 ? -.infinity : .infinity }
    let distance = positiveQuantile(tail: tail, centre: fromCentre.magnitude)
    return fromCentre < 0 ? -distance : distance
  }

  /// Newton's method on the logarithm of the probability against the logarithm of `t`.
  ///
  /// In those coordinates both halves are concave, so that the steps cannot run away, and a heavy tail is nearly a
  /// straight line, so that they are few.
  private func positiveQuantile(tail wantedTail: Double, centre wantedCentre: Double) -> Double {
    var t = wantedCentre < 0.1 ? wantedCentre / density(0) : -Elementary.normalQuantile(wantedTail)
    for _ in 0..<100 {
      let density = density(t)
      let step: Double
      if t < tailBegins, wantedCentre < 0.25 {
        let centre = centre(t)
        step = Elementary.log(wantedCentre / centre) * (centre / (t * density))
      } else {
        let tail = t < tailBegins ? 0.5 - centre(t) : tail(t)
        step = Elementary.log(tail / wantedTail) * (tail / (t * density))
      }
      t *= Elementary.exp(step)
      // The error after a step is of the order of its square.
      if step.magnitude < 0x1p-30 || t == .infinity { break }
    }
    return t
  }
}

/// Stops the process unless a quantile belongs to `probability`.
func requireProbability(_ probability: Double, file: StaticString, line: UInt) {
  guard probability >= 0, probability <= 1 else {
    stop("Statistics", "no quantile belongs to the probability \(probability)", file: file, line: line)
  }
}
