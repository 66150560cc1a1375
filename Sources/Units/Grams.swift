/// Mass, in whole grams.
@frozen
public struct Grams: Quantity {
  /// How many grams.
  public let count: Int64

  /// So many grams.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// `g`.
  public static var unit: String { "g" }
}

extension Grams {
  /// One kilogram.
  @inlinable
  public static var kilogram: Grams { Grams(Int64(1_000)) }

  /// One tonne.
  @inlinable
  public static var tonne: Grams { Grams(Int64(1_000_000)) }

  /// So many whole kilograms; stops when they do not fit.
  @inlinable
  public init(kilograms: Int) {
    self = Grams.kilogram * kilograms
  }

  /// So many whole tonnes; stops when they do not fit.
  @inlinable
  public init(tonnes: Int) {
    self = Grams.tonne * tonnes
  }

  /// A number of kilograms, rounded once to grams; stops when it is not finite or does not fit.
  @inlinable
  public init(kilograms: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line) {
    self.init(kilograms, of: Grams.kilogram.count, rounding, "kg", file, line)
  }

  /// A number of tonnes, rounded once to grams; stops when it is not finite or does not fit.
  @inlinable
  public init(tonnes: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line) {
    self.init(tonnes, of: Grams.tonne.count, rounding, "t", file, line)
  }

  /// In kilograms, for formulas and display.
  @inlinable
  public var kilograms: Double { ratio(to: .kilogram) }

  /// In tonnes, for formulas and display.
  @inlinable
  public var tonnes: Double { ratio(to: .tonne) }
}
