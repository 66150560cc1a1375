import CSupport

/// First come, first served.
///
/// A chain through reused slots: who leaves from the middle leaves no gap, so memory follows the most that ever waited,
/// however many come and go behind someone who stays.
///
/// - Complexity: each operation O(1), amortised over growth.
@frozen
public struct FirstComeLine<Customer: BitwiseCopyable>: WaitingLine {
  @frozen
  @usableFromInline
  struct Slot: BitwiseCopyable {
    @usableFromInline var customer: Customer

    /// Counts all who ever joined, so that a place which was given up is known; 0 in a free slot.
    @usableFromInline var number: UInt64

    /// The slots of those before and behind; in a free slot, `behind` is the next free one.
    @usableFromInline var before: UInt32
    @usableFromInline var behind: UInt32

    @inlinable
    init(customer: Customer, number: UInt64, before: UInt32, behind: UInt32) {
      self.customer = customer
      self.number = number
      self.before = before
      self.behind = behind
    }
  }

  /// No slot.
  @inlinable
  static var none: UInt32 { .max }

  @usableFromInline var slots: [Slot] = []
  @usableFromInline var head: UInt32 = .max
  @usableFromInline var tail: UInt32 = .max
  @usableFromInline var free: UInt32 = .max
  @usableFromInline var joined: UInt64 = 0
  @usableFromInline var waiting = 0

  /// Makes an empty line with room for some before it needs more memory.
  @inlinable
  public init(room: Int = 16) { slots.reserveCapacity(room) }

  /// How many wait.
  @inlinable
  public var count: Int { waiting }

  /// Asks for the memory that the next join or leaving will touch.
  @inlinable @inline(__always)
  func sendForEnds() {
    unsafe slots.withUnsafeBufferPointer { slots in
      guard let base = slots.baseAddress else { return }
      if Int(head) < slots.count { unsafe prefetchForReading(base + Int(head)) }
      if Int(tail) < slots.count { unsafe prefetchForReading(base + Int(tail)) }
      if Int(free) < slots.count { unsafe prefetchForReading(base + Int(free)) }
    }
  }

  /// Adds a customer at the end; the rank does not matter.
  @inlinable
  public mutating func join(_ customer: Customer, rank: Int = 0) -> WaitingPlace {
    joined += 1
    waiting += 1
    let newcomer = Slot(customer: customer, number: joined, before: tail, behind: Self.none)
    var slot = free
    if slot == Self.none {
      slot = UInt32(slots.count)
      slots.append(newcomer)
    } else {
      free = slots[Int(slot)].behind
      slots[Int(slot)] = newcomer
    }
    if tail == Self.none { head = slot } else { slots[Int(tail)].behind = slot }
    tail = slot
    return WaitingPlace(number: joined, slot: slot)
  }

  /// The next customer, left in the line.
  @inlinable
  public var first: Customer? { head == Self.none ? nil : slots[Int(head)].customer }

  /// Takes the next customer out.
  @inlinable
  public mutating func takeFirst() -> Customer? { head == Self.none ? nil : remove(head) }

  /// Takes a customer out before their turn.
  @inlinable
  public mutating func leave(_ place: WaitingPlace) -> Customer? {
    guard place.slot < slots.count, slots[Int(place.slot)].number == place.number else { return nil }
    return remove(place.slot)
  }

  /// Joins those before and behind a slot, and frees it.
  @inlinable
  mutating func remove(_ slot: UInt32) -> Customer {
    let leaver = slots[Int(slot)]
    if leaver.before == Self.none { head = leaver.behind } else { slots[Int(leaver.before)].behind = leaver.behind }
    if leaver.behind == Self.none { tail = leaver.before } else { slots[Int(leaver.behind)].before = leaver.before }
    slots[Int(slot)].number = 0
    slots[Int(slot)].behind = free
    free = slot
    waiting -= 1
    return leaver.customer
  }
}

extension FirstComeLine: Sendable where Customer: Sendable {}
extension FirstComeLine.Slot: Sendable where Customer: Sendable {}
