extension LadderQueue {
  /// Walks through the whole queue and says what is wrong with it, or `nil` when all is well; for tests.
  /// - Complexity: O(*n* + chunks + buckets).
  public func brokenInvariant() -> String? {
    var found = 0
    var seen = Set<UInt32>()
    func walk(_ cursor: UInt32, _ place: @autoclosure () -> String, _ isInside: (UInt64) -> Bool) -> String? {
      guard cursor != 0 else { return nil }
      let last = Arena.lastChunk(cursor)
      var chunk = last
      repeat {
        chunk = unsafe arena.following[Int(chunk)]
        if !seen.insert(chunk).inserted { return "chunk \(chunk) is in two chains (\(place()))" }
        let fill = chunk == last ? Arena.lastFill(cursor) : Arena.size
        for index in 0..<fill {
          let key = unsafe arena.entries[Int(chunk) << Int(Arena.bits) | index].key
          if !isInside(key) { return "key \(key) does not belong to \(place())" }
        }
        found += fill
      } while chunk != last
      return nil
    }

    if let broken = walk(top, "top", { $0 >= topStart && $0 >= topLeast && $0 <= topGreatest }) { return broken }
    var limit = topStart
    for number in 0..<rungCount {
      let rung = unsafe rungs[number]
      if rung.next > limit { return "rung \(number) reaches beyond \(limit)" }
      for bucket in 0..<LadderRung.mostBuckets {
        let cursor = unsafe rung.buckets[bucket]
        let isMarked = unsafe rung.occupied[bucket >> 6] >> UInt64(bucket & 63) & 1 == 1
        if isMarked != (cursor != 0) { return "bucket \(bucket) of rung \(number) is marked wrongly" }
        let start = rung.start &+ UInt64(bucket) << rung.shift
        let broken = walk(cursor, "bucket \(bucket) of rung \(number)") {
          $0 >= rung.next && $0 &- start < 1 << rung.shift && ($0 < limit || limit == .max)
        }
        if let broken { return broken }
      }
      for word in 0..<64 where unsafe (rung.occupied[word] != 0) != (rung.summary >> UInt64(word) & 1 == 1) {
        return "word \(word) of rung \(number) is marked wrongly"
      }
      limit = rung.next
    }
    if let broken = walk(tied, "the ties", { $0 == tiedKey }) { return broken }
    if bottom.chunk != 0, !seen.insert(bottom.chunk).inserted { return "the bottom's chunk is in a chain too" }
    for index in bottom.head..<bottom.end {
      let number = unsafe bottom.order[index]
      if index > bottom.head, unsafe number <= bottom.order[index - 1] { return "the bottom is out of order" }
      let key = unsafe arena.entries[placeOfBottom(number)].key
      if key != bottom.base &+ number >> UInt64(Arena.bits) { return "the bottom's number \(index) is not its key" }
      if key >= limit, limit != .max { return "key \(key) is too late for the bottom" }
      if tied != 0, key > tiedKey { return "key \(key) of the bottom comes after the ties" }
    }
    found += bottom.end - bottom.head
    if found != pending { return "\(found) entries are there, \(pending) are counted" }
    var chunk = arena.free
    while chunk != 0 {
      if !seen.insert(chunk).inserted { return "free chunk \(chunk) is in use" }
      chunk = unsafe arena.following[Int(chunk)]
    }
    if seen.count != Int(arena.fresh) - 1 { return "\(Int(arena.fresh) - 1 - seen.count) chunks are lost" }
    return nil
  }
}
