import Experiments
import ScenarioFile
import SupplyChain
import Testing

@Suite("A number drawn for a year")
struct DrawnNumberTests {
  private static let laws: [DrawnNumber] = [
    DrawnNumber(law: .uniform, parameters: [-1, 3]), DrawnNumber(law: .triangular, parameters: [-2, 0.2, 2]),
    DrawnNumber(law: .normal, parameters: [0.4, 1.5]), DrawnNumber(law: .lognormal, parameters: [1, 0.8]),
    DrawnNumber(law: .beta, parameters: [-1, 2, 2, 3]),
  ]
  private static let draws = (0..<2_000).map { (Double($0) + 0.5) / 2_000 }

  @Test("is inside the range and not heaped on its ends, and rises with its luck", arguments: laws)
  func truncated(drawn: DrawnNumber) {
    let values = Self.draws.map { drawn.value(at: $0, in: 0...1) }
    #expect(values.allSatisfy { (0...1).contains($0) })
    #expect(values.count { $0 < 0.001 || $0 > 0.999 } < 40)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("has the shape that the whole has in the range", arguments: laws)
  func shape(drawn: DrawnNumber) {
    let inside = Self.draws.map { drawn.value(at: $0, in: -1e9...1e9) }.filter { (0...1).contains($0) }
    let values = Self.draws.map { drawn.value(at: $0, in: 0...1) }
    for place in [0.1, 0.5, 0.9] {
      let (whole, part) = (inside[Int(place * Double(inside.count))], values[Int(place * 2_000)])
      #expect((whole - part).magnitude < 0.01, "\(place)")
    }
  }

  @Test("is what it was where the range cuts nothing off, to the last bit")
  func whole() {
    let shift = DrawnNumber(law: .normal, parameters: [0, 4])
    let weather = DrawnNumber(law: .lognormal, parameters: [1, 0.15])
    for u in Self.draws {
      #expect(shift.value(at: u, in: -60...60) == shift.value(at: u, in: -1e15...1e15))
      #expect(weather.value(at: u, in: 0...5) == weather.value(at: u, in: -1e15...1e15))
    }
    #expect(shift.value(at: 0.5, in: -60...60) == 0)
  }

  @Test("of one value, or of none in the range, is the nearest value that it may have")
  func degenerate() {
    for (law, parameters) in [
      (DrawnNumber.Law.normal, [7.0, 0]), (.lognormal, [7, 0]), (.uniform, [7, 7]), (.triangular, [7, 7, 7]),
      (.beta, [7, 7, 1, 1]), (.normal, [1e9, 1]), (.lognormal, [1e300, 0.001]),
    ] {
      let drawn = DrawnNumber(law: law, parameters: parameters)
      #expect(drawn.value(at: 0.3, in: 0...1) == 1, "\(law)")
    }
    #expect(DrawnNumber(law: .normal, parameters: [-1e300, 1e-3]).value(at: 0.999, in: 2...3) == 2)
    let extreme = DrawnNumber(law: .beta, parameters: [0, 1, 1e-3, 1e12])
    #expect((0...1).contains(extreme.value(at: 0.999_999, in: 0...1)))
  }

  @Test(
    "is refused where no year could be drawn from it, or none that may be",
    arguments: [
      "{ dist: 'beta', low: 0, high: 1, alpha: 1e-4, beta: 1 }",
      "{ dist: 'beta', low: 0, high: 1, alpha: 1, beta: 2e12 }",
      "{ dist: 'beta', low: 0, high: 1, alpha: 0, beta: 1 }", "{ dist: 'uniform', low: -1e308, high: 1.7e308 }",
      "{ dist: 'triangular', low: -1e308, mode: 0, high: 1.7e308 }", "{ dist: 'uniform', low: 6, high: 7 }",
      "{ dist: 'normal', mean: 9, sd: 0.1 }", "{ dist: 'normal', mean: -5, sd: 0 }",
    ])
  func refused(distribution: String) {
    let reading = Seasons.reading("small", "{ supply: { year_weather: \(distribution) } }")
    #expect(reading.diagnostics.map(\.kind.id) == ["out-of-range"])
  }

  @Test(
    "is refused where no year would draw it, for the world is made before",
    arguments: [
      #""farms": { "households": DRAWN }"#, #""transport": { "trucks": { "vehicles": DRAWN } }"#,
      #""policies": { "p": { "set": { "farms.area_rai": DRAWN } } }"#,
      #""policies": { "p": { "scale": { "farms.area_rai": DRAWN } } }"#,
      #""policies": { "p": { "add": { "farms.area_rai": DRAWN } } }"#, #""policies": { "p": { "strength": DRAWN } }"#,
      #""shocks": { "s": { "from": "2564-08-01", "to": "2564-08-09", "strength": DRAWN } }"#,
      #""shocks": { "s": { "from": "2564-08-01", "to": "2564-08-09", "chance_share": DRAWN } }"#,
    ])
  func settled(text: String) throws {
    let drawn = #"{ "dist": "uniform", "low": 0.4, "high": 0.9 }"#
    let reading = Seasons.reading("small", "{ \(text.replacing("DRAWN", with: drawn)) }")
    let complaint = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.map(\.kind.id) == ["wrong-type"] && complaint.label?.range.spelling == drawn)
    #expect(complaint.message.english.hasSuffix("is a distribution, but wants one number for all years"))
    #expect(complaint.help?.english.contains("sweep.axes") == true)
  }

  @Test("in a policy's measure is another every year")
  func ofPolicies() {
    func spread(_ aid: String) -> Double {
      let text = #"{ "supply": { "year_weather": 1, "in_season": { "peak_shift_days": 0 } },"#
      let policy = #" "policies": { "p": { "measures": { "haulage-aid": { "thb_per_kg": \#(aid) } } } } }"#
      let costs = Seasons(
        "small", text + policy, changes: ["run.sample_share=0.2"], reps: 4
      ).values(.publicCost)
      return (costs.max() ?? 0) / (costs.min() ?? 1)
    }
    #expect(spread(#"{ "dist": "uniform", "low": 0.1, "high": 5 }"#) > 1.3 * spread("2"))
  }

  @Test(
    "may be extreme",
    arguments: [
      "{ dist: 'beta', low: 0, high: 1, alpha: 1e-3, beta: 1e12 }", "{ dist: 'uniform', low: -100, high: 700 }",
      "{ dist: 'normal', mean: 9, sd: 1 }", "{ dist: 'lognormal', mean: 1e-300, log_sd: 30 }",
    ])
  func extreme(distribution: String) {
    let seasons = Seasons("small", "{ supply: { in_season_t: 100, year_weather: \(distribution) } }")
    #expect(seasons.values(.ripe, season: "in")[0] >= 0)
  }
}
