/// A price inside formulas: baht for a kilogram, with fractions of a satang.
///
/// A price that people post and pay is ``SatangPerKilogram``; ``posted(rounding:file:line:)`` makes one of this.
@frozen
public struct BahtPerKilogram: BitwiseCopyable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Baht a kilogram.
  public var baht: Double

  /// So many baht a kilogram.
  @inlinable
  public init(_ baht: Double) {
    self.baht = baht
  }

  /// The price and its unit, for messages.
  public var description: String { "\(baht) baht/kg" }

  /// Whether both are the same price.
  @inlinable
  public static func == (left: BahtPerKilogram, right: BahtPerKilogram) -> Bool {
    left.baht == right.baht
  }

  /// Whether the left is the lower price.
  @inlinable
  public static func < (left: BahtPerKilogram, right: BahtPerKilogram) -> Bool {
    left.baht < right.baht
  }

  /// The price as posted, in whole satang a kilogram; stops when it is not finite or does not fit.
  @inlinable
  public func posted(
    rounding: Rounding, file: StaticString = #fileID, line: UInt = #line
  ) -> SatangPerKilogram {
    SatangPerKilogram(Satang(baht: baht, rounding: rounding, file: file, line: line).count)
  }

  /// What a mass is worth, rounded once by the named rule.
  ///
  /// What is rounded is the exact product with the `Double` that the price is. The nearest `Double` to 0.29 lies a
  /// hair below it, so that a kilogram at 0.29 baht, rounded down, is 28 satang: for prices in whole satang use
  /// ``SatangPerKilogram``. Stops when the price is not finite or the value does not fit in 64 bits.
  @inlinable
  public func value(
    of mass: Grams, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line
  ) -> Satang {
    // Baht a kilogram times grams, times 100 satang a baht, over 1,000 grams a kilogram.
    guard let value = ExactProduct.rounded(mass.count, times: baht, over: 10, rounding) else {
      stopOutOfRange("\(self) times \(mass)", file: file, line: line)
    }
    return Satang(value)
  }
}
