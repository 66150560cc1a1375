/// A clock's reading: whole ticks (`Int`) or real time (`Double`), or a type of yours that wraps one of them.
///
/// The queue orders by whole numbers only, so a time says its place among all times as a number of 61 bits; the three
/// bits left in a word hold the ``Phase``. Both conversions are exact: nothing is rounded.
public protocol EventTime: BitwiseCopyable, Comparable, Sendable {
  /// This time's place among all times, below ``EventTimeRange/end``; `UInt64.max` for a time that has none.
  var order: UInt64 { get }

  /// The time at a place that came from ``order``.
  init(order: UInt64)

  /// Where a clock starts unless told otherwise.
  static var zero: Self { get }

  /// The time that lies a delay later, or `nil` when it cannot be represented.
  func later(by delay: Self) -> Self?

  /// How long it is from an earlier time to this one, as a number for statistics.
  func elapsed(since earlier: Self) -> Double

  /// How far this time is into a period that repeats from zero on; never negative, and less than the period.
  func remainder(in period: Self) -> Self
}

/// The places that times may take.
@frozen
public enum EventTimeRange {
  /// One past the last place; the very last is left out so that no key is `UInt64.max`.
  @inlinable
  public static var end: UInt64 { (1 &<< 61) - 1 }

  @inlinable
  static var middle: UInt64 { 1 &<< 60 }
}

extension Int: EventTime {
  /// This tick's place among all ticks; ticks run from −2⁶⁰ to 2⁶⁰ − 2.
  @inlinable @inline(__always)
  public var order: UInt64 {
    let place = UInt64(bitPattern: Int64(self)) &+ EventTimeRange.middle
    return place < EventTimeRange.end ? place : .max
  }

  /// The tick at a place.
  @inlinable @inline(__always)
  public init(order: UInt64) {
    self = Int(Int64(bitPattern: order &- EventTimeRange.middle))
  }

  /// The tick that lies a delay later, or `nil` on overflow.
  @inlinable @inline(__always)
  public func later(by delay: Self) -> Self? {
    let (sum, overflow) = addingReportingOverflow(delay)
    return overflow ? nil : sum
  }

  /// Ticks from an earlier time to this one.
  @inlinable @inline(__always)
  public func elapsed(since earlier: Self) -> Double { Double(self &- earlier) }

  /// How far this tick is into a period.
  @inlinable
  public func remainder(in period: Self) -> Self {
    let rest = self % period
    return rest < 0 ? rest + period : rest
  }
}

extension Double: EventTime {
  /// The bits of 2⁻¹²⁷, the smallest time above zero.
  @inlinable
  static var leastTimeBits: UInt64 { UInt64(1_023 - 127) &<< 52 }

  /// This time's place among all times; times are 0, or lie from 2⁻¹²⁷ to 2¹²⁸ on either side of it.
  ///
  /// The bits of positive numbers are in the order of the numbers; leaving out exponents that no clock needs frees the
  /// three bits of the phase without touching the precision.
  @inlinable @inline(__always)
  public var order: UInt64 {
    // One comparison finds the positive: the bits of all others wrap round to numbers that are too large.
    let size = bitPattern &- Self.leastTimeBits &+ 1
    return size <= Self.greatestSize ? EventTimeRange.middle &+ size : orderBelowOrNone
  }

  /// The size of 2¹²⁸.
  @inlinable
  static var greatestSize: UInt64 { UInt64(255) &<< 52 &+ 1 }

  /// The place of a time that is not above zero, if it has one.
  @inlinable
  var orderBelowOrNone: UInt64 {
    if self == 0 { return EventTimeRange.middle }
    let size = magnitude.bitPattern &- Self.leastTimeBits &+ 1
    return self < 0 && size <= Self.greatestSize ? EventTimeRange.middle &- size : .max
  }

  /// The time at a place.
  @inlinable @inline(__always)
  public init(order: UInt64) {
    if order > EventTimeRange.middle {
      self = Double(bitPattern: order &- EventTimeRange.middle &- 1 &+ Self.leastTimeBits)
    } else if order == EventTimeRange.middle {
      self = 0
    } else {
      self = -Double(bitPattern: EventTimeRange.middle &- order &- 1 &+ Self.leastTimeBits)
    }
  }

  /// The time that lies a delay later.
  @inlinable @inline(__always)
  public func later(by delay: Self) -> Self? { self + delay }

  /// Time from an earlier time to this one.
  @inlinable @inline(__always)
  public func elapsed(since earlier: Self) -> Double { self - earlier }

  /// How far this time is into a period.
  @inlinable
  public func remainder(in period: Self) -> Self {
    let rest = truncatingRemainder(dividingBy: period)
    return rest < 0 ? Swift.min(rest + period, period.nextDown) : rest
  }
}
