/// A posted price: whole satang for a kilogram.
///
///     let bid = SatangPerKilogram(2_850)                        // 28.50 baht
///     bid.value(of: Grams(1_201), rounding: .down)              // 3,422 satang, exactly 3,422.85 before the rule
@frozen
public struct SatangPerKilogram: BitwiseCopyable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How many satang a kilogram.
  public let count: Int64

  /// So many satang a kilogram.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// The price and its unit, for messages.
  public var description: String { "\(count) satang/kg" }

  /// Whether both are the same price.
  @inlinable
  public static func == (left: SatangPerKilogram, right: SatangPerKilogram) -> Bool {
    left.count == right.count
  }

  /// Whether the left is the lower price.
  @inlinable
  public static func < (left: SatangPerKilogram, right: SatangPerKilogram) -> Bool {
    left.count < right.count
  }

  /// What a mass is worth: the exact product of whole numbers, rounded once by the named rule.
  ///
  /// Stops when the value does not fit in 64 bits.
  @inlinable
  public func value(
    of mass: Grams, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line
  ) -> Satang {
    let value = ExactProduct.rounded(count, times: mass.count, over: Grams.kilogram.count, rounding)
    guard let value else { stopOutOfRange("\(self) times \(mass)", file: file, line: line) }
    return Satang(value)
  }

  /// The price in baht, for formulas.
  @inlinable
  public var bahtPerKilogram: BahtPerKilogram { BahtPerKilogram(Double(count) / 100) }
}
