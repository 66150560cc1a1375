/// Records in the order in which they came; they lie in ``Lines``.
struct Line: BitwiseCopyable, Sendable {
  /// The place of the first one.
  fileprivate(set) var first: UInt32 = 0
  /// The place behind the last one.
  fileprivate var end: UInt32 = 0
  fileprivate(set) var count: UInt32 = 0

  var isEmpty: Bool { count == 0 }
}

/// Where lines of records lie: in chunks, so that records that came one behind the other are read as one stretch of memory.
///
/// A line of a thousand records that each say where the next one is would be read at the pace of a thousand fetches.
struct Lines<Record: BitwiseCopyable & Sendable>: Sendable {
  /// A chunk holds two to the power of this.
  private let bits: UInt32
  private var records: [Record] = []
  /// By chunk, the one that follows in its line.
  private var following: [UInt32] = []
  private var free: [UInt32] = []

  /// A store for lines that are a few chunks long as a rule.
  ///
  /// - Parameter chunk: Records in a chunk, a power of two.
  init(chunk: Int) { bits = UInt32(chunk.trailingZeroBitCount) }

  /// How many chunks there are.
  var chunkCount: Int { following.count }

  private var mask: UInt32 { 1 &<< bits &- 1 }

  /// Sends for the first few records of a line.
  @inline(__always)
  func prefetch(_ line: Line) {
    records.prefetch(Int(line.first))
    records.prefetch(Int(line.first | min(mask, 3)))
  }

  /// Sends for where the next records of a line go.
  @inline(__always)
  func prefetchEnd(of line: Line) { records.prefetch(Int(line.end)) }

  /// The first record of a line that is not empty.
  func first(of line: Line) -> Record { records[Int(line.first)] }

  mutating func replaceFirst(of line: Line, with record: Record) { records[Int(line.first)] = record }

  mutating func append(_ record: Record, to line: inout Line) {
    if line.count == 0 {
      line.first = takeChunk(for: record) &<< bits
      line.end = line.first
    } else if line.end & mask == 0 {
      let next = takeChunk(for: record)
      following[Int((line.end - 1) &>> bits)] = next
      line.end = next &<< bits
    }
    records[Int(line.end)] = record
    line.end += 1
    line.count += 1
  }

  mutating func removeFirst(of line: inout Line) {
    let chunk = line.first &>> bits
    line.first += 1
    line.count -= 1
    if line.count == 0 || line.first & mask == 0 {
      free.append(chunk)
      if line.count > 0 { line.first = following[Int(chunk)] &<< bits }
    }
  }

  func forEach(in line: Line, _ body: (Record) -> Void) {
    var place = line.first
    for _ in 0..<line.count {
      body(records[Int(place)])
      place += 1
      if place & mask == 0, place != line.end { place = following[Int((place - 1) &>> bits)] &<< bits }
    }
  }

  /// Moves into other lines' memory.
  mutating func reuse(_ memory: inout Lines) {
    records.reuse(&memory.records)
    following.reuse(&memory.following)
    free.reuse(&memory.free)
  }

  private mutating func takeChunk(for record: Record) -> UInt32 {
    if let taken = free.popLast() {
      // Whoever comes next finds its memory there.
      if let next = free.last { records.prefetch(Int(next &<< bits)) }
      return taken
    }
    records.append(contentsOf: repeatElement(record, count: 1 &<< Int(bits)))
    following.append(Slot.none)
    return UInt32(following.count - 1)
  }
}
