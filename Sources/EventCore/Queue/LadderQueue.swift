import CSupport
import Preconditions

/// A queue whose cost hardly grows with what waits in it.
///
/// ```swift
/// var queue = LadderQueue<Int>()
/// queue.push(QueueEntry(key: 30, payload: 1))
/// queue.push(QueueEntry(key: 10, payload: 2))
/// queue.pop()?.payload  // 2
/// ```
///
/// A heap touches memory all over at every operation. This queue appends, and sorts late and little: far entries lie
/// unsorted on *top*; when everything nearer is used up, top is dealt into the buckets of a *rung*; the first bucket is
/// dealt into a finer rung, and so on until a bucket holds few entries or is a single key wide; those few are sorted and
/// become the *bottom*, from which entries leave. An entry moves three or four times in its life, always to the end of
/// something, whatever the number that wait. While few entries wait, the bottom alone holds them.
///
/// It follows the ladder queue of Tang, Goh and Thng, "Ladder queue: an O(1) priority queue structure for large-scale
/// discrete event simulation", ACM TOMACS 15 (3), 2005, with chunks in place of linked lists, widths that are powers of
/// two, and ties kept in order.
///
/// Not promised: that one call is quick. Dealing out top reads everything on it, once in a long while.
///
/// - Complexity: `push` and `pop` are O(1) amortised for keys that are not chosen against the queue; at worst, an entry
///   is moved once for every three bits of its key.
@frozen
@safe
public struct LadderQueue<Payload: BitwiseCopyable>: ~Copyable, EventQueue {
  @usableFromInline typealias Arena = ChunkArena<Payload>

  /// How many entries wait.
  @inlinable public var count: Int { pending }

  @usableFromInline var pending: Int

  @usableFromInline var arena: ChunkArena<Payload>
  @usableFromInline var bottom: LadderBottom

  /// Entries behind the bottom's that all have the key `tiedKey`: a chain that needs no sorting.
  @usableFromInline var tied: UInt32
  @usableFromInline var tiedKey: UInt64

  /// Rungs, coarse to fine; those from `rungCount` on are empty and kept for later.
  @usableFromInline var rungs: UnsafeMutablePointer<LadderRung>
  @usableFromInline var rungCount: Int
  @usableFromInline var rungsMade: Int
  @usableFromInline var rungsRoom: Int

  /// The unsorted chain of keys from `topStart` on, with the least and greatest of them.
  @usableFromInline var top: UInt32
  @usableFromInline var topStart: UInt64
  @usableFromInline var topLeast: UInt64
  @usableFromInline var topGreatest: UInt64

  @usableFromInline var outlook = LadderOutlook()

  /// Makes an empty queue.
  @inlinable
  public init() {
    pending = 0
    arena = ChunkArena(chunks: 16)
    bottom = LadderBottom(size: Arena.size)
    tied = 0
    tiedKey = 0
    rungsRoom = 8
    unsafe rungs = UnsafeMutablePointer<LadderRung>.allocate(capacity: rungsRoom)
    rungCount = 0
    rungsMade = 0
    top = 0
    topStart = .max
    topLeast = .max
    topGreatest = 0
  }

  @inlinable
  deinit {
    arena.deallocate()
    bottom.deallocate()
    for index in 0..<rungsMade { unsafe rungs[index].deallocate() }
    unsafe rungs.deallocate()
  }

  /// Adds an entry behind all others of the same key.
  @inlinable @inline(__always)
  public mutating func push(_ entry: QueueEntry<Payload>) {
    pending &+= 1
    place(entry)
  }

  /// Takes the earliest entry out, or answers `nil` when none waits.
  @inlinable @inline(__always)
  public mutating func pop() -> QueueEntry<Payload>? {
    if bottom.isEmpty, !refill() { return nil }
    defer { removeFirst() }
    return first
  }

  /// The earliest entry, left where it is, or `nil` when none waits.
  @inlinable @inline(__always)
  public mutating func peek() -> QueueEntry<Payload>? {
    if bottom.isEmpty, !refill() { return nil }
    return first
  }

  /// The earliest entry; the bottom must not be empty.
  @inlinable @inline(__always)
  var first: QueueEntry<Payload> { unsafe arena.entries[placeOfBottom(bottom.order[bottom.head])] }

  /// Takes that entry out.
  @inlinable @inline(__always)
  mutating func removeFirst() {
    bottom.head &+= 1
    pending &-= 1
  }

  /// Shows the payloads of the entries that will be sorted after those at the bottom, as far as they are known.
  @inlinable
  func forEachUpcoming(_ body: (Payload) -> Void) {
    guard rungCount > 0, unsafe !rungs[rungCount - 1].isEmpty else { return }
    let cursor = unsafe rungs[rungCount - 1].first
    let first = Int(Arena.lastChunk(cursor)) &<< Int(Arena.bits)
    for index in 0..<min(Self.mostSorted, Arena.lastFill(cursor)) {
      unsafe body(arena.entries[first | index].payload)
    }
  }

  /// Where in the arena the entry of one of the bottom's numbers lies.
  @inlinable @inline(__always)
  func placeOfBottom(_ number: UInt64) -> Int {
    Int(truncatingIfNeeded: bottom.chunk &<< Arena.bits) | Int(truncatingIfNeeded: number & UInt64(Arena.mask))
  }

  /// The last key stands for "beyond everything" inside.
  @usableFromInline @inline(never)
  static func refuseLastKey() -> Never { stop("EventCore", "UInt64.max is no key for a queue; the last is one less") }

  /// Appends an entry to what is not sorted at all.
  @inlinable @inline(__always)
  mutating func placeOnTop(_ entry: QueueEntry<Payload>) {
    topLeast = min(topLeast, entry.key)
    topGreatest = max(topGreatest, entry.key)
    arena.append(entry, to: &top)
  }

  /// Routes an entry: to top, to the coarsest rung whose front is not past its key, or to the bottom.
  @inlinable @inline(__always)
  mutating func place(_ entry: QueueEntry<Payload>) {
    if entry.key >= topStart {
      if entry.key == .max { Self.refuseLastKey() }
      placeOnTop(entry)
      return
    }
    var index = 0
    while index < rungCount {
      if unsafe entry.key >= rungs[index].next {
        unsafe rungs[index].append(entry, in: &arena)
        return
      }
      index &+= 1
    }
    let offset = entry.key &- bottom.base
    if bottom.used < Arena.size, offset &>> UInt64(64 - Arena.bits) == 0, tied == 0 {
      unsafe arena.entries[Int(truncatingIfNeeded: bottom.chunk &<< Arena.bits) | bottom.used] = entry
      bottom.insert(offset &<< UInt64(Arena.bits) | UInt64(truncatingIfNeeded: bottom.used))
      bottom.used &+= 1
    } else {
      placeInCrampedBottom(entry)
    }
  }
}
