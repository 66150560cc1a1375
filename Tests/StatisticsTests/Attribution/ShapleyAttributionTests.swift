import Randomness
import Statistics
import Testing

@Suite struct ShapleyAttributionTests {
  /// Outcomes without any pattern for every group of settings and every year, of very different sizes.
  private func scattered(settings: Int, years: Int = 1, seed: UInt64) -> [[Double]] {
    var stream = Luck(seed: seed, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    return (0..<(1 << settings)).map { _ in
      (0..<years).map { _ in (stream.uniform() - 0.5) * Elementary.exp(20 * stream.uniform()) }
    }
  }

  /// The exact values are those of Python's fractions.
  @Test func agreesWithFractions() throws {
    let outcomes = [1.5, 4.25, -2.0, 7.125, 0.3, 9.75, 2.2, 11.1]
    let why = try ShapleyAttribution(settingCount: 3) { outcomes[$0] }
    #expect(why.parts == [6.979166666666666, 0.07916666666666658, 2.5416666666666665])
    #expect(why.whole == 11.1 - 1.5)
    #expect(why.intervals == nil)
    #expect(why.permutationCount == nil)
  }

  /// Whoever adds the same in every company gets just that.
  @Test func aLinearModelIsTakenApart() throws {
    let weights = [3.0, -1.25, 0.5, 8, -100]
    let why = try ShapleyAttribution(settingCount: 5) { group in
      weights.indices.reduce(1_000.0) { group >> $1 & 1 == 1 ? $0 + weights[$1] : $0 }
    }
    #expect(why.parts == weights)
    #expect(why.whole == -89.75)
  }

  @Test func twoThatOnlyWorkTogetherShare() throws {
    let why = try ShapleyAttribution(settingCount: 3) { $0 & 0b101 == 0b101 ? 7 : 0 }
    #expect(why.parts == [3.5, 0, 3.5])
  }

  @Test(arguments: 1...10)
  func thePartsAddUpToTheLastBit(settings: Int) throws {
    for seed in UInt64(0)..<5 {
      let outcomes = scattered(settings: settings, seed: seed)
      let why = try ShapleyAttribution(settingCount: settings, outcomes: outcomes)
      let all = UInt64(1) << UInt64(settings) - 1
      let whole = outcomes[outcomes.count - 1][0] - outcomes[0][0]
      #expect(why.whole == whole, "seed \(seed)")
      #expect(why.part(of: all) == whole, "seed \(seed)")
      for setting in 0..<settings { #expect(why.part(of: 1 << UInt64(setting)) == why.parts[setting]) }
      let scale = outcomes.reduce(0) { max($0, $1[0].magnitude) }
      #expect((why.parts.reduce(0, +) - whole).magnitude < 1e-14 * scale, "seed \(seed)")
    }
  }

  /// A player that changes nothing, among numbers whose sums are full of rounding.
  @Test func aSettingThatNeverMattersHasNoPart() throws {
    for seed in UInt64(0)..<10 {
      let outcomes = scattered(settings: 7, seed: seed)
      let why = try ShapleyAttribution(settingCount: 7) { outcomes[$0 & ~0b100][0] }
      #expect(why.parts[2] == 0, "seed \(seed)")
      #expect(why.parts[3] != 0, "seed \(seed)")
    }
  }

  /// The outcome depends on how many of settings 1, 4 and 5 are new, not on which.
  @Test func settingsThatCanTakeEachOthersPlaceHaveEqualParts() throws {
    for seed in UInt64(0)..<10 {
      let outcomes = scattered(settings: 7, seed: seed)
      let why = try ShapleyAttribution(settingCount: 7) { group in
        let count = (group & 0b110010).nonzeroBitCount
        let alike = [0, 0b10, 0b10010, 0b110010][count]
        return outcomes[group & ~0b110010 | alike][0]
      }
      #expect(why.parts[1] == why.parts[4], "seed \(seed)")
      #expect(why.parts[1] == why.parts[5], "seed \(seed)")
      #expect(why.parts[0] != why.parts[1], "seed \(seed)")
    }
  }

  @Test func yearsGiveTheMeanAndItsPrecision() throws {
    let outcomes: [[Double]] = [[10, 20, 30], [11, 22, 33], [14, 24, 34], [15, 26, 37]]
    let why = try ShapleyAttribution(settingCount: 2, outcomes: outcomes, level: 0.9)
    #expect(why.parts == [2, 4])
    #expect(why.whole == 6)
    let intervals = try #require(why.intervals)
    #expect(intervals[0] == (try MeanInterval(of: [1, 2, 3], level: 0.9)))
    #expect(intervals[1].halfWidth == 0)
  }

  @Test func theMeanOverYearsAddsUpToo() throws {
    let outcomes = scattered(settings: 6, years: 30, seed: 4)
    let why = try ShapleyAttribution(settingCount: 6, outcomes: outcomes)
    var whole = ExactSum(of: outcomes[63])
    for value in outcomes[0] { whole.add(-value) }
    #expect(why.whole == whole.value(dividedBy: 30))
    #expect(try #require(why.intervals).count == 6)
  }

  @Test func permutationsOfALinearModelAreExact() throws {
    let weights = (0..<14).map { Double($0 * $0) - 20 }
    let permutations = try ShapleyPermutations(settingCount: 14, pairCount: 3, seed: 1)
    let outcomes = permutations.groups.map { group in
      [weights.indices.reduce(0.0) { group >> UInt64($1) & 1 == 1 ? $0 + weights[$1] : $0 }]
    }
    let why = try ShapleyAttribution(permutations: permutations, outcomes: outcomes)
    #expect(why.parts == weights)
    #expect(why.permutationCount == 6)
    for interval in try #require(why.intervals) { #expect(interval.halfWidth == 0) }
  }

  /// An order and its reverse share every product of two settings evenly.
  @Test func onePairOfPermutationsDoesForWhatActsInPairs() throws {
    let permutations = try ShapleyPermutations(settingCount: 8, pairCount: 1, seed: 9)
    let outcomes = permutations.groups.map { [Double($0.nonzeroBitCount * $0.nonzeroBitCount)] }
    let why = try ShapleyAttribution(permutations: permutations, outcomes: outcomes)
    #expect(why.parts == Array(repeating: 8, count: 8))
    #expect(why.intervals == nil)
  }

  /// Where all groups can be run, samples come close to them, and as often inside the intervals as these say.
  @Test func permutationsComeCloseToAllGroups() throws {
    let outcomes = scattered(settings: 6, seed: 2)
    let exact = try ShapleyAttribution(settingCount: 6, outcomes: outcomes)
    var held = 0
    for seed in UInt64(0)..<200 {
      let permutations = try ShapleyPermutations(settingCount: 6, pairCount: 40, seed: seed)
      let sampled = try ShapleyAttribution(
        permutations: permutations, outcomes: permutations.groups.map { outcomes[Int($0)] })
      #expect(sampled.whole == exact.whole)
      for (interval, part) in zip(try #require(sampled.intervals), exact.parts) where interval.contains(part) {
        held += 1
      }
    }
    #expect((0.92...0.97).contains(Double(held) / 1_200))
  }

  @Test func refusesWhatCannotBeAttributed() {
    #expect(throws: StatisticsError.designTooLarge(of: "settings", most: 10, found: 11)) {
      try ShapleyAttribution(settingCount: 11) { _ in 0 }
    }
    #expect(throws: StatisticsError.designTooSmall(of: "settings", needed: 1, found: 0)) {
      try ShapleyAttribution(settingCount: 0) { _ in 0 }
    }
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 4, outcomes: 3)) {
      try ShapleyAttribution(settingCount: 2, outcomes: [[1], [2], [3]])
    }
    #expect(throws: StatisticsError.yearsDiffer(point: 1, needed: 2, found: 1)) {
      try ShapleyAttribution(settingCount: 1, outcomes: [[1, 2], [3]])
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try ShapleyAttribution(settingCount: 1) { $0 == 1 ? .infinity : 0 }
    }
    #expect(throws: StatisticsError.summaryNotFinite) {
      try ShapleyAttribution(settingCount: 1) { $0 == 1 ? 1e308 : -1e308 }
    }
  }

  @Test func aGroupOfOtherSettingsStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) {
      _ = try ShapleyAttribution(settingCount: 2) { Double($0) }.part(of: 0b100)
    }
  }
}
