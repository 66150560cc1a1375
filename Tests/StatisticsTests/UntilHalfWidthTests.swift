import Randomness
import Statistics
import Testing

@Suite struct UntilHalfWidthTests {
  /// Runs a rule on endless normal numbers.
  private func run(_ rule: inout UntilHalfWidth, mean: Double = 0, seed: UInt64 = 1) throws {
    var stream = Luck(seed: seed, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    while rule.nextRound > 0 {
      try rule.add(round: (0..<rule.nextRound).map { _ in stream.normal(mean: mean, sd: 1) })
    }
  }

  @Test func firstTwentyThenTenARound() throws {
    var rule = try UntilHalfWidth(target: .absolute(1e-9), most: 45)
    #expect(rule.nextRound == 20)
    #expect(rule.interval == nil)
    #expect(rule.expectedCount == nil)
    try rule.add(round: (0..<20).map { Double($0) })
    #expect(rule.nextRound == 10)
    try rule.add(round: (0..<10).map { Double($0) })
    #expect(rule.nextRound == 10)
    try rule.add(round: (0..<10).map { Double($0) })
    #expect(rule.nextRound == 5)
    try rule.add(round: (0..<5).map { Double($0) })
    #expect(rule.nextRound == 0)
    #expect(rule.isExhausted)
    #expect(!rule.isReached)
  }

  @Test func stopsAtTheFirstRoundThatIsNarrowEnough() throws {
    var rule = try UntilHalfWidth(target: .absolute(0.2), most: 10_000)
    try run(&rule)
    let interval = try #require(rule.interval)
    #expect(interval.halfWidth <= 0.2)
    #expect(rule.isReached)
    #expect(!rule.isExhausted)
    #expect(rule.expectedCount == interval.count)
    // Of 96 normal numbers the half-width is 0.2.
    #expect((70...130).contains(interval.count))
    #expect(interval.count.isMultiple(of: 10))
  }

  @Test func aShareOfTheMean() throws {
    var rule = try UntilHalfWidth(target: .relative(0.01), most: 10_000)
    try run(&rule, mean: -20)
    let interval = try #require(rule.interval)
    #expect(interval.halfWidth <= 0.01 * interval.mean.magnitude)
    #expect((70...130).contains(interval.count))
  }

  @Test func forecastsHowManyItTakes() throws {
    var rule = try UntilHalfWidth(target: .absolute(0.1), firstRound: 100, laterRound: 100, most: 10_000)
    var stream = Luck(seed: 4, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    try rule.add(round: (0..<100).map { _ in stream.normal(mean: 5, sd: 1) })
    #expect((250...600).contains(try #require(rule.expectedCount)))
  }

  /// Failed runs are not there, but were run.
  @Test func failedRunsCountAsRun() throws {
    var rule = try UntilHalfWidth(target: .absolute(1e-9), most: 30)
    try rule.add(round: (0..<17).map { Double($0) })
    #expect(rule.interval?.count == 17)
    #expect(rule.nextRound == 10)
    try rule.add(round: [])
    #expect(rule.isExhausted)
  }

  @Test func refusesWhatIsNoRule() {
    #expect(throws: StatisticsError.targetNotPositive(0)) { try UntilHalfWidth(target: .absolute(0), most: 100) }
    #expect(throws: StatisticsError.levelOutsideUnitInterval(1)) {
      try UntilHalfWidth(target: .relative(0.1), level: 1, most: 100)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "replications in all", needed: 20, found: 19)) {
      try UntilHalfWidth(target: .absolute(1), most: 19)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "replications in the first round", needed: 2, found: 1)) {
      try UntilHalfWidth(target: .absolute(1), firstRound: 1, most: 19)
    }
  }

  @Test func aRefusedRoundChangesNothing() throws {
    var rule = try UntilHalfWidth(target: .absolute(1e-9), most: 100)
    let untouched = rule
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) { try rule.add(round: [1, .infinity]) }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) { try rule.add(round: [1]) }
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 20, outcomes: 21)) {
      try rule.add(round: Array(repeating: 1, count: 21))
    }
    #expect(rule == untouched)
  }
}
