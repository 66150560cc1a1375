import CSupport
import Preconditions

/// A stretch of keys cut into buckets of equal, power-of-two width; each bucket is a chain of the queue's arena.
///
/// Two levels of bits say which buckets hold something, so that the next one is found without a search.
@frozen
@usableFromInline
@safe
struct LadderRung {
  /// More buckets than this would not fit a core's nearest memory, and one word could not sum up their bits.
  @inlinable
  static var mostBuckets: Int { 4_096 }

  /// The key where the first bucket begins.
  @usableFromInline var start: UInt64 = 0

  /// Keys from here on belong to a bucket of this rung; those below have moved on to a finer place.
  @usableFromInline var next: UInt64 = 0

  /// Where the stretch ends; the last bucket may reach further, but nothing beyond comes into it.
  @usableFromInline var end: UInt64 = 0

  /// A bucket is `1 << shift` keys wide.
  @usableFromInline var shift: UInt64 = 0

  /// Bit `w` is set when word `w` of `occupied` is not zero.
  @usableFromInline var summary: UInt64 = 0

  /// Bit `b & 63` of word `b >> 6` is set when bucket `b` holds something.
  @usableFromInline var occupied: UnsafeMutablePointer<UInt64>

  /// The cursors of the buckets' chains.
  @usableFromInline var buckets: UnsafeMutablePointer<UInt32>

  @inlinable
  init() {
    unsafe occupied = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.mostBuckets / 64)
    unsafe buckets = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.mostBuckets)
    clear()
  }

  /// Forgets all chains.
  @inlinable
  mutating func clear() {
    summary = 0
    unsafe occupied.update(repeating: 0, count: Self.mostBuckets / 64)
    unsafe buckets.update(repeating: 0, count: Self.mostBuckets)
  }

  @inlinable
  func deallocate() {
    unsafe occupied.deallocate()
    unsafe buckets.deallocate()
  }

  /// Lays an empty rung over a stretch of keys.
  @inlinable
  mutating func lay(from start: UInt64, to end: UInt64, shift: UInt64) {
    self.start = start
    self.end = end
    self.next = start
    self.shift = shift
  }

  /// Appends an entry to the bucket of its key, which must not be below `next`.
  @inlinable @inline(__always)
  mutating func append<Payload>(_ entry: QueueEntry<Payload>, in arena: inout ChunkArena<Payload>) {
    let bucket = Int(truncatingIfNeeded: (entry.key &- start) &>> shift)
    var cursor = unsafe buckets[bucket]
    if cursor & ChunkArena<Payload>.mask == 0 {
      if cursor == 0 {
        unsafe occupied[bucket &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bucket & 63)
        summary |= 1 &<< UInt64(truncatingIfNeeded: bucket &>> 6)
      }
      cursor = arena.extend(cursor)
    }
    unsafe arena.entries[Int(cursor)] = entry
    unsafe buckets[bucket] = cursor &+ 1
    // The line that the next but one will need: with millions pending it is far away, and thousands of other buckets
    // are written meanwhile.
    unsafe prefetchForReading(arena.entries + Int(cursor) + 2)
  }

  /// Takes the chain of the first bucket that holds something; `next` moves behind it.
  ///
  /// The rung must not be empty: see ``isEmpty``.
  @inlinable @inline(__always)
  mutating func takeFirst() -> (cursor: UInt32, start: UInt64) {
    let word = summary.trailingZeroBitCount
    let bits = unsafe occupied[word]
    let bucket = (word &<< 6) | bits.trailingZeroBitCount
    let rest = bits & (bits &- 1)
    unsafe occupied[word] = rest
    if rest == 0 { summary &= summary &- 1 }
    let cursor = unsafe buckets[bucket]
    unsafe buckets[bucket] = 0
    let bucketStart = start &+ UInt64(truncatingIfNeeded: bucket) &<< shift
    let (bucketEnd, overflow) = bucketStart.addingReportingOverflow(1 &<< shift)
    next = overflow ? end : min(end, bucketEnd)
    return (cursor, bucketStart)
  }

  /// The chain of the first bucket that holds something, left where it is.
  @inlinable @inline(__always)
  var first: UInt32 {
    let word = summary.trailingZeroBitCount
    return unsafe buckets[(word &<< 6) | occupied[word].trailingZeroBitCount]
  }

  /// The chains of the first two buckets that hold something, left where they are; 0 where there are fewer.
  @inlinable
  var firstTwo: (UInt32, UInt32) {
    if isEmpty { return (0, 0) }
    var word = summary.trailingZeroBitCount
    var rest = unsafe occupied[word]
    let first = unsafe buckets[(word &<< 6) | rest.trailingZeroBitCount]
    rest &= rest &- 1
    if rest == 0 {
      let words = summary & (summary &- 1)
      if words == 0 { return (first, 0) }
      word = words.trailingZeroBitCount
      rest = unsafe occupied[word]
    }
    return (first, unsafe buckets[(word &<< 6) | rest.trailingZeroBitCount])
  }

  /// Whether no bucket holds anything.
  @inlinable @inline(__always)
  var isEmpty: Bool { summary == 0 }

  /// Makes this rung the same as another.
  @inlinable
  mutating func copy(from other: Self) {
    start = other.start
    next = other.next
    end = other.end
    shift = other.shift
    summary = other.summary
    unsafe occupied.update(from: other.occupied, count: Self.mostBuckets / 64)
    unsafe buckets.update(from: other.buckets, count: Self.mostBuckets)
  }
}
