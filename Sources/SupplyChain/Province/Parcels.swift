import Units

/// Fruit that came from one lot and went to one buyer.
struct Parcel: BitwiseCopyable, Sendable {
  /// Grams of each grade: half as wide as elsewhere, for there are many parcels and none weighs two thousand tons.
  private var grams: SIMD4<Int32>
  /// The running number of the lot.
  let lot: UInt32
  /// The minute at which it was picked.
  let picked: Int32
  let isCertified: Bool

  init(_ fruit: GradedGrams, lot: UInt32, isCertified: Bool, picked: Int32) {
    grams = SIMD4(clamping: fruit.counts)
    self.lot = lot
    self.isCertified = isCertified
    self.picked = picked
  }

  static let nothing = Parcel(.zero, lot: 0, isCertified: false, picked: 0)

  var fruit: GradedGrams {
    get { GradedGrams(counts: SIMD4(truncatingIfNeeded: grams)) }
    set { grams = SIMD4(clamping: newValue.counts) }
  }
}

/// Parcels in the order in which they came; they lie in a store of ``Parcels``.
struct ParcelLine: BitwiseCopyable, Sendable {
  /// The place of the first one.
  fileprivate(set) var first: UInt32 = 0
  /// The place behind the last one.
  fileprivate(set) var end: UInt32 = 0
  fileprivate(set) var count: UInt32 = 0

  var isEmpty: Bool { count == 0 }
}

/// Where lines of parcels lie: in chunks, so that parcels that came one behind the other are read as one stretch of memory.
///
/// A line of a thousand parcels that each say where the next one is would be read at the pace of a thousand fetches.
struct Parcels: Sendable {
  /// Parcels in a chunk, a power of two.
  private let chunk: UInt32
  private var records: [Parcel] = []
  /// By chunk, the one that follows in its line; of a free one, the next free one.
  private var following: [UInt32] = []
  private var free = Slot.none

  /// A store for lines that are a few chunks long as a rule.
  init(chunk: UInt32) { self.chunk = chunk }

  /// Sends for the first few parcels of a line.
  @inline(__always)
  func prefetch(_ line: ParcelLine) {
    records.prefetch(Int(line.first))
    records.prefetch(Int(line.first | 3))
  }

  /// The first parcel of a line that is not empty.
  func first(of line: ParcelLine) -> Parcel { records[Int(line.first)] }

  mutating func replaceFirst(of line: ParcelLine, with parcel: Parcel) { records[Int(line.first)] = parcel }

  mutating func append(_ parcel: Parcel, to line: inout ParcelLine) {
    if line.count == 0 {
      line.first = takeChunk() * chunk
      line.end = line.first
    } else if line.end % chunk == 0 {
      let next = takeChunk()
      following[Int((line.end - 1) / chunk)] = next
      line.end = next * chunk
    }
    records[Int(line.end)] = parcel
    line.end += 1
    line.count += 1
  }

  mutating func removeFirst(of line: inout ParcelLine) {
    let chunkOfFirst = line.first / chunk
    line.first += 1
    line.count -= 1
    if line.count == 0 || line.first % chunk == 0 {
      let next = following[Int(chunkOfFirst)]
      following[Int(chunkOfFirst)] = free
      free = chunkOfFirst
      if line.count > 0 { line.first = next * chunk }
    }
  }

  func forEach(in line: ParcelLine, _ body: (Parcel) -> Void) {
    var place = line.first
    for _ in 0..<line.count {
      body(records[Int(place)])
      place += 1
      if place % chunk == 0, place != line.end { place = following[Int((place - 1) / chunk)] * chunk }
    }
  }

  /// Moves into other parcels' memory.
  mutating func reuse(_ memory: inout Parcels) {
    records.reuse(&memory.records)
    following.reuse(&memory.following)
  }

  private mutating func takeChunk() -> UInt32 {
    if free != Slot.none {
      let taken = free
      free = following[Int(taken)]
      // Whoever comes next finds its memory there.
      if free != Slot.none { records.prefetch(Int(free * chunk)) }
      return taken
    }
    records.append(contentsOf: repeatElement(.nothing, count: Int(chunk)))
    following.append(Slot.none)
    return UInt32(following.count - 1)
  }
}
