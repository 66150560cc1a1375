/// Fruit that came from one lot and goes, or went, to one buyer.
struct Parcel: BitwiseCopyable, Sendable {
  private var small: LotFruit
  /// The running number of the lot.
  let lot: UInt32
  /// The minute at which it was picked.
  let picked: Int32
  let isCertified: Bool

  init(_ fruit: GradedGrams, lot: UInt32, isCertified: Bool, picked: Int32) {
    small = LotFruit(fruit)
    self.lot = lot
    self.isCertified = isCertified
    self.picked = picked
  }

  var fruit: GradedGrams {
    get { small.all }
    set { small = LotFruit(newValue) }
  }
}
