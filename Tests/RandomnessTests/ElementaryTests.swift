import Foundation
import Randomness
import Testing

@Suite struct `An elementary function at its special points` {
  /// Equal in every bit, or both not a number.
  func same(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || a.isNaN && b.isNaN }

  @Test(arguments: [
    (0.0, -Double.infinity), (-0.0, -.infinity), (1, 0), (-1, .nan), (-.infinity, .nan), (.infinity, .infinity),
    (.nan, .nan), (2, 0x1.62e42fefa39efp-1), (0x1p-1074, -0x1.74385446d71c3p+9), (0x1p1023, 0x1.628b76e3a7b61p+9),
  ])
  func `log`(x: Double, expected: Double) { #expect(same(Elementary.log(x), expected)) }

  @Test(arguments: [
    (0.0, 1.0), (-0.0, 1), (1, 0x1.5bf0a8b145769p+1), (.infinity, .infinity), (-.infinity, 0), (.nan, .nan),
    (710, .infinity), (709.782712893384, 0x1.fffffffffff2ap+1023), (-745, 0x1p-1074), (-746, 0), (1e300, .infinity),
    (-1e300, 0), (0x1p-60, 1),
  ])
  func `exp`(x: Double, expected: Double) { #expect(same(Elementary.exp(x), expected)) }

  @Test(arguments: [
    (0.0, 0.0), (-0.0, -0.0), (-1, -.infinity), (-2, .nan), (.infinity, .infinity), (.nan, .nan),
    (0x1p-1074, 0x1p-1074),
    (-0x1p-60, -0x1p-60), (1e300, 0x1.5963447f87fb5p+9), (1, 0x1.62e42fefa39efp-1),
  ])
  func `log1p`(x: Double, expected: Double) { #expect(same(Elementary.log1p(x), expected)) }

  @Test(arguments: [
    (0.0, 0.0), (-0.0, -0.0), (.infinity, .infinity), (-.infinity, -1), (.nan, .nan), (0x1p-1074, 0x1p-1074),
    (-0x1p-60, -0x1p-60), (710, .infinity), (-50, -1), (1, 0x1.b7e151628aed3p+0),
  ])
  func `expm1`(x: Double, expected: Double) { #expect(same(Elementary.expm1(x), expected)) }

  /// The special cases of C99, annex F.9.4.4, and some exact powers.
  static let powers: [(Double, Double, Double)] = [
    (0.0, -3, .infinity), (-0.0, -3, -.infinity), (0.0, -2, .infinity), (-0.0, -2, .infinity), (-0.0, -2.5, .infinity),
    (0.0, 3, 0), (-0.0, 3, -0.0), (0.0, 2, 0), (-0.0, 2, 0), (-0.0, 2.5, 0), (0.0, -.infinity, .infinity),
    (-1, .infinity, 1), (-1, -.infinity, 1), (1, .nan, 1), (1, .infinity, 1), (.nan, 0, 1), (.infinity, -0.0, 1),
    (-2, 0.5, .nan), (-2, 3, -8), (-2, 4, 16), (-2, -3, -0.125), (-1, 0x1p53, 1), (-1, 0x1p53 - 1, -1),
    (-3, 0x1p60, .infinity),
    (0.5, -.infinity, .infinity), (2, -.infinity, 0), (0.5, .infinity, 0), (2, .infinity, .infinity),
    (-0.5, -.infinity, .infinity), (-2, -.infinity, 0), (-0.5, .infinity, 0), (-2, .infinity, .infinity),
    (-.infinity, -3, -0.0), (-.infinity, -2, 0), (-.infinity, -2.5, 0), (-.infinity, 3, -.infinity),
    (-.infinity, 2, .infinity), (-.infinity, 2.5, .infinity), (.infinity, -1, 0), (.infinity, 1, .infinity),
    (.nan, 1, .nan), (2, .nan, .nan), (.nan, .nan, .nan),
    (2, 10, 1_024), (10, 3, 1_000), (2, 1_024, .infinity), (2, -1_074, 0x1p-1074), (2, -1_080, 0), (4, 0.5, 2),
    (0x1p-1074, 0.5, 0x1p-537), (0x1p-1074, -1, .infinity), (7, 1, 7), (9, -1e-300, 1), (0x1.fffffffffffffp-1, 1e20, 0),
    (0x1.0000000000001p+0, 1e20, .infinity), (0x1.0000000000001p+0, -1e20, 0),
  ]

  @Test(arguments: powers)
  func `pow`(x: Double, y: Double, expected: Double) {
    #expect(same(Elementary.pow(x, y), expected), "\(x) to the power \(y)")
  }

  @Test func `sin and cos of turns`() {
    for quarter in -8...8 {
      let turns = Double(quarter) / 4
      #expect(Elementary.sin(turns: turns) == [0, 1, 0, -1][quarter & 3])
      #expect(Elementary.cos(turns: turns) == [1, 0, -1, 0][quarter & 3])
    }
    #expect(same(Elementary.sin(turns: -0.0), -0.0))
    #expect(Elementary.sin(turns: 0x1p52 + 0.5) == 0)
    #expect(Elementary.cos(turns: 1e300) == 1)
    #expect(Elementary.sin(turns: .infinity).isNaN)
    #expect(Elementary.cos(turns: .nan).isNaN)
  }
}

@Suite struct `An elementary function gives the same bits` {
  /// FNV-1a over the bits of results.
  struct Hash {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    mutating func add(_ x: Double) { state = (state ^ x.bitPattern) &* 0x0000_0100_0000_01b3 }
  }

  // The pinned numbers are facts of this implementation: a change of one bit of one of two million results, by an edit
  // or by a machine, changes them. `same-bits.sh` runs this suite with the processor's newer instructions hidden.
  @Test func `on every machine`() {
    var stream = testStream(31)
    var hash = Hash()
    for _ in 0..<200_000 {
      let u = stream.openUniform()
      let v = 40 * (stream.openUniform() - 0.5)
      hash.add(Elementary.log(u))
      hash.add(Elementary.exp(v))
      hash.add(Elementary.pow(u, v))
      hash.add(Elementary.log1p(v + 20))
      hash.add(Elementary.expm1(v / 10))
      hash.add(Elementary.sin(turns: v))
      hash.add(Elementary.cos(turns: v))
      hash.add(Elementary.normalQuantile(u))
      hash.add(Elementary.normalCumulative(v / 4))
      hash.add(Elementary.logGamma(v + 20.5))
    }
    #expect(hash.state == 14_352_296_016_314_831_262)
  }

  @Test func `through every distribution`() {
    var hash = Hash()
    for described in Described.all {
      for x in described.sample(300, 32) { hash.add(x) }
    }
    var stream = testStream(33)
    for mean in [0.1, 5, 100, 1e6] { hash.add(Double(stream.poisson(mean: mean))) }
    for count in [10, 1_000, 1_000_000] { hash.add(Double(stream.binomial(count: count, p: 0.3))) }
    #expect(hash.state == 3_415_210_641_279_505_826)
  }
}

#if arch(x86_64)
  /// Measured in units in the last place against the 80-bit functions of the C library, good to 0.51 of a double's.
  @Suite struct `An elementary function is accurate` {
    static let points = 1_000_000

    func ulps(_ got: Double, _ exact: Float80) -> Double {
      let expected = Double(exact)
      if expected.isNaN { return got.isNaN ? 0 : .infinity }
      if !expected.isFinite || !got.isFinite { return got == expected ? 0 : .infinity }
      let unit = max(expected.magnitude < 0x1p-1022 ? 0x1p-1074 : expected.magnitude.binade.ulp, 0x1p-1074)
      return Double((Float80(got) - exact).magnitude / Float80(unit))
    }

    func worst(
      _ make: (inout DrawStream) -> (Double, Double), _ function: (Double, Double) -> Double,
      _ exact: (Float80, Float80) -> Float80
    ) -> Double {
      var stream = testStream(34)
      var worst = 0.0
      for _ in 0..<Self.points {
        let (x, y) = make(&stream)
        worst = max(worst, ulps(function(x, y), exact(Float80(x), Float80(y))))
      }
      return worst
    }

    /// A positive number of any size, as likely in every binade.
    func anyPositive(_ stream: inout DrawStream) -> (Double, Double) {
      (Double(bitPattern: stream.next() % 0x7ff0_0000_0000_0000), 0)
    }

    /// A number around 0, as likely at every distance from 2^-50 to 1.
    func small(_ stream: inout DrawStream) -> (Double, Double) {
      ((stream.uniform() - 0.5) * Elementary.exp(-36 * stream.uniform()), 0)
    }

    @Test func `log within 0.9`() {
      #expect(worst(anyPositive, { x, _ in Elementary.log(x) }, { x, _ in Foundation.log(x) }) < 0.9)
      let nearOne: (inout DrawStream) -> (Double, Double) = { (1 + self.small(&$0).0, 0) }
      #expect(worst(nearOne, { x, _ in Elementary.log(x) }, { x, _ in Foundation.log(x) }) < 0.9)
      #expect(
        worst({ ($0.uniform(low: 0.5, high: 2), 0) }, { x, _ in Elementary.log(x) }, { x, _ in Foundation.log(x) })
          < 0.9)
    }

    @Test func `exp within 0.6`() {
      let wide = worst(
        { ($0.uniform(low: -708, high: 709.8), 0) }, { x, _ in Elementary.exp(x) }, { x, _ in Foundation.exp(x) })
      #expect(wide < 0.6)
      #expect(worst(small, { x, _ in Elementary.exp(x) }, { x, _ in Foundation.exp(x) }) < 0.6)
      let subnormal = worst(
        { ($0.uniform(low: -746, high: -708), 0) }, { x, _ in Elementary.exp(x) }, { x, _ in Foundation.exp(x) })
      #expect(subnormal < 0.8)
    }

    @Test func `log1p within 0.9 and expm1 within 0.8`() {
      #expect(worst(anyPositive, { x, _ in Elementary.log1p(x) }, { x, _ in Foundation.log1p(x) }) < 0.9)
      #expect(worst(small, { x, _ in Elementary.log1p(x) }, { x, _ in Foundation.log1p(x) }) < 0.9)
      #expect(
        worst({ ($0.uniform(low: -1, high: 2), 0) }, { x, _ in Elementary.log1p(x) }, { x, _ in Foundation.log1p(x) })
          < 0.8)
      #expect(worst(small, { x, _ in Elementary.expm1(x) }, { x, _ in Foundation.expm1(x) }) < 0.8)
      #expect(
        worst({ ($0.uniform(low: -2, high: 2), 0) }, { x, _ in Elementary.expm1(x) }, { x, _ in Foundation.expm1(x) })
          < 0.8)
      #expect(
        worst(
          { ($0.uniform(low: -50, high: 709), 0) }, { x, _ in Elementary.expm1(x) }, { x, _ in Foundation.expm1(x) })
          < 0.8)
    }

    @Test func `pow within 0.6, subnormal 0.9`() {
      func expectWithin(_ bound: Double, _ make: (inout DrawStream) -> (Double, Double)) {
        #expect(worst(make, { Elementary.pow($0, $1) }, { Foundation.pow($0, $1) }) < bound)
      }
      expectWithin(0.6) { ($0.uniform(low: 0.01, high: 100), $0.uniform(low: -10, high: 10)) }
      expectWithin(0.6) { ($0.openUniform(), $0.uniform(low: 0, high: 3)) }
      // Powers over the whole range of results, of any base and of those nearest to 1.
      expectWithin(0.9) {
        let x = self.anyPositive(&$0).0
        return (x, $0.uniform(low: -745, high: 709) / Elementary.log(x))
      }
      expectWithin(0.6) {
        let x = 1 + self.small(&$0).0
        return (x, x == 1 ? 3 : $0.uniform(low: -707, high: 709) / Elementary.log(x))
      }
      expectWithin(0.9) { (Double(bitPattern: $0.next() >> 12), $0.uniform(low: -1, high: 1)) }
    }

    @Test func `sin of turns within 0.9 and cos within 0.7`() {
      // 2 pi in 64 bits is not enough near the zeros, so the reduction to an eighth is checked by the special points.
      let eighth: (inout DrawStream) -> (Double, Double) = { ($0.uniform(low: -0.125, high: 0.125), 0) }
      let twoPi = 2 * Float80.pi
      #expect(worst(eighth, { x, _ in Elementary.sin(turns: x) }, { x, _ in Foundation.sin(twoPi * x) }) < 0.9)
      #expect(worst(eighth, { x, _ in Elementary.cos(turns: x) }, { x, _ in Foundation.cos(twoPi * x) }) < 0.7)
    }
  }
#endif

/// Facts by mpmath with 50 digits.
@Suite struct `A special function agrees with known values` {
  @Test(arguments: [
    (-37.0, 5.7255712225245768e-300, 1e-15), (-10, 7.6198530241605261e-24, 1e-15), (-3, 0.0013498980316300945, 1e-15),
    (-1, 0.15865525393145705, 1e-15), (-0.5, 0.3085375387259869, 1e-15), (0, 0.5, 0),
    (0.25, 0.59870632568292372, 1e-15),
    (1.5, 0.93319279873114193, 1e-15), (4, 0.99996832875816688, 1e-15), (8, 0.99999999999999938, 1e-15),
  ])
  func `normal distribution function`(z: Double, expected: Double, tolerance: Double) {
    #expect((Elementary.normalCumulative(z) / expected - 1).magnitude <= tolerance)
  }

  @Test(arguments: [
    (1e-300, -37.047096299361199), (1e-20, -9.2623400897984076), (1e-10, -6.3613409024040562),
    (0.001, -3.0902323061678135), (0.025, -1.9599639845400542), (0.25, -0.67448975019608174),
    (0.8, 0.84162123357291436), (0.975, 1.9599639845400539),
  ])
  func `normal quantile`(u: Double, expected: Double) {
    #expect((Elementary.normalQuantile(u) / expected - 1).magnitude < 1e-15)
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.normalQuantile(0) == -.infinity && Elementary.normalQuantile(1) == .infinity)
    #expect(Elementary.normalQuantile(-0.1).isNaN && Elementary.normalQuantile(1.1).isNaN)
  }

  @Test(arguments: [
    (0.1, 0.001, 0.52676856839244511, 0.47323143160755489), (0.1, 2.0, 0.99432617602018847, 0.005673823979811528),
    (1, 0.5, 0.39346934028736658, 0.60653065971263342), (1, 30, 0.99999999999990642, 9.3576229688401746e-14),
    (3.5, 2, 0.22022259152428408, 0.77977740847571592), (50, 30, 0.00051889146254803429, 0.99948110853745197),
    (50, 90, 0.99999835050149828, 1.6494985017178248e-6), (1_000, 900, 0.00054990226571178292, 0.99945009773428822),
    (1_000, 1_100, 0.99894067674607002, 0.0010593232539299773), (1e6, 1e6, 0.50013298076087259, 0.49986701923912741),
    (1e6, 1.005e6, 0.99999970125098599, 2.9874901401146349e-7),
  ])
  func `gamma distribution function`(shape: Double, x: Double, lower: Double, upper: Double) {
    let gamma = Gamma(shape: shape, scale: 1)
    #expect((gamma.cumulative(x) / lower - 1).magnitude < 1e-13)
    #expect((gamma.survival(x) / upper - 1).magnitude < 1e-13)
  }

  @Test(
    arguments: [
      (0.5, 0.5, 0.25, 0.33333333333333333, 0.66666666666666667), (1, 1, 0.3, 0.3, 0.7),
      (2, 5, 0.125, 0.16652297973632813, 0.83347702026367188), (2, 5, 0.75, 0.995361328125, 0.004638671875),
      (30, 10, 0.5, 0.00053250981727614999, 0.99946749018272385),
      (0.1, 3, 0.0009765625, 0.57739748716354368, 0.42260251283645632),
      (300, 700, 0.25, 0.00017989197772738935, 0.99982010802227261),
      (300, 700, 0.375, 0.9999996905050847, 3.0949491529514736e-7), (5e5, 5e5, 0.5, 0.5, 0.5),
      (300_000, 700_000, 0.302, 0.99999347122723713, 6.5287727628680035e-6),
    ] as [(Double, Double, Double, Double, Double)])
  func `beta distribution function`(a: Double, b: Double, x: Double, lower: Double, upper: Double) {
    let beta = Beta(a: a, b: b)
    #expect((beta.cumulative(x) / lower - 1).magnitude < 1e-12)
    #expect((beta.survival(x) / upper - 1).magnitude < 1e-11)
  }

  @Test(arguments: [
    (1e-3, 6.9071788853838537), (0.5, 0.57236494292470009), (1.5, -0.12078223763524522), (3, 0.69314718055994531),
    (9.99, 12.779315214350193), (10, 12.80182748008147), (100, 359.1342053695754), (1e6, 12815504.569147612),
  ])
  func `logarithm of the gamma function`(x: Double, expected: Double) {
    #expect((Elementary.logGamma(x) - expected).magnitude < 1e-14 * max(1, expected.magnitude))
  }
}
