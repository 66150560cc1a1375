import Statistics
import Testing

@Suite struct TailSupportTests {
  /// 1 − 0.9 is a little less than a tenth in binary; the tenth is meant.
  @Test(arguments: [(100, 0.9, 10.0), (200, 0.95, 10), (10_000, 0.999, 10), (199, 0.95, 9.95), (10, 0.95, 0.5)])
  func aLevelIsMeantInDecimals(count: Int, level: Double, observations: Double) throws {
    let tail = try TailMean(.upper, of: (0..<count).map { Double($0) }, level: level)
    #expect((tail.support.observations - observations).magnitude < 1e-12)
    #expect(tail.support.isThin == (observations < 10))
  }

  @Test func aQuantileIsCarriedByTheSideBeyondIt() throws {
    let sample = try OrderedSample(of: (0..<100).map { Double($0) })
    #expect(try sample.support(ofQuantile: 0.05).observations == 5)
    #expect(try sample.support(ofQuantile: 0.05).isThin)
    #expect(try sample.support(ofQuantile: 0.9).observations == 10)
    #expect(try !sample.support(ofQuantile: 0.9).isThin)
    #expect(try sample.support(ofQuantile: 0.5).observations == 50)
    #expect(throws: StatisticsError.probabilityOutsideUnitInterval(1.5)) { try sample.support(ofQuantile: 1.5) }
  }
}
