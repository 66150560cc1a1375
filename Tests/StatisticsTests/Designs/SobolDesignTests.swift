import Randomness
import Statistics
import Testing

@Suite struct SobolDesignTests {
  @Test func withoutASeedPointZeroIsTheOrigin() throws {
    let design = try SobolDesign(count: 4, dimensions: 3, seed: nil)
    #expect(Array(design) == [[0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75]])
  }

  /// In each of 256 dimensions every of 64 equal parts has one of 64 points.
  @Test func scrambledPointsAreEvenOnEveryAxis() throws {
    let points = Array(try SobolDesign(count: 64, dimensions: 256, seed: 5))
    for dimension in 0..<256 {
      #expect(points.map { Int($0[dimension] * 64) }.sorted() == Array(0..<64))
    }
  }

  /// The first two dimensions make a net: each of 64 rectangles of any shape has one point.
  @Test func scrambledPointsAreEvenOnAPlane() throws {
    let points = Array(try SobolDesign(count: 64, dimensions: 2, seed: 6))
    for bits in 0...6 {
      let (wide, high) = (1 << bits, 64 >> bits)
      let cells = points.map { Int($0[0] * Double(wide)) * high + Int($0[1] * Double(high)) }
      #expect(cells.sorted() == Array(0..<64))
    }
  }

  @Test func doublingOnlyAppends() throws {
    let half = try SobolDesign(count: 128, dimensions: 5, seed: 7)
    #expect(Array(try SobolDesign(count: 256, dimensions: 5, seed: 7).prefix(128)) == Array(half))
  }

  /// Any point of any seed is uniform, point 0 as well, and its coordinates are independent.
  @Test func everyPointIsUniform() throws {
    let points = try (UInt64(0)..<2_000).map { try SobolDesign(count: 1, dimensions: 2, seed: $0)[0] }
    for dimension in 0..<2 {
      #expect(try KolmogorovSmirnovTest(of: points.map { $0[dimension] }) { $0 }.pValue > 0.001)
    }
    #expect(try correlation(points.map { $0[0] }, points.map { $0[1] }).magnitude < 0.08)
    #expect(points.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 1 } })
  }

  /// The mean of a smooth function: a thousandth of the error of independent points, and no bias.
  @Test func isFarBetterThanChance() throws {
    var errors = Summary()
    for seed in UInt64(0)..<50 {
      let design = try SobolDesign(count: 1_024, dimensions: 3, seed: seed)
      errors.add(try Summary(of: design.map { $0[0] * $0[1] * $0[2] }).mean - 0.125)
    }
    // Independent points would have 0.0046.
    #expect(errors.standardDeviation < 0.0001)
    #expect(errors.mean.magnitude < 4 * errors.standardError)
  }

  @Test func refusesWhatSobolPointsAreNotGoodFor() {
    #expect(throws: StatisticsError.notAPowerOfTwo(100)) { try SobolDesign(count: 100, dimensions: 2, seed: 1) }
    #expect(throws: StatisticsError.designTooSmall(of: "points", needed: 1, found: 0)) {
      try SobolDesign(count: 0, dimensions: 2, seed: 1)
    }
    #expect(throws: StatisticsError.designTooLarge(of: "dimensions", most: 256, found: 257)) {
      try SobolDesign(count: 2, dimensions: 257, seed: 1)
    }
  }
}
