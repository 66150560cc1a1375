import Statistics
import Testing

@Suite struct ShapleyPermutationsTests {
  @Test func everyOrderHasEverySettingAndItsReverseFollows() throws {
    let permutations = try ShapleyPermutations(settingCount: 9, pairCount: 20, seed: 3)
    #expect(permutations.count == 40)
    for pair in 0..<20 {
      #expect(permutations[2 * pair].sorted() == Array(0..<9))
      #expect(permutations[2 * pair + 1] == permutations[2 * pair].reversed())
    }
  }

  @Test func everySettingIsAsOftenFirstAsAnother() throws {
    var first = [Int](repeating: 0, count: 5)
    for order in try ShapleyPermutations(settingCount: 5, pairCount: 1_000, seed: 3) { first[order[0]] += 1 }
    #expect(try ChiSquareTest(observed: first, expected: Array(repeating: 400, count: 5)).pValue > 0.001)
  }

  @Test func everyGroupOnTheWayIsListedOnce() throws {
    let permutations = try ShapleyPermutations(settingCount: 20, pairCount: 10, seed: 3)
    var met: Set<UInt64> = [0]
    for order in permutations {
      var group: UInt64 = 0
      for setting in order {
        group |= 1 << UInt64(setting)
        met.insert(group)
      }
    }
    #expect(permutations.groups == met.sorted())
    #expect(permutations.groups.count <= 2 + 20 * 19)
  }

  @Test func morePairsOnlyAppend() throws {
    let few = try ShapleyPermutations(settingCount: 12, pairCount: 5, seed: 8)
    let many = try ShapleyPermutations(settingCount: 12, pairCount: 50, seed: 8)
    #expect(Array(many.prefix(10)) == Array(few))
    #expect(Array(try ShapleyPermutations(settingCount: 12, pairCount: 5, seed: 9)) != Array(few))
  }

  @Test func sixtyFourSettingsFitAGroup() throws {
    let permutations = try ShapleyPermutations(settingCount: 64, pairCount: 1, seed: 1)
    #expect(permutations.groups.last == .max)
    let why = try ShapleyAttribution(
      permutations: permutations, outcomes: permutations.groups.map { [Double($0.nonzeroBitCount)] })
    #expect(why.part(of: .max) == 64)
  }

  @Test func refusesNoSettingsAndTooMany() {
    #expect(throws: StatisticsError.designTooSmall(of: "settings", needed: 1, found: 0)) {
      try ShapleyPermutations(settingCount: 0, pairCount: 1, seed: 1)
    }
    #expect(throws: StatisticsError.designTooLarge(of: "settings", most: 64, found: 65)) {
      try ShapleyPermutations(settingCount: 65, pairCount: 1, seed: 1)
    }
    #expect(throws: StatisticsError.designTooSmall(of: "pairs of permutations", needed: 1, found: 0)) {
      try ShapleyPermutations(settingCount: 3, pairCount: 0, seed: 1)
    }
  }
}
