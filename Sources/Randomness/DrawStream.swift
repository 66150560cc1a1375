import Preconditions

/// The numbered draws of one owner for one purpose; a small value that copies as bits.
///
/// A copy goes its own way from the same place. Draws are numbered from 0, and `draw(n)` gives any of them without the
/// ones before.
@frozen
public struct DrawStream: RandomNumberGenerator, BitwiseCopyable, Sendable {
  @usableFromInline
  let key: UInt64

  /// Counter words 2 and 3: replication, owner kind and purpose.
  @usableFromInline
  let place: UInt64

  @usableFromInline
  var nextNumber: UInt64

  /// The second half of the last block, if the next number is odd.
  @usableFromInline
  var spare: UInt64

  @usableFromInline
  let owner: UInt32

  /// The number of the next draw.
  @inlinable
  public var position: UInt64 { nextNumber }

  /// How many draws a stream has: two for each of 2^32 blocks.
  @inlinable
  public static var capacity: UInt64 { 1 << 33 }

  @inlinable
  init(key: UInt64, owner: UInt32, place: UInt64) {
    self.key = key
    self.owner = owner
    self.place = place
    nextNumber = 0
    spare = 0
  }

  /// The next 64 random bits.
  ///
  /// - Complexity: O(1); one Philox block every second draw.
  @inlinable
  public mutating func next() -> UInt64 {
    let number = nextNumber
    nextNumber = number &+ 1
    if number & 1 == 1 { return spare }
    let block = block(of: number)
    spare = block.high
    return block.low
  }

  /// The 64 random bits of draw `number`, as if it were the next.
  ///
  /// - Complexity: O(1), whatever the number.
  @inlinable
  public func draw(_ number: UInt64) -> UInt64 {
    let block = block(of: number)
    return number & 1 == 1 ? block.high : block.low
  }

  /// Goes to draw `number`, forward or back.
  @inlinable
  public mutating func seek(to number: UInt64) {
    nextNumber = number
    if number & 1 == 1 { spare = block(of: number).high }
  }

  @inlinable
  func block(of number: UInt64) -> Philox4x32.Block {
    if number >= DrawStream.capacity { DrawStream.exhausted(number) }
    let counter = Philox4x32.Block(low: UInt64(owner) << 32 | number >> 1, high: place)
    return Philox4x32.block(at: counter, key: key)
  }

  @usableFromInline @inline(never)
  static func exhausted(_ number: UInt64) -> Never {
    stop("Randomness", "draw \(number) of a stream that has \(capacity) draws")
  }
}

extension DrawStream: Equatable {
  /// Whether all draws to come are the same.
  @inlinable
  public static func == (a: DrawStream, b: DrawStream) -> Bool {
    a.key == b.key && a.place == b.place && a.owner == b.owner && a.position == b.position
  }
}
