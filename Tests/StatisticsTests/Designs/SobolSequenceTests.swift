import Testing

@testable import Statistics

@Suite struct SobolSequenceTests {
  /// The first points in four dimensions, as whole eighths.
  @Test func firstPoints() {
    let sequence = SobolSequence(dimensions: 4)
    let points = (0..<8).map { point in (0..<4).map { Int(sequence.coordinate($0, of: UInt32(point)) >> 29) } }
    #expect(
      points == [
        [0, 0, 0, 0], [4, 4, 4, 4], [6, 2, 2, 2], [2, 6, 6, 6], [3, 3, 5, 7], [7, 7, 1, 3], [5, 1, 7, 5], [1, 5, 3, 1],
      ])
  }

  private func hash(dimensions: Int) -> String {
    let sequence = SobolSequence(dimensions: 256)
    var bytes: [UInt8] = []
    for point in UInt32(0)..<1_024 {
      for dimension in 0..<dimensions {
        let coordinate = sequence.coordinate(dimension, of: point)
        for shift in [UInt32(0), 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: coordinate >> shift)) }
      }
    }
    return sha256(bytes)
  }

  /// 1,024 points of all dimensions, point by point, lowest byte first: bit for bit those of scipy's `qmc.Sobol`
  /// without scrambling.
  @Test func agreesWithScipyBitForBit() {
    #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hash(dimensions: 16) == "b6ede5872ab8b595cea055788de85b6b0d967d00142eb24939954592a6fa0bf5")
    #expect(hash(dimensions: 256) == "396a6784edbd91f22de739d7c16c575a854a1f20d26f37d3f606d31abc74dc12")
  }

  @Test(.enabled(if: Oracle.has("sobol_points.csv")))
  func agreesWithTheListedPoints() throws {
    let sequence = SobolSequence(dimensions: 8)
    for line in try Oracle.lines("sobol_points.csv").dropFirst() {
      let numbers = line.split(separator: ",").compactMap { UInt32($0) }
      #expect((0..<8).map { sequence.coordinate($0, of: numbers[0]) } == Array(numbers[1...]))
    }
  }

  /// Every leading number of a dimension is odd and below its power of two, and every polynomial has its degree.
  @Test func theNumbersAreWellFormed() {
    #expect(JoeKuoNumbers.rows.count == 255)
    for row in JoeKuoNumbers.rows {
      for (index, number) in row.directions.enumerated() {
        #expect(!number.isMultiple(of: 2) && number < 2 << UInt32(index))
      }
      #expect(row.coefficients < 1 << UInt32(row.directions.count))
    }
  }

  @Test(.enabled(if: Oracle.has("joe_kuo_6_first256.txt")))
  func theNumbersAreThePublishedOnes() throws {
    let lines = try Oracle.lines("joe_kuo_6_first256.txt").dropFirst()
    #expect(lines.count == 255)
    for (line, row) in zip(lines, JoeKuoNumbers.rows) {
      let numbers = line.split(separator: " ").compactMap { UInt32($0) }
      #expect(Int(numbers[1]) == row.directions.count)
      #expect(numbers[2] == row.coefficients)
      #expect(Array(numbers[3...]) == row.directions)
    }
  }
}
