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
  /// - Complexity: O(*n*).
  @inlinable
  public mutating func keep(where isWanted: (QueueEntry<Payload>) -> Bool) {
    var kept = Self()
    while let entry = pop() {
      if isWanted(entry) { kept.push(entry) }
    }
    swap(&self, &kept)
  }
}
