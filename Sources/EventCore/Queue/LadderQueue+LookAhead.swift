/// A chunk of entries and how many it holds; chunk 0 is none.
@frozen
@usableFromInline
struct LadderStretch: BitwiseCopyable {
  @usableFromInline var chunk: UInt32
  @usableFromInline var fill: Int

  @inlinable
  init(chunk: UInt32 = 0, fill: Int = 0) {
    self.chunk = chunk
    self.fill = fill
  }
}

/// The chunks that were shown last, so that nothing is shown twice.
///
/// A number that is used again for other entries makes one chunk come unseen, which costs time and nothing else.
@frozen
@usableFromInline
struct LadderOutlook: BitwiseCopyable {
  @usableFromInline var next: UInt32 = 0
  @usableFromInline var soon: UInt32 = 0

  @inlinable
  init() {}
}

extension LadderQueue {
  /// Shows the entries that come after the bottom's as next, and those behind them as soon; and the bottom's own, when it
  /// was filled with entries that had not been shown.
  @inlinable
  mutating func lookAhead(_ show: (Payload, Nearness) -> Void) {
    if bottom.chunk != outlook.next {
      if bottom.chunk != outlook.soon { forEachAtBottom { show($0, .soon) } }
      forEachAtBottom { show($0, .next) }
    }
    let (first, second) = upcoming
    // In two rounds: what the first asks for is on its way when the second looks at it.
    if first.chunk != outlook.soon { forEach(in: first) { show($0, .soon) } }
    forEach(in: first) { show($0, .next) }
    forEach(in: second) { show($0, .soon) }
    outlook.next = first.chunk
    outlook.soon = second.chunk
  }

  /// What comes after the bottom, as far as it is known.
  @inlinable
  var upcoming: (first: LadderStretch, second: LadderStretch) {
    let (first, second) = rungCount > 0 ? unsafe rungs[rungCount - 1].firstTwo : (0, 0)
    if tied == 0 { return (stretch(0, of: first), stretch(0, of: second)) }
    let rest = stretch(1, of: tied)
    return (stretch(0, of: tied), rest.chunk != 0 ? rest : stretch(0, of: first))
  }

  /// The first or second chunk of a chain.
  @inlinable
  func stretch(_ place: Int, of cursor: UInt32) -> LadderStretch {
    if cursor == 0 { return LadderStretch() }
    let last = Arena.lastChunk(cursor)
    var chunk = unsafe arena.following[Int(last)]
    if place == 1 {
      if chunk == last { return LadderStretch() }
      chunk = unsafe arena.following[Int(chunk)]
    }
    return LadderStretch(chunk: chunk, fill: chunk == last ? Arena.lastFill(cursor) : Arena.size)
  }

  @inlinable
  func forEach(in stretch: LadderStretch, _ body: (Payload) -> Void) {
    let first = Int(stretch.chunk) &<< Int(Arena.bits)
    for index in 0..<stretch.fill { unsafe body(arena.entries[first | index].payload) }
  }

  /// Shows the payloads of the entries at the bottom, in order.
  @inlinable
  func forEachAtBottom(_ body: (Payload) -> Void) {
    for index in bottom.head..<bottom.end { unsafe body(arena.entries[placeOfBottom(bottom.order[index])].payload) }
  }
}
