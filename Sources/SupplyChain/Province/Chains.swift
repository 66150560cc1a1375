import CSupport
import Units

/// Slots for records that come and go, so that memory follows the most that ever were at once.
struct Pool<Record: BitwiseCopyable & Sendable>: Sendable {
  private(set) var records: [Record] = []
  private var free: [UInt32] = []

  subscript(index: UInt32) -> Record {
    @inline(__always) _read { yield records[Int(index)] }
    @inline(__always) _modify { yield &records[Int(index)] }
  }

  /// Sends for a record that is needed soon.
  @inline(__always)
  func prefetch(_ index: UInt32) { records.prefetch(Int(index)) }

  mutating func add(_ record: Record) -> UInt32 {
    if let slot = free.popLast() {
      records[Int(slot)] = record
      return slot
    }
    records.append(record)
    return UInt32(records.count - 1)
  }

  mutating func remove(_ index: UInt32) { free.append(index) }

  /// Moves into another pool's memory.
  mutating func reuse(_ memory: inout Pool) {
    records.reuse(&memory.records)
    free.reuse(&memory.free)
  }
}

extension Array where Element: BitwiseCopyable {
  /// Sends for an element that is needed soon, both ends of it.
  @inline(__always)
  func prefetch(_ index: Int) {
    unsafe withUnsafeBufferPointer { buffer in
      guard index < buffer.count, let base = buffer.baseAddress else { return }
      let element = unsafe UnsafeRawPointer(base + index)
      unsafe prefetchForReading(element)
      unsafe prefetchForReading(element + (MemoryLayout<Element>.size - 1))
    }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Moves into another array's memory, which nobody else may have; what was there is gone.
  mutating func reuse(_ memory: inout [Element]) {
    let contents = self
    self = []
    swap(&self, &memory)
    replaceSubrange(indices, with: contents)
  }
}

/// Fruit that came from one lot and went to one buyer; parcels that lie together are a chain.
struct Parcel: BitwiseCopyable, Sendable {
  /// Grams of each grade: half as wide as elsewhere, for there are many parcels and none weighs two thousand tons.
  private var grams: SIMD4<Int32>
  /// The running number of the lot.
  let lot: UInt32
  /// The minute at which it was picked.
  let picked: Int32
  fileprivate(set) var next = Chain.none
  let isCertified: Bool

  init(_ fruit: GradedGrams, lot: UInt32, isCertified: Bool, picked: Int32) {
    grams = SIMD4(clamping: fruit.counts)
    self.lot = lot
    self.isCertified = isCertified
    self.picked = picked
  }

  var fruit: GradedGrams {
    get { GradedGrams(counts: SIMD4(truncatingIfNeeded: grams)) }
    set { grams = SIMD4(clamping: newValue.counts) }
  }
}

/// All parcels; those that are free are a chain too, so that a whole chain is given back at once.
struct Parcels: Sendable {
  private var records: [Parcel] = []
  /// The first slot that is free; the others follow it.
  private var free = Chain.none

  subscript(index: UInt32) -> Parcel {
    @inline(__always) _read { yield records[Int(index)] }
    @inline(__always) _modify { yield &records[Int(index)] }
  }

  /// Moves into other parcels' memory.
  mutating func reuse(_ memory: inout Parcels) { records.reuse(&memory.records) }

  mutating func add(_ parcel: Parcel) -> UInt32 {
    if free != Chain.none {
      let slot = free
      free = records[Int(slot)].next
      records[Int(slot)] = parcel
      return slot
    }
    records.append(parcel)
    return UInt32(records.count - 1)
  }

  func forEach(in chain: Chain, _ body: (Parcel) -> Void) {
    var next = chain.head
    while next != Chain.none {
      body(records[Int(next)])
      next = next == chain.tail ? Chain.none : records[Int(next)].next
    }
  }

  mutating func remove(_ chain: Chain) {
    if chain.isEmpty { return }
    records[Int(chain.tail)].next = free
    free = chain.head
  }
}

/// Parcels in the order in which they came.
struct Chain: BitwiseCopyable, Sendable {
  static let none = UInt32.max

  private(set) var head = Chain.none
  private(set) var tail = Chain.none

  var isEmpty: Bool { head == Chain.none }
  var first: UInt32? { isEmpty ? nil : head }

  init() {}

  /// One parcel by itself.
  init(_ parcel: UInt32) {
    head = parcel
    tail = parcel
  }

  mutating func append(_ parcel: UInt32, in parcels: inout Parcels) {
    parcels[parcel].next = Chain.none
    if isEmpty { head = parcel } else { parcels[tail].next = parcel }
    tail = parcel
  }

  mutating func append(_ other: Chain, in parcels: inout Parcels) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
    } else {
      parcels[tail].next = other.head
      tail = other.tail
    }
  }

  mutating func removeFirst(in parcels: Parcels) -> UInt32? {
    if isEmpty { return nil }
    let first = head
    head = parcels[first].next
    if head == Chain.none { tail = Chain.none }
    return first
  }
}
