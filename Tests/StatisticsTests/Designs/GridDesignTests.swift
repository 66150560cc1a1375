import Statistics
import Testing

@Suite struct GridDesignTests {
  @Test func theLastAxisChangesFastest() throws {
    let grid = try GridDesign(levelCounts: [2, 3])
    #expect(Array(grid) == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
    #expect(grid.count == 6)
  }

  @Test func noAxesMakeOnePoint() throws {
    #expect(Array(try GridDesign(levelCounts: [])) == [[]])
  }

  @Test func aLargeGridIsNotLaidOut() throws {
    let grid = try GridDesign(levelCounts: Array(repeating: 10, count: 18))
    #expect(grid.count == 1_000_000_000_000_000_000)
    #expect(grid[123_456_789] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  }

  @Test func refusesEmptyAxesAndWhatCannotBeCounted() {
    #expect(throws: StatisticsError.designTooSmall(of: "levels on every axis", needed: 1, found: 0)) {
      try GridDesign(levelCounts: [3, 0])
    }
    let many = Array(repeating: 10, count: 19)
    #expect(throws: StatisticsError.gridTooLarge(levelCounts: many)) { try GridDesign(levelCounts: many) }
  }

  @Test func aPointThatThereIsNotStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = try GridDesign(levelCounts: [2])[2] }
    await #expect(processExitsWith: .exitCode(70)) { _ = try GridDesign(levelCounts: [2])[-1] }
  }
}
