import Statistics
import Testing

@Suite struct ChiSquareTestTests {
  /// A die thrown 60 times; the p-value is that of scipy's `chisquare`.
  @Test func die() throws {
    let test = try ChiSquareTest(observed: [5, 8, 9, 8, 10, 20], expected: Array(repeating: 10, count: 6))
    #expect((test.statistic - 13.4).magnitude < 1e-14)
    #expect(test.degreesOfFreedom == 5)
    #expect((test.pValue - 0.019905220334774376).magnitude < 1e-15)
    #expect(test.smallestExpected == 10)
  }

  @Test func aFittedParameterCostsADegreeOfFreedom() throws {
    let test = try ChiSquareTest(observed: [20, 30, 50], expected: [25, 25, 50], fittedParameters: 1)
    #expect(test.degreesOfFreedom == 1)
    #expect(test.statistic == 2)
    #expect((test.pValue - 0.15729920705028513).magnitude < 1e-15)
  }

  @Test func refusesWhatCannotBeCompared() {
    #expect(throws: StatisticsError.unequalLengths(first: 2, second: 3)) {
      try ChiSquareTest(observed: [1, 2], expected: [1, 1, 1])
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 3, found: 2)) {
      try ChiSquareTest(observed: [1, 2], expected: [1, 2], fittedParameters: 1)
    }
    #expect(throws: StatisticsError.expectedNotPositive(value: 0, index: 1)) {
      try ChiSquareTest(observed: [3, 0], expected: [3, 0])
    }
    #expect(throws: StatisticsError.observedNegative(value: -1, index: 1)) {
      try ChiSquareTest(observed: [4, -1], expected: [1, 2])
    }
    #expect(throws: StatisticsError.totalsDiffer(observed: 10, expected: 11)) {
      try ChiSquareTest(observed: [4, 6], expected: [5, 6])
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 0)) {
      try ChiSquareTest(observed: [4, 6], expected: [.infinity, 6])
    }
  }
}
