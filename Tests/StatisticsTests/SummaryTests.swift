import Foundation
import Statistics
import Testing

@Suite struct SummaryTests {
  @Test(arguments: CertifiedSummary.all)
  func twoPassesAgreeWithCertifiedValues(certified: CertifiedSummary) throws {
    let summary = try Summary(of: certified.values)
    #expect((summary.mean / certified.mean - 1).magnitude < 3e-16)
    let error = (summary.standardDeviation / certified.standardDeviation - 1).magnitude
    #expect(error < certified.representation + 1e-14)
  }

  @Test(arguments: CertifiedSummary.all)
  func onePassAgreesWithCertifiedValues(certified: CertifiedSummary) {
    var summary = Summary()
    for value in certified.values { summary.add(value) }
    #expect((summary.mean / certified.mean - 1).magnitude < 3e-16)
    let error = (summary.standardDeviation / certified.standardDeviation - 1).magnitude
    #expect(error < certified.representation + 3e-15)
  }

  /// Cut anywhere, the parts make the whole again.
  @Test(arguments: CertifiedSummary.all)
  func mergedPartsAgreeWithCertifiedValues(certified: CertifiedSummary) {
    for cut in [0, 1, certified.values.count / 3, certified.values.count] {
      var summary = Summary()
      var rest = Summary()
      for value in certified.values[..<cut] { summary.add(value) }
      for value in certified.values[cut...] { rest.add(value) }
      summary.merge(rest)
      #expect(summary.count == certified.values.count)
      #expect((summary.mean / certified.mean - 1).magnitude < 1e-15)
      let error = (summary.standardDeviation / certified.standardDeviation - 1).magnitude
      #expect(error < certified.representation + 3e-15, "cut at \(cut)")
      #expect(summary.minimum == certified.values.min())
      #expect(summary.maximum == certified.values.max())
    }
  }

  @Test func fiveNumbers() throws {
    let summary = try Summary(of: [2.0, 4, 4, 5, 10])
    #expect(summary.count == 5)
    #expect(summary.mean == 5)
    #expect(summary.variance == 9)
    #expect(summary.standardDeviation == 3)
    #expect(summary.standardError == 1.8.squareRoot())
    #expect(summary.minimum == 2)
    #expect(summary.maximum == 10)
  }

  /// The small numbers are not lost between the large ones that cancel.
  @Test func smallNumbersBetweenLargeOnes() throws {
    #expect(try Summary(of: [1, 1e100, 1, -1e100]).mean == 0.5)
  }

  /// The mean is no double, and the deviations are from the nearest one.
  @Test func neighbouringDoubles() throws {
    let step = 1.0.ulp
    #expect(try Summary(of: [1, 1 + step]).variance == step * step / 2)
  }

  /// The sum of the numbers is rounded, their mean is not.
  @Test func theSameNumberEveryTime() throws {
    let summary = try Summary(of: [0.1, 0.1, 0.1])
    #expect(summary.mean == 0.1)
    #expect(summary.variance == 0)
  }

  /// The first 5000 digits of π, where the file of the National Institute of Standards and Technology is at hand.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: ReferenceData.digitsOfPiPath)))
  func digitsOfPi() throws {
    let text = try String(contentsOfFile: ReferenceData.digitsOfPiPath, encoding: .utf8)
    let digits = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    let summary = try Summary(of: digits)
    #expect(summary.count == 5000)
    #expect(summary.mean == 4.5348)
    #expect((summary.standardDeviation / 2.8673390602887081 - 1).magnitude < 1e-15)
  }

  @Test func refusesNoNumbers() {
    #expect(throws: StatisticsError.tooFewValues(needed: 1, found: 0)) { try Summary(of: []) }
  }

  @Test func refusesAnInfiniteNumberAndSaysWhere() {
    #expect(throws: StatisticsError.notFinite(value: .infinity, index: 2)) { try Summary(of: [1, 2, .infinity, 4]) }
    let error = #expect(throws: StatisticsError.self) { try Summary(of: [1, .nan]) }
    #expect(error?.description == "value 1, counted from 0, is nan, not a finite number")
  }

  @Test func refusesNumbersWhoseSquaresOverflow() {
    #expect(throws: StatisticsError.summaryNotFinite) { try Summary(of: [1e200, -1e200]) }
  }

  @Test func varianceOfOneNumberStopsWithAMessage() async {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var summary = Summary()
      summary.add(1)
      _ = summary.variance
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("Statistics: the variance needs at least 2 numbers, the summary has 1"))
  }
}
