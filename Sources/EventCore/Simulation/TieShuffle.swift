/// Simultaneous events taken out of the queue together, to be drawn in a random order.
@frozen
@usableFromInline
struct TieShuffle<Ticket: BitwiseCopyable> {
  @usableFromInline var tied: [QueueEntry<Ticket>] = []
  @usableFromInline var state: UInt64

  @inlinable
  init(seed: UInt64) { state = seed }

  /// Drops what the caller does not want.
  @inlinable
  mutating func keep(where isWanted: (QueueEntry<Ticket>) -> Bool) { tied.removeAll { !isWanted($0) } }

  /// Takes one of the events out at random.
  @inlinable
  mutating func draw() -> QueueEntry<Ticket> {
    // SplitMix64 (Steele, Lea, Flood 2014). The slight bias of taking the high bits of a product does not matter here.
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits &>> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits &>> 27) &* 0x94D0_49BB_1331_11EB
    bits ^= bits &>> 31
    tied.swapAt(Int(bits.multipliedFullWidth(by: UInt64(tied.count)).high), tied.count - 1)
    return tied.removeLast()
  }
}
