import Units

/// One place where grams or satang can be: the trees of a plot, the yard of a station, the purse of a household.
///
/// It is a number, so that events carry it for nothing; its name is made only for messages and tables. Accounts come
/// from an ``AccountGroup``. An account of grams does not fit a book of satang.
@frozen
public struct Account<Amount: Quantity>: BitwiseCopyable, Sendable, Hashable {
  /// The account's index, and in the top bit whether it may go below zero.
  ///
  /// The rule travels with the number, so that a posting reads no table to learn it.
  @usableFromInline let bits: UInt32

  @inlinable
  init(index: Int, mayGoBelowZero: Bool) {
    bits = UInt32(truncatingIfNeeded: index) | (mayGoBelowZero ? 0x8000_0000 : 0)
  }

  /// The place of the account in its book, from 0.
  @inlinable
  public var index: Int { Int(bits & 0x7fff_ffff) }

  /// Whether more may be taken from the account than it holds.
  @inlinable
  public var mayGoBelowZero: Bool { bits & 0x8000_0000 != 0 }

  /// Whether both are the same account.
  @inlinable
  public static func == (left: Account, right: Account) -> Bool {
    left.bits == right.bits
  }
}
