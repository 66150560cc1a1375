import Statistics
import Testing

@Suite struct ZipDesignTests {
  @Test func levelsGoTogether() throws {
    #expect(Array(try ZipDesign(levelCounts: [3, 3])) == [[0, 0], [1, 1], [2, 2]])
  }

  @Test func refusesAxesOfDifferentLength() {
    #expect(throws: StatisticsError.unequalLengths(first: 3, second: 2)) { try ZipDesign(levelCounts: [3, 3, 2]) }
    #expect(throws: StatisticsError.designTooSmall(of: "axes", needed: 1, found: 0)) { try ZipDesign(levelCounts: []) }
    #expect(throws: StatisticsError.designTooSmall(of: "levels on every axis", needed: 1, found: 0)) {
      try ZipDesign(levelCounts: [0])
    }
  }
}
