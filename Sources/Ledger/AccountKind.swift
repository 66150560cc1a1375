/// What a group of accounts is to the books, which decides whether it may go below zero.
@frozen
public enum AccountKind: Sendable, Hashable, CaseIterable {
  /// Where things come from: the harvest potential, markets abroad. It goes below zero by what it has given.
  case source
  /// Where things are: trees, yards, ovens, cold rooms. It cannot give what it does not hold.
  case holding
  /// Where things end: dropped, spoiled, water driven off, sold. It cannot give what it has not received.
  case sink
  /// Somebody with money, who may owe: a household, a buyer, the government.
  case party

  /// Whether more may be taken from such an account than it holds.
  @inlinable
  public var mayGoBelowZero: Bool {
    switch self {
    case .source, .party: true
    case .holding, .sink: false
    }
  }
}
