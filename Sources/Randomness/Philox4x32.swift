/// The counter-based generator Philox 4x32 with ten rounds: a keyed bijection of 128-bit blocks.
///
/// A block of random bits is a pure function of a counter and a key, so any draw of any stream is computed without
/// the draws before it, and equal inputs give equal bits on every machine. It needs only 32-bit multiplications.
///
/// John K. Salmon, Mark A. Moraes, Ron O. Dror and David E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC '11, doi:10.1145/2063384.2063405.
@frozen
public enum Philox4x32 {
  /// A 128-bit block, as a counter going in or random bits coming out.
  @frozen
  public struct Block: BitwiseCopyable, Hashable, Sendable {
    /// Words 0 (lower half) and 1 (upper half).
    public var low: UInt64

    /// Words 2 (lower half) and 3 (upper half).
    public var high: UInt64

    /// A block of its two halves.
    @inlinable
    public init(low: UInt64, high: UInt64) {
      self.low = low
      self.high = high
    }
  }

  /// The random block at a counter under a key.
  ///
  /// For one key, different counters always give different blocks.
  ///
  /// - Complexity: O(1), twenty multiplications.
  @inlinable
  public static func block(at counter: Block, key: UInt64) -> Block {
    var word0 = lower(counter.low)
    var word1 = upper(counter.low)
    var word2 = lower(counter.high)
    var word3 = upper(counter.high)
    var key0 = lower(key)
    var key1 = upper(key)
    for _ in 0..<10 {
      let product0 = UInt64(word0) &* 0xD251_1F53
      let product1 = UInt64(word2) &* 0xCD9E_8D57
      word0 = upper(product1) ^ word1 ^ key0
      word1 = lower(product1)
      word2 = upper(product0) ^ word3 ^ key1
      word3 = lower(product0)
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
    return Block(
      low: UInt64(word1) << 32 | UInt64(word0),
      high: UInt64(word3) << 32 | UInt64(word2))
  }

  @inlinable @inline(__always)
  static func lower(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) }

  @inlinable @inline(__always)
  static func upper(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word >> 32) }
}
