extension LadderQueue {
  /// A queue of its own with the same entries in the same order.
  /// - Complexity: O(the most that ever waited), as one block copy.
  @inlinable
  public func copy() -> Self {
    var twin = Self()
    twin.copy(from: self)
    return twin
  }

  /// Makes this queue the same as another, in the memory it already has where that is enough.
  /// - Complexity: O(the most that ever waited), as one block copy.
  @inlinable
  public mutating func copy(from other: borrowing Self) {
    pending = other.pending
    arena.copy(from: other.arena)
    bottom.copy(from: other.bottom, size: Arena.size)
    tied = other.tied
    tiedKey = other.tiedKey
    while rungCount > other.rungCount {
      rungCount -= 1
      unsafe rungs[rungCount].clear()
    }
    rungCount = 0
    for index in 0..<other.rungCount {
      unsafe addRung(from: other.rungs[index].start, shift: other.rungs[index].shift)
      unsafe rungs[index].copy(from: other.rungs[index])
    }
    top = other.top
    topStart = other.topStart
    topLeast = other.topLeast
    topGreatest = other.topGreatest
  }

  /// Keeps the entries that the caller wants and drops the others; the order of those kept does not change.
  ///
  /// All that is kept goes on top, earliest chains first, in the memory that the queue has; so ties stay in order.
  ///
  /// - Complexity: O(*n*).
  @inlinable
  public mutating func keep(where isWanted: (QueueEntry<Payload>) -> Bool) {
    let last = top
    top = 0
    topStart = 0
    topLeast = .max
    topGreatest = 0
    pending = 0
    for index in bottom.head..<bottom.end {
      let entry = unsafe arena.entries[placeOfBottom(bottom.order[index])]
      if isWanted(entry) { pushOnTop(entry) }
    }
    beginBottom(chunk: 0, fill: 0, base: 0)
    bottom.used = Arena.size
    gather(tied, where: isWanted)
    tied = 0
    while rungCount > 0 {
      while unsafe !rungs[rungCount - 1].isEmpty {
        let cursor = unsafe rungs[rungCount - 1].takeFirst().cursor
        gather(cursor, where: isWanted)
      }
      rungCount -= 1
    }
    gather(last, where: isWanted)
  }

  @inlinable
  mutating func pushOnTop(_ entry: QueueEntry<Payload>) {
    placeOnTop(entry)
    pending &+= 1
  }

  /// Puts the wanted entries of a chain on top, and frees its chunks on the way.
  @inlinable
  mutating func gather(_ cursor: UInt32, where isWanted: (QueueEntry<Payload>) -> Bool) {
    guard cursor != 0 else { return }
    let last = Arena.lastChunk(cursor)
    let lastFill = Arena.lastFill(cursor)
    var chunk = unsafe arena.following[Int(last)]
    while true {
      let fill = chunk == last ? lastFill : Arena.size
      let first = Int(chunk) &<< Int(Arena.bits)
      for index in 0..<fill {
        let entry = unsafe arena.entries[first | index]
        if isWanted(entry) { pushOnTop(entry) }
      }
      let next = unsafe arena.following[Int(chunk)]
      arena.release(chunk)
      if chunk == last { return }
      chunk = next
    }
  }
}
