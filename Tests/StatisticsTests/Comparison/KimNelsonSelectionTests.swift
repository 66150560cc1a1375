import Randomness
import Statistics
import Testing

@Suite struct KimNelsonSelectionTests {
  /// 1 − confidence, candidates, first stage, η and h² by the formulas of Kim and Nelson (2001).
  @Test(arguments: [
    (0.05, 2, 10, 0.3340502686000293, 6.012904834800527), (0.05, 2, 20, 0.13713749285156684, 5.21122472835954),
    (0.05, 5, 10, 0.6349672651536731, 11.429410772766115), (0.05, 5, 20, 0.2372383155351937, 9.01505599033736),
    (0.05, 10, 10, 0.8590834299248991, 15.463501738648183), (0.05, 10, 20, 0.3029338036492749, 11.511484538672446),
    (0.1, 2, 10, 0.21498457415436434, 3.869722334778558), (0.1, 2, 20, 0.09230553935623231, 3.507610495536828),
    (0.1, 5, 10, 0.47294385878819434, 8.512989458187498), (0.1, 5, 20, 0.1853628031883593, 7.043786521157653),
    (0.1, 10, 10, 0.6650660924984355, 11.971189664971838), (0.1, 10, 20, 0.2464356516037437, 9.36455476094226),
  ])
  func constants(risk: Double, candidates: Int, firstStage: Int, eta: Double, factor: Double) throws {
    let constants = try KimNelsonSelection.constants(
      candidateCount: candidates, confidence: 1 - risk, firstStage: firstStage)
    #expect((constants.eta / eta - 1).magnitude < 1e-13)
    #expect((constants.factor / factor - 1).magnitude < 1e-13)
  }

  /// Four candidates in the same 400 years.
  private static let outcomes: [[Double]] = {
    var numbers = CongruentialNumbers(seed: 7)
    var outcomes = [[Double]](repeating: [], count: 4)
    for _ in 0..<400 {
      let common = 8 * numbers.next()
      for (candidate, mean) in [10, 10.6, 11, 9.7].enumerated() {
        outcomes[candidate].append(mean + common + 6 * (numbers.next() - 0.5))
      }
    }
    return outcomes
  }()

  /// The years from one to another, of all candidates.
  private func round(_ years: Range<Int>) -> [[Double]] { Self.outcomes.map { Array($0[years]) } }

  /// Who was out when is what a program in Python says, which works on means as the paper does.
  @Test func agreesWithASecondProgram() throws {
    for (goal, confidence, firstStage, selected, eliminations) in [
      (Goal.larger, 0.95, 10, 2, [[3, 80], [0, 84], [1, 122]]), (.larger, 0.95, 20, 2, [[0, 37], [3, 37], [1, 92]]),
      (.smaller, 0.9, 10, 3, [[2, 53], [1, 62], [0, 134]]),
    ] {
      var selection = try KimNelsonSelection(
        candidateCount: 4, goal: goal, indifference: 0.5, confidence: confidence, firstStage: firstStage)
      try selection.add(round: Self.outcomes)
      #expect(selection.selected == selected)
      #expect(selection.survivors == [selected])
      #expect(selection.eliminations.map { [$0.candidate, $0.years] } == eliminations)
      #expect(selection.years == eliminations[2][1])
    }
  }

  @Test func theRoundsDoNotMatter() throws {
    var whole = try KimNelsonSelection(candidateCount: 4, goal: .larger, indifference: 0.5)
    try whole.add(round: Self.outcomes)
    for length in [1, 7, 10, 64] {
      var byRounds = try KimNelsonSelection(candidateCount: 4, goal: .larger, indifference: 0.5)
      var start = 0
      while byRounds.selected == nil {
        // Nobody is run who is out.
        let years = round(start..<(start + length)).enumerated().map { byRounds.survivors.contains($0) ? $1 : [] }
        try byRounds.add(round: years)
        start += length
      }
      #expect(byRounds == whole, "rounds of \(length)")
    }
  }

  @Test func nobodyIsOutInTheFirstStage() throws {
    var selection = try KimNelsonSelection(candidateCount: 4, goal: .larger, indifference: 0.5, firstStage: 10)
    try selection.add(round: round(0..<9))
    #expect(selection.survivors == [0, 1, 2, 3])
    #expect(selection.mostYears == nil)
    try selection.add(round: round(9..<10))
    // By the second program.
    #expect(selection.mostYears == 386)
    #expect(selection.selected == nil)
  }

  @Test func aLargeLeadIsSeenAtTheEndOfTheFirstStage() throws {
    var selection = try KimNelsonSelection(candidateCount: 2, goal: .larger, indifference: 0.5)
    try selection.add(round: [Self.outcomes[0], Self.outcomes[1].map { $0 + 100 }])
    #expect(selection.selected == 1)
    #expect(selection.years == 20)
  }

  @Test func afterTheDecisionNothingIsLookedAt() throws {
    var selection = try KimNelsonSelection(candidateCount: 4, goal: .larger, indifference: 0.5)
    try selection.add(round: Self.outcomes)
    let decided = selection
    try selection.add(round: [[], [], [1e9], []])
    #expect(selection == decided)
  }

  @Test func twinsDoNotKeepItRunning() throws {
    var selection = try KimNelsonSelection(candidateCount: 3, goal: .larger, indifference: 0.5, firstStage: 10)
    try selection.add(round: [Self.outcomes[2], Self.outcomes[3], Self.outcomes[2]])
    #expect(selection.selected == 0)
    #expect(selection.survivors == [0, 2])
    #expect(selection.years == selection.eliminations[0].years)
  }

  /// All others are worse by just the indifference, which is the hardest case.
  @Test func keepsItsPromise() throws {
    var correct = 0
    var years = Summary()
    for replication in 0..<1_000 {
      var stream = Luck(seed: 77, replication: replication).stream(of: Owner(kind: 1, id: 0), for: 1)
      var selection = try KimNelsonSelection(candidateCount: 4, goal: .smaller, indifference: 1, confidence: 0.9)
      while selection.selected == nil {
        var outcomes = [[Double]](repeating: [], count: 4)
        for _ in 0..<10 {
          let common = stream.normal(mean: 100, sd: 20)
          for candidate in 0..<4 {
            outcomes[candidate].append(common + stream.normal(mean: candidate == 2 ? 0 : 1, sd: 2))
          }
        }
        try selection.add(round: outcomes)
      }
      if selection.selected == 2 { correct += 1 }
      years.add(Double(selection.years))
    }
    #expect(Double(correct) / 1_000 >= 0.9)
    // The common years cancel: their deviation of 20 alone would ask for thousands.
    #expect(years.mean < 60)
  }

  @Test func refusesWhatIsNoSelection() {
    #expect(throws: StatisticsError.designTooSmall(of: "candidates", needed: 2, found: 1)) {
      try KimNelsonSelection(candidateCount: 1, goal: .larger, indifference: 1)
    }
    #expect(throws: StatisticsError.indifferenceNotPositive(0)) {
      try KimNelsonSelection(candidateCount: 2, goal: .larger, indifference: 0)
    }
    #expect(throws: StatisticsError.confidenceTooLow(confidence: 0.25, candidates: 4)) {
      try KimNelsonSelection(candidateCount: 4, goal: .larger, indifference: 1, confidence: 0.25)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "years in the first stage", needed: 2, found: 1)) {
      try KimNelsonSelection(candidateCount: 4, goal: .larger, indifference: 1, firstStage: 1)
    }
  }

  @Test func aRefusedRoundChangesNothing() throws {
    var selection = try KimNelsonSelection(candidateCount: 2, goal: .larger, indifference: 1)
    let untouched = selection
    #expect(throws: StatisticsError.outcomesDoNotFitDesign(points: 2, outcomes: 1)) { try selection.add(round: [[1]]) }
    #expect(throws: StatisticsError.yearsDiffer(point: 1, needed: 1, found: 2)) {
      try selection.add(round: [[1], [1, 2]])
    }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 0)) {
      try selection.add(round: [[1], [.infinity]])
    }
    #expect(selection == untouched)
  }
}
