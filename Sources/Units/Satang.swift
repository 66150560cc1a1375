/// Money, in whole satang; 100 make a baht.
@frozen
public struct Satang: Quantity {
  /// How many satang.
  public let count: Int64

  /// So many satang.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// `satang`.
  public static var unit: String { "satang" }
}

extension Satang {
  /// One baht.
  @inlinable
  public static var baht: Satang { Satang(Int64(100)) }

  /// So many whole baht; stops when they do not fit.
  @inlinable
  public init(baht: Int) {
    self = Satang.baht * baht
  }

  /// A number of baht, rounded once to satang; stops when it is not finite or does not fit.
  @inlinable
  public init(baht: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line) {
    self.init(baht, of: Satang.baht.count, rounding, "baht", file, line)
  }

  /// In baht, for formulas and display.
  @inlinable
  public var baht: Double { ratio(to: .baht) }
}
