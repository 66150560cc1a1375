import Testing

@testable import Units

/// The quick way to a rounded product is taken only where it gives what the exact one gives.
@Suite("Estimated products")
struct EstimatedProductTests {
  private static let rules = Rounding.allCases

  @Test("agree with exact ones wherever they answer, also next to the numbers at which a rule changes its mind")
  func agree() {
    var generator = SplitMix(seed: 2_569)
    var answered = 0
    var asked = 0
    for _ in 0..<40_000 {
      let count = Int64(bitPattern: generator.next()) >> Int64(generator.next() % 60 + 4)
      let near = Double(Int64(generator.next() % 4_000_000)) / 2
      let plain = Double(bitPattern: generator.next() & 0xfff_ffff_ffff_ffff | 0x3e00_0000_0000_0000)
      // A ratio that brings the product to a whole or half number, and its neighbours.
      let aimed = count == 0 ? near : near / Double(count)
      for factor in [plain, -plain, aimed, aimed.nextUp, aimed.nextDown, near] {
        for divisor in [UInt64(1), 10] {
          for rule in Self.rules {
            asked += 1
            guard let quick = ExactProduct.estimated(count, times: factor, over: divisor, rule) else { continue }
            answered += 1
            let exact = ExactProduct.exact(count, times: factor, over: divisor, rule)
            #expect(quick == exact, "\(count) × \(factor) ÷ \(divisor)")
          }
        }
      }
    }
    #expect(answered * 4 > asked)
  }

  @Test("are left to the exact way where they could be wrong")
  func doubtful() {
    #expect(ExactProduct.estimated(10, times: 0.1, over: 1, .up) == nil)
    #expect(ExactProduct.estimated(1, times: 0.5, over: 1, .nearestEven) == nil)
    #expect(ExactProduct.estimated(.max, times: 1, over: 1, .down) == nil)
    #expect(ExactProduct.estimated(1, times: .nan, over: 1, .down) == nil)
    #expect(ExactProduct.estimated(1, times: .infinity, over: 1, .down) == nil)
  }

  @Test("of whole numbers agree with 128 bits, small and large")
  func wholeNumbers() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<40_000 {
      let count = Int64(bitPattern: generator.next()) >> Int64(generator.next() % 62)
      let numerator = Int64(bitPattern: generator.next()) >> Int64(generator.next() % 62)
      let denominator = max(1, Int64(bitPattern: generator.next() >> (generator.next() % 62 + 1)))
      for rule in Self.rules {
        #expect(
          ExactProduct.rounded(count, times: numerator, over: denominator, rule)
            == ExactProduct.exact(count, times: numerator, over: denominator, rule))
      }
    }
  }
}
