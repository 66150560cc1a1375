import Preconditions

/// All the random numbers of one replication: every owner's every draw, each a pure function of its name.
///
/// A draw is named by (seed, replication, owner kind, owner id, purpose, draw number), and nothing else decides it: not
/// the order of events, not a thread, not how many numbers anybody else has drawn. So two policies meet the same
/// weather, and an added owner never shifts the luck of the others.
///
/// ```swift
/// let luck = Luck(seed: 2_026, replication: 0)
/// var stream = luck.stream(of: Owner(Kind.farm, id: 7), for: Purpose.yield)
/// let factor = stream.normal(mean: 1, sd: 0.2)
/// ```
///
/// Streams can't collide. The name is packed into the key and the counter of ``Philox4x32`` without loss:
///
/// | part | bits | where |
/// |---|---|---|
/// | seed | 64 | the key |
/// | replication | 32 | counter word 3 |
/// | owner kind, purpose | 16, 16 | counter word 2, upper and lower half |
/// | owner id | 32 | counter word 1 |
/// | draw number / 2 | 32 | counter word 0 |
///
/// Every part has its own bits and every value that does not fit its bits stops the program, so different names are
/// different (key, counter) pairs; and under one key Philox is a bijection, so no 128-bit block is ever met twice
/// under one seed. Under two seeds the blocks are those of two independent keys.
@frozen
public struct Luck: BitwiseCopyable, Hashable, Sendable {
  /// The seed of the experiment.
  public let seed: UInt64

  /// Which realisation under that seed.
  public let replication: UInt32

  /// The luck of one replication.
  ///
  /// - Parameters:
  ///   - seed: Any number; experiments under different seeds share nothing.
  ///   - replication: 0 to 4,294,967,295; anything else stops.
  ///   - file: Where it was made.
  ///   - line: The line of it.
  @inlinable
  public init(
    seed: UInt64, replication: some BinaryInteger, file: StaticString = #fileID, line: UInt = #line
  ) {
    guard let exact = UInt32(exactly: replication) else {
      stop("Randomness", "replication \(replication) is not in 0...4294967295", file: file, line: line)
    }
    self.seed = seed
    self.replication = exact
  }

  /// The draws of one owner for one purpose, from the first.
  @inlinable
  public func stream(of owner: Owner, for purpose: UInt16) -> DrawStream {
    DrawStream(
      key: seed, owner: owner.id,
      place: UInt64(replication) << 32 | UInt64(owner.kind) << 16 | UInt64(purpose))
  }

  /// The draws of one owner for one named purpose, from the first.
  @inlinable
  public func stream(of owner: Owner, for purpose: some RawRepresentable<UInt16>) -> DrawStream {
    stream(of: owner, for: purpose.rawValue)
  }

  /// The one personal draw of an owner: the first 64 bits of its stream for a purpose.
  ///
  /// Rank owners on it, ties by id, to choose some of them: a higher share keeps everyone already chosen and adds more.
  @inlinable
  public func personalDraw(of owner: Owner, for purpose: UInt16) -> UInt64 {
    stream(of: owner, for: purpose).draw(0)
  }

  /// The one personal draw of an owner for a named purpose.
  @inlinable
  public func personalDraw(of owner: Owner, for purpose: some RawRepresentable<UInt16>) -> UInt64 {
    personalDraw(of: owner, for: purpose.rawValue)
  }

  /// The one personal draw of an owner as a number in [0, 1): `uniform()` of the same stream.
  @inlinable
  public func personalUniform(of owner: Owner, for purpose: some RawRepresentable<UInt16>) -> Double {
    Double(personalDraw(of: owner, for: purpose) >> 11) * 0x1p-53
  }
}
