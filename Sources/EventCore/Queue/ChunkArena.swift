import Preconditions

/// Where chains of entries live: one block of memory cut into chunks of equal size, with a list of the free ones.
///
/// A *chain* is a first-in-first-out list of entries over one or more chunks, and is written down as a single number,
/// its **cursor**: the place of the next entry to append. A cursor of 0 is an empty chain; a cursor on a chunk's
/// boundary means that the last chunk is full. The chunks of a chain are linked in a ring, the last one to the first,
/// so that the cursor is enough to find both ends.
///
/// All unsafe memory of the ladder's events is touched here. The owner must call ``deallocate()``.
@frozen
@usableFromInline
@safe
struct ChunkArena<Payload: BitwiseCopyable> {
  @usableFromInline typealias Entry = QueueEntry<Payload>

  /// The entries of all chunks, chunk after chunk.
  @usableFromInline var entries: UnsafeMutablePointer<Entry>

  /// For each chunk in use the next one of its ring; for each free chunk the next free one, 0 at the end.
  @usableFromInline var following: UnsafeMutablePointer<UInt32>

  /// How many chunks there is memory for.
  @usableFromInline var capacity: UInt32

  /// The first chunk that was never used; those below it are in a chain or free.
  @usableFromInline var fresh: UInt32

  /// The first free chunk, or 0, which is never handed out and so can mean "none".
  @usableFromInline var free: UInt32

  @inlinable @inline(__always)
  static var bits: UInt32 { 6 }

  @inlinable @inline(__always)
  static var size: Int { 1 << Int(bits) }

  @inlinable @inline(__always)
  static var mask: UInt32 { (1 << bits) - 1 }

  @inlinable
  init(chunks: UInt32) {
    unsafe entries = Self.allocateEntries(chunks)
    unsafe following = LargeMemory.allocate(Int(chunks))
    capacity = chunks
    fresh = 1
    free = 0
  }

  @inlinable
  func deallocate() {
    unsafe LargeMemory.deallocate(entries)
    unsafe LargeMemory.deallocate(following)
  }

  @inlinable
  static func allocateEntries(_ chunks: UInt32) -> UnsafeMutablePointer<Entry> {
    unsafe LargeMemory.allocate(Int(chunks) * size)
  }

  // MARK: Chains

  /// Appends an entry to a chain.
  @inlinable @inline(__always)
  mutating func append(_ entry: Entry, to cursor: inout UInt32) {
    if cursor & Self.mask == 0 { cursor = extend(cursor) }
    unsafe entries[Int(cursor)] = entry
    cursor &+= 1
  }

  /// Gives a chain whose last chunk is full, or an empty one, a new last chunk; returns the new cursor.
  @inlinable @inline(__always)
  mutating func extend(_ cursor: UInt32) -> UInt32 {
    let chunk = takeChunk()
    if cursor == 0 {
      unsafe following[Int(chunk)] = chunk
    } else {
      let last = Int(Self.lastChunk(cursor))
      unsafe following[Int(chunk)] = following[last]
      unsafe following[last] = chunk
    }
    return chunk &<< Self.bits
  }

  /// The last chunk of a chain that is not empty.
  @inlinable @inline(__always)
  static func lastChunk(_ cursor: UInt32) -> UInt32 { (cursor &- 1) &>> bits }

  /// How many entries the last chunk of a chain holds.
  @inlinable @inline(__always)
  static func lastFill(_ cursor: UInt32) -> Int { Int((cursor &- 1) & mask) + 1 }

  /// How many entries a chain holds.
  /// - Complexity: O(chunks of the chain).
  @inlinable
  func count(_ cursor: UInt32) -> Int {
    if cursor == 0 { return 0 }
    let last = Self.lastChunk(cursor)
    var chunk = unsafe following[Int(last)]
    var total = Self.lastFill(cursor)
    while chunk != last {
      total += Self.size
      chunk = unsafe following[Int(chunk)]
    }
    return total
  }

  /// Takes the first chunk off a chain of more than one; the caller frees it.
  @inlinable
  mutating func detachFirst(of cursor: UInt32) -> UInt32 {
    let last = Int(Self.lastChunk(cursor))
    let first = unsafe following[last]
    unsafe following[last] = following[Int(first)]
    return first
  }

  // MARK: Chunks

  @inlinable @inline(__always)
  mutating func takeChunk() -> UInt32 {
    let chunk = free
    if chunk != 0 {
      free = unsafe following[Int(chunk)]
      return chunk
    }
    if fresh == capacity { grow() }
    fresh &+= 1
    return fresh &- 1
  }

  @inlinable @inline(__always)
  mutating func release(_ chunk: UInt32) {
    unsafe following[Int(chunk)] = free
    free = chunk
  }

  /// Doubles the memory; cursors stay valid, pointers do not.
  @inlinable @inline(never)
  mutating func grow() {
    if capacity >= UInt32.max &>> (Self.bits + 1) { stop("EventCore", "more than 2,000,000,000 events wait") }
    let newCapacity = capacity * 2
    let newEntries = unsafe Self.allocateEntries(newCapacity)
    unsafe newEntries.update(from: entries, count: Int(fresh) * Self.size)
    let newFollowing: UnsafeMutablePointer<UInt32> = unsafe LargeMemory.allocate(Int(newCapacity))
    unsafe newFollowing.update(from: following, count: Int(fresh))
    deallocate()
    unsafe entries = newEntries
    unsafe following = newFollowing
    capacity = newCapacity
  }

  /// Makes this arena the same as another, growing only when the other holds more.
  @inlinable
  mutating func copy(from other: Self) {
    if capacity < other.fresh {
      deallocate()
      self = Self(chunks: other.fresh)
    }
    unsafe entries.update(from: other.entries, count: Int(other.fresh) * Self.size)
    unsafe following.update(from: other.following, count: Int(other.fresh))
    fresh = other.fresh
    free = other.free
  }
}
