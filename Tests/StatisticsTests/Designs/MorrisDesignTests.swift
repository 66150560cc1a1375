import Statistics
import Testing

@Suite struct MorrisDesignTests {
  @Test(arguments: [2, 4, 8])
  func everyStepMovesOneAxisAndEveryAxisMovesOnce(levels: Int) throws {
    let design = try MorrisDesign(trajectoryCount: 30, dimensions: 6, levels: levels, seed: 3)
    #expect(design.count == 210)
    let step = Double(levels / 2) / Double(levels - 1)
    for number in 0..<30 {
      let trajectory = design.trajectory(number)
      #expect(trajectory.axes.sorted() == Array(0..<6))
      #expect(trajectory.points == Array(design[(7 * number)..<(7 * number + 7)]))
      for (index, axis) in trajectory.axes.enumerated() {
        let (before, after) = (trajectory.points[index], trajectory.points[index + 1])
        for other in 0..<6 where other != axis { #expect(before[other] == after[other]) }
        #expect((after[axis] - before[axis] - trajectory.steps[index]).magnitude < 1e-15)
        #expect(trajectory.steps[index].magnitude == step)
      }
      for coordinate in trajectory.points.joined() {
        let level = coordinate * Double(levels - 1)
        #expect((0...Double(levels - 1)).contains(level) && (level - level.rounded()).magnitude < 1e-12)
      }
    }
  }

  @Test func stepsGoBothWaysFromEveryLevel() throws {
    let design = try MorrisDesign(trajectoryCount: 2_000, dimensions: 1, seed: 3)
    var starts = [Int](repeating: 0, count: 4)
    for number in 0..<2_000 { starts[Int((design.trajectory(number).points[0][0] * 3).rounded())] += 1 }
    #expect(try ChiSquareTest(observed: starts, expected: Array(repeating: 500, count: 4)).pValue > 0.001)
  }

  @Test func everyAxisIsAsOftenFirstAsAnother() throws {
    let design = try MorrisDesign(trajectoryCount: 1_000, dimensions: 5, seed: 3)
    var first = [Int](repeating: 0, count: 5)
    for number in 0..<1_000 { first[design.trajectory(number).axes[0]] += 1 }
    #expect(try ChiSquareTest(observed: first, expected: Array(repeating: 200, count: 5)).pValue > 0.001)
  }

  @Test func moreTrajectoriesOnlyAppend() throws {
    let few = try MorrisDesign(trajectoryCount: 4, dimensions: 5, seed: 3)
    #expect(Array(try MorrisDesign(trajectoryCount: 9, dimensions: 5, seed: 3).prefix(24)) == Array(few))
    #expect(Array(try MorrisDesign(trajectoryCount: 4, dimensions: 5, seed: 4)) != Array(few))
  }

  @Test func refusesOddLevelsAndNothing() {
    #expect(throws: StatisticsError.levelsNotEven(5)) {
      try MorrisDesign(trajectoryCount: 4, dimensions: 5, levels: 5, seed: 3)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "trajectories", needed: 1, found: 0)) {
      try MorrisDesign(trajectoryCount: 0, dimensions: 5, seed: 3)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "dimensions", needed: 1, found: 0)) {
      try MorrisDesign(trajectoryCount: 1, dimensions: 0, seed: 3)
    }
  }

  @Test func aTrajectoryThatThereIsNotStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) {
      _ = try MorrisDesign(trajectoryCount: 4, dimensions: 5, seed: 3).trajectory(4)
    }
  }
}
