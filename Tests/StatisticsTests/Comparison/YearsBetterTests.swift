import Statistics
import Testing

@Suite struct YearsBetterTests {
  @Test func countsYears() throws {
    let larger = try YearsBetter([5.0, 3, 2, 7], than: [4.0, 3, 9, 1], goal: .larger)
    #expect(larger.better == 2)
    #expect(larger.equal == 1)
    #expect(larger.worse == 1)
    #expect(larger.count == 4)
    let smaller = try YearsBetter([5.0, 3, 2, 7], than: [4.0, 3, 9, 1], goal: .smaller)
    #expect(smaller.better == 1)
    #expect(smaller.worse == 2)
  }

  @Test func refusesYearsThatAreNone() {
    #expect(throws: StatisticsError.unequalLengths(first: 1, second: 2)) {
      try YearsBetter([1.0], than: [1.0, 2], goal: .larger)
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) { try YearsBetter([], than: [], goal: .larger) }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try YearsBetter([1.0, 2], than: [1.0, .infinity], goal: .larger)
    }
  }
}
