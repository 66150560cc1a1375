import Statistics
import Testing

@Suite struct ChiSquareDistributionTests {
  /// Probabilities below and above a value, by mpmath with 40 digits.
  @Test(arguments: [
    [1, 0.001, 0.025227120630039613, 0.9747728793699604],
    [1, 3.841458820694124, 0.95, 0.05000000000000006],
    [1, 50, 0.9999999999984626, 1.537459794428035e-12],
    [2, 1, 0.3934693402873666, 0.6065306597126334],
    [3, 3.9, 0.7275332416820116, 0.27246675831798844],
    [3, 4.1, 0.7491335644297069, 0.25086643557029314],
    [10, 5, 0.10882198108584876, 0.8911780189141513],
    [10, 18.3, 0.9498909385885376, 0.05010906141146245],
    [10, 200, 1.0, 1.6139305336977305e-37],
    [99, 80, 0.08081212640190988, 0.9191878735980901],
    [99, 150, 0.9992795546042831, 0.0007204453957169629],
    [1000, 1000, 0.5059471461707603, 0.49405285382923964],
    [1000, 1200, 0.9999877440576693, 1.2255942330622905e-05],
    [1e6, 1e6, 0.5001880631966055, 0.4998119368033945],
    [1e6, 1_004_000, 0.9976369717613162, 0.002363028238683892],
    [0.1, 0.01, 0.7879657813080719, 0.21203421869192812],
  ])
  func probabilitiesAgreeWithMpmath(row: [Double]) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: row[0])
    let below = (distribution.cumulative(row[1]) / row[2] - 1).magnitude
    let above = (distribution.upperTail(row[1]) / row[3] - 1).magnitude
    #expect(below < 1e-13)
    #expect(above < 1e-13)
  }

  @Test func endsOfTheRange() {
    let distribution = ChiSquareDistribution(degreesOfFreedom: 4)
    #expect(distribution.cumulative(0) == 0)
    #expect(distribution.upperTail(-1) == 1)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.upperTail(.infinity) == 0)
    #expect(distribution.cumulative(.nan).isNaN)
  }

  @Test func negativeDegreesOfFreedomStopTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = ChiSquareDistribution(degreesOfFreedom: -2) }
  }
}
