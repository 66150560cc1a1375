import Statistics
import Testing

@Suite struct CorrelationTests {
  @Test(arguments: CertifiedSummary.all)
  func lag1AgreesWithCertifiedValues(certified: CertifiedSummary) throws {
    let lag1 = try autocorrelation(of: certified.values)
    let error = (lag1 / certified.lag1Autocorrelation - 1).magnitude
    #expect(error < certified.lag1Representation + 1e-14)
  }

  /// The first two are Student's sleep data; the coefficient is scipy's, which R's `cor` repeats to 1e-14.
  @Test func pearsonOfSleep() throws {
    let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    #expect(try (correlation(first, second) - 0.7951702058335779).magnitude < 1e-15)
    #expect(try correlation(first, first.map { -$0 }) == -1)
  }

  @Test func lagsOfAShortSeries() throws {
    #expect(try autocorrelation(of: [1.0, 2, 3, 4, 5], lag: 0) == 1)
    #expect(try autocorrelation(of: [1.0, 2, 3, 4, 5], lag: 1) == 0.4)
    #expect(try autocorrelation(of: [1.0, 2, 3, 4, 5], lag: 4) == -0.4)
  }

  @Test func refusesWhatHasNoCorrelation() {
    #expect(throws: StatisticsError.unequalLengths(first: 2, second: 3)) { try correlation([1.0, 2], [1.0, 2, 3]) }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) { try correlation([1.0], [1.0]) }
    #expect(throws: StatisticsError.noVariation) { try correlation([1.0, 2], [3.0, 3]) }
    #expect(throws: StatisticsError.noVariation) { try autocorrelation(of: [0.1, 0.1, 0.1]) }
    #expect(throws: StatisticsError.tooFewValues(needed: 6, found: 5)) {
      try autocorrelation(of: [1.0, 2, 3, 4, 5], lag: 5)
    }
  }

  @Test func aNegativeLagStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = try autocorrelation(of: [1.0, 2, 3], lag: -1) }
  }
}
