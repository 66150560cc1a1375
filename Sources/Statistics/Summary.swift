import Preconditions

/// Count, mean, variance and extremes of numbers, taken one at a time or from an array.
///
///     var waits = Summary()
///     waits.add(3.5)
///     waits.add(4.5)
///     waits.mean  // 4.0
///
/// `add` is the one-pass update of Welford (1962), *Technometrics* 4(3), and `merge` the pairwise update of Chan,
/// Golub and LeVeque (1983), *The American Statistician* 37(3): neither subtracts two large sums. Numbers are counted
/// from the first one, so that a mean far from zero costs no digits of the deviations. `init(of:)` makes the two
/// passes of the latter paper, with its correction.
///
/// Not promised: that the three ways give the same last bits. Each gives the same bits on every machine.
@frozen
public struct Summary: Equatable, Sendable {
  @usableFromInline var storedCount: Int
  @usableFromInline var origin: Double
  @usableFromInline var meanFromOrigin: Double
  @usableFromInline var squaredDeviations: Double
  @usableFromInline var least: Double
  @usableFromInline var greatest: Double

  /// Makes the summary of no numbers.
  @inlinable
  public init() {
    storedCount = 0
    origin = 0
    meanFromOrigin = 0
    squaredDeviations = 0
    least = .infinity
    greatest = -.infinity
  }

  /// Summarises numbers that are at hand, in two passes.
  ///
  /// - Parameter values: The numbers, at least one, all finite.
  /// - Throws: `StatisticsError` when there is none, when one is not finite, or when their squares overflow.
  /// - Complexity: O(n).
  @inlinable
  public init(of values: some Collection<Double>) throws(StatisticsError) {
    self.init()
    var sum = 0.0
    var lost = 0.0
    for value in values {
      guard value.isFinite else { throw .notFinite(value: value, index: storedCount) }
      storedCount += 1
      // What this addition rounds off is kept: Neumaier (1974), *Z. Angew. Math. Mech.* 54, 39–51.
      let next = sum + value
      lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
      sum = next
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
    }
    guard storedCount > 0 else { throw .tooFewValues(needed: 1, found: 0) }
    let count = Double(storedCount)
    origin = least == greatest ? least : (sum + lost) / count
    var deviations = 0.0
    for value in values {
      let deviation = value - origin
      deviations += deviation
      squaredDeviations += deviation * deviation
    }
    // The deviations are from the mean as it was rounded.
    squaredDeviations = Swift.max(0, squaredDeviations - deviations * deviations / count)
    guard mean.isFinite, squaredDeviations.isFinite else { throw .summaryNotFinite }
  }

  /// Takes in one more number.
  ///
  /// A number that is not finite makes the mean and the variance so too; `MeanInterval` refuses such a summary.
  @inlinable
  public mutating func add(_ value: Double) {
    if storedCount == 0 { origin = value }
    storedCount += 1
    let fromOrigin = value - origin
    let fromOldMean = fromOrigin - meanFromOrigin
    meanFromOrigin += fromOldMean / Double(storedCount)
    squaredDeviations += fromOldMean * (fromOrigin - meanFromOrigin)
    if value < least { least = value }
    if value > greatest { greatest = value }
  }

  /// Takes in all numbers of another summary.
  @inlinable
  public mutating func merge(_ other: Summary) {
    guard other.storedCount > 0 else { return }
    guard storedCount > 0 else {
      self = other
      return
    }
    let ours = Double(storedCount)
    let theirs = Double(other.storedCount)
    let both = ours + theirs
    let between = (other.origin - origin) + (other.meanFromOrigin - meanFromOrigin)
    storedCount += other.storedCount
    meanFromOrigin += between * (theirs / both)
    squaredDeviations += other.squaredDeviations + between * between * (ours * (theirs / both))
    least = Swift.min(least, other.least)
    greatest = Swift.max(greatest, other.greatest)
  }

  /// How many numbers were taken in.
  @inlinable
  public var count: Int { storedCount }

  /// The mean; stops the process when there are no numbers.
  @inlinable
  public var mean: Double {
    requireCount(1, for: "the mean")
    return origin + meanFromOrigin
  }

  /// The variance with divisor n − 1; stops the process with fewer than two numbers.
  @inlinable
  public var variance: Double {
    requireCount(2, for: "the variance")
    return squaredDeviations / Double(storedCount - 1)
  }

  /// The square root of the variance; stops the process with fewer than two numbers.
  @inlinable
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard deviation of the mean of independent numbers; stops the process with fewer than two.
  @inlinable
  public var standardError: Double { (variance / Double(storedCount)).squareRoot() }

  /// The smallest number; stops the process when there are none.
  @inlinable
  public var minimum: Double {
    requireCount(1, for: "the minimum")
    return least
  }

  /// The largest number; stops the process when there are none.
  @inlinable
  public var maximum: Double {
    requireCount(1, for: "the maximum")
    return greatest
  }

  @inlinable
  func requireCount(_ needed: Int, for what: String) {
    guard storedCount >= needed else { stopForCount(needed, for: what) }
  }

  @usableFromInline @inline(never)
  func stopForCount(_ needed: Int, for what: String) -> Never {
    stop("Statistics", "\(what) needs at least \(needed) numbers, the summary has \(storedCount)")
  }
}
