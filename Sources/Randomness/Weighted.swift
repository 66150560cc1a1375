import Preconditions

/// A choice among weighted possibilities by their cumulative weights.
///
/// Inversion: one draw, monotone in the uniform, and in the weights: moving weight to later possibilities never moves
/// the choice to an earlier one. O(log n) a choice; see ``AliasTable`` for O(1) without the monotony.
public struct Weighted: Distribution {
  /// The sums of the weights up to each possibility.
  @usableFromInline let cumulative: [Double]

  /// A choice among as many possibilities as weights.
  ///
  /// Stops if there are none, one is negative or not finite, or all are zero.
  public init(weights: [Double], file: StaticString = #fileID, line: UInt = #line) {
    checkWeights(weights, file: file, line: line)
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// The number of possibilities.
  @inlinable
  public var count: Int { cumulative.count }

  /// The index that belongs to `u` in (0, 1); never one of weight zero.
  ///
  /// - Complexity: O(log n).
  @inlinable
  public func quantile(_ u: Double) -> Int {
    let target = u * cumulative[cumulative.count - 1]
    var low = 0
    var high = cumulative.count - 1
    // The first whose cumulative weight exceeds the target, or, should that round up to the whole, reaches the whole.
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target || cumulative[middle] == cumulative[cumulative.count - 1] {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}

/// The distribution of observed values, each with a weight.
///
/// Inversion over the sorted values: one draw, monotone in the uniform and in every value.
public struct Empirical: Distribution {
  /// The values, rising.
  public let values: [Double]

  @usableFromInline let choice: Weighted

  /// The distribution of some values, equally likely.
  ///
  /// Stops if there are none or one is not a number.
  public init(_ values: [Double], file: StaticString = #fileID, line: UInt = #line) {
    self.init(values, weights: [Double](repeating: 1, count: values.count), file: file, line: line)
  }

  /// The distribution of some values with weights.
  ///
  /// Stops if there are none, the numbers of values and weights differ, one is not a number, or the weights do not make
  /// a ``Weighted``.
  public init(_ values: [Double], weights: [Double], file: StaticString = #fileID, line: UInt = #line) {
    guard values.count == weights.count, !values.contains(where: \.isNaN) else {
      stop("Randomness", "empirical of \(values) with weights \(weights)", file: file, line: line)
    }
    // Equal values in their order, so that the order of the input never shows.
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    self.values = order.map { values[$0] }
    choice = Weighted(weights: order.map { weights[$0] }, file: file, line: line)
  }

  /// The value that belongs to `u` in (0, 1).
  ///
  /// - Complexity: O(log n).
  @inlinable
  public func quantile(_ u: Double) -> Double { values[choice.quantile(u)] }
}

/// A choice among weighted possibilities in constant time; not monotone in the uniform.
///
/// Michael D. Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE Transactions on
/// Software Engineering 17 (1991), doi:10.1109/32.92917, after Alastair J. Walker (1977). Two draws a choice.
public struct AliasTable: Sendable {
  @usableFromInline let threshold: [Double]
  @usableFromInline let alias: [Int32]

  /// A choice among as many possibilities as weights.
  ///
  /// Stops if there are none, one is negative or not finite, or all are zero.
  ///
  /// - Complexity: O(n).
  public init(weights: [Double], file: StaticString = #fileID, line: UInt = #line) {
    let total = checkWeights(weights, file: file, line: line)
    guard weights.count <= Int32.max else {
      stop("Randomness", "\(weights.count) weights", file: file, line: line)
    }
    var threshold = weights.map { $0 / total * Double(weights.count) }
    // What is left without an alias by rounding, with no weight of its own, goes to the heaviest.
    let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    var alias = [Int32](repeating: Int32(heaviest), count: weights.count)
    var small = threshold.indices.filter { threshold[$0] < 1 }
    var large = threshold.indices.filter { threshold[$0] >= 1 }
    while let poor = small.popLast() {
      guard let rich = large.last else {
        // Only rounding can leave some below 1 when none is above.
        if weights[poor] > 0 { threshold[poor] = 1 }
        continue
      }
      alias[poor] = Int32(rich)
      threshold[rich] -= 1 - threshold[poor]
      if threshold[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    for rich in large { threshold[rich] = 1 }
    self.threshold = threshold
    self.alias = alias
  }

  /// The number of possibilities.
  @inlinable
  public var count: Int { threshold.count }

  /// An index, as likely as its weight.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func choose(using generator: inout some RandomNumberGenerator) -> Int {
    let index = generator.index(below: threshold.count)
    return generator.uniform() < threshold[index] ? index : Int(alias[index])
  }
}

/// The sum of weights, after a check that they make a distribution.
@discardableResult
func checkWeights(_ weights: [Double], file: StaticString, line: UInt) -> Double {
  var sum = 0.0
  for (index, weight) in weights.enumerated() {
    guard weight >= 0 else { stop("Randomness", "weight \(index) is \(weight)", file: file, line: line) }
    sum += weight
  }
  guard sum > 0, sum < .infinity else {
    stop("Randomness", "\(weights.count) weights with sum \(sum)", file: file, line: line)
  }
  return sum
}
