import Statistics
import Testing

@Suite struct TornadoDesignTests {
  @Test func oneAxisAtATime() throws {
    #expect(
      Array(try TornadoDesign(axisCount: 2)) == [.base, .low(axis: 0), .high(axis: 0), .low(axis: 1), .high(axis: 1)])
  }

  @Test func refusesNoAxes() {
    #expect(throws: StatisticsError.designTooSmall(of: "axes", needed: 1, found: 0)) { try TornadoDesign(axisCount: 0) }
  }
}
