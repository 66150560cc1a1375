import Units

/// One side of an entry that has several: an amount taken from an account or put into one.
///
///     book.post(
///       [.take(Grams(3_300), from: oven), .put(Grams(1_000), into: dried), .put(Grams(2_300), into: water)],
///       event: "drying of batch \(batch)")
@frozen
public struct Leg<Amount: Quantity>: BitwiseCopyable, Sendable, Hashable {
  /// How much.
  public let amount: Amount
  /// From where or to where.
  public let account: Account<Amount>
  /// Whether it is taken from the account, not put into it.
  public let isTaken: Bool

  @inlinable
  init(amount: Amount, account: Account<Amount>, isTaken: Bool) {
    self.amount = amount
    self.account = account
    self.isTaken = isTaken
  }

  /// An amount taken from an account.
  @inlinable
  public static func take(_ amount: Amount, from account: Account<Amount>) -> Leg {
    Leg(amount: amount, account: account, isTaken: true)
  }

  /// An amount put into an account.
  @inlinable
  public static func put(_ amount: Amount, into account: Account<Amount>) -> Leg {
    Leg(amount: amount, account: account, isTaken: false)
  }

  /// What it adds to what came into its account.
  @inlinable
  var intoCount: Int64 { isTaken ? 0 : amount.count }

  /// What it adds to what went out of its account.
  @inlinable
  var outOfCount: Int64 { isTaken ? amount.count : 0 }
}
