import Testing

@testable import Statistics

@Suite struct KolmogorovSmirnovTestTests {
  /// Probabilities of at least this statistic, by scipy's `kstwo.sf`.
  @Test(arguments: [
    (1, 0.6, 0.8),
    (2, 0.3, 0.98),
    (5, 0.2, 0.9616),
    (5, 0.56, 0.05225082879999996),
    (10, 0.274, 0.3715203845434957),
    (10, 0.4, 0.05898924519999926),
    (20, 0.294, 0.05009394623107688),
    (50, 0.05, 0.9990238098461883),
    (50, 0.19, 0.046989328202061253),
    (100, 0.08, 0.5182193645480672),
    (100, 0.1340279, 0.05000004500506105),
    (100, 0.19, 0.0012339926382722768),
  ])
  func exactForFewNumbers(count: Int, statistic: Double, tail: Double) {
    #expect((kolmogorovUpperTail(statistic: statistic, count: count) - tail).magnitude < 1e-13)
  }

  /// What the correction leaves in a small p-value is of the order of n d⁴.
  @Test(arguments: [
    (101, 0.08, 0.5119735630516677),
    (101, 0.134, 0.048302856726000175),
    (101, 0.19, 0.001147359144379659),
    (101, 0.05, 0.9513662907450372),
    (200, 0.05, 0.6802625495871704),
    (200, 0.096, 0.04684656149457256),
    (200, 0.14, 0.0006986150564443614),
    (1000, 0.02, 0.8108971656895577),
    (1000, 0.0428, 0.04979841229529136),
    (1000, 0.0612, 0.0010667316546369991),
    (10000, 0.0136, 0.04903580807632146),
    (10000, 0.0195, 0.000982580810123865),
    (10000, 0.025, 7.319405460271144e-06),
    (10000, 0.005, 0.9628778025204304),
    (1_000_000, 0.001358, 0.04998149443575928),
    (1_000_000, 0.0022, 0.0001248587139260605),
  ])
  func closeForManyNumbers(count: Int, statistic: Double, tail: Double) {
    let error = kolmogorovUpperTail(statistic: statistic, count: count) / tail - 1
    #expect(error.magnitude < 0.5 * Double(count) * (statistic * statistic) * (statistic * statistic))
  }

  /// Every number has the same distance from the middle of its n-th part, save one.
  @Test func statisticIsTheLargestDistance() throws {
    let values = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.99, 0.95]
    let test = try KolmogorovSmirnovTest(of: values) { $0 }
    #expect((test.statistic - 0.15).magnitude < 1e-15)
    #expect(test.count == 10)
    #expect((test.pValue - 0.95396527).magnitude < 1e-13)
  }

  @Test func numbersFromAnotherDistributionAreFound() throws {
    let quantiles = (0..<200).map { NormalDistribution.standard.quantile((Double($0) + 0.5) / 200) }
    let same = try KolmogorovSmirnovTest(of: quantiles) { NormalDistribution.standard.cumulative($0) }
    #expect((same.statistic - 0.0025).magnitude < 1e-12)
    #expect(same.pValue == 1)
    let shifted = NormalDistribution(mean: 0.5, standardDeviation: 1)
    #expect(try KolmogorovSmirnovTest(of: quantiles) { shifted.cumulative($0) }.pValue < 1e-6)
  }

  @Test func refusesNoNumbersAndNotANumber() {
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) {
      try KolmogorovSmirnovTest(of: []) { $0 }
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try KolmogorovSmirnovTest(of: [0.5, .infinity]) { $0 }
    }
  }

  @Test func aDistributionAboveOneStopsTheProcess() async {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = try KolmogorovSmirnovTest(of: [3.0]) { $0 }
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("the distribution gives 3.0 for 3.0"))
    #expect(message.contains("KolmogorovSmirnovTestTests.swift"))
  }
}
