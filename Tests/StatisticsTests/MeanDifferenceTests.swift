import Statistics
import Testing

/// Student's sleep data: hours gained with two drugs by the same ten people.
private let sleep: (first: [Double], second: [Double]) = (
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
)

/// Two answers to the same twelve years.
private let years: (first: [Double], second: [Double]) = (
  [104.2, 98.7, 121.9, 87.3, 110.0, 95.6, 130.4, 101.1, 92.8, 115.5, 108.3, 99.9],
  [101.0, 96.1, 117.2, 85.9, 106.6, 93.4, 124.8, 98.7, 90.2, 111.3, 105.1, 97.0]
)

/// The expected values are those of scipy, from which R's `t.test` differs by less than 1e-14.
@Suite struct MeanDifferenceTests {
  @Test func pairedSleep() throws {
    let difference = try MeanDifference.paired(sleep.first, minus: sleep.second)
    #expect((difference.mean + 1.58).magnitude < 1e-15)
    #expect((difference.halfWidth - 0.8798857632769825).magnitude < 2e-15)
    #expect((difference.low + 2.459885763276983).magnitude < 2e-15)
    #expect((difference.high + 0.7001142367230175).magnitude < 2e-15)
    #expect((difference.statistic + 4.062127683382037).magnitude < 1e-14)
    #expect(difference.degreesOfFreedom == 9)
    #expect((difference.pValue / 0.002832890197384273 - 1).magnitude < 1e-13)
    #expect(difference.firstCount == 10)
    #expect(difference.secondCount == 10)
    #expect(difference.level == 0.95)
    #expect(!difference.contains(0))
    #expect(difference.contains(-1))
  }

  @Test func unpairedSleep() throws {
    let difference = try MeanDifference.unpaired(sleep.first, minus: sleep.second)
    #expect((difference.mean + 1.58).magnitude < 1e-15)
    #expect((difference.halfWidth - 1.7854832307117103).magnitude < 1e-14)
    #expect((difference.statistic + 1.8608134674868526).magnitude < 1e-14)
    #expect((difference.degreesOfFreedom - 17.776473516178495).magnitude < 1e-13)
    #expect((difference.pValue / 0.0793941401873583 - 1).magnitude < 1e-13)
    #expect(difference.contains(0))
  }

  /// On the same years, pairing sees what independent numbers hide.
  @Test func pairedAndUnpairedYears() throws {
    let paired = try MeanDifference.paired(years.first, minus: years.second)
    #expect((paired.mean - 3.2).magnitude < 1e-14)
    #expect((paired.halfWidth - 0.7354935873516334).magnitude < 1e-14)
    #expect((paired.statistic - 9.57608962663324).magnitude < 1e-13)
    #expect((paired.pValue / 1.13773845454379e-06 - 1).magnitude < 1e-13)
    let unpaired = try MeanDifference.unpaired(years.first, minus: years.second)
    #expect((unpaired.mean - 3.2).magnitude < 5e-14)
    #expect((unpaired.halfWidth - 10.083927498613473).magnitude < 1e-13)
    #expect((unpaired.statistic - 0.6584575660389205).magnitude < 1e-13)
    #expect((unpaired.degreesOfFreedom - 21.804895650496913).magnitude < 1e-13)
    #expect((unpaired.pValue / 0.5171370612605211 - 1).magnitude < 1e-13)
  }

  @Test func unpairedMayDifferInLength() throws {
    let difference = try MeanDifference.unpaired(years.first, minus: years.second.prefix(7))
    #expect((difference.mean - 1.9035714285714391).magnitude < 5e-14)
    #expect((difference.statistic - 0.3021859540837818).magnitude < 1e-14)
    #expect((difference.degreesOfFreedom - 11.707352873983107).magnitude < 1e-13)
    #expect((difference.pValue / 0.767811373975618 - 1).magnitude < 1e-13)
    #expect(difference.firstCount == 12)
    #expect(difference.secondCount == 7)
  }

  @Test func theSameDifferenceEveryTime() throws {
    let better = try MeanDifference.paired([2.0, 3, 4], minus: [1.0, 2, 3])
    #expect(better.halfWidth == 0)
    #expect(better.statistic == .infinity)
    #expect(better.pValue == 0)
    let same = try MeanDifference.unpaired([2.0, 2], minus: [2.0, 2])
    #expect(same.statistic == 0)
    #expect(same.pValue == 1)
    #expect(same.degreesOfFreedom == 2)
  }

  @Test func refusesPairsThatAreMissing() {
    #expect(throws: StatisticsError.unequalLengths(first: 3, second: 2)) {
      try MeanDifference.paired([1.0, 2, 3], minus: [1.0, 2])
    }
  }

  @Test func refusesTooFewNumbersNotANumberAndLevels() {
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) {
      try MeanDifference.paired([1.0], minus: [2.0])
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 0)) {
      try MeanDifference.unpaired([1.0, 2], minus: [])
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try MeanDifference.paired([1.0, .infinity], minus: [2.0, 3])
    }
    #expect(throws: StatisticsError.levelOutsideUnitInterval(1)) {
      try MeanDifference.unpaired([1.0, 2], minus: [2.0, 4], level: 1)
    }
  }
}
