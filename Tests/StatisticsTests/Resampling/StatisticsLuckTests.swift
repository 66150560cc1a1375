import Randomness
import Testing

@testable import Statistics

@Suite struct StatisticsLuckTests {
  /// A model's owners have other kinds, and the kind is part of what names a draw.
  @Test func drawsAreNoneOfTheModels() {
    let ours = statisticsStream(seed: 1, id: 2, for: .bootstrap)
    let kinds: [UInt16] = [0, 1, 2, 1_000, 65_534]
    for kind in kinds {
      let theirs = Luck(seed: 1, replication: 0).stream(of: Owner(kind: kind, id: 2), for: 1)
      #expect((0..<100).allSatisfy { ours.draw($0) != theirs.draw($0) })
    }
  }

  @Test func purposesAndNumbersHaveTheirOwnDraws() {
    let one = statisticsStream(seed: 1, id: 2, for: .bootstrap)
    for other in [
      statisticsStream(seed: 1, id: 3, for: .bootstrap), statisticsStream(seed: 1, id: 2, for: .permutations),
      statisticsStream(seed: 2, id: 2, for: .bootstrap),
    ] {
      #expect((0..<100).allSatisfy { one.draw($0) != other.draw($0) })
    }
  }

  /// Whoever renumbers a purpose changes what was drawn for it.
  @Test func drawsStayWhatTheyAre() {
    let purposes: [StatisticsLuck.Purpose] = [
      .bootstrap, .permutations, .latinStrata, .latinPlaces, .owenScrambling, .trajectories,
    ]
    #expect(purposes.map(\.rawValue) == [1, 2, 3, 4, 5, 6])
    #expect(StatisticsLuck.ownerKind == 65_535)
  }
}
