/// The points of Sobol' in the order of Gray, as whole numbers of 2^−32, not scrambled.
///
/// Antonov and Saleev (1979), "An economic method of computing LPτ-sequences", *USSR Computational Mathematics and
/// Mathematical Physics* 19(1); point 0 is the origin.
struct SobolSequence: Equatable, Sendable {
  /// How many bits a coordinate has.
  static let bits = 32

  /// How many coordinates a point has.
  let dimensions: Int
  /// The direction numbers, `bits` of each dimension.
  private let directions: [UInt32]

  /// Prepares the first dimensions, at most `JoeKuoNumbers.dimensions`.
  init(dimensions: Int) {
    self.dimensions = dimensions
    var directions: [UInt32] = []
    directions.reserveCapacity(dimensions * Self.bits)
    for dimension in 0..<dimensions {
      directions += dimension == 0 ? Self.firstDimension : Self.expand(JoeKuoNumbers.rows[dimension - 1])
    }
    self.directions = directions
  }

  /// One coordinate of one point.
  func coordinate(_ dimension: Int, of point: UInt32) -> UInt32 {
    var gray = point ^ point >> 1
    var coordinate: UInt32 = 0
    while gray != 0 {
      coordinate ^= directions[dimension * Self.bits + gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    return coordinate
  }

  private static var firstDimension: [UInt32] { (0..<bits).map { 1 << UInt32(bits - 1 - $0) } }

  /// The recurrence of Sobol' (1967), as Bratley and Fox (1988), Algorithm 659, write it.
  private static func expand(_ row: JoeKuoNumbers.Row) -> [UInt32] {
    let degree = row.directions.count
    var numbers: [UInt32] = []
    for index in 0..<bits {
      guard index >= degree else {
        numbers.append(row.directions[index] << UInt32(bits - 1 - index))
        continue
      }
      var number = numbers[index - degree] ^ numbers[index - degree] >> UInt32(degree)
      for step in 1..<max(degree, 1) where row.coefficients >> UInt32(degree - 1 - step) & 1 == 1 {
        number ^= numbers[index - step]
      }
      numbers.append(number)
    }
    return numbers
  }
}
