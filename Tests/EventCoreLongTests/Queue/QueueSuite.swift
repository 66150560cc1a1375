import EventCore
import EventCoreSupport
import Testing

/// One suite over every queue: each check is a generic function, and a test runs it for both kinds.
@Suite("Every event queue")
struct QueueSuite {
  @Test("gives entries back by key, and equal keys in the order they came", arguments: QueueKind.allCases)
  func ordersByKeyThenArrival(kind: QueueKind) {
    switch kind {
    case .ladder: checkOrder(LadderQueue<Parcel>())
    case .heap: checkOrder(HeapQueue<Parcel>())
    }
  }

  private func checkOrder<Queue: EventQueue<Parcel> & ~Copyable>(_ empty: consuming Queue) {
    var queue = empty
    let keys: [UInt64] = [30, 10, 20, 10, 30, 0, .max - 1, 10, .max - 1, 0]
    for (number, key) in keys.enumerated() { queue.push(QueueEntry(key: key, payload: Parcel(number))) }
    #expect(queue.count == keys.count)
    var order: [Int] = []
    while let entry = queue.pop() { order.append(entry.payload.number) }
    #expect(order == [5, 9, 1, 3, 7, 2, 0, 4, 6, 8])
    #expect(queue.count == 0)
    #expect(queue.pop() == nil)
    #expect(queue.peek() == nil)
  }

  @Test("does what an array in order does, over every short sequence of operations", arguments: QueueKind.allCases)
  func matchesTheNaiveQueueExhaustively(kind: QueueKind) {
    switch kind {
    case .ladder: checkEverySequence { LadderQueue<Parcel>() }
    case .heap: checkEverySequence { HeapQueue<Parcel>() }
    }
  }

  /// Six operations: push at one of three keys relative to the last, pop, peek, copy and go on with the copy.
  private func checkEverySequence<Queue: EventQueue<Parcel> & ~Copyable>(_ make: () -> Queue) {
    let length = 7
    let operations = 6
    var sequences = 1
    for _ in 0..<length { sequences *= operations }
    for sequence in 0..<sequences {
      var queue = make()
      var naive = NaiveQueue()
      var code = sequence
      for step in 0..<length {
        switch code % operations {
        case let key where key < 3:
          let entry = QueueEntry(key: [5, 6, 1 << 62][key], payload: Parcel(step))
          queue.push(entry)
          naive.push(entry)
        case 3: if queue.pop() != naive.pop() { Issue.record("pop differs in sequence \(sequence)") }
        case 4: if queue.peek() != naive.entries.first { Issue.record("peek differs in sequence \(sequence)") }
        default: queue = queue.copy()
        }
        code /= operations
      }
      while let expected = naive.pop() {
        if queue.pop() != expected { Issue.record("the rest differs in sequence \(sequence)") }
      }
      if !queue.isEmpty { Issue.record("something is left in sequence \(sequence)") }
    }
  }

  @Test("gives ten million equal times back in the order they came", arguments: QueueKind.allCases)
  func keepsTenMillionTiesInOrder(kind: QueueKind) {
    switch kind {
    case .ladder: checkTies(LadderQueue<Int>())
    case .heap: checkTies(HeapQueue<Int>())
    }
  }

  private func checkTies<Queue: EventQueue<Int> & ~Copyable>(_ empty: consuming Queue) {
    var queue = empty
    let half = 5_000_000
    for number in 0..<half { queue.push(QueueEntry(key: 77, payload: number)) }
    var wrong = 0
    // From here on each one that leaves is replaced by a new one of the same time.
    for number in 0..<half {
      if queue.pop()?.payload != number { wrong += 1 }
      queue.push(QueueEntry(key: 77, payload: half + number))
    }
    for number in 0..<half where queue.pop()?.payload != half + number { wrong += 1 }
    #expect(wrong == 0)
    #expect(queue.count == 0)
  }

  @Test("lets an earlier entry in after the next one was looked at", arguments: QueueKind.allCases)
  func acceptsEarlierAfterPeek(kind: QueueKind) {
    switch kind {
    case .ladder: checkEarlierAfterPeek { LadderQueue<Parcel>() }
    case .heap: checkEarlierAfterPeek { HeapQueue<Parcel>() }
    }
  }

  /// Looks at the next, then pushes below it, again and again, from far above to zero.
  private func checkEarlierAfterPeek<Queue: EventQueue<Parcel> & ~Copyable>(_ make: () -> Queue) {
    for count in [1, 20, 60, 300, 5_000] {
      var queue = make()
      for number in 0..<count { queue.push(QueueEntry(key: 1 << 63 + UInt64(number % 7), payload: Parcel(number))) }
      var pushed = count
      for bits in (0..<63).reversed() {
        _ = queue.peek()
        for number in 0..<min(count, 40) {
          queue.push(QueueEntry(key: 1 << UInt64(bits), payload: Parcel(1_000_000 * bits + number)))
          pushed += 1
        }
      }
      var last: (key: UInt64, number: Int) = (0, -1)
      var popped = 0
      while let entry = queue.pop() {
        let isLater = entry.key > last.key || entry.key == last.key && entry.payload.number > last.number
        #expect(isLater, "\(entry) after \(last), \(count) entries")
        last = (entry.key, entry.payload.number)
        popped += 1
      }
      #expect(popped == pushed)
    }
  }

  @Test("keeps what is wanted, in the same order", arguments: QueueKind.allCases, [3, 40, 5_000])
  func keepsWhatIsWanted(kind: QueueKind, count: Int) {
    switch kind {
    case .ladder: checkKeep(LadderQueue<Parcel>(), count)
    case .heap: checkKeep(HeapQueue<Parcel>(), count)
    }
  }

  private func checkKeep<Queue: EventQueue<Parcel> & ~Copyable>(_ empty: consuming Queue, _ count: Int) {
    var queue = empty
    var naive = NaiveQueue()
    var dice = Dice(count)
    for number in 0..<count {
      let entry = QueueEntry(key: UInt64(dice.roll(count)), payload: Parcel(number))
      queue.push(entry)
      naive.push(entry)
    }
    for _ in 0..<count / 10 { #expect(queue.pop() == naive.pop()) }
    queue.keep { $0.payload.number % 3 != 0 }
    naive.keep { $0.payload.number % 3 != 0 }
    #expect(queue.count == naive.entries.count)
    while let expected = naive.pop() { #expect(queue.pop() == expected) }
    #expect(queue.count == 0)
  }
}
