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
    grams = SIMD4(clamping: fruit.counts)
    self.lot = lot
    self.isCertified = isCertified
    self.picked = picked
  }

  var fruit: GradedGrams {
    get { GradedGrams(counts: SIMD4(truncatingIfNeeded: grams)) }
    set { grams = SIMD4(clamping: newValue.counts) }
  }
}
