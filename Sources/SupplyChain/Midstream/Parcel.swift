import Units

/// Fruit that came from one lot and goes, or went, to one buyer.
struct Parcel: BitwiseCopyable, Sendable {
  /// Grams of each grade: half as wide as elsewhere, for there are many parcels and none weighs two thousand tons.
  private var grams: SIMD4<Int32>
  /// The running number of the lot.
  let lot: UInt32
  /// The minute at which it was picked.
  let picked: Int32
  let isCertified: Bool

  init(_ fruit: GradedGrams, lot: UInt32, isCertified: Bool, picked: Int32) {
    grams = Parcel.narrow(fruit)
    self.lot = lot
    self.isCertified = isCertified
    self.picked = picked
  }

  var fruit: GradedGrams {
    get { GradedGrams(counts: SIMD4(truncatingIfNeeded: grams)) }
    set { grams = Parcel.narrow(newValue) }
  }

  /// Number by number: comparing four wide ones at once is slow where a processor has no word for it.
  @inline(__always)
  private static func narrow(_ fruit: GradedGrams) -> SIMD4<Int32> {
    SIMD4(
      Int32(clamping: fruit.counts[0]), Int32(clamping: fruit.counts[1]), Int32(clamping: fruit.counts[2]),
      Int32(clamping: fruit.counts[3]))
  }
}
