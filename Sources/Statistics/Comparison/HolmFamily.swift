/// Several comparisons at once, adjusted so that chance alone rarely makes any of them look clear: Holm's method.
///
///     let family = try HolmFamily(of: [gainOfB, gainOfC, gainOfD])
///     print("a family of \(family.size)")
///     family.members[0].isClear   // whether B differs from zero
///     family.members[0].adjusted  // the difference with the interval that says so
///
/// Holm (1979), "A simple sequentially rejective multiple test procedure", *Scandinavian Journal of Statistics* 6(2).
/// The clearest difference gets an interval of level 1 − α/m, the next 1 − α/(m − 1) and so on; the first whose interval
/// holds zero, and all after it, share its level. So a difference is clear exactly when its adjusted interval leaves
/// out zero, and the probability that any true zero is left out is at most α, whatever the differences have in common.
///
/// That is a promise about zero. Where all intervals shall hold all true differences at once, with probability 1 − α,
/// take `simultaneous`, which is wider: every level is 1 − α/m.
public struct HolmFamily: Equatable, Sendable {
  /// One comparison among the others.
  public struct Member: Equatable, Sendable {
    /// The difference with the interval that Holm's method gives it.
    public let adjusted: MeanDifference
    /// The difference with the interval that holds the truth together with those of all others.
    public let simultaneous: MeanDifference
    /// The smallest α at which the difference would be clear.
    public let adjustedPValue: Double

    /// Whether the adjusted interval leaves out zero.
    public var isClear: Bool { !adjusted.contains(0) }
  }

  /// The level of the family: 1 − α.
  public let level: Double
  /// The comparisons, in the order in which they were given.
  public let members: [Member]

  /// How many comparisons there are.
  public var size: Int { members.count }

  /// Adjusts comparisons.
  ///
  /// - Parameters:
  ///   - differences: All comparisons that are looked at together; their own levels do not matter.
  ///   - level: The share of such families in which no true zero is left out, between 0 and 1.
  /// - Throws: `StatisticsError` when the level is not like that.
  /// - Complexity: O(m log m).
  public init(of differences: [MeanDifference], level: Double = 0.95) throws(StatisticsError) {
    guard level > 0, level < 1 else { throw .levelOutsideUnitInterval(level) }
    self.level = level
    let size = differences.count
    let ranked = differences.indices.sorted { one, other in
      let (first, second) = (differences[one].pValue, differences[other].pValue)
      return first == second ? one < other : first < second
    }
    var members = [Member?](repeating: nil, count: size)
    var isStopped = false
    var divisor = size
    var adjustedPValue = 0.0
    for (rank, index) in ranked.enumerated() {
      let difference = differences[index]
      let isTied = rank > 0 && differences[ranked[rank - 1]].pValue == difference.pValue
      if !isStopped, !isTied { divisor = size - rank }
      let adjusted = try difference.with(level: 1 - (1 - level) / Double(divisor))
      isStopped = isStopped || adjusted.contains(0)
      adjustedPValue = max(adjustedPValue, min(1, Double(size - rank) * difference.pValue))
      members[index] = Member(
        adjusted: adjusted, simultaneous: try difference.with(level: 1 - (1 - level) / Double(size)),
        adjustedPValue: adjustedPValue)
    }
    self.members = members.compactMap(\.self)
  }
}
