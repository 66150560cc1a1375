import Randomness
import Statistics
import Testing

@Suite struct SobolIndicesTests {
  private func outcomes(_ design: SaltelliDesign, _ model: ([Double]) -> Double) -> [[Double?]] {
    design.map { [model($0)] }
  }

  /// Four base points of two axes, by the formulas in numpy.
  @Test func agreesWithTheFormulas() throws {
    let design = try SaltelliDesign(basePoints: 4, dimensions: 2, seed: 1)
    let outcomes = [
      8.03, 1.4, 8.21, 3.09, 4.43, 2.59, 4.53, 9.03, 2.67, 2.06, 1.96, 2.18, 7.24, 1.96, 5.66, 9.59,
    ]
    let indices = try SobolIndices(design: design, outcomes: outcomes.map { [$0] }, replicates: 99, seed: 1)
    #expect((indices.mean - 3.7975).magnitude < 1e-14)
    #expect((indices.variance - 5.62969375).magnitude < 1e-13)
    let expected = [(0.15918161622912416, 0.06756362191104982), (0.1253354145596286, 1.1396312632458916)]
    for (axis, (first, total)) in zip(indices.axes, expected) {
      #expect((axis.first.estimate - first).magnitude < 1e-13)
      #expect((axis.total.estimate - total).magnitude < 1e-13)
    }
    #expect(indices.noiseShare == nil)
    #expect(indices.basePointCount == 4)
  }

  /// Ishigami and Homma (1990) with a = 7 and b = 0.1: closed forms.
  @Test func ishigami() throws {
    let design = try SaltelliDesign(basePoints: 1_024, dimensions: 3, seed: 2)
    let indices = try SobolIndices(
      design: design,
      outcomes: outcomes(design) { point in
        let sines = point.map { Elementary.sin(turns: $0 - 0.5) }
        let third = 2 * Double.pi * (point[2] - 0.5)
        return sines[0] + 7 * sines[1] * sines[1] + 0.1 * third * third * third * third * sines[0]
      }, replicates: 500, seed: 2)
    #expect((indices.mean - 3.5).magnitude < 0.02)
    #expect((indices.variance / 13.844587940719254 - 1).magnitude < 0.02)
    let firsts = [0.31390519114781146, 0.44241114479004084, 0]
    let totals = [0.5575888552099592, 0.44241114479004084, 0.24368366406214774]
    for (axis, (first, total)) in zip(indices.axes, zip(firsts, totals)) {
      #expect((axis.first.estimate - first).magnitude < 0.03)
      #expect((axis.total.estimate - total).magnitude < 0.03)
      #expect(axis.first.contains(first))
      #expect(axis.total.contains(total))
      #expect(axis.total.high - axis.total.low < 0.2)
    }
  }

  /// The function G of Sobol' with eight axes: closed forms.
  @Test func functionG() throws {
    let weights = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let design = try SaltelliDesign(basePoints: 1_024, dimensions: 8, seed: 3)
    let indices = try SobolIndices(
      design: design,
      outcomes: outcomes(design) { point in
        zip(point, weights).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
      }, replicates: 300, seed: 3)
    let firsts = [0.7161921688790333, 0.1790480422197583, 0.02367577417781928, 0.007161921688790333]
    let totals = [0.787144126659275, 0.2421981928182385, 0.03431691015408283, 0.01046038706523953]
    let small = (first: 7.161921688790333e-5, total: 0.000104949051919506)
    #expect((indices.variance / 0.4654244319022067 - 1).magnitude < 0.03)
    for (number, axis) in indices.axes.enumerated() {
      let first = number < 4 ? firsts[number] : small.first
      let total = number < 4 ? totals[number] : small.total
      #expect((axis.first.estimate - first).magnitude < 0.02)
      #expect((axis.total.estimate - total).magnitude < 0.02)
    }
  }

  /// A large mean takes nothing from the precision.
  @Test func theMeanDoesNotMatter() throws {
    let design = try SaltelliDesign(basePoints: 64, dimensions: 2, seed: 4)
    let near = try SobolIndices(
      design: design, outcomes: outcomes(design) { 2 * $0[0] + $0[1] }, replicates: 99, seed: 4)
    let far = try SobolIndices(
      design: design, outcomes: outcomes(design) { 2 * $0[0] + $0[1] + 1e6 }, replicates: 99, seed: 4)
    for (one, other) in zip(near.axes, far.axes) {
      #expect((one.first.estimate - other.first.estimate).magnitude < 1e-8)
      #expect((one.total.low - other.total.low).magnitude < 1e-8)
    }
  }

  /// The outcome is x₀ with variance 1/12, a good or bad year for all, and noise with variance ¼ a run: the mean of ten
  /// years has 1/12 from the axis and 1/40 from noise.
  @Test func noiseHasItsShareAndYearsHaveNone() throws {
    let design = try SaltelliDesign(basePoints: 1_024, dimensions: 2, seed: 5)
    let luck = Luck(seed: 5, replication: 0)
    var common = luck.stream(of: Owner(kind: 1, id: 0), for: 1)
    let years = (0..<10).map { _ in common.normal(mean: 0, sd: 30) }
    let outcomes: [[Double?]] = design.enumerated().map { point, coordinates in
      var stream = luck.stream(of: Owner(kind: 2, id: UInt32(point)), for: 1)
      return years.map { coordinates[0] + $0 + stream.normal(mean: 0, sd: 0.5) }
    }
    let indices = try SobolIndices(design: design, outcomes: outcomes, replicates: 99, seed: 5)
    let noise = 0.025 / (0.025 + 1.0 / 12)
    let share = try #require(indices.noiseShare)
    #expect((share - noise).magnitude < 0.02)
    #expect((indices.axes[0].first.estimate - (1 - noise)).magnitude < 0.05)
    // An axis that does nothing has the noise as its total index, and no more.
    #expect((indices.axes[1].total.estimate - share).magnitude < 0.03)
  }

  @Test func aFailedRunTakesItsBasePointAlong() throws {
    let design = try SaltelliDesign(basePoints: 64, dimensions: 2, seed: 6)
    var outcomes = outcomes(design) { $0[0] }
    outcomes[7] = [nil]
    outcomes[255] = [nil]
    let indices = try SobolIndices(design: design, outcomes: outcomes, replicates: 99, seed: 6)
    #expect(indices.dropped == [1, 63])
    #expect(indices.basePointCount == 62)
    #expect((indices.axes[0].total.estimate - 1).magnitude < 0.1)
    #expect(indices.axes[1].total.estimate == 0)
  }

  @Test func refusesWhatHasNoIndices() throws {
    let design = try SaltelliDesign(basePoints: 2, dimensions: 1, seed: 6)
    #expect(throws: StatisticsError.noVariation) {
      try SobolIndices(design: design, outcomes: Array(repeating: [0.1], count: 6), seed: 1)
    }
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 6, outcomes: 5)) {
      try SobolIndices(design: design, outcomes: Array(repeating: [1], count: 5), seed: 1)
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) {
      try SobolIndices(design: design, outcomes: [[1], [2], [3], [4], [5], [nil]], seed: 1)
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) {
      try SobolIndices(design: design, outcomes: Array(repeating: [], count: 6), seed: 1)
    }
  }
}
