import Statistics
import Testing

@Suite struct LorenzCurveTests {
  static let known: [(amounts: [Double], gini: Double, unbiased: Double)] = [
    ([1, 1, 1, 1], 0, 0), ([0, 0, 0, 1], 0.75, 1), ([1, 2, 3, 4, 5], 4.0 / 15, 1.0 / 3),
    ([10, 10, 20, 60], 0.4, 8.0 / 15), ([0, 0, 5, 5, 90], 0.74, 0.925),
  ]

  /// The coefficient and the one without bias, in exact rational arithmetic, by the double sum over all pairs.
  @Test(arguments: known)
  func giniAgreesWithExactArithmetic(amounts: [Double], gini: Double, unbiased: Double) throws {
    let curve = try LorenzCurve(of: amounts.reversed())
    #expect((curve.gini - gini).magnitude < 2e-16)
    #expect((try #require(curve.unbiasedGini) - unbiased).magnitude < 3e-16)
  }

  @Test func equalAmountsHaveExactlyNoInequality() throws {
    #expect(try LorenzCurve(of: Array(repeating: 0.1, count: 37)).gini == 0)
    #expect(try LorenzCurve(of: [3.0]).gini == 0)
    #expect(try LorenzCurve(of: [3.0]).unbiasedGini == nil)
  }

  @Test func sharesOfThePoorest() throws {
    let curve = try LorenzCurve(of: [60.0, 10, 20, 10])
    #expect(curve.shares == [0, 0.1, 0.2, 0.4, 1])
    #expect(try curve.share(ofPoorest: 0) == 0)
    #expect(try curve.share(ofPoorest: 0.5) == 0.2)
    #expect(try (curve.share(ofPoorest: 0.625) - 0.3).magnitude < 1e-15)
    #expect(try curve.share(ofPoorest: 1) == 1)
  }

  /// Twice the area between the curve and the diagonal.
  @Test func giniIsTheAreaAboveTheCurve() throws {
    var numbers = CongruentialNumbers(seed: 2)
    let curve = try LorenzCurve(of: (0..<101).map { _ in numbers.next() * numbers.next() })
    let area = zip(curve.shares, curve.shares.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 2 / 101 }
    #expect((curve.gini - (1 - 2 * area)).magnitude < 1e-14)
  }

  @Test func debtsTakeTheCurveBelowZero() throws {
    let curve = try LorenzCurve(of: [-5.0, 1, 10])
    #expect(curve.shares[1] < 0)
    #expect(curve.gini > 1)
  }

  @Test func refusesAWholeThatIsNotPositive() {
    #expect(throws: StatisticsError.meanNotPositive(0)) { try LorenzCurve(of: [0.0, 0]) }
    #expect(throws: StatisticsError.meanNotPositive(-1)) { try LorenzCurve(of: [-3.0, 1]) }
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) { try LorenzCurve(of: []) }
    #expect(throws: StatisticsError.probabilityOutsideUnitInterval(2)) {
      try LorenzCurve(of: [1.0]).share(ofPoorest: 2)
    }
  }
}
