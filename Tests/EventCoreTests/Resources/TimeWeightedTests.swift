import EventCore
import Randomness
import Testing

/// A level's mean over time is the area under it divided by its length.
@Suite struct TimeWeightedTests {
  @Test("Total, mean and highest are those of a list of all levels", arguments: 0..<10 as Range<UInt64>)
  func againstAList(seed: UInt64) {
    var random = Luck(seed: seed, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    let start = Int.random(in: -100...100, using: &random)
    var time = start
    var level = Int.random(in: -5...5, using: &random)
    var account = TimeWeighted(Double(level), at: time)
    // The level in each tick; several changes in one tick leave the last.
    var ticks: [Int] = []
    for _ in 0..<500 {
      let wait = Int.random(in: 0...3, using: &random)
      ticks += Array(repeating: level, count: wait)
      time += wait
      level = Int.random(in: -5...5, using: &random)
      account.set(Double(level), at: time)
      #expect(account.level == Double(level))
      #expect(account.total(at: time) == Double(ticks.reduce(0, +)))
      #expect(account.highest == Double(max(level, ticks.max() ?? level)))
    }
    #expect(account.start == start)
    #expect(account.mean(at: time + 10) == Double(ticks.reduce(0, +) + 10 * level) / Double(ticks.count + 10))
  }

  @Test("Before any time has passed the mean is the present level")
  func noTime() {
    var account = TimeWeighted(3, at: 7.5)
    #expect(account.mean(at: 7.5) == 3)
    account.set(5, at: 7.5)
    #expect(account.mean(at: 7.5) == 5 && account.total(at: 7.5) == 0)
    #expect(account.highest == 5)
    account.set(1, at: 7.5)
    #expect(account.highest == 1, "5 was left in the instant it came")
  }

  @Test("A restart forgets the area and the highest, and keeps the level")
  func restart() {
    var account = TimeWeighted(9, at: 0.0)
    account.set(2, at: 10)
    account.restart(at: 20)
    #expect(account.level == 2 && account.start == 20 && account.highest == 2)
    #expect(account.total(at: 25) == 10)
    #expect(account.mean(at: 25) == 2)
  }
}
