import Statistics
import Testing

@Suite struct SaltelliDesignTests {
  @Test func aMixedPointIsTheFirstWithOneAxisOfTheSecond() throws {
    let design = try SaltelliDesign(basePoints: 16, dimensions: 3, seed: 2)
    #expect(design.count == 80)
    let base = try SobolDesign(count: 16, dimensions: 6, seed: 2)
    for (point, coordinates) in design.enumerated() {
      let (a, b) = (Array(base[point / 5][..<3]), Array(base[point / 5][3...]))
      switch design.role(of: point) {
      case .a: #expect(coordinates == a)
      case .b: #expect(coordinates == b)
      case .mixed(let axis):
        for other in 0..<3 { #expect(coordinates[other] == (other == axis ? b : a)[other]) }
      }
    }
    #expect((0..<5).map { design.role(of: $0) } == [.a, .b, .mixed(axis: 0), .mixed(axis: 1), .mixed(axis: 2)])
  }

  @Test func doublingOnlyAppends() throws {
    let half = try SaltelliDesign(basePoints: 8, dimensions: 4, seed: 2)
    #expect(Array(try SaltelliDesign(basePoints: 16, dimensions: 4, seed: 2).prefix(48)) == Array(half))
  }

  @Test func refusesMoreThanHalfOfTheDimensions() throws {
    #expect(try SaltelliDesign(basePoints: 2, dimensions: 128, seed: 1).count == 260)
    #expect(throws: StatisticsError.designTooLarge(of: "dimensions", most: 128, found: 129)) {
      try SaltelliDesign(basePoints: 2, dimensions: 129, seed: 1)
    }
    #expect(throws: StatisticsError.notAPowerOfTwo(3)) { try SaltelliDesign(basePoints: 3, dimensions: 1, seed: 1) }
  }
}
