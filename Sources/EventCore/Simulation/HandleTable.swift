import CSupport
import Preconditions

/// What is known of the events that can be cancelled: one slot each, reused.
///
/// A queue does not look for an event to take it out. The event carries its slot's number, the slot is marked when the
/// event is cancelled, and the mark is seen when the event comes up. With a million events, what this costs is the memory
/// it touches: so coming up touches two bits, which lie close together, and slots are given out in the order of memory,
/// a free one after the other and round again, so that filling them is a stream.
///
/// For the same reason a slot keeps no copy of its event: the table would be larger than the queue, and filling it would
/// cost more than all else that a handle costs.
///
/// The owner must call ``deallocate()``.
@frozen
@usableFromInline
@safe
struct HandleTable<Ticket: SlotTicket> {
  /// What 64 neighbouring slots are doing, a bit each.
  @frozen
  @usableFromInline
  struct Marks: BitwiseCopyable {
    /// The event of the slot is in the queue, or the slot's group is being given out.
    @usableFromInline var taken: UInt64 = 0

    /// It is in the queue, but was cancelled.
    @usableFromInline var cancelled: UInt64 = 0

    @inlinable
    init() {}
  }

  /// The number of the last use of each slot; a handle is good while it is the same.
  @usableFromInline var stamps: UnsafeMutablePointer<UInt32>

  @usableFromInline var marks: UnsafeMutablePointer<Marks>

  /// How many slots there are, in groups of 64.
  @usableFromInline var groups: Int

  /// The group whose free slots are being given out, and those of its slots that were free when it was reached.
  @usableFromInline var group = 0
  @usableFromInline var free: UInt64 = 0

  /// How many events in the queue are cancelled.
  @usableFromInline var dead = 0

  /// Whether the marks, half a megabyte or more, are too many to be at hand in a core's own caches.
  @inlinable @inline(__always)
  var isLarge: Bool { groups > 32_768 }

  /// The number of the last use of any slot.
  @usableFromInline var lastStamp: UInt32

  @inlinable
  init(firstStamp: UInt32, groups: Int = 1) {
    unsafe stamps = LargeMemory.allocate(groups * 64)
    unsafe marks = LargeMemory.allocate(groups)
    unsafe marks.initialize(repeating: Marks(), count: groups)
    // The first slot is taken for good: an event that carries 0 cannot be cancelled.
    unsafe marks[0].taken = 1
    self.groups = groups
    lastStamp = firstStamp
  }

  @inlinable
  func deallocate() {
    unsafe LargeMemory.deallocate(stamps)
    unsafe LargeMemory.deallocate(marks)
  }

  @inlinable @inline(__always)
  static func groupOf(_ slot: UInt32) -> Int { Int(truncatingIfNeeded: slot &>> 6) }

  @inlinable @inline(__always)
  static func bitOf(_ slot: UInt32) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: slot & 63) }

  /// A slot for an event.
  @inlinable @inline(__always)
  mutating func open() -> EventHandle {
    if free == 0 { findFree() }
    let slot = group &<< 6 | free.trailingZeroBitCount
    free &= free &- 1
    lastStamp &+= 1
    unsafe stamps[slot] = lastStamp
    return EventHandle(slot: UInt32(truncatingIfNeeded: slot), stamp: lastStamp)
  }

  /// Frees the slot of an event that has come up; answers whether the event is still wanted.
  @inlinable @inline(__always)
  mutating func close(_ slot: UInt32) -> Bool {
    let group = Self.groupOf(slot)
    let bit = Self.bitOf(slot)
    unsafe marks[group].taken &= ~bit
    let isWanted = unsafe marks[group].cancelled & bit == 0
    if !isWanted {
      unsafe marks[group].cancelled &= ~bit
      dead &-= 1
    }
    return isWanted
  }

  /// Whether the event of a slot was cancelled.
  @inlinable @inline(__always)
  func isDead(_ slot: UInt32) -> Bool { unsafe marks[Self.groupOf(slot)].cancelled & Self.bitOf(slot) != 0 }

  /// Asks for a slot's marks before they are needed.
  @inlinable @inline(__always)
  func prefetch(_ slot: UInt32) { unsafe prefetchForReading(marks + Self.groupOf(slot)) }

  /// Whether a handle names an event that is still to happen.
  @inlinable @inline(__always)
  func isLive(_ handle: EventHandle) -> Bool {
    let group = Self.groupOf(handle.slot)
    guard group < groups, handle.slot != 0 else { return false }
    let marks = unsafe self.marks[group]
    let given = marks.taken & ~marks.cancelled & (group == self.group ? ~free : ~0)
    return unsafe stamps[Int(handle.slot)] == handle.stamp && given & Self.bitOf(handle.slot) != 0
  }

  /// Marks the event of a live handle as not wanted.
  @inlinable @inline(__always)
  mutating func cancel(_ handle: EventHandle) {
    dead &+= 1
    unsafe marks[Self.groupOf(handle.slot)].cancelled |= Self.bitOf(handle.slot)
  }

  /// Goes on to the next group that has a free slot; once a round, sees whether there should be more of them.
  @inlinable @inline(never)
  mutating func findFree() {
    repeat {
      group += 1
      if group >= groups { beginRound() }
      unsafe free = ~marks[group].taken
    } while free == 0
    // All of them at once, so that giving one out is no matter of memory; those still free are known by `free`.
    unsafe marks[group].taken = ~0
  }

  /// Begins with the first group again, or with new ones when more than three slots in four are taken.
  @inlinable
  mutating func beginRound() {
    var taken = 0
    for group in 0..<groups { taken += unsafe marks[group].taken.nonzeroBitCount }
    let old = groups
    if taken > groups * 48 { grow() }
    group = groups > old ? old : 0
  }

  @inlinable
  mutating func grow() {
    if groups >= 1 << 25 { stop("EventCore", "more than 1,500,000,000 events with handles wait") }
    var roomier = Self(firstStamp: lastStamp, groups: groups * 2)
    roomier.take(from: self)
    deallocate()
    self = roomier
  }

  /// The same slots, in memory of their own; handles are shared with the original.
  @inlinable
  mutating func copy(from other: Self) {
    var twin = self
    if groups < other.groups {
      deallocate()
      twin = Self(firstStamp: other.lastStamp, groups: other.groups)
    }
    twin.take(from: other)
    self = twin
  }

  /// Takes over everything but the memory of another table, which must have room here.
  @inlinable
  mutating func take(from other: Self) {
    unsafe stamps.update(from: other.stamps, count: other.groups * 64)
    unsafe marks.update(from: other.marks, count: other.groups)
    if groups > other.groups {
      unsafe (marks + other.groups).update(repeating: Marks(), count: groups - other.groups)
    }
    let (stamps, marks, groups) = unsafe (self.stamps, self.marks, self.groups)
    self = other
    unsafe self.stamps = stamps
    unsafe self.marks = marks
    self.groups = groups
  }
}

/// What a queue carries for an event: among others the number of its slot, 0 for none.
@usableFromInline
protocol SlotTicket: BitwiseCopyable {
  var slot: UInt32 { get }
}

extension HandleTable: EntryFilter {
  /// Whether an event was cancelled; then its slot is freed.
  @inlinable @inline(__always)
  mutating func drops(_ ticket: Ticket) -> Bool {
    if ticket.slot == 0 || !isDead(ticket.slot) { return false }
    _ = close(ticket.slot)
    return true
  }
}
