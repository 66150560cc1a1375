import Statistics
import Testing

@Suite struct MorrisScreeningTests {
  private func outcomes(_ design: MorrisDesign, _ model: ([Double]) -> Double) -> [[Double?]] {
    design.map { [model($0)] }
  }

  @Test func aStraightLineHasItsSlopes() throws {
    let design = try MorrisDesign(trajectoryCount: 10, dimensions: 3, seed: 1)
    let screening = try MorrisScreening(
      design: design, outcomes: outcomes(design) { 5 + 3 * $0[0] - 7 * $0[1] + 0 * $0[2] })
    for (effect, slope) in zip(screening.effects, [3.0, -7, 0]) {
      #expect((effect.mean.mean - slope).magnitude < 1e-13)
      #expect((effect.meanMagnitude.mean - slope.magnitude).magnitude < 1e-13)
      #expect(effect.standardDeviation < 1e-13)
    }
    #expect(screening.dropped == [])
  }

  /// x₀ (x₁ − ½): with a step of ⅔, the effect of x₀ is x₁ − ½, from −½ to ½ and as often up as down; that of x₁ is x₀.
  @Test func whatActsTogetherHasSpread() throws {
    let design = try MorrisDesign(trajectoryCount: 4_000, dimensions: 2, seed: 1)
    let screening = try MorrisScreening(design: design, outcomes: outcomes(design) { $0[0] * ($0[1] - 0.5) })
    let first = screening.effects[0]
    let second = screening.effects[1]
    #expect(first.mean.mean.magnitude < 0.03)
    #expect((first.meanMagnitude.mean - (0.5 + 1.0 / 6) / 2).magnitude < 0.01)
    // The deviation of the levels 0, ⅓, ⅔ and 1.
    #expect((first.standardDeviation - (5.0 / 36).squareRoot()).magnitude < 0.01)
    #expect((second.mean.mean - 0.5).magnitude < 0.03)
    #expect((second.standardDeviation - (5.0 / 36).squareRoot()).magnitude < 0.01)
    #expect(first.mean.contains(0))
  }

  @Test func yearsAreAveraged() throws {
    let design = try MorrisDesign(trajectoryCount: 5, dimensions: 2, seed: 1)
    let screening = try MorrisScreening(
      design: design, outcomes: design.map { point in [2 * point[0] + 1_000, 4 * point[0] - 1_000] })
    #expect((screening.effects[0].mean.mean - 3).magnitude < 1e-12)
    #expect(screening.effects[1].meanMagnitude.mean.magnitude < 1e-12)
  }

  @Test func aFailedRunTakesItsTrajectoryAlong() throws {
    let design = try MorrisDesign(trajectoryCount: 5, dimensions: 2, seed: 1)
    var outcomes = outcomes(design) { 3 * $0[0] - $0[1] }
    outcomes[4] = [nil]
    outcomes[12] = [nil]
    let screening = try MorrisScreening(design: design, outcomes: outcomes)
    #expect(screening.dropped == [1, 4])
    #expect(screening.effects[0].mean.count == 3)
    #expect((screening.effects[0].mean.mean - 3).magnitude < 1e-13)
  }

  @Test func refusesWhatDoesNotFit() throws {
    let design = try MorrisDesign(trajectoryCount: 2, dimensions: 1, seed: 1)
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 4, outcomes: 3)) {
      try MorrisScreening(design: design, outcomes: [[1], [2], [3]])
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, found: 1)) {
      try MorrisScreening(design: design, outcomes: [[1], [2], [3], [nil]])
    }
    #expect(throws: StatisticsError.yearsDiffer(point: 2, needed: 1, found: 2)) {
      try MorrisScreening(design: design, outcomes: [[1], [2], [3, 4], [5]])
    }
  }
}
