/// Fruit of one lot, by grade, to the gram.
///
/// Half as wide as elsewhere, for there are many and none weighs two thousand tons.
struct LotFruit: BitwiseCopyable, Sendable {
  private let grams: SIMD4<Int32>

  /// Number by number: comparing four wide ones at once is slow where a processor has no word for it.
  @inline(__always)
  init(_ fruit: GradedGrams) {
    grams = SIMD4(
      Int32(clamping: fruit.counts[0]), Int32(clamping: fruit.counts[1]), Int32(clamping: fruit.counts[2]),
      Int32(clamping: fruit.counts[3]))
  }

  var all: GradedGrams {
    @inline(__always) get { GradedGrams(counts: SIMD4(truncatingIfNeeded: grams)) }
  }
}
