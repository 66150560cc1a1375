import Units

/// One place where grams or satang can be: the trees of a plot, the yard of a station, the purse of a household.
///
/// It is a number, so that events carry it for nothing; its name is made only for messages and tables. Accounts come
/// from an ``AccountGroup`` and mean something only to books of its chart. An account of grams does not fit a book of
/// satang.
@frozen
public struct Account<Amount: Quantity>: BitwiseCopyable, Sendable, Hashable {
  @usableFromInline let number: UInt32

  @inlinable
  init(index: Int) {
    number = UInt32(truncatingIfNeeded: index)
  }

  /// The place of the account in its book, from 0.
  @inlinable
  public var index: Int { Int(number) }

  /// Whether both are the same account.
  @inlinable
  public static func == (left: Account, right: Account) -> Bool {
    left.number == right.number
  }
}
