import Preconditions

/// Why an outcome changed: the part of each setting that differs, and the parts add up to the whole.
///
///     // outcomes[group][year]; bit i of a group says whether setting i has its new value.
///     let why = try ShapleyAttribution(settingCount: 3, outcomes: outcomes)
///     why.parts             // what each of the three contributed
///     why.part(of: 0b011)   // what the first two contributed together
///
/// The part of a setting is what its new value adds, averaged over all orders in which the settings may change: Shapley
/// (1953), "A value for n-person games". Run every group of settings on the same years, or chance is attributed too.
///
/// The parts are added up without rounding (``ExactSum``) and rounded once, whatever is asked for. So, to the last bit:
/// `part(of:)` of all settings is `whole`, which is the new outcome minus the old one; a setting that never matters has
/// the part 0; two settings that can take each other's place have equal parts. `+` on the rounded `parts` may miss
/// `whole` by a few units in the last place.
public struct ShapleyAttribution: Equatable, Sendable {
  /// With how many settings every group of them is run: 1,024 groups.
  public static let mostSettings = 10

  /// The part of each setting, in the unit of the outcome.
  public let parts: [Double]
  /// How far each part can be trusted, or nil when there is nothing to tell it from.
  ///
  /// With all groups it is the interval of Student's t over the years, and there is none of one year. With sampled
  /// permutations it is the interval over pairs of permutations, for these years, and there is none of one pair.
  public let intervals: [MeanInterval]?
  /// How many permutations were sampled, or nil when all groups were run, so that the parts are exact.
  public let permutationCount: Int?

  private let sums: [ExactSum]
  private let divisor: Int

  /// How many settings differ.
  public var settingCount: Int { parts.count }

  /// The mean outcome of the new settings minus that of the old ones.
  public var whole: Double { added(sums, divisor: divisor) }

  /// The part of several settings together, exactly added and rounded once.
  ///
  /// Stops the process when the group has a setting that there is not.
  ///
  /// - Parameters:
  ///   - group: Bit i says whether setting i belongs to it.
  ///   - file: Where it is asked for.
  ///   - line: The line of it.
  /// - Returns: The part of the group, in the unit of the outcome.
  /// - Complexity: O(n) in the number of settings.
  public func part(of group: UInt64, file: StaticString = #fileID, line: UInt = #line) -> Double {
    guard settingCount == 64 || group >> UInt64(settingCount) == 0 else {
      stop("Statistics", "group \(group) of \(settingCount) settings", file: file, line: line)
    }
    return added(members(of: group, among: settingCount).map { sums[$0] }, divisor: divisor)
  }

  /// Attributes the change of outcomes that were run for every group of settings.
  ///
  /// - Parameters:
  ///   - settingCount: How many settings differ, at least one and at most `mostSettings`.
  ///   - outcomes: For each group, from 0 to 2^n − 1, the outcome of each year: finite, at least one year, and the same
  ///     years for every group. Bit i of the group says whether setting i has its new value.
  ///   - level: The share of such intervals that hold the part of all years, between 0 and 1.
  /// - Throws: `StatisticsError` when the outcomes are not like that.
  /// - Complexity: O(n 2^n) for n settings, times the years.
  public init(settingCount: Int, outcomes: [[Double]], level: Double = 0.95) throws(StatisticsError) {
    guard settingCount >= 1 else { throw .designTooSmall(of: "settings", needed: 1, found: settingCount) }
    guard settingCount <= Self.mostSettings else {
      throw .designTooLarge(of: "settings", most: Self.mostSettings, found: settingCount)
    }
    let years = try countYears(in: outcomes, points: 1 << settingCount)
    let weights = (0..<settingCount).map { factorial($0) * factorial(settingCount - 1 - $0) }
    let orders = factorial(settingCount)
    var sums = [ExactSum](repeating: ExactSum(), count: settingCount)
    var byYear = [[Double]](repeating: [], count: settingCount)
    for year in 0..<years {
      for setting in 0..<settingCount {
        var part = ExactSum()
        for group in outcomes.indices where group >> setting & 1 == 0 {
          let weight = weights[group.nonzeroBitCount]
          part.add(outcomes[group | 1 << setting][year], times: weight)
          part.add(outcomes[group][year], times: -weight)
        }
        byYear[setting].append(part.value(dividedBy: orders))
        sums[setting].add(part)
      }
    }
    try self.init(sums: sums, divisor: orders * years, samples: byYear, level: level, permutationCount: nil)
  }

  /// Attributes the change of an outcome that is a function of the settings that have their new values.
  ///
  /// - Parameters:
  ///   - settingCount: How many settings differ, at least one and at most `mostSettings`.
  ///   - outcome: The outcome of a group; bit i says whether setting i has its new value.
  /// - Throws: `StatisticsError` when the settings are too many or an outcome is not finite.
  /// - Complexity: O(n 2^n) for n settings.
  public init(settingCount: Int, outcome: (Int) -> Double) throws(StatisticsError) {
    let groups = (1...Self.mostSettings).contains(settingCount) ? 1 << settingCount : 0
    try self.init(settingCount: settingCount, outcomes: (0..<groups).map { [outcome($0)] })
  }

  /// Attributes the change of outcomes that were run along sampled permutations.
  ///
  /// Stops the process when there are more than 2^62 permutations and years together.
  ///
  /// - Parameters:
  ///   - permutations: In which orders the settings were changed.
  ///   - outcomes: For each group of `permutations.groups`, in that order, the outcome of each year: finite, at least
  ///     one year, and the same years for every group.
  ///   - level: The share of such intervals that hold the part of all permutations, between 0 and 1.
  /// - Throws: `StatisticsError` when the outcomes are not like that.
  /// - Complexity: O(n log n) for n settings, times permutations and years.
  public init(
    permutations: ShapleyPermutations, outcomes: [[Double]], level: Double = 0.95
  ) throws(StatisticsError) {
    let years = try countYears(in: outcomes, points: permutations.groups.count)
    let count = permutations.settingCount
    var sums = [ExactSum](repeating: ExactSum(), count: count)
    var byPair = [[Double]](repeating: [], count: count)
    for pair in 0..<permutations.pairCount {
      var parts = [ExactSum](repeating: ExactSum(), count: count)
      for permutation in [2 * pair, 2 * pair + 1] {
        var place = permutations.place(of: 0)
        var group: UInt64 = 0
        for setting in permutations[permutation] {
          group |= 1 << UInt64(setting)
          let next = permutations.place(of: group)
          for year in 0..<years {
            parts[setting].add(outcomes[next][year])
            parts[setting].add(outcomes[place][year], times: -1)
          }
          place = next
        }
      }
      for setting in 0..<count {
        byPair[setting].append(parts[setting].value(dividedBy: 2 * years))
        sums[setting].add(parts[setting])
      }
    }
    try self.init(
      sums: sums, divisor: permutations.count * years, samples: byPair, level: level,
      permutationCount: permutations.count)
  }

  private init(
    sums: [ExactSum], divisor: Int, samples: [[Double]], level: Double, permutationCount: Int?
  ) throws(StatisticsError) {
    self.sums = sums
    self.divisor = divisor
    self.permutationCount = permutationCount
    parts = sums.map { $0.value(dividedBy: divisor) }
    for part in parts where !part.isFinite { throw .summaryNotFinite }
    var intervals: [MeanInterval] = []
    for sample in samples where sample.count > 1 { intervals.append(try MeanInterval(of: sample, level: level)) }
    self.intervals = intervals.isEmpty ? nil : intervals
  }
}

/// The members of a group as numbers, ascending.
private func members(of group: UInt64, among count: Int) -> [Int] {
  (0..<count).filter { group >> UInt64($0) & 1 == 1 }
}

private func added(_ sums: [ExactSum], divisor: Int) -> Double {
  var sum = ExactSum()
  for part in sums { sum.add(part) }
  return sum.value(dividedBy: divisor)
}

private func factorial(_ number: Int) -> Int { number < 2 ? 1 : (2...number).reduce(1, *) }
