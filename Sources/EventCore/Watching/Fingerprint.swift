/// A number that stands for everything mixed into it, in its order.
///
/// Two runs with the same fingerprint did the same things; a difference in the least of them shows. It is no
/// cryptographic hash.
@frozen
public struct Fingerprint: BitwiseCopyable, Hashable, Sendable {
  /// The number.
  public let value: UInt64

  /// The fingerprint of nothing.
  @inlinable
  public init() { self.init(value: 0x243F_6A88_85A3_08D3) }

  @inlinable
  init(value: UInt64) { self.value = value }

  /// Mixes a word in.
  @inlinable
  public mutating func mix(_ word: UInt64) {
    // The folded product of two odd-keyed words, as in wyhash (Wang Yi, 2019); the rotation makes order count.
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: word ^ 0xE703_7ED1_A0B4_28DB)
    self = Self(value: (product.high ^ product.low) &+ (value &<< 23 | value &>> 41))
  }

  /// Mixes a whole number in.
  @inlinable
  public mutating func mix(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  /// Mixes a real number in, by its bits; the two zeros count as one.
  @inlinable
  public mutating func mix(_ number: Double) { mix(number == 0 ? 0 : number.bitPattern) }

  /// Mixes in the place of a time.
  @inlinable
  public mutating func mix<Time: EventTime>(time: Time) { mix(time.order) }
}

/// Events that can say what they are to a fingerprint.
///
/// The bytes of an event will not do: between its fields lie bytes that mean nothing and may be anything.
public protocol Fingerprintable {
  /// Mixes in what distinguishes this value from others.
  func mix(into fingerprint: inout Fingerprint)
}
