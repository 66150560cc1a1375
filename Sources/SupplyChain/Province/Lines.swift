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
  /// How a line goes on at the end of one of its chunks.
  private struct Link: BitwiseCopyable, Sendable {
    /// The place behind the chunk's last record, where the line turns.
    var turn: UInt32
    /// The place of the record that follows.
    var next = Slot.none
  }

  /// A chunk holds two to the power of this.
  private let bits: UInt32
  private var records: [Record] = []
  private var links: [Link] = []
  private var free = FreePlaces()

  /// A store for lines that are a few chunks long as a rule.
  ///
  /// - Parameter chunk: Records in a chunk, a power of two.
  init(chunk: Int) { bits = UInt32(chunk.trailingZeroBitCount) }

  /// How many chunks there are.
  var chunkCount: Int { links.count }

  private var mask: UInt32 { 1 &<< bits &- 1 }

  /// Sends for the first few records of a line.
  @inline(__always)
  func prefetch(_ line: Line) {
    records.prefetch(Int(line.first))
    records.prefetch(Int(line.first | min(mask, 3)))
    links.prefetch(Int(line.first &>> bits))
  }

  /// The first record of a line that is not empty.
  func first(of line: Line) -> Record { records[Int(line.first)] }

  mutating func replaceFirst(of line: Line, with record: Record) { records[Int(line.first)] = record }

  mutating func append(_ record: Record, to line: inout Line) {
    if line.count == 0 {
      line.first = takeChunk(for: record)
      line.end = line.first
    } else if line.end & mask == 0 {
      let next = takeChunk(for: record)
      links[Int((line.end - 1) &>> bits)].next = next
      line.end = next
    }
    records[Int(line.end)] = record
    line.end += 1
    line.count += 1
  }

  /// Hangs a line on behind another, and leaves it empty: no record moves.
  mutating func append(contentsOf other: inout Line, to line: inout Line) {
    if line.isEmpty {
      line = other
    } else if !other.isEmpty {
      links[Int((line.end - 1) &>> bits)] = Link(turn: line.end, next: other.first)
      line.end = other.end
      line.count += other.count
    }
    other = Line()
  }

  mutating func removeFirst(of line: inout Line) {
    let chunk = line.first &>> bits
    line.first += 1
    line.count -= 1
    let link = links[Int(chunk)]
    if line.count == 0 || line.first == link.turn {
      free.add(chunk)
      guard line.count > 0 else { return }
      line.first = link.next
      // Who reads on finds the chunk behind this one there.
      let following = links[Int(link.next &>> bits)].next
      if following != Slot.none { prefetch(Line(first: following)) }
    }
  }

  func forEach(in line: Line, _ body: (Record) -> Void) {
    var place = line.first
    for _ in 0..<line.count {
      body(records[Int(place)])
      let link = links[Int(place &>> bits)]
      place += 1
      if place == link.turn { place = link.next }
    }
  }

  /// Moves into other lines' memory.
  mutating func reuse(_ memory: inout Lines) {
    records.reuse(&memory.records)
    links.reuse(&memory.links)
    free.reuse(&memory.free)
  }

  /// The place of the first record of a chunk that nobody uses.
  private mutating func takeChunk(for record: Record) -> UInt32 {
    if let taken = free.take() {
      // Whoever comes next finds its memory there.
      if let next = free.last { records.prefetch(Int(next &<< bits)) }
      links[Int(taken)] = Link(turn: (taken + 1) &<< bits)
      return taken &<< bits
    }
    let taken = UInt32(links.count)
    records.append(contentsOf: repeatElement(record, count: 1 &<< Int(bits)))
    links.append(Link(turn: (taken + 1) &<< bits))
    return taken &<< bits
  }
}
