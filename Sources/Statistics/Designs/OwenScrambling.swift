import Randomness

/// Nested uniform scrambling: a random point set that keeps the even spread of another, and whose every point is
/// uniform.
///
/// Owen (1995), "Randomly permuted (t,m,s)-nets and (t,s)-sequences". A bit is flipped or not by a coin that belongs to
/// the bits before it. Here the coins are draws with numbers, so that none is kept and any point can be made alone: a
/// draw has the coins of a subtree of six levels.
struct OwenScrambling: Equatable, Sendable {
  private static let levels: UInt32 = 6

  private let stream: DrawStream

  /// The scrambling of one dimension.
  init(dimension: Int, seed: UInt64) {
    stream = statisticsStream(seed: seed, id: dimension, for: .owenScrambling)
  }

  /// Scrambles a coordinate, highest bit first.
  func scramble(_ coordinate: UInt32) -> UInt32 {
    var scrambled: UInt32 = 0
    var firstOfLevel: UInt64 = 0
    var level: UInt32 = 0
    while level < 32 {
      let above = level == 0 ? 0 : UInt64(coordinate >> (32 - level))
      let coins = stream.draw(firstOfLevel + above)
      var node: UInt64 = 1
      for step in level..<min(level + Self.levels, 32) {
        let bit = coordinate >> (31 - step) & 1
        scrambled = scrambled << 1 | (bit ^ UInt32(truncatingIfNeeded: coins >> node & 1))
        node = node << 1 | UInt64(bit)
      }
      firstOfLevel += 1 << UInt64(level)
      level += Self.levels
    }
    return scrambled
  }
}
