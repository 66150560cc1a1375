import Testing

@testable import Statistics

@Suite struct OwenScramblingTests {
  private func commonBits(_ one: UInt32, _ other: UInt32) -> Int { (one ^ other).leadingZeroBitCount }

  /// What two numbers have in common at the front, and no bit more, they have in common afterwards.
  @Test func keepsWhatNumbersHaveInCommon() {
    var numbers = CongruentialNumbers(seed: 1)
    let scrambling = OwenScrambling(dimension: 3, seed: 9)
    for bits in 0...31 {
      let one = UInt32(numbers.next() * 0x1p32)
      let other = one ^ (0x8000_0000 | UInt32(numbers.next() * 0x1p31)) >> UInt32(bits)
      #expect(commonBits(one, other) == bits)
      #expect(commonBits(scrambling.scramble(one), scrambling.scramble(other)) == bits)
    }
  }

  /// A coin that stands anywhere in the tree falls either way equally often, whatever the others do.
  @Test func everyBitIsFlippedHalfOfTheTime() {
    for coordinate in [UInt32(0), .max, 0x1234_5678] {
      var flips = [Int](repeating: 0, count: 32)
      var together = [Int](repeating: 0, count: 32)
      for seed in UInt64(0)..<4_000 {
        let flipped = OwenScrambling(dimension: 0, seed: seed).scramble(coordinate) ^ coordinate
        for bit in 0..<32 where flipped >> UInt32(bit) & 1 == 1 { flips[bit] += 1 }
        for distance in 1..<32 { together[distance] += (flipped & flipped >> UInt32(distance)).nonzeroBitCount }
      }
      for flip in flips { #expect((1_870...2_130).contains(flip)) }
      for distance in 1..<32 {
        let share = Double(together[distance]) / 4_000 / Double(32 - distance)
        #expect((share - 0.25).magnitude < 0.04, "\(distance) bits apart")
      }
    }
  }

  /// Below different fronts the coins are different ones.
  @Test func coinsBelongToTheBitsBefore() {
    for bits in [1, 5, 6, 7, 12, 20, 25] {
      var same = 0
      for seed in UInt64(0)..<1_000 {
        let scrambling = OwenScrambling(dimension: 0, seed: seed)
        let one = scrambling.scramble(0)
        let other = scrambling.scramble(1 << UInt32(32 - bits))
        if (one ^ other) >> UInt32(31 - bits) & 1 == 0 { same += 1 }
      }
      #expect((430...570).contains(same), "after \(bits) bits")
    }
  }

  @Test func dimensionsHaveTheirOwnCoins() {
    #expect(OwenScrambling(dimension: 0, seed: 1).scramble(0) != OwenScrambling(dimension: 1, seed: 1).scramble(0))
  }
}
