import Randomness
import Statistics
import Testing

@Suite struct HolmFamilyTests {
  /// A difference with a given p-value: ten numbers around a mean.
  private func difference(pValue: Double) throws -> MeanDifference {
    let noise: [Double] = [-1, 1, -2, 2, -0.5, 0.5, -3, 3, -1.5, 1.5]
    let error = try Summary(of: noise).standardError
    let t = StudentDistribution(degreesOfFreedom: 9).quantile(upperTail: pValue / 2)
    return try MeanDifference.paired(noise.map { $0 + t * error }, minus: Array(repeating: 0, count: 10))
  }

  private func family(_ pValues: [Double]) throws -> HolmFamily { try HolmFamily(of: pValues.map(difference)) }

  /// R's `p.adjust` with method "holm" gives these.
  @Test func adjustedProbabilities() throws {
    for (pValues, adjusted) in [
      ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]), ([0.001, 0.2, 0.02, 0.9], [0.004, 0.4, 0.06, 0.9]), ([0.02], [0.02]),
      ([0.6, 0.7], [1, 1]),
    ] {
      for (member, expected) in zip(try family(pValues).members, adjusted) {
        #expect((member.adjustedPValue - expected).magnitude < 1e-12)
        #expect(member.isClear == (expected < 0.05))
      }
    }
  }

  @Test func theClearestHasTheWidestLevelAndTheRestShareThatOfTheFirstWhoFails() throws {
    let levels = try family([0.03, 0.001, 0.02, 0.5]).members.map(\.adjusted.level)
    // 0.001 against 0.05 / 4 is clear; 0.02 against 0.05 / 3 is not, and no other is.
    #expect((levels[1] - (1 - 0.05 / 4)).magnitude < 1e-15)
    for index in [0, 2, 3] { #expect((levels[index] - (1 - 0.05 / 3)).magnitude < 1e-15) }
  }

  /// 0.04 alone would be clear, but 0.03 was not before it.
  @Test func whoComesAfterAFailureIsNotClear() throws {
    let family = try family([0.04, 0.03])
    #expect(family.members.map(\.isClear) == [false, false])
    #expect(family.members[0].adjusted.contains(0))
  }

  @Test func equalOnesHaveEqualIntervals() throws {
    let members = try family([0.01, 0.3, 0.01, 0.01]).members
    #expect(members[0].adjusted == members[2].adjusted)
    #expect(members[0].adjusted == members[3].adjusted)
    #expect(members[0].isClear)
  }

  @Test func oneComparisonIsLeftAsItIs() throws {
    let alone = try difference(pValue: 0.02)
    let family = try HolmFamily(of: [alone])
    #expect(family.size == 1)
    #expect(family.members[0].adjusted == alone)
    #expect(try HolmFamily(of: []).size == 0)
  }

  @Test func simultaneousIntervalsAreThoseOfBonferroni() throws {
    let family = try family([0.001, 0.002, 0.003, 0.6, 0.7])
    for member in family.members {
      #expect((member.simultaneous.level - 0.99).magnitude < 1e-15)
      #expect(member.simultaneous.halfWidth >= member.adjusted.halfWidth)
    }
  }

  @Test func differencesWithoutVariationAreClear() throws {
    let same = try MeanDifference.paired([2.0, 3, 4], minus: [1.0, 2, 3])
    let none = try MeanDifference.paired([2.0, 3, 4], minus: [2.0, 3, 4])
    #expect(try HolmFamily(of: [none, same]).members.map(\.isClear) == [false, true])
  }

  @Test func refusesLevels() {
    #expect(throws: StatisticsError.levelOutsideUnitInterval(1)) { try HolmFamily(of: [], level: 1) }
  }

  /// Ten policies that do nothing, against the same base, so that the comparisons depend on each other: without
  /// adjustment one in four families or so would show something.
  @Test func chanceAloneIsRarelyClear() throws {
    var families = 0
    var unadjusted = 0
    var uncovered = 0
    for replication in 0..<2_000 {
      var stream = Luck(seed: 12, replication: replication).stream(of: Owner(kind: 1, id: 0), for: 1)
      let base = (0..<12).map { _ in stream.normal(mean: 0, sd: 1) }
      let differences = try (0..<10).map { _ in
        try MeanDifference.paired((0..<12).map { _ in stream.normal(mean: 0, sd: 1) }, minus: base)
      }
      let family = try HolmFamily(of: differences)
      if family.members.contains(where: \.isClear) { families += 1 }
      if differences.contains(where: { !$0.contains(0) }) { unadjusted += 1 }
      if family.members.contains(where: { !$0.simultaneous.contains(0) }) { uncovered += 1 }
    }
    #expect((0.02...0.055).contains(Double(families) / 2_000))
    #expect(uncovered == families)
    #expect(Double(unadjusted) / 2_000 > 0.2)
  }
}
