import Preconditions
import Randomness

/// The normal distribution: density, probabilities and quantiles.
///
///     NormalDistribution.standard.quantile(0.975)  // 1.959963984540054
///
/// Probabilities come from a series of positive terms near the mean (DLMF 7.6.2) and from the continued fraction of
/// Laplace in the tail (DLMF 7.9.1), so that both keep their relative precision.
public struct NormalDistribution: Equatable, Sendable {
  /// The distribution with mean 0 and standard deviation 1.
  public static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  /// The mean.
  public let mean: Double
  /// The standard deviation.
  public let standardDeviation: Double

  /// Makes a normal distribution; stops the process unless the mean is finite and the deviation finite and positive.
  public init(mean: Double, standardDeviation: Double, file: StaticString = #fileID, line: UInt = #line) {
    guard mean.isFinite, standardDeviation.isFinite, standardDeviation > 0 else {
      stop(
        "Statistics", "no normal distribution has mean \(mean) and standard deviation \(standardDeviation)",
        file: file, line: line)
    }
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// Probability density at `value`.
  public func density(_ value: Double) -> Double {
    StandardNormal().density(((value - mean) / standardDeviation).magnitude) / standardDeviation
  }

  /// Probability of a value at or below `value`.
  public func cumulative(_ value: Double) -> Double {
    StandardNormal().cumulative((value - mean) / standardDeviation)
  }

  /// Probability of a value above `value`, precise however small it is.
  public func upperTail(_ value: Double) -> Double {
    StandardNormal().cumulative((mean - value) / standardDeviation)
  }

  /// The value that is not exceeded with `probability`.
  ///
  /// Stops the process unless the probability is from 0 to 1.
  public func quantile(_ probability: Double, file: StaticString = #fileID, line: UInt = #line) -> Double {
    mean + standardDeviation * standardQuantile(probability, file: file, line: line)
  }

  /// The value that is exceeded with `probability`, precise however small it is.
  ///
  /// Stops the process unless the probability is from 0 to 1.
  public func quantile(upperTail probability: Double, file: StaticString = #fileID, line: UInt = #line) -> Double {
    mean - standardDeviation * standardQuantile(probability, file: file, line: line)
  }

  private func standardQuantile(_ probability: Double, file: StaticString, line: UInt) -> Double {
    requireProbability(probability, file: file, line: line)
    return Elementary.normalQuantile(probability)
  }
}

/// The right half of the distribution with mean 0 and standard deviation 1.
struct StandardNormal: SymmetricDistribution {
  func density(_ z: Double) -> Double {
    // The square is split in a part without rounding and a small rest, or the tail would lose digits.
    guard z < 40 else { return 0 }
    let coarse = (z * 1024).rounded(.down) / 1024
    let rest = (z - coarse) * (z + coarse)
    return 0.3989422804014327 * Elementary.exp(-0.5 * coarse * coarse) * Elementary.exp(-0.5 * rest)
  }

  func centre(_ z: Double) -> Double {
    let square = z * z
    var term = z
    var sum = z
    var divisor = 3.0
    while term > sum * 0x1p-56 {
      term *= square / divisor
      sum += term
      divisor += 2
    }
    return density(z) * sum
  }

  func tail(_ z: Double) -> Double {
    let density = density(z)
    guard density > 0 else { return 0 }
    return density
      / continuedFraction { index in
        (numerator: Double(index), denominator: z)
      }
  }
}
