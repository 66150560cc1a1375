/// The arrival times of those who wait, first in, first out: a ring that doubles when it is full.
struct WaitingLine {
  private var ring = [Double](repeating: 0, count: 1024)
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  private func slot(_ index: UInt64) -> Int {
    Int(truncatingIfNeeded: index) & (ring.count - 1)
  }

  mutating func join(_ arrival: Double) {
    if tail - head == UInt64(ring.count) { grow() }
    ring[slot(tail)] = arrival
    tail += 1
  }

  mutating func leave() -> Double? {
    guard head < tail else { return nil }
    defer { head += 1 }
    return ring[slot(head)]
  }

  private mutating func grow() {
    var larger = [Double](repeating: 0, count: 2 * ring.count)
    for index in head..<tail {
      larger[Int(truncatingIfNeeded: index) & (larger.count - 1)] = ring[slot(index)]
    }
    ring = larger
  }
}

/// How long customers waited: their number, sum, sum of squares and longest.
struct Waits {
  private(set) var count = 0
  private(set) var sum = 0.0
  private(set) var sumOfSquares = 0.0
  private(set) var longest = 0.0

  mutating func add(_ wait: Double) {
    count += 1
    sum += wait
    sumOfSquares += wait * wait
    if wait > longest { longest = wait }
  }
}
