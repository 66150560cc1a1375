import CSupport
import Preconditions

extension LadderQueue {
  /// A bucket with at most this many entries is sorted, one with more is dealt out.
  @inlinable
  static var mostSorted: Int { SortingNetwork.size }

  /// A base is never higher, so that a key below it cannot wrap round to look like one just above it.
  @inlinable
  static var highestBase: UInt64 { 0 &- (1 &<< UInt64(64 - Arena.bits)) }

  /// Makes the bottom, which must be used up, hold the earliest entries; answers `false` when nothing waits.
  @inlinable @inline(__always)
  mutating func refill() -> Bool {
    var filter = NoFilter<Payload>()
    return refill(&filter)
  }

  /// The same, dropping entries that nobody wants on the way; others may still come up.
  @inlinable @inline(never)
  mutating func refill<Filter: EntryFilter<Payload>>(_ filter: inout Filter) -> Bool {
    while pending > 0 {
      if tied != 0 {
        takeFromTied()
        return true
      }
      while rungCount > 0, unsafe rungs[rungCount - 1].isEmpty { rungCount -= 1 }
      if rungCount == 0 {
        if dealTop(&filter) { return true }
        continue
      }
      let shift = unsafe rungs[rungCount - 1].shift
      let (cursor, start) = unsafe rungs[rungCount - 1].takeFirst()
      if shift == 0 {
        tied = cursor
        tiedKey = start
        takeFromTied()
        return true
      }
      if isSmall(cursor), shift <= UInt64(64 - Arena.bits) {
        sort(cursor, base: start)
        return true
      }
      dealBucket(cursor, start: start, shift: shift, &filter)
    }
    return false
  }

  /// Whether a chain is one chunk with few enough entries to sort.
  @inlinable @inline(__always)
  func isSmall(_ cursor: UInt32) -> Bool {
    let last = Arena.lastChunk(cursor)
    return unsafe arena.following[Int(last)] == last && Arena.lastFill(cursor) <= Self.mostSorted
  }

  /// Replaces the bottom's used-up chunk.
  @inlinable @inline(__always)
  mutating func beginBottom(chunk: UInt32, fill: Int, base: UInt64) {
    if bottom.chunk != 0 { arena.release(bottom.chunk) }
    bottom.chunk = chunk
    bottom.used = fill
    bottom.head = 0
    bottom.end = fill
    bottom.base = base
  }

  /// Makes a chain of one chunk the bottom and sorts it.
  @inlinable @inline(__always)
  mutating func sort(_ cursor: UInt32, base: UInt64) {
    let chunk = Arena.lastChunk(cursor)
    let fill = Arena.lastFill(cursor)
    let base = min(base, Self.highestBase)
    beginBottom(chunk: chunk, fill: fill, base: base)
    let first = Int(chunk) &<< Int(Arena.bits)
    for index in 0..<fill {
      let key = unsafe arena.entries[first | index].key
      unsafe bottom.order[index] = (key &- base) &<< UInt64(Arena.bits) | UInt64(truncatingIfNeeded: index)
    }
    unsafe SortingNetwork.sort(bottom.order, count: fill)
  }

  /// Makes the next chunk of the tied chain the bottom: it is in order as it stands.
  @inlinable
  mutating func takeFromTied() {
    let last = Arena.lastChunk(tied)
    let chunk = arena.detachFirst(of: tied)
    let fill = chunk == last ? Arena.lastFill(tied) : Arena.size
    if chunk == last { tied = 0 }
    let base = min(tiedKey, Self.highestBase)
    beginBottom(chunk: chunk, fill: fill, base: base)
    let first = (tiedKey &- base) &<< UInt64(Arena.bits)
    for index in 0..<fill { unsafe bottom.order[index] = first | UInt64(truncatingIfNeeded: index) }
  }

  /// Deals the entries on top into a first rung, or makes them the bottom when they are few; then answers `true`.
  @inlinable @inline(never)
  mutating func dealTop<Filter: EntryFilter<Payload>>(_ filter: inout Filter) -> Bool {
    let cursor = top
    let least = topLeast
    let greatest = topGreatest
    top = 0
    topLeast = .max
    topGreatest = 0
    let width = greatest &- least
    if isSmall(cursor), width &>> UInt64(63 - Arena.bits) == 0 {
      topStart = .max
      sort(cursor, base: least)
      return true
    }
    let wanted = min(max(arena.count(cursor), 64), LadderRung.mostBuckets)
    let bits = UInt64(64 - (wanted - 1).leadingZeroBitCount)
    let widthBits = UInt64(64 - width.leadingZeroBitCount)
    let shift = widthBits > bits ? widthBits - bits : 0
    let buckets = (width &>> shift) + 1
    let (length, tooLong) = buckets.multipliedReportingOverflow(by: 1 &<< shift)
    let (end, overflow) = least.addingReportingOverflow(length)
    topStart = tooLong || overflow ? .max : end
    addRung(from: least, shift: shift)
    deal(cursor, &filter)
    return false
  }

  /// Deals a bucket into a finer rung.
  @inlinable @inline(never)
  mutating func dealBucket<Filter: EntryFilter<Payload>>(
    _ cursor: UInt32, start: UInt64, shift: UInt64, _ filter: inout Filter
  ) {
    let wanted = min(max(arena.count(cursor) / 8, 8), LadderRung.mostBuckets)
    let bits = UInt64(64 - (wanted - 1).leadingZeroBitCount)
    addRung(from: start, shift: shift > bits ? shift - bits : 0)
    deal(cursor, &filter)
  }

  /// Where the keys of the bottom end, but for ties: those from here on lie in a rung or on top.
  @inlinable
  var limit: UInt64 { rungCount > 0 ? unsafe rungs[rungCount - 1].next : topStart }

  /// Lays a new finest rung, up to where the next coarser one goes on.
  @inlinable
  mutating func addRung(from start: UInt64, shift: UInt64) {
    let end = limit
    if rungCount == rungsMade {
      if rungsMade == rungsRoom { growRungs() }
      unsafe (rungs + rungsMade).initialize(to: LadderRung())
      rungsMade += 1
    }
    unsafe rungs[rungCount].lay(from: start, to: end, shift: shift)
    rungCount += 1
  }

  /// Moves the entries of a chain, in order, to the finest rung, and frees the chain's chunks.
  @inlinable @inline(__always)
  mutating func deal<Filter: EntryFilter<Payload>>(_ cursor: UInt32, _ filter: inout Filter) {
    let last = Arena.lastChunk(cursor)
    let lastFill = Arena.lastFill(cursor)
    var rung = unsafe rungs[rungCount - 1]
    var chunk = unsafe arena.following[Int(last)]
    var ahead = unsafe arena.following[Int(chunk)]
    while true {
      let fill = chunk == last ? lastFill : Arena.size
      let first = Int(chunk) &<< Int(Arena.bits)
      let firstAhead = Int(ahead) &<< Int(Arena.bits)
      for index in 0..<fill {
        unsafe prefetchForReading(arena.entries + (firstAhead | index))
        let entry = unsafe arena.entries[first | index]
        if filter.drops(entry.payload) {
          pending &-= 1
        } else {
          rung.append(entry, in: &arena)
        }
      }
      let next = unsafe arena.following[Int(chunk)]
      ahead = unsafe arena.following[Int(ahead)]
      arena.release(chunk)
      if chunk == last { break }
      chunk = next
    }
    unsafe rungs[rungCount - 1] = rung
  }

  /// Places an entry that belongs to the bottom but does not fit: behind ties, in a fresh chunk, or after spilling.
  @inlinable @inline(never)
  mutating func placeInCrampedBottom(_ entry: QueueEntry<Payload>) {
    if tied != 0, entry.key == tiedKey {
      arena.append(entry, to: &tied)
      return
    }
    // An entry below the tied key, or one that finds the chunk full or the numbers too narrow.
    if makeRoom(for: entry.key) {
      let offset = entry.key &- bottom.base
      unsafe arena.entries[Int(truncatingIfNeeded: bottom.chunk &<< Arena.bits) | bottom.used] = entry
      bottom.insert(offset &<< UInt64(Arena.bits) | UInt64(truncatingIfNeeded: bottom.used))
      bottom.used &+= 1
    } else {
      place(entry)
    }
  }

  /// Moves the bottom's entries to a fresh chunk with a base that suits a key too; or spills them and answers `false`.
  @inlinable
  mutating func makeRoom(for key: UInt64) -> Bool {
    let live = bottom.end - bottom.head
    var least = key
    var greatest = key
    if live > 0 {
      least = min(key, keyOfBottom(bottom.head))
      greatest = max(key, keyOfBottom(bottom.end - 1))
    }
    let room = UInt64(1) &<< UInt64(62 - Arena.bits)
    if live > Arena.size * 3 / 4 || greatest &- least >= room {
      spill(least: least)
      return false
    }
    let chunk = arena.takeChunk()
    let first = Int(chunk) &<< Int(Arena.bits)
    // Room below the least key too, so that earlier keys to come seldom ask for a new base.
    let base = min(least &- min(least, room), Self.highestBase)
    for index in 0..<live {
      let number = unsafe bottom.order[bottom.head + index]
      let entry = unsafe arena.entries[placeOfBottom(number)]
      unsafe arena.entries[first | index] = entry
      unsafe bottom.order[index] = (entry.key &- base) &<< UInt64(Arena.bits) | UInt64(truncatingIfNeeded: index)
    }
    beginBottom(chunk: chunk, fill: live, base: base)
    return true
  }

  /// The key of one of the bottom's numbers.
  @inlinable
  func keyOfBottom(_ index: Int) -> UInt64 { unsafe bottom.base &+ bottom.order[index] &>> UInt64(Arena.bits) }

  /// Empties an overfull bottom into a finer rung; or onto top, when there is nothing else.
  @inlinable
  mutating func spill(least: UInt64) {
    let head = bottom.head
    var end = bottom.end
    bottom.head = 0
    bottom.end = 0
    bottom.used = Arena.size
    if rungCount == 0, top == 0, tied == 0 {
      topStart = 0
    } else {
      if tied != 0 { spillTies(among: head, &end) }
      let width = spillWidth(least: least)
      let widthBits = UInt64(64 - width.leadingZeroBitCount)
      addRung(from: limit &- width, shift: widthBits > 12 ? widthBits - 12 : 0)
    }
    for index in head..<end { unsafe place(arena.entries[placeOfBottom(bottom.order[index])]) }
  }

  /// How far down from `limit` a rung for the bottom's entries should reach, of which the least key is given.
  ///
  /// Further than they do: keys that come in falling order would otherwise ask for a rung for every chunk of them. And
  /// each of several rungs that nothing was taken from yet reaches eight times as far as the one above, so that there are
  /// never more than a few dozen.
  @inlinable
  func spillWidth(least: UInt64) -> UInt64 {
    var (width, overflow) = (limit &- least).multipliedReportingOverflow(by: 64)
    if rungCount > 0 {
      let finest = unsafe rungs[rungCount - 1]
      if finest.next == finest.start {
        let (wider, tooWide) = (finest.end &- finest.start).multipliedReportingOverflow(by: 8)
        width = max(width, wider)
        overflow = overflow || tooWide
      }
    }
    return overflow ? limit : min(width, limit)
  }

  /// Gives the tied chain a rung of its own, behind the ties that the bottom already held; those leave the bottom.
  @inlinable
  mutating func spillTies(among head: Int, _ end: inout Int) {
    var start = end
    while start > head, keyOfBottom(start - 1) >= tiedKey { start -= 1 }
    let cursor = tied
    tied = 0
    addRung(from: tiedKey, shift: 0)
    for index in start..<end { unsafe place(arena.entries[placeOfBottom(bottom.order[index])]) }
    var filter = NoFilter<Payload>()
    deal(cursor, &filter)
    end = start
  }

  /// Room for twice as many rungs.
  @inlinable @inline(never)
  mutating func growRungs() {
    let roomier = UnsafeMutablePointer<LadderRung>.allocate(capacity: rungsRoom * 2)
    unsafe roomier.moveInitialize(from: rungs, count: rungsMade)
    unsafe rungs.deallocate()
    unsafe rungs = roomier
    rungsRoom *= 2
  }
}
