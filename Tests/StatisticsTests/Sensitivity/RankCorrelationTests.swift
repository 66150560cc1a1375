import Statistics
import Testing

@Suite struct RankCorrelationTests {
  /// scipy's `spearmanr`, with equal numbers on both sides.
  @Test func agreesWithScipy() throws {
    let coefficient = try rankCorrelation([10, 20, 20, 5, 80, 7], [1, 3, 2, 2, 9, -4])
    #expect((coefficient - 0.7205882352941176).magnitude < 1e-15)
  }

  @Test func anyRisingCurveIsAStraightLineOfRanks() throws {
    let values = (1...30).map { Double($0) }
    #expect(try (rankCorrelation(values, values.map { $0 * $0 * $0 }) - 1).magnitude < 1e-15)
    #expect(try (rankCorrelation(values, values.map { -1 / $0 }) - 1).magnitude < 1e-15)
    #expect(try (rankCorrelation(values, values.map { 1 / $0 }) + 1).magnitude < 1e-15)
  }

  @Test func refusesWhatHasNoRanks() {
    #expect(throws: StatisticsError.noVariation) { try rankCorrelation([1, 2], [3, 3]) }
    #expect(throws: StatisticsError.unequalLengths(first: 1, second: 2)) { try rankCorrelation([1], [3, 3]) }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try rankCorrelation([1, .infinity], [3, 3])
    }
  }
}
