import Testing
import Units

@Suite("Rounding by a named rule")
struct RoundingTests {
  @Test(
    "goes where the rule says, on both sides of zero",
    arguments: [
      (Int64(3), 0.5, Int64(1), Int64(2), Int64(2)),
      (5, 0.5, 2, 3, 2),
      (-3, 0.5, -2, -1, -2),
      (-5, 0.5, -3, -2, -2),
      (5, -0.5, -3, -2, -2),
      (-5, -0.5, 2, 3, 2),
      (7, 0.25, 1, 2, 2),
      (-7, 0.25, -2, -1, -2),
      (5, 0.25, 1, 2, 1),
      (8, 0.25, 2, 2, 2),
      (0, 0.3, 0, 0, 0),
      (9, 0, 0, 0, 0),
      (9, 0x1p-1074, 0, 1, 0),
      (-9, 0x1p-1074, -1, 0, 0),
      (1, 0x1p62, 0x4000_0000_0000_0000, 0x4000_0000_0000_0000, 0x4000_0000_0000_0000),
      (.max, 1, .max, .max, .max),
      (.min, 1, .min, .min, .min),
    ])
  func rules(count: Int64, ratio: Double, down: Int64, up: Int64, nearestEven: Int64) {
    #expect(Grams(count).scaled(by: ratio, rounding: .down) == Grams(down))
    #expect(Grams(count).scaled(by: ratio, rounding: .up) == Grams(up))
    #expect(Grams(count).scaled(by: ratio, rounding: .nearestEven) == Grams(nearestEven))
  }

  @Test("rounds the exact product once, where Double arithmetic would round twice")
  func once() {
    // 2⁵³ + 1 is no Double: converting the count first would lose the last gram.
    #expect(Grams(9_007_199_254_740_993).scaled(by: 1, rounding: .down) == Grams(9_007_199_254_740_993))
    // The Double 0.1 is a little more than a tenth, so that ten grams are a little more than one gram.
    #expect(Grams(10).scaled(by: 0.1, rounding: .up) == Grams(2))
    #expect(Grams(10).scaled(by: 0.1, rounding: .nearestEven) == Grams(1))
    // The Double 0.29 is a little less than 29 hundredths; Double arithmetic would answer 29.
    #expect(Grams(100).scaled(by: 0.29, rounding: .down) == Grams(28))
  }

  @Test("agrees with 128-bit whole numbers for ratios of 2⁻²⁰", arguments: 0..<200)
  func againstWholeNumbers(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    for _ in 0..<50 {
      let count = Int64(bitPattern: generator.next()) >> 4
      let numerator = Int64(generator.next() & 0xfffff)
      let exact = Int128(count) * Int128(numerator)
      let floor = Int64(exact >> 20)
      let rest = exact & 0xfffff
      let half: Int128 = 0x80000
      let nearest = rest > half || (rest == half && floor & 1 == 1) ? floor + 1 : floor
      let ratio = Double(numerator) / 0x1p20
      #expect(Grams(count).scaled(by: ratio, rounding: .down).count == floor)
      #expect(Grams(count).scaled(by: ratio, rounding: .up).count == floor + (rest == 0 ? 0 : 1))
      #expect(Grams(count).scaled(by: ratio, rounding: .nearestEven).count == nearest)
      let whole = Satang(Int64(1 << 20))
      #expect(Grams(count).scaled(by: Satang(numerator), over: whole, rounding: .down).count == floor)
      #expect(Grams(count).scaled(by: Satang(numerator), over: whole, rounding: .nearestEven).count == nearest)
    }
  }

  @Test(
    "has no answer for a ratio that is no number or a result that does not fit",
    arguments: [Double.nan, .infinity, -.infinity, 1e300, 2, -2.000_000_1])
  func refuses(ratio: Double) {
    #expect(Grams(Int64.max).scaledIfPossible(by: ratio, rounding: .nearestEven) == nil)
    #expect(Grams(Int64.max).scaledIfPossible(by: 0.5, rounding: .down) == Grams(Int64.max / 2))
  }

  @Test("stops and says which product has no answer")
  func stops() async throws {
    let notANumber = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(1_000).scaled(by: .nan, rounding: .down)
    }
    try expect(notANumber, says: "1000 g times nan does not fit in a whole number of 64 bits (at UnitsTests/Rounding")
    let nothing = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(1_000).scaled(by: Satang(1), over: Satang(0), rounding: .down)
    }
    try expect(nothing, says: "the denominator is 0 satang")
    let large = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(Int64.max).scaled(by: Satang(3), over: Satang(2), rounding: .down)
    }
    try expect(large, says: "9223372036854775807 g times 3 satang over 2 satang does not fit")
  }
}

/// A small seeded generator, so that a failure can be repeated.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
