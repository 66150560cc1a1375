import Testing
import Units

@Suite("Splitting an amount")
struct SplittingTests {
  @Test("a part and the rest are the whole", arguments: [0, 0.02, 1.0 / 3, 0.999_999_999, 1])
  func partAndRest(share: Double) {
    for count in [0, 1, 2, 999, 1_234_567_890_123] {
      for rule in Rounding.allCases {
        let (part, rest) = Grams(count).split(share: share, rounding: rule)
        #expect(part + rest == Grams(count))
        #expect(part >= .zero && rest >= .zero)
      }
    }
    #expect(Grams(10).split(share: 0.25, rounding: .down).part == Grams(2))
    #expect(Grams(10).split(share: 0.25, rounding: .up).part == Grams(3))
  }

  @Test("into shares leaves the remainder with the source")
  func shares() {
    var parts: [3 of Grams] = [.zero, .zero, .zero]
    var span = parts.mutableSpan
    let shares: [3 of Double] = [0.02, 0.1, 0.5]
    let rest = Grams(999).take(shares: shares.span, into: &span)
    #expect(parts[0] == Grams(19))
    #expect(parts[1] == Grams(99))
    #expect(parts[2] == Grams(499))
    #expect(rest == Grams(999 - 19 - 99 - 499))
  }

  @Test("into shares that are a hair above one never takes more than there is")
  func sharesThatSumToOne() {
    let shares = [Double](repeating: 0.1, count: 10)
    var parts = [Grams](repeating: .zero, count: 10)
    var span = parts.mutableSpan
    let whole = Grams(Int64.max)
    let rest = whole.take(shares: shares.span, into: &span)
    #expect(rest >= .zero)
    #expect(parts.reduce(rest, +) == whole)
  }

  @Test("by weights hands out the whole, each part within one of its proportion", arguments: 0..<100)
  func byWeights(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    let count = Int(generator.next() % 50) + 1
    let whole = Grams(Int64(generator.next() % 1_000_000_007))
    let amounts = (0..<count).map { _ in Satang(Int64(generator.next() % 5) * Int64(generator.next() % 1_000)) }
    let total = amounts.reduce(.zero, +)
    guard total > .zero else { return }
    var byAmounts = [Grams](repeating: Grams(-1), count: count)
    var byAmountsSpan = byAmounts.mutableSpan
    whole.apportion(by: amounts.span, into: &byAmountsSpan)
    let numbers = amounts.map { Double($0.count) / 7 }
    var byNumbers = [Grams](repeating: Grams(-1), count: count)
    var byNumbersSpan = byNumbers.mutableSpan
    whole.apportion(by: numbers.span, into: &byNumbersSpan)
    for parts in [byAmounts, byNumbers] {
      #expect(parts.reduce(.zero, +) == whole, "seed \(seed)")
      for (part, amount) in zip(parts, amounts) {
        let exact = Double(whole.count) * amount.ratio(to: total)
        #expect(part >= .zero && abs(Double(part.count) - exact) < 1.000_001, "seed \(seed)")
        #expect(amount != .zero || part == .zero, "seed \(seed): a weight of zero got something")
      }
    }
  }

  @Test("by grades fills a fixed number of parts")
  func byGrades() {
    let byGrade = Grams(1_001).apportioned(by: [0.5, 0.3, 0.2, 0])
    #expect(byGrade[0] == Grams(500))
    #expect(byGrade[1] == Grams(301))
    #expect(byGrade[2] == Grams(200))
    #expect(byGrade[3] == .zero)
    let thirds = Satang(10).apportioned(by: [1, 1, 1])
    #expect([thirds[0], thirds[1], thirds[2]] == [Satang(3), Satang(4), Satang(3)])
  }

  @Test("by proportions whose products need more than 64 bits is exact")
  func wide() {
    var parts: [2 of Grams] = [.zero, .zero]
    var span = parts.mutableSpan
    let weights: [2 of Satang] = [Satang(Int64.max / 2), Satang(Int64.max / 2)]
    Grams(Int64.max).apportion(by: weights.span, into: &span)
    #expect(parts[0] == Grams(Int64.max / 2 + 1))
    #expect(parts[1] == Grams(Int64.max / 2))
  }

  @Test("that makes no sense stops and says why")
  func stops() async throws {
    let share = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(5).split(share: 1.5, rounding: .down)
    }
    try expect(share, says: "1.5 is no share: shares are 0 to 1, and together at most 1 (at UnitsTests/Splitting")
    let together = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var parts: [2 of Grams] = [.zero, .zero]
      var span = parts.mutableSpan
      let shares: [2 of Double] = [0.75, 0.5]
      _ = Grams(5).take(shares: shares.span, into: &span)
    }
    try expect(together, says: "1.25 is no share")
    let weight = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(5).apportioned(by: [1, -1])
    }
    try expect(weight, says: "-1.0 is no weight")
    let nothing = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(5).apportioned(by: [0, 0])
    }
    try expect(nothing, says: "0.0 is no weight")
    let notANumber = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(5).apportioned(by: [1, .nan])
    }
    try expect(notANumber, says: "nan is no weight")
    let below = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(-5).apportioned(by: [1, 1])
    }
    try expect(below, says: "an amount of -5 cannot be split")
    let uneven = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var parts: [2 of Grams] = [.zero, .zero]
      var span = parts.mutableSpan
      let shares: [1 of Double] = [0.75]
      _ = Grams(5).take(shares: shares.span, into: &span)
    }
    try expect(uneven, says: "1 shares do not fill 2 parts")
  }
}
