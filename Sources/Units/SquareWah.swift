/// Area, in whole square wah as on Thai land papers; 400 make a rai.
@frozen
public struct SquareWah: Quantity {
  /// How many square wah.
  public let count: Int64

  /// So many square wah.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// `square wah`.
  public static var unit: String { "square wah" }
}

extension SquareWah {
  /// One rai.
  @inlinable
  public static var rai: SquareWah { SquareWah(Int64(400)) }

  /// So many whole rai; stops when they do not fit.
  @inlinable
  public init(rai: Int) {
    self = SquareWah.rai * rai
  }

  /// A number of rai, rounded once to square wah; stops when it is not finite or does not fit.
  @inlinable
  public init(rai: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line) {
    self.init(rai, of: SquareWah.rai.count, rounding, "rai", file, line)
  }

  /// In rai, for formulas and display.
  @inlinable
  public var rai: Double { ratio(to: .rai) }
}
