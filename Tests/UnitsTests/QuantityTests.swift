import Testing
import Units

@Suite("Quantities")
struct QuantityTests {
  @Test("add, subtract and multiply exactly")
  func arithmetic() {
    #expect(Grams(3_300) - Grams(1_000) == Grams(2_300))
    #expect(Satang(baht: 28) + Satang(50) == Satang(2_850))
    #expect(Grams(11_500) * 1_739 == Grams(19_998_500))
    #expect(Grams(Int64.max) - Grams(1) + Grams(1) == Grams(Int64.max))
    #expect(Grams(-5) < Grams(4))
    var sum = Grams.zero
    sum += Grams(7)
    sum -= Grams(9)
    #expect(sum == Grams(-2))
  }

  @Test("name their unit in messages")
  func description() {
    #expect("\(Grams(1_200)) for \(Satang(3_422))" == "1200 g for 3422 satang")
    #expect("\(SquareWah(400)), \(Minutes(60))" == "400 square wah, 60 min")
  }

  @Test("report a sum that does not fit")
  func reportsOverflow() {
    #expect(Grams(Int64.max).addingReportingOverflow(Grams(1)).overflow)
    #expect(Grams(2).addingReportingOverflow(Grams(1)) == (Grams(3), false))
  }

  @Test("count whole measures and what is over")
  func measures() {
    let (baskets, over) = Grams(kilograms: 100).quotientAndRemainder(dividingBy: Grams(11_500))
    #expect(baskets == 8)
    #expect(over == Grams(8_000))
    #expect(Grams(2_500).ratio(to: Grams(10_000)) == 0.25)
  }

  @Test("convert between units in one place")
  func conversions() {
    #expect(Grams(tonnes: 2) == Grams(2_000_000))
    #expect(Grams(kilograms: 3) == Grams(3_000))
    #expect(Grams(tonnes: 0.000_001_5, rounding: .up) == Grams(2))
    #expect(Grams(kilograms: 1.234_4, rounding: .nearestEven) == Grams(1_234))
    #expect(Grams(1_500).kilograms == 1.5)
    #expect(Grams(1_500_000).tonnes == 1.5)
    #expect(SquareWah(rai: 5) == SquareWah(2_000))
    #expect(SquareWah(rai: 2.25, rounding: .down) == SquareWah(900))
    #expect(SquareWah(300).rai == 0.75)
    #expect(Satang(baht: 10.5, rounding: .down) == Satang(1_050))
    #expect(Satang(1_050).baht == 10.5)
    #expect(Minutes(hours: 48) == Minutes(days: 2))
    #expect(Minutes(hours: 1.5, rounding: .down) == Minutes(90))
    #expect(Minutes(days: 0.5, rounding: .down).hours == 12)
    #expect(Minutes(hours: 36).days == 1.5)
  }

  @Test("say what does not fit, and stop")
  func overflowStops() async throws {
    let sum = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(Int64.max) + Grams(2)
    }
    try expect(sum, says: "Units: 9223372036854775807 g + 2 g does not fit")
    let difference = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Satang(Int64.min) - Satang(1)
    }
    try expect(difference, says: "-9223372036854775808 satang - 1 satang does not fit")
    let product = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = SquareWah(Int64.max) * 3
    }
    try expect(product, says: "9223372036854775807 square wah * 3 does not fit")
    let conversion = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(tonnes: 1e13, rounding: .down)
    }
    try expect(conversion, says: "10000000000000.0 t does not fit")
    let measure = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Grams(5).quotientAndRemainder(dividingBy: .zero)
    }
    try expect(measure, says: "the measure is 0 g; it must be more than nothing (at UnitsTests/QuantityTests.swift")
  }
}

/// Expects that a process that stopped said so.
func expect(
  _ result: ExitTest.Result?, says words: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let bytes = try #require(result, sourceLocation: sourceLocation).standardErrorContent
  let text = String(decoding: bytes, as: UTF8.self)
  #expect(text.contains(words), sourceLocation: sourceLocation)
}
