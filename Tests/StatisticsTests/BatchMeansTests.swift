import Statistics
import Testing

@Suite struct BatchMeansTests {
  @Test func agreesWithExactArithmetic() throws {
    let waits = try BatchMeans(of: WarmUpReference.series[100...])
    #expect(waits.batchSize == 15)
    #expect(waits.leftOut == 0)
    #expect(waits.means.count == 20)
    for (mean, exact) in zip(waits.means, WarmUpReference.batchMeans) {
      #expect((mean - exact).magnitude < 1e-14)
    }
    #expect((waits.interval.mean - 9.395306666666666).magnitude < 1e-14)
    #expect((waits.interval.halfWidth - 0.5223863824624155).magnitude < 1e-14)
    #expect(waits.interval.count == 20)
    let lag1 = try #require(waits.lag1Autocorrelation)
    #expect((lag1 - 0.24361825621827837).magnitude < 1e-14)
  }

  @Test func whatFillsNoBatchIsLeftOutAtTheStart() throws {
    let waits = try BatchMeans(of: [99.0, 1, 3, 2, 4, 5, 7], batches: 3)
    #expect(waits.leftOut == 1)
    #expect(waits.batchSize == 2)
    #expect(waits.means == [2, 3, 6])
  }

  @Test func aConstantSeriesHasNoCorrelation() throws {
    let waits = try BatchMeans(of: Array(repeating: 2.0, count: 100))
    #expect(waits.interval.halfWidth == 0)
    #expect(waits.lag1Autocorrelation == nil)
  }

  @Test func refusesAShortSeriesNotANumberAndLevels() {
    #expect(throws: StatisticsError.tooFewValues(needed: 20, found: 19)) {
      try BatchMeans(of: Array(repeating: 1.0, count: 19))
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 2)) {
      try BatchMeans(of: [0, 1, .infinity], batches: 2)
    }
    #expect(throws: StatisticsError.levelOutsideUnitInterval(0)) {
      try BatchMeans(of: [0.0, 1, 2, 3], batches: 2, level: 0)
    }
  }

  @Test func oneBatchStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = try BatchMeans(of: [1.0, 2, 3], batches: 1) }
  }
}
