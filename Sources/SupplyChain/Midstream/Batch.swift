import Units

/// Fruit that was worked together.
struct Batch: BitwiseCopyable, Sendable {
  /// Fresh before work, the product after it.
  var fruit: GradedGrams
  /// Its running number.
  let number: UInt32
  let site: UInt32
  /// Which lots it is made of.
  let lots: LotList
  /// When the oldest fruit in it was picked.
  let picked: Int32
  let isCertified: Bool
  var wasGassed = false
  var isCold = false
}
