import Preconditions

/// Which of eight small classes an event belongs to among those of the same instant; lower ones come first.
///
/// Name the phases that your model has:
///
/// ```swift
/// extension Phase {
///   static var shocks: Phase { 0 }
///   static var arrivals: Phase { 2 }
///   static var endOfDay: Phase { 7 }
/// }
/// ```
///
/// Within a phase, simultaneous events happen in the order in which they were scheduled.
@frozen
public struct Phase: BitwiseCopyable, Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// The place of the phase, 0 to 7.
  public let rank: UInt8

  /// The phase of events that name none, in the middle: 4.
  @inlinable
  public static var normal: Phase { Phase(ofKey: 4) }

  /// Makes a phase of rank 0 to 7.
  @inlinable
  public init(_ rank: UInt8, file: StaticString = #fileID, line: UInt = #line) {
    if rank > 7 { stop("EventCore", "phase \(rank) does not exist, phases are 0 to 7", file: file, line: line) }
    self.rank = rank
  }

  /// The phase in the last three bits of a key.
  @inlinable @inline(__always)
  init(ofKey key: UInt64) { rank = UInt8(truncatingIfNeeded: key & 7) }

  /// Makes a phase of rank 0 to 7.
  @inlinable
  public init(integerLiteral rank: UInt8) { self.init(rank) }

  /// Whether one phase comes before another.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
