import Statistics
import Testing

@Suite struct LatinHypercubeTests {
  @Test(arguments: [1, 2, 7, 100, 1_000])
  func everyPartOfEveryAxisHasOnePoint(count: Int) throws {
    let design = try LatinHypercube(count: count, dimensions: 5, seed: 11)
    let points = Array(design)
    #expect(points.count == count)
    for dimension in 0..<5 {
      let ordered = points.map { $0[dimension] }.sorted()
      for (part, value) in ordered.enumerated() {
        #expect(Double(part) / Double(count) <= value && value < Double(part + 1) / Double(count))
      }
    }
  }

  @Test func placesWithinTheirPartsAreUniform() throws {
    let places = try LatinHypercube(count: 2_000, dimensions: 1, seed: 4).map {
      ($0[0] * 2_000) - ($0[0] * 2_000).rounded(.down)
    }
    #expect(try KolmogorovSmirnovTest(of: places) { $0 }.pValue > 0.001)
  }

  @Test func axesAreIndependent() throws {
    let points = Array(try LatinHypercube(count: 2_000, dimensions: 4, seed: 4))
    for one in 0..<4 {
      for other in 0..<one {
        #expect(try correlation(points.map { $0[one] }, points.map { $0[other] }).magnitude < 0.08)
      }
    }
  }

  /// The mean of a sum over the axes is far closer than that of independent points, whose error would be 0.09.
  @Test func isBetterThanChance() throws {
    for seed in UInt64(0)..<20 {
      let sums = try LatinHypercube(count: 40, dimensions: 4, seed: seed).map { $0.reduce(0, +) }
      #expect((try Summary(of: sums).mean - 2).magnitude < 0.01)
    }
  }

  @Test func seedsDifferAndRepeat() throws {
    let first = Array(try LatinHypercube(count: 10, dimensions: 2, seed: 1))
    #expect(first == Array(try LatinHypercube(count: 10, dimensions: 2, seed: 1)))
    #expect(first != Array(try LatinHypercube(count: 10, dimensions: 2, seed: 2)))
    // Another axis more changes none of those before it.
    #expect(first == (try LatinHypercube(count: 10, dimensions: 3, seed: 1)).map { Array($0[..<2]) })
  }

  @Test func refusesNoPointsAndNoDimensions() {
    #expect(throws: StatisticsError.designTooSmall(of: "points", needed: 1, found: 0)) {
      try LatinHypercube(count: 0, dimensions: 1, seed: 1)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "dimensions", needed: 1, found: 0)) {
      try LatinHypercube(count: 1, dimensions: 0, seed: 1)
    }
  }
}
