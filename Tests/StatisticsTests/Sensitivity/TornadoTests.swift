import Statistics
import Testing

@Suite struct TornadoTests {
  /// Three axes, in two years that differ by 100: axis 1 does most, axis 2 the same at both ends.
  static let outcomes: [[Double]] = [
    [10, 110], [9, 109], [11, 111], [14, 115], [4, 105], [13, 113], [13, 113],
  ]

  @Test func theWidestComesFirst() throws {
    let tornado = try Tornado(outcomes: Self.outcomes)
    #expect(tornado.base.mean == 60)
    #expect(tornado.bars.map(\.axis) == [1, 2, 0])
    #expect(tornado.bars.map(\.width) == [10, 3, 2])
    #expect(tornado.bars[0].low.mean == 4.5)
    #expect(tornado.bars[0].high.mean == -5.5)
    #expect(tornado.bars[0].swing.mean == -10)
    #expect(tornado.bars[1].swing.mean == 0)
    // The years cancel.
    #expect(tornado.bars[2].swing.halfWidth == 0)
  }

  @Test func equallyWideOnesStandByAxis() throws {
    let tornado = try Tornado(outcomes: [[0, 0], [-1, -1], [0, 0], [0, 0], [1, 1]])
    #expect(tornado.bars.map(\.axis) == [0, 1])
  }

  @Test func refusesWhatIsNoTornado() {
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 5, outcomes: 6)) {
      try Tornado(outcomes: Array(repeating: [1, 2], count: 6))
    }
    #expect(throws: StatisticsError.designTooSmall(of: "axes", needed: 1, found: 0)) { try Tornado(outcomes: []) }
    #expect(throws: StatisticsError.yearsDiffer(point: 2, needed: 2, found: 1)) {
      try Tornado(outcomes: [[1, 2], [1, 2], [1]])
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) { try Tornado(outcomes: [[1], [1], [1]]) }
  }
}
