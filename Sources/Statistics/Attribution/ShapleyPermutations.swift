import Preconditions
import Randomness

/// Random orders in which settings change one after the other, where there are too many settings for all groups of them.
///
///     let permutations = try ShapleyPermutations(settingCount: 14, pairCount: 50, seed: 2_026)
///     // Run every group of `permutations.groups`, then:
///     let why = try ShapleyAttribution(permutations: permutations, outcomes: outcomes)
///
/// Permutations come in pairs, an order and its reverse, so that what two settings do together is shared between them
/// exactly: Mitchell, Cooper, Frank and Holmes (2022), "Sampling permutations for Shapley value estimation", *Journal of
/// Machine Learning Research* 23. More pairs only append.
public struct ShapleyPermutations: Design {
  /// How many settings differ.
  public let settingCount: Int
  /// How many pairs of permutations there are.
  public let pairCount: Int
  /// The seed of the orders.
  public let seed: UInt64
  /// Every group of settings that is met on the way, once, ascending: bit i says whether setting i has its new value.
  public let groups: [UInt64]

  /// How many permutations there are.
  public var count: Int { 2 * pairCount }

  /// Draws orders.
  ///
  /// - Parameters:
  ///   - settingCount: How many settings differ, from 1 to 64.
  ///   - pairCount: How many pairs of permutations, at least one and at most 2^31.
  ///   - seed: The seed of the experiment; the draws are none of the model's.
  /// - Throws: `StatisticsError` when the counts are not like that.
  /// - Complexity: O(n p log(n p)) for n settings and p pairs.
  public init(settingCount: Int, pairCount: Int, seed: UInt64) throws(StatisticsError) {
    try requireSize(of: "settings", settingCount, in: 1...64)
    try requireSize(of: "pairs of permutations", pairCount, in: 1...(1 << 31))
    self.settingCount = settingCount
    self.pairCount = pairCount
    self.seed = seed
    var met: [UInt64] = [0]
    for pair in 0..<pairCount {
      let order = Self.order(of: pair, settingCount: settingCount, seed: seed)
      for settings in [order, order.reversed()] {
        var group: UInt64 = 0
        for setting in settings {
          group |= 1 << UInt64(setting)
          met.append(group)
        }
      }
    }
    met.sort()
    groups = met.indices.filter { $0 == 0 || met[$0] != met[$0 - 1] }.map { met[$0] }
  }

  /// The order of one permutation: which setting changes first, which next.
  ///
  /// Stops the process when there is no such permutation.
  ///
  /// - Complexity: O(n) for n settings.
  public subscript(permutation: Int) -> [Int] {
    requirePoint(permutation)
    let order = Self.order(of: permutation / 2, settingCount: settingCount, seed: seed)
    return permutation.isMultiple(of: 2) ? order : order.reversed()
  }

  /// Where a group stands among `groups`.
  func place(of group: UInt64) -> Int {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle] < group { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func order(of pair: Int, settingCount: Int, seed: UInt64) -> [Int] {
    var stream = statisticsStream(seed: seed, id: pair, for: .permutations)
    var order = Array(0..<settingCount)
    stream.shuffle(&order)
    return order
  }
}
