import Statistics
import Testing

/// The expected values are numpy's; R gives the same for its types 7, 1, 5, 6 and 8.
@Suite struct OrderedSampleTests {
  static let probabilities = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1]
  static let expected: [(OrderedSample.Interpolation, [Double])] = [
    (.linear, [-7.5, -5.025, -2.55, 0.25, 2.8, 4.4, 9.574999999999996, 14.412499999999989, 19.25]),
    (.hazen, [-7.5, -7.5, -4.75, 0.0, 2.8, 4.4, 13.875, 19.25, 19.25]),
    (.weibull, [-7.5, -7.5, -6.949999999999999, -0.5, 2.8, 5.425000000000001, 18.175000000000004, 19.25, 19.25]),
    (
      .medianUnbiased,
      [
        -7.5, -7.5, -5.483333333333333, -0.16666666666666696, 2.8, 4.74166666666667, 15.308333333333328, 19.25, 19.25,
      ]
    ),
    (.inverseDistribution, [-7.5, -7.5, -7.5, 0.0, 2.5, 4.4, 8.5, 19.25, 19.25]),
  ]

  @Test(arguments: expected)
  func agreesWithNumpyAndR(interpolation: OrderedSample.Interpolation, quantiles: [Double]) throws {
    let sample = try OrderedSample(of: [3.1, -2.0, 8.5, 0.0, 4.4, 4.4, 19.25, -7.5, 1.0, 2.5])
    for (probability, quantile) in zip(Self.probabilities, quantiles) {
      let error = (try sample.quantile(probability, interpolation) - quantile).magnitude
      #expect(error < 2e-14, "probability \(probability)")
    }
  }

  @Test func everyDefinitionIsTested() {
    #expect(Set(Self.expected.map(\.0)) == Set(OrderedSample.Interpolation.allCases))
  }

  @Test func linearIsTheDefault() throws {
    #expect(try OrderedSample(of: [10.0, 0]).quantile(0.25) == 2.5)
  }

  /// 0.07 of 100 is a little more than 7 in binary; the seventh number is meant.
  @Test func inverseDistributionForgivesRounding() throws {
    let sample = try OrderedSample(of: (1...100).map { Double($0) })
    for percent in 1...100 {
      #expect(try sample.quantile(Double(percent) / 100, .inverseDistribution) == Double(percent))
    }
  }

  @Test(arguments: OrderedSample.Interpolation.allCases)
  func neverFallsAndStaysWithinTheNumbers(interpolation: OrderedSample.Interpolation) throws {
    let sample = try OrderedSample(of: [0.1, 0.1, 0.1, 0.3, 0.7])
    var last = 0.1
    for step in 0...1000 {
      let quantile = try sample.quantile(Double(step) / 1000, interpolation)
      #expect(quantile >= last, "step \(step)")
      last = quantile
    }
    #expect(last == 0.7)
  }

  @Test func oneNumberIsEveryQuantile() throws {
    let sample = try OrderedSample(of: [4.0])
    for interpolation in OrderedSample.Interpolation.allCases {
      #expect(try sample.quantile(0.3, interpolation) == 4)
    }
  }

  @Test func refusesNoNumbersNotANumberAndProbabilities() throws {
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) { try OrderedSample(of: []) }
    #expect(throws: StatisticsError.notFinite(value: -.infinity, index: 1)) { try OrderedSample(of: [1, -.infinity]) }
    let sample = try OrderedSample(of: [1.0])
    #expect(throws: StatisticsError.probabilityOutsideUnitInterval(1.1)) { try sample.quantile(1.1) }
    #expect(throws: StatisticsError.self) { try sample.quantile(.nan) }
  }
}
