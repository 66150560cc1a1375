import Statistics
import Testing

@Suite struct TailMeanTests {
  static let ten: [Double] = [-8, -3, 0, 1, 2, 4, 7, 9, 15, 40]
  static let seven: [Double] = [5, 1, 4, 2, 3, 9, 7]

  static let known: [(values: [Double], level: Double, upper: Double, lower: Double)] = [
    (ten, 0, 6.7, 6.7), (ten, 0.5, 15, -1.6), (ten, 0.9, 40, -8), (ten, 0.95, 40, -8), (ten, 0.8, 27.5, -5.5),
    (ten, 0.33, 777.0 / 67, 9.0 / 67), (seven, 0, 31.0 / 7, 31.0 / 7), (seven, 0.5, 46.0 / 7, 16.0 / 7),
    (seven, 0.9, 9, 1), (seven, 0.95, 9, 1), (seven, 0.8, 59.0 / 7, 9.0 / 7),
    (seven, 0.33, 2_707.0 / 469, 1_345.0 / 469),
  ]

  /// Levels with the upper and the lower tail, in exact rational arithmetic, by the minimum of Rockafellar and Uryasev.
  @Test(arguments: known)
  func agreesWithExactArithmetic(values: [Double], level: Double, upper: Double, lower: Double) throws {
    #expect((try TailMean(.upper, of: values, level: level).mean - upper).magnitude < 2e-14)
    #expect((try TailMean(.lower, of: values, level: level).mean - lower).magnitude < 2e-14)
  }

  /// The definition of Rockafellar and Uryasev, tried at every number: the minimum stands at one of them.
  @Test func isTheMinimumOfRockafellarAndUryasev() throws {
    var numbers = CongruentialNumbers(seed: 6)
    let values = (0..<57).map { _ in 100 * numbers.next() * numbers.next() }
    for level in [0.1, 0.5, 0.77, 0.95, 0.99] {
      let least = values.map { cut in
        cut + values.reduce(0) { $0 + max($1 - cut, 0) } / ((1 - level) * 57)
      }.min()
      let tail = try TailMean(.upper, of: values, level: level)
      #expect((tail.mean - (try #require(least))).magnitude < 1e-12, "level \(level)")
      let mirrored = try TailMean(.lower, of: values.map { -$0 }, level: level)
      #expect(mirrored.mean == -tail.mean, "level \(level)")
    }
  }

  @Test func saysWhatItLookedAt() throws {
    let tail = try TailMean(.lower, of: Self.ten, level: 0.75)
    #expect(tail.side == .lower)
    #expect(tail.level == 0.75)
    #expect(tail.count == 10)
    #expect(tail.support.observations == 2.5)
    #expect(tail.support.isThin)
  }

  @Test func equalNumbersAreTheirOwnTail() throws {
    #expect(try TailMean(.upper, of: Array(repeating: 0.1, count: 31), level: 0.7).mean == 0.1)
  }

  @Test func refusesLevelsAndNoNumbers() {
    for level in [1, -0.1, 95, Double.infinity] {
      #expect(throws: StatisticsError.tailLevelOutOfRange(level)) { try TailMean(.upper, of: [1.0], level: level) }
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) { try TailMean(.upper, of: [], level: 0.5) }
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 1)) {
      try TailMean(.upper, of: [1, .infinity], level: 0.5)
    }
  }
}
