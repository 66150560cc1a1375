import Statistics
import Testing

@Suite struct StudentDistributionTests {
  @Test(arguments: StudentQuantileTable.rows.dropLast().indices)
  func quantilesAgreeWithMpmath(row: Int) throws {
    let (degreesOfFreedom, quantiles) = StudentQuantileTable.rows[row]
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    for (tail, quantile) in zip(StudentQuantileTable.tails, quantiles) {
      let upper = distribution.quantile(upperTail: tail)
      #expect((upper / quantile - 1).magnitude < 1e-14, "tail \(tail), \(degreesOfFreedom) degrees of freedom")
      // 0.9995 as a double is off by 5e-17, which is 1e-13 of what is above it.
      #expect((distribution.quantile(1 - tail) / quantile - 1).magnitude < 1.2e-13)
      #expect(distribution.quantile(tail) == -upper)
    }
  }

  /// Probabilities above a value, by mpmath with 40 digits.
  @Test(arguments: [
    (0.3, 1e200, 3.495007233838577e-61),
    (0.5, 3.0, 0.18365407799297173),
    (1, 0.001, 0.4996816902199194),
    (1, 1.0, 0.25),
    (1, 1e10, 3.1830988618379065e-11),
    (2, 1.5, 0.13619656244550055),
    (2, 1e100, 5e-201),
    (2.5, 1.999, 0.07876374797976707),
    (2.5, 2.0, 0.078695747878983),
    (17.776473516178495, 1.8608134674868526, 0.0396970700936791),
    (9, 4.062127683382037, 0.0014164450986921353),
    (30, 40.0, 6.863022597203201e-28),
    (1000, 0.1, 0.46018218451180204),
    (1000, 2.0, 0.02288517324662582),
    (1000, 10.0, 8.335351479300033e-23),
    (1e6, 1.9999999, 0.022750272324766247),
    (1e6, 6.0, 9.869249061772174e-10),
    (1e6, 30.0, 6.010047116831719e-198),
  ])
  func tailsAgreeWithMpmath(degreesOfFreedom: Double, t: Double, tail: Double) {
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    let error = (distribution.upperTail(t) / tail - 1).magnitude
    #expect(error < 1e-13)
    #expect(distribution.cumulative(-t) == distribution.upperTail(t))
    #expect((distribution.cumulative(t) - (1 - tail)).magnitude < 5e-16)
  }

  @Test(arguments: [0.3, 1, 1.5, 4, 33, 1e4, 1e9])
  func quantileInvertsTheDistribution(degreesOfFreedom: Double) {
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    for probability in [1e-9, 1e-4, 0.03, 0.2, 0.26, 0.4, 0.499, 0.5, 0.500001, 0.6, 0.74, 0.8, 0.999] {
      let value = distribution.quantile(probability)
      let back = distribution.cumulative(value)
      #expect((back / probability - 1).magnitude < 1e-13, "probability \(probability)")
    }
  }

  /// The distribution is nearly a straight line there; the second quantile is by mpmath with 40 digits.
  @Test func quantilesCloseToTheMedianKeepTheirDigits() {
    let distribution = StudentDistribution(degreesOfFreedom: 5)
    #expect((distribution.quantile(0.5 + 0x1p-30) * distribution.density(0) * 0x1p30 - 1).magnitude < 1e-14)
    #expect((distribution.quantile(0.5 + 0x1p-13) / 0.00032157050520284535 - 1).magnitude < 1e-15)
  }

  @Test func densityIsThatOfCauchyWithOneDegreeOfFreedom() {
    let distribution = StudentDistribution(degreesOfFreedom: 1)
    for t in [0, 0.5, -2, 1e3, 1e200] {
      let cauchy = 1 / (Double.pi * (1 + t * t))
      #expect((distribution.density(t) - cauchy).magnitude <= 1e-14 * cauchy)
    }
  }

  @Test func endsOfTheRange() {
    let distribution = StudentDistribution(degreesOfFreedom: 3)
    #expect(distribution.quantile(0) == -.infinity)
    #expect(distribution.quantile(1) == .infinity)
    #expect(distribution.quantile(0.5) == 0)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(.nan).isNaN)
    #expect(StudentDistribution(degreesOfFreedom: 0.01).quantile(1e-9) == -.infinity)
  }

  @Test func noDegreesOfFreedomStopTheProcess() async {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = StudentDistribution(degreesOfFreedom: 0)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("no t distribution has 0.0 degrees of freedom"))
    #expect(message.contains("StudentDistributionTests.swift"))
  }
}
