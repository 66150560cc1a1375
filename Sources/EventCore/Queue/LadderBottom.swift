/// The few earliest entries of a ladder, in order: one chunk of the arena that stays as it is, and sorted numbers
/// that say in which order to read it.
///
/// A number is `(key − base) << bits | place in the chunk`. Entries come into the chunk in order of arrival, so equal
/// keys sort first-in-first-out at no cost, and one comparison of whole numbers is all that sorting needs.
@frozen
@usableFromInline
@safe
struct LadderBottom {
  /// The sorted numbers; those before `head` have left.
  @usableFromInline var order: UnsafeMutablePointer<UInt64>

  @usableFromInline var head = 0
  @usableFromInline var end = 0

  /// How many places of the chunk have ever been filled.
  @usableFromInline var used: Int

  /// The chunk, or 0 when there is none yet.
  @usableFromInline var chunk: UInt32 = 0

  /// The key that counts as zero.
  @usableFromInline var base: UInt64 = 0

  @inlinable
  init(size: Int) {
    unsafe order = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    used = size
  }

  @inlinable
  func deallocate() { unsafe order.deallocate() }

  @inlinable @inline(__always)
  var isEmpty: Bool { head == end }

  /// Makes this bottom the same as another of the same size.
  @inlinable
  mutating func copy(from other: Self, size: Int) {
    unsafe order.update(from: other.order, count: size)
    head = other.head
    end = other.end
    used = other.used
    chunk = other.chunk
    base = other.base
  }

  /// Puts a number in its place.
  ///
  /// Among few, every number is touched and none decides a branch: where the newcomer goes cannot be predicted. Among
  /// many, the search comes from the late end.
  @inlinable @inline(__always)
  mutating func insert(_ number: UInt64) {
    var place = end
    end &+= 1
    if place &- head <= 4 {
      var carried = number
      for index in head..<place {
        let here = unsafe order[index]
        unsafe order[index] = min(here, carried)
        carried = max(here, carried)
      }
      unsafe order[place] = carried
      return
    }
    while place > head {
      let before = unsafe order[place &- 1]
      if before < number { break }
      unsafe order[place] = before
      place &-= 1
    }
    unsafe order[place] = number
  }
}
