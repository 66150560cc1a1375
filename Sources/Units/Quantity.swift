import Preconditions

/// A whole number of one unit: grams, satang, square wah or minutes.
///
///     let lot = Grams(kilograms: 1_200)
///     let two = lot + lot          // exact
///     let ten = lot * 10           // exact; Grams * Grams means nothing and does not compile
///
/// Sums and products are exact. One that does not fit in 64 bits ends the process with a message that says which;
/// what may legitimately not fit is asked with ``addingReportingOverflow(_:)`` or ``scaledIfPossible(by:rounding:)``.
public protocol Quantity:
  BitwiseCopyable, Sendable, Hashable, Comparable, AdditiveArithmetic, CustomStringConvertible
{
  /// How many of the unit.
  var count: Int64 { get }
  /// A quantity of so many units.
  init(_ count: Int64)
  /// The unit's name in messages.
  static var unit: String { get }
}

extension Quantity {
  /// A quantity of so many units.
  @inlinable
  public init(_ count: Int) {
    self.init(Int64(count))
  }

  /// Nothing.
  @inlinable
  public static var zero: Self { Self(Int64(0)) }

  /// The count and the unit, for messages.
  public var description: String { "\(count) \(Self.unit)" }

  /// Whether both are the same amount.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.count == right.count
  }

  /// Whether the left is the smaller amount.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    left.count < right.count
  }

  /// The exact sum; stops when it does not fit.
  @inlinable
  public static func + (left: Self, right: Self) -> Self {
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { stopOutOfRange("\(left) + \(right)") }
    return sum
  }

  /// The exact difference; stops when it does not fit.
  @inlinable
  public static func - (left: Self, right: Self) -> Self {
    let (difference, overflow) = left.count.subtractingReportingOverflow(right.count)
    if overflow { stopOutOfRange("\(left) - \(right)") }
    return Self(difference)
  }

  /// Adds in place; stops when the sum does not fit.
  @inlinable
  public static func += (left: inout Self, right: Self) {
    left = left + right
  }

  /// Takes away in place; stops when the difference does not fit.
  @inlinable
  public static func -= (left: inout Self, right: Self) {
    left = left - right
  }

  /// So many times the amount, exactly; stops when it does not fit.
  @inlinable
  public static func * (left: Self, times: Int) -> Self {
    let (product, overflow) = left.count.multipliedReportingOverflow(by: Int64(times))
    if overflow { stopOutOfRange("\(left) * \(times)") }
    return Self(product)
  }

  /// The sum, wrapped round when it does not fit, and whether it did not.
  @inlinable
  public func addingReportingOverflow(_ other: Self) -> (sum: Self, overflow: Bool) {
    let (sum, overflow) = count.addingReportingOverflow(other.count)
    return (Self(sum), overflow)
  }

  /// How many whole times `measure` goes into the amount, and what is over: baskets in a lot, loads of an oven.
  ///
  /// The quotient is rounded towards zero and the remainder has the sign of the amount. Stops when `measure` is not
  /// more than nothing.
  @inlinable
  public func quotientAndRemainder(
    dividingBy measure: Self, file: StaticString = #fileID, line: UInt = #line
  ) -> (quotient: Int, remainder: Self) {
    guard measure.count > 0 else { stopNotPositive("the measure", measure, file, line) }
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: measure.count)
    return (Int(quotient), Self(remainder))
  }

  /// The amount as a share of another, as a `Double`; not finite when the other is nothing.
  @inlinable
  public func ratio(to other: Self) -> Double {
    Double(count) / Double(other.count)
  }
}

/// Says which amount does not fit in 64 bits, and stops.
@usableFromInline
@inline(never)
func stopOutOfRange(
  _ amount: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  stop("Units", "\(amount()) does not fit in a whole number of 64 bits", file: file, line: line)
}

/// Says what should have been more than nothing, and stops.
@usableFromInline
@inline(never)
func stopNotPositive(
  _ what: StaticString, _ amount: some Quantity, _ file: StaticString, _ line: UInt
) -> Never {
  stop("Units", "\(what) is \(amount); it must be more than nothing", file: file, line: line)
}
