import Units

/// All that ever came into an account and all that ever went out of it.
///
/// Two sums instead of a balance cost a posting the same two additions and the same cache line for each account, and
/// they give the audit its columns for nothing. Neither is ever below zero or above the sum of all postings, which the
/// book keeps within 64 bits; so neither their additions nor the balance can overflow, and need no check of their own.
@frozen
public struct Turnover<Amount: Quantity>: BitwiseCopyable, Sendable, Hashable {
  /// What came in.
  @usableFromInline var intoCount: Int64 = 0
  /// What went out.
  @usableFromInline var outOfCount: Int64 = 0

  @inlinable
  init() {}

  /// What came in.
  @inlinable
  public var into: Amount { Amount(intoCount) }

  /// What went out.
  @inlinable
  public var outOf: Amount { Amount(outOfCount) }

  /// What is there: what came in less what went out.
  @inlinable
  public var balance: Amount { Amount(intoCount &- outOfCount) }
}
