import Statistics
import Testing

@Suite struct WarmUpTests {
  @Test func agreesWithExactArithmetic() throws {
    let warmUp = try WarmUp(of: WarmUpReference.series)
    #expect(warmUp.statistics.count == 41)
    for (statistic, exact) in zip(warmUp.statistics, WarmUpReference.statistics) {
      #expect((statistic / exact - 1).magnitude < 1e-14)
    }
    #expect(warmUp.batches == 5)
    #expect(warmUp.length == 25)
    #expect(try (Summary(of: WarmUpReference.series[25...]).mean - 9.405077333333333).magnitude < 1e-14)
  }

  /// A ramp never settles: the smallest statistic stands at half of the run.
  @Test func refusesARamp() throws {
    let warmUp = try WarmUp(of: (0..<400).map { Double($0) })
    #expect(warmUp.batches == 40)
    #expect(warmUp.length == nil)
  }

  @Test func aConstantSeriesNeedsNoWarmUp() throws {
    #expect(try WarmUp(of: Array(repeating: 0.1, count: 50)).length == 0)
  }

  /// Only the first batch of two differs; what does not fill a batch is not looked at.
  @Test func batchesOfAnotherSize() throws {
    let steady = (0..<30).map { $0.isMultiple(of: 2) ? 1.0 : -1.0 }
    let warmUp = try WarmUp(of: [9.0, 9] + steady + [1e6], batchSize: 2)
    #expect(warmUp.length == 2)
    #expect(warmUp.statistics.count == 9)
  }

  @Test func refusesAShortSeriesAndNotANumber() {
    #expect(throws: StatisticsError.tooFewValues(needed: 50, found: 49)) {
      try WarmUp(of: Array(repeating: 1.0, count: 49))
    }
    var series = Array(repeating: 1.0, count: 60)
    series[42] = .infinity
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 42)) { try WarmUp(of: series) }
  }

  @Test func aBatchOfNothingStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = try WarmUp(of: [1.0, 2], batchSize: 0) }
  }
}
