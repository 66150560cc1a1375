import EventCore
import Randomness
import Testing

/// A running account gives what two passes over all the values give.
@Suite struct TallyTests {
  @Test("Mean, variance and extremes are those of two passes", arguments: [0.0, -5, 1e3, 1e8])
  func twoPasses(centre: Double) {
    var random = Luck(seed: 2_026, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    let values = (0..<2_000).map { _ in centre + random.normal(mean: 0, sd: 3) }
    var tally = Tally()
    for value in values { tally.add(value) }
    let mean = values.reduce(0) { $0 + ($1 - centre) } / 2_000 + centre
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1_999
    #expect(tally.count == 2_000)
    #expect((tally.mean - mean).magnitude < 1e-12 * max(1, centre.magnitude))
    // Textbook sums of squares lose all digits at 10⁸; these lose a few.
    #expect((tally.variance - variance).magnitude < 1e-6 * variance)
    #expect(tally.standardDeviation == tally.variance.squareRoot())
    #expect(tally.least == values.min() && tally.greatest == values.max())
  }

  @Test("An account of nothing, of one value and of equal values says so")
  func fewValues() {
    var tally = Tally()
    #expect(tally.count == 0 && tally.mean == 0 && tally.variance == 0)
    #expect(tally.least == .infinity && tally.greatest == -.infinity)
    tally.add(4)
    #expect(tally.count == 1 && tally.mean == 4 && tally.variance == 0 && tally.least == 4 && tally.greatest == 4)
    for _ in 0..<10 { tally.add(4) }
    #expect(tally.mean == 4 && tally.variance == 0)
  }

  @Test("Three values by hand")
  func byHand() {
    var tally = Tally()
    for value in [1.0, 2, 6] { tally.add(value) }
    #expect(tally.mean == 3 && tally.variance == 7)
  }
}
