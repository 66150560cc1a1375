import Testing
import Units

@Suite("Prices")
struct PriceTests {
  @Test("in whole satang value a mass exactly, rounded once by the rule")
  func posted() {
    let bid = SatangPerKilogram(2_850)
    #expect(bid.value(of: Grams(1_201), rounding: .down) == Satang(3_422))
    #expect(bid.value(of: Grams(1_201), rounding: .nearestEven) == Satang(3_423))
    #expect(bid.value(of: Grams(1_201), rounding: .up) == Satang(3_423))
    #expect(bid.value(of: Grams(tonnes: 2), rounding: .down) == Satang(baht: 57_000))
    #expect(SatangPerKilogram(29).value(of: .kilogram, rounding: .down) == Satang(29))
    #expect(bid.bahtPerKilogram == BahtPerKilogram(28.5))
    #expect(SatangPerKilogram(-2) < SatangPerKilogram(1))
  }

  @Test("value masses whose product with the price needs more than 64 bits")
  func wide() {
    let mass = Grams(Int64.max)
    let exact = Int128(Int64.max) * 999 / 1_000
    #expect(SatangPerKilogram(999).value(of: mass, rounding: .down) == Satang(Int64(exact)))
  }

  @Test(
    "inside formulas value a mass with one rounding",
    arguments: [
      (28.5, 1_201, Int64(3_422), Int64(3_423)),
      // The nearest Double to 0.29 is a hair below it, and to 0.57 too.
      (0.29, 1_000, 28, 29),
      (0.57, 1_000, 56, 57),
      (0.5, 10, 0, 0),
      (0.5, 30, 1, 2),
      (0, 1_000, 0, 0),
      (35, 0, 0, 0),
    ])
  func formula(baht: Double, grams: Int, down: Int64, nearestEven: Int64) {
    let price = BahtPerKilogram(baht)
    #expect(price.value(of: Grams(grams), rounding: .down) == Satang(down))
    #expect(price.value(of: Grams(grams), rounding: .nearestEven) == Satang(nearestEven))
  }

  @Test("inside formulas become posted prices by a named rule")
  func becomesPosted() {
    #expect(BahtPerKilogram(28.356).posted(rounding: .nearestEven) == SatangPerKilogram(2_836))
    #expect(BahtPerKilogram(28.356).posted(rounding: .down) == SatangPerKilogram(2_835))
    #expect(BahtPerKilogram(3) < BahtPerKilogram(4))
  }

  @Test("that are no numbers or too large stop and say so")
  func stops() async throws {
    let notANumber = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = BahtPerKilogram(.nan).value(of: Grams(5), rounding: .down)
    }
    try expect(notANumber, says: "nan baht/kg times 5 g does not fit")
    let large = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = SatangPerKilogram(1_001).value(of: Grams(Int64.max), rounding: .down)
    }
    try expect(large, says: "1001 satang/kg times 9223372036854775807 g does not fit")
    let infinite = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = BahtPerKilogram(.infinity).posted(rounding: .down)
    }
    try expect(infinite, says: "inf baht does not fit")
  }
}
