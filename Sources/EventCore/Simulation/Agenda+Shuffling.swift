extension Agenda {
  /// The key of the next event: that of those who wait to be drawn, which is the present, or else the queue's.
  @inlinable
  mutating func peekShuffled() -> UInt64? {
    guard var ties = shuffle else { return nil }
    shuffle = nil
    while let slot = ties.tied.last?.payload.slot, slot != 0, handles.isDead(slot) {
      _ = handles.close(slot)
      ties.tied.removeLast()
    }
    let key = ties.tied.first?.key ?? peekKey()
    shuffle = ties
    return key
  }

  /// Takes one of the earliest events out at random if its key is below a limit.
  @inlinable
  mutating func nextShuffled(before limit: UInt64) -> Event? {
    // Events are brought together only when one of them is drawn, so that a mere look changes nothing that follows.
    while let key = peekShuffled(), key < limit, var ties = shuffle {
      shuffle = nil
      while peekKey() == key, let entry = usesHeap ? heap.pop() : ladder.pop() { ties.tied.append(entry) }
      let drawn = ties.draw()
      shuffle = ties
      if drawn.payload.slot != 0, !handles.close(drawn.payload.slot) { continue }
      arrive(at: key)
      return drawn.payload.event
    }
    return nil
  }
}
