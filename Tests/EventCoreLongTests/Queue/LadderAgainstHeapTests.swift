import EventCoreSupport
import Testing

@testable import EventCore

/// How keys are spread in a random sequence.
enum KeyPattern: String, CaseIterable {
  case fewTies, wide, clustered, powers, hold, ticks, ends, growing, sameForEver, sawtooth

  /// The next key, given the last one that left.
  func key(_ dice: inout Dice, after now: UInt64, step: Int) -> UInt64 {
    switch self {
    case .fewTies: now + UInt64(dice.roll(10))
    case .wide: dice.next() >> 1
    case .clustered: now + UInt64(dice.roll(50)) << UInt64(dice.roll(4) * 12)
    case .powers: 1 << UInt64(dice.roll(64))
    case .hold: (Double(bitPattern: max(now, 1.0.bitPattern)) + Double(dice.roll(1_000_000)) * 1e-5).bitPattern
    case .ticks: now + UInt64(dice.roll(1_440)) << 3
    case .ends: dice.roll(2) == 0 ? UInt64(dice.roll(3)) : .max - 1 - UInt64(dice.roll(3))
    case .growing: now + UInt64(step) * UInt64(step)
    case .sameForEver: 42
    case .sawtooth: now + UInt64(step % 100) * 1_000_000_007
    }
  }
}

@Suite("The ladder, beside the heap")
struct LadderAgainstHeapTests {
  @Test(
    "pops the same entries over random pushes, pops, peeks, copies and purges", arguments: KeyPattern.allCases, 1...6)
  func matchesTheHeap(pattern: KeyPattern, seed: Int) {
    var ladder = LadderQueue<Parcel>()
    var heap = HeapQueue<Parcel>()
    var spare = LadderQueue<Parcel>()
    var dice = Dice(seed)
    var now: UInt64 = 0
    var number = 0
    // Seeds differ in how full the queue gets: from a handful to some tens of thousands.
    let bulk = [3, 20, 60, 300, 3_000, 30_000][seed - 1]
    for step in 0..<200_000 / max(1, bulk / 30) {
      // Fills and empties in waves, so that every size is met on the way up and on the way down.
      let isFilling = (step / bulk) % 2 == 0 || ladder.count < bulk / 4
      switch dice.roll(isFilling ? 12 : 18) {
      case 0..<7:
        let entry = QueueEntry(key: pattern.key(&dice, after: now, step: step), payload: Parcel(number))
        number += 1
        ladder.push(entry)
        heap.push(entry)
      case 7:
        if ladder.peek() != heap.peek() { Issue.record("peek differs at step \(step)") }
      case 8 where dice.roll(40) == 0:
        spare.copy(from: ladder)
        swap(&spare, &ladder)
      case 9 where dice.roll(400) == 0:
        let mark = dice.roll(5)
        ladder.keep { $0.payload.number % 5 != mark }
        heap.keep { $0.payload.number % 5 != mark }
      case 10 where dice.roll(100) == 0:
        #expect(ladder.brokenInvariant() == nil, "step \(step)")
      default:
        let expected = heap.pop()
        guard ladder.pop() == expected else {
          Issue.record("step \(step): not \(String(describing: expected))")
          return
        }
        if let expected { now = expected.key }
      }
    }
    #expect(ladder.brokenInvariant() == nil)
    while let expected = heap.pop() {
      guard ladder.pop() == expected else {
        Issue.record("at the end: not \(expected)")
        return
      }
    }
    #expect(ladder.count == 0)
  }

  @Test("holds its shape while a crowd passes through", arguments: [100, 1_000, 20_000])
  func holdsItsShape(count: Int) {
    var ladder = LadderQueue<Parcel>()
    var dice = Dice(count)
    for number in 0..<count { ladder.push(QueueEntry(key: UInt64(dice.roll(1_000_000)), payload: Parcel(number))) }
    var broken: String?
    for step in 0..<5 * count {
      guard var entry = ladder.pop() else { break }
      entry.key += UInt64(dice.roll(1_000_000))
      ladder.push(entry)
      if step % (count / 10) == 0 { broken = broken ?? ladder.brokenInvariant() }
    }
    #expect(broken == nil)
    #expect(ladder.count == count)
  }

  @Test("needs few rungs, whatever falls in below the next entry", arguments: [1, 8, 4_096, 1 << 33])
  func needsFewRungs(step: UInt64) {
    var ladder = LadderQueue<Parcel>()
    var heap = HeapQueue<Parcel>()
    func push(_ key: UInt64, _ number: Int) {
      ladder.push(QueueEntry(key: key, payload: Parcel(number)))
      heap.push(QueueEntry(key: key, payload: Parcel(number)))
    }
    push(0, 0)
    for number in 1...1_000 { push((1 << 60) + UInt64(number) << 32, number) }
    #expect(ladder.pop() == heap.pop())
    let count = 100_000
    for number in 0..<count { push(UInt64(count - number) * step, number) }
    #expect(ladder.rungsMade < 40)
    #expect(ladder.brokenInvariant() == nil)
    var wrong = 0
    while let expected = heap.pop() {
      if ladder.pop() != expected { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(ladder.rungsMade < 40)
  }

  @Test("gives a copy its own future", arguments: [5, 50, 500, 50_000])
  func copiesAreIndependent(count: Int) {
    var original = LadderQueue<Parcel>()
    var dice = Dice(count)
    for number in 0..<count { original.push(QueueEntry(key: UInt64(dice.roll(count)), payload: Parcel(number))) }
    for _ in 0..<count / 3 { _ = original.pop() }
    var copy = original.copy()
    for number in 0..<count { copy.push(QueueEntry(key: UInt64(dice.roll(count)), payload: Parcel(-number))) }
    var other = LadderQueue<Parcel>()
    other.copy(from: original)
    while copy.pop() != nil {}
    #expect(original.brokenInvariant() == nil)
    while let entry = original.pop() { #expect(other.pop() == entry) }
    #expect(other.count == 0)
  }
}
