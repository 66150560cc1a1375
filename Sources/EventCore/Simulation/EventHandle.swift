import Synchronization

/// A claim on one scheduled event, with which it can be cancelled or moved until it happens.
///
/// Handles are plain values of eight bytes: keep them in your model. In a copy of a simulation they name the copy's own
/// events; those given after the copy was made are good only where they were given.
@frozen
public struct EventHandle: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline var slot: UInt32
  @usableFromInline var stamp: UInt32

  @inlinable @inline(__always)
  init(slot: UInt32, stamp: UInt32) {
    self.slot = slot
    self.stamp = stamp
  }

  /// A handle that names no event of any simulation, for a field that has none yet.
  @inlinable
  public static var none: Self { Self(slot: 0, stamp: 0) }
}

/// Gives every simulation, and every copy, a range of stamps of its own, so that a handle of one is not taken for a
/// handle of another.
///
/// No result depends on it: a stamp is only ever compared with a stamp.
@usableFromInline
enum HandleStamps {
  private static let simulations = Atomic<UInt32>(0)

  /// A number far from those given before.
  ///
  /// Multiples of the golden ratio keep their distance on the circle of 2³² (Knuth, "The art of computer programming",
  /// volume 3, section 6.4).
  @usableFromInline
  static func next() -> UInt32 {
    simulations.wrappingAdd(1, ordering: .relaxed).newValue &* 0x9E37_79B9
  }
}
