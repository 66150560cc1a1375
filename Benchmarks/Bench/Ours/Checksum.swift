/// Folds every popped (time, id), in order, into 64 bits; the same numbers as in `Peers/contender.hpp`.
struct Checksum {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func fold(timeBits: UInt64, id: UInt64) {
    let mixed = state ^ (timeBits &+ id &* 0x9E37_79B9_7F4A_7C15)
    state = ((mixed &<< 23) | (mixed &>> 41)) &* 0xD6E8_FEB8_6659_FD93
  }
}

/// The drawing of an insertion: the bits of its table entry and its number, through the finaliser of SplitMix64.
///
/// Integer arithmetic only, so that contenders in every language draw the same.
@inline(__always)
func drawing(_ entryBits: UInt64, insertion: UInt64) -> UInt64 {
  var z = entryBits &+ insertion &* 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z &>> 31)
}

/// One of `count` places, from the upper half of a drawing.
@inline(__always)
func place(_ drawing: UInt64, among count: UInt64) -> UInt64 {
  ((drawing &>> 32) &* count) &>> 32
}
