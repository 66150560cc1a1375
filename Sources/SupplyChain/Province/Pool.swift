import CSupport
import Units

/// Slots for records that come and go, so that memory follows the most that ever were at once.
struct Pool<Record: BitwiseCopyable & Sendable>: Sendable {
  private(set) var records: [Record] = []
  private var free = FreePlaces()

  subscript(index: UInt32) -> Record {
    @inline(__always) _read { yield records[Int(index)] }
    @inline(__always) _modify { yield &records[Int(index)] }
  }

  /// Sends for a record that is needed soon.
  @inline(__always)
  func prefetch(_ index: UInt32) { records.prefetch(Int(index)) }

  mutating func add(_ record: Record) -> UInt32 {
    if let slot = free.take() {
      records[Int(slot)] = record
      // Whoever comes next finds its memory there.
      if let next = free.last { records.prefetch(Int(next)) }
      return slot
    }
    records.append(record)
    return UInt32(records.count - 1)
  }

  mutating func remove(_ index: UInt32) { free.add(index) }

  /// Makes room for so many records at once.
  mutating func reserve(_ count: Int) { records.reserveCapacity(count) }

  /// Moves into another pool's memory.
  mutating func reuse(_ memory: inout Pool) {
    records.reuse(&memory.records)
    free.reuse(&memory.free)
  }
}

/// Places that nobody uses any more; what was freed last is taken first, for it is likely to be near the core.
struct FreePlaces: Sendable {
  private var places: [UInt32] = []
  private var count = 0

  /// What is taken next.
  var last: UInt32? { count > 0 ? places[count - 1] : nil }

  mutating func take() -> UInt32? {
    guard count > 0 else { return nil }
    count -= 1
    return places[count]
  }

  mutating func add(_ place: UInt32) {
    if count < places.count { places[count] = place } else { places.append(place) }
    count += 1
  }

  /// Moves into other places' memory.
  mutating func reuse(_ memory: inout FreePlaces) { places.reuse(&memory.places) }
}

extension Array {
  /// Sends for an element that is needed soon.
  @inline(__always)
  func prefetch(_ index: Int) {
    unsafe withUnsafeBufferPointer { buffer in
      guard index < buffer.count, let base = buffer.baseAddress else { return }
      let element = unsafe UnsafeRawPointer(base + index)
      for offset in stride(from: 0, to: MemoryLayout<Element>.size - 1, by: 64) {
        unsafe prefetchForReading(element + offset)
      }
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

/// The place of a record in its pool.
enum Slot {
  /// No record.
  static let none = UInt32.max
}
