import Units

/// Slots for records that come and go, so that memory follows the most that ever were at once.
struct Pool<Record: BitwiseCopyable & Sendable>: Sendable {
  private(set) var records: [Record] = []
  private var free: [UInt32] = []

  subscript(index: UInt32) -> Record {
    @inline(__always) _read { yield records[Int(index)] }
    @inline(__always) _modify { yield &records[Int(index)] }
  }

  mutating func add(_ record: Record) -> UInt32 {
    if let slot = free.popLast() {
      records[Int(slot)] = record
      return slot
    }
    records.append(record)
    return UInt32(records.count - 1)
  }

  mutating func remove(_ index: UInt32) { free.append(index) }

  var count: Int { records.count - free.count }

  mutating func copy(from other: Pool) {
    replace(&records, with: other.records)
    replace(&free, with: other.free)
  }
}

/// Puts one array's elements in another's place, in the memory that is there already.
func replace<Element: BitwiseCopyable>(_ array: inout [Element], with other: [Element]) {
  array.replaceSubrange(array.indices, with: other)
}

/// Fruit of one grade that came from one lot; parcels that lie together are a chain.
struct Parcel: BitwiseCopyable, Sendable {
  /// The running number of the lot.
  let lot: UInt32
  var grams: Int32
  /// The minute at which it was picked.
  let picked: Int32
  var next: UInt32
  /// The grade, and whether the plot is certified.
  let kind: UInt8

  init(lot: UInt32, _ mass: Grams, _ grade: Int, isCertified: Bool, picked: Int32) {
    self.lot = lot
    grams = Int32(clamping: mass.count)
    self.picked = picked
    next = Chain.none
    kind = UInt8(grade) | (isCertified ? 0x80 : 0)
  }

  var grade: Int { Int(kind & 3) }
  var isCertified: Bool { kind & 0x80 != 0 }
}

/// Parcels in the order in which they came.
struct Chain: BitwiseCopyable, Sendable {
  static let none = UInt32.max

  private(set) var head = Chain.none
  private(set) var tail = Chain.none

  var isEmpty: Bool { head == Chain.none }
  var first: UInt32? { isEmpty ? nil : head }

  mutating func append(_ parcel: UInt32, in parcels: inout Pool<Parcel>) {
    parcels[parcel].next = Chain.none
    if isEmpty { head = parcel } else { parcels[tail].next = parcel }
    tail = parcel
  }

  mutating func append(_ other: Chain, in parcels: inout Pool<Parcel>) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
    } else {
      parcels[tail].next = other.head
      tail = other.tail
    }
  }

  mutating func removeFirst(in parcels: Pool<Parcel>) -> UInt32? {
    if isEmpty { return nil }
    let first = head
    head = parcels[first].next
    if head == Chain.none { tail = Chain.none }
    return first
  }

  /// Gives all its parcels' slots back.
  mutating func clear(in parcels: inout Pool<Parcel>) {
    while let parcel = removeFirst(in: parcels) { parcels.remove(parcel) }
  }
}
