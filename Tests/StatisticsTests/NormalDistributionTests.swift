import Statistics
import Testing

@Suite struct NormalDistributionTests {
  @Test func quantilesAgreeWithMpmath() throws {
    let row = try #require(StudentQuantileTable.rows.last)
    #expect(row.degreesOfFreedom == .infinity)
    for (tail, quantile) in zip(StudentQuantileTable.tails, row.quantiles) {
      let upper = NormalDistribution.standard.quantile(upperTail: tail)
      #expect((upper / quantile - 1).magnitude < 2e-15, "tail \(tail)")
      #expect((NormalDistribution.standard.quantile(1 - tail) / quantile - 1).magnitude < 2e-14)
      #expect(NormalDistribution.standard.quantile(tail) == -upper)
    }
  }

  /// Values exceeded with a probability, by mpmath with 40 digits.
  @Test(arguments: [
    (0.4, 0.2533471031357997),
    (0.25, 0.6744897501960817),
    (0.1, 1.2815515655446004),
    (0.02, 2.053748910631823),
    (1e-5, 4.264890793922825),
    (1e-20, 9.262340089798407),
    (1e-300, 37.0470962993612),
    (0.499999, 2.5066282745665593e-06),
  ])
  func farQuantilesAgreeWithMpmath(tail: Double, quantile: Double) {
    let error = (NormalDistribution.standard.quantile(upperTail: tail) / quantile - 1).magnitude
    #expect(error < 2e-15)
  }

  /// Probabilities below and above a value, by mpmath with 40 digits.
  @Test(arguments: [
    (1e-05, 0.500003989422804, 0.49999601057719606),
    (0.5, 0.6914624612740131, 0.3085375387259869),
    (1, 0.8413447460685429, 0.15865525393145705),
    (1.999, 0.9771958230673411, 0.022804176932658883),
    (2, 0.9772498680518208, 0.02275013194817921),
    (3, 0.9986501019683699, 0.0013498980316300946),
    (5, 0.9999997133484281, 2.866515718791939e-07),
    (8.25, 0.9999999999999999, 7.919726314642477e-17),
    (20, 1.0, 2.7536241186062337e-89),
    (20.3, 1.0, 6.429244467698346e-92),
    (37.1, 1.0, 1.4047119663106221e-301),
  ])
  func probabilitiesAgreeWithMpmath(z: Double, below: Double, above: Double) {
    let error = (NormalDistribution.standard.upperTail(z) / above - 1).magnitude
    #expect(error < 1e-14)
    #expect((NormalDistribution.standard.cumulative(z) - below).magnitude < 3e-16)
    #expect(NormalDistribution.standard.cumulative(-z) == NormalDistribution.standard.upperTail(z))
  }

  @Test func meanAndDeviationShiftAndStretch() {
    let yields = NormalDistribution(mean: 100, standardDeviation: 15)
    #expect(yields.cumulative(100) == 0.5)
    #expect(yields.cumulative(130) == NormalDistribution.standard.cumulative(2))
    #expect(yields.quantile(0.975) == 100 + 15 * NormalDistribution.standard.quantile(0.975))
    #expect((yields.density(100) * 15 - 0.3989422804014327).magnitude < 1e-16)
    #expect((yields.density(115) / yields.density(100) - 0.6065306597126334).magnitude < 1e-15)
    #expect(NormalDistribution.standard.upperTail(39) == 0)
    #expect(NormalDistribution.standard.cumulative(.infinity) == 1)
  }

  @Test func aProbabilityAboveOneStopsTheProcess() async {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = NormalDistribution.standard.quantile(1.5)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("no quantile belongs to the probability 1.5"))
  }

  @Test func aNegativeDeviationStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = NormalDistribution(mean: 0, standardDeviation: -1) }
  }
}
