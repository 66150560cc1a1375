import Preconditions

extension Quantity {
  /// The amount times a ratio, rounded once by the named rule.
  ///
  ///     let dried = fresh.scaled(by: 1 / 3.3, rounding: .down)
  ///     let water = fresh - dried      // never computed a second time, so nothing is lost
  ///
  /// What is rounded is the exact product with the `Double` that `ratio` is. Stops when the ratio is not finite or
  /// the result does not fit in 64 bits.
  @inlinable
  public func scaled(
    by ratio: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    guard let scaled = scaledIfPossible(by: ratio, rounding: rounding) else {
      stopOutOfRange("\(self) times \(ratio)", file: file, line: line)
    }
    return scaled
  }

  /// The amount times a ratio, rounded once by the named rule; nil when that is no amount.
  ///
  /// - Returns: Nil when the ratio is not finite or the result does not fit in 64 bits.
  @inlinable
  public func scaledIfPossible(by ratio: Double, rounding: Rounding) -> Self? {
    ExactProduct.rounded(count, times: ratio, over: 1, rounding).map { Self($0) }
  }

  /// The amount times one amount over another, rounded once by the named rule: a load's share of the batch's cost.
  ///
  /// The product is held in 128 bits. Stops when `denominator` is not more than nothing or the result does not fit.
  @inlinable
  public func scaled<Other: Quantity>(
    by numerator: Other, over denominator: Other, rounding: Rounding,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    guard denominator.count > 0 else { stopNotPositive("the denominator", denominator, file, line) }
    let scaled = ExactProduct.rounded(count, times: numerator.count, over: denominator.count, rounding)
    guard let scaled else {
      stopOutOfRange("\(self) times \(numerator) over \(denominator)", file: file, line: line)
    }
    return Self(scaled)
  }

  /// A number of larger units in this unit, rounded once by the named rule; the home of every conversion.
  @inlinable
  init(
    _ number: Double, of size: Int64, _ rounding: Rounding, _ name: StaticString, _ file: StaticString, _ line: UInt
  ) {
    guard let count = ExactProduct.rounded(size, times: number, over: 1, rounding) else {
      stopOutOfRange("\(number) \(name)", file: file, line: line)
    }
    self.init(count)
  }
}
