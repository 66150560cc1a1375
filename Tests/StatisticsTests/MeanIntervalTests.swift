import Statistics
import Testing

@Suite struct MeanIntervalTests {
  /// The differences of Student's sleep data; the interval is that of R's `t.test`.
  @Test func sleepDifferences() throws {
    let differences: [Double] = [-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4]
    let interval = try MeanInterval(of: differences)
    #expect((interval.mean + 1.58).magnitude < 1e-15)
    #expect((interval.halfWidth - 0.8798857632769825).magnitude < 1e-14)
    #expect((interval.low + 2.459885763276983).magnitude < 1e-14)
    #expect((interval.high + 0.7001142367230175).magnitude < 1e-14)
    #expect(interval.count == 10)
    #expect(interval.level == 0.95)
    #expect(interval.contains(-0.71))
    #expect(!interval.contains(0))
  }

  @Test func refusesOneNumber() {
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) { try MeanInterval(of: [1.0]) }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 0)) { try MeanInterval(of: Summary()) }
  }

  @Test(arguments: [0, 1, -0.5, 95, Double.nan])
  func refusesLevel(level: Double) {
    let error = #expect(throws: StatisticsError.self) { try MeanInterval(of: [1.0, 2.0], level: level) }
    // Not a number differs from itself, so the messages are compared.
    #expect(error?.description == StatisticsError.levelOutsideUnitInterval(level).description)
  }

  @Test func refusesASummaryThatTookInNotANumber() {
    var summary = Summary()
    for value in [1, 2, .nan, 3] { summary.add(value) }
    #expect(throws: StatisticsError.summaryNotFinite) { try MeanInterval(of: summary) }
  }
}
