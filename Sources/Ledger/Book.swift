import CSupport
import Preconditions
import Units

/// The book of one quantity, mass or money: what every account received, gave and holds.
///
///     var book = Book(chart)
///     book.post(Grams(1_200), from: onTrees[plot], to: picked[lot], event: "picking of lot \(lot)")
///     book.balance(of: onTrees[plot])
///
/// A posting takes from one account what it puts into another, so the sum of all balances is zero by construction,
/// at every instant. Two controls stand behind that: the sum of all postings is kept beside the accounts, and
/// ``audit()`` recomputes from the accounts that all that came in, all that went out and that sum are the same number.
///
/// The sum of all postings stays within 64 bits (nine million million tonnes; ninety thousand million million baht): one
/// check of one addition keeps every account, every group and every table within 64 bits.
///
/// A book is a value: a copy goes its own way. Its accounts are one array of plain numbers.
@frozen
public struct Book<Amount: Quantity>: Sendable {
  /// The accounts by group, and their names.
  public private(set) var chart: ChartOfAccounts<Amount>
  @usableFromInline var turnovers: [Turnover<Amount>]
  /// Which accounts may go below zero.
  ///
  /// The book knows, not the account: no number from elsewhere weakens a rule. It is read only where an account would go
  /// below zero, so a posting between holdings costs nothing more. A bit for each account: half a million of them stay near
  /// the core.
  @usableFromInline var freeToOwe: [UInt64]
  @usableFromInline var postedCount: Int64 = 0
  @usableFromInline var postingCount = 0

  /// A book in which nothing has been posted.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public init(_ chart: ChartOfAccounts<Amount>) {
    self.chart = chart
    turnovers = Array(repeating: Turnover(), count: chart.count)
    freeToOwe = Array(repeating: 0, count: (chart.count + 63) / 64)
    for group in chart.entries.map(\.group) where group.kind.mayGoBelowZero {
      for index in group.indices { freeToOwe[index >> 6] |= 1 << UInt64(index & 63) }
    }
  }

  /// Whether an account of the book may go below zero.
  @inlinable @inline(__always)
  func mayGoBelowZero(_ index: Int) -> Bool { freeToOwe[index >> 6] >> UInt64(index & 63) & 1 == 1 }

  /// How many postings were made; an entry of *n* legs counts as *n* - 1.
  @inlinable
  public var postings: Int { postingCount }

  /// The sum of all postings.
  @inlinable
  public var posted: Amount { Amount(postedCount) }

  /// What an account received and gave since the beginning; stops when the book has no such account.
  @inlinable
  public func turnover(
    of account: Account<Amount>, file: StaticString = #fileID, line: UInt = #line
  ) -> Turnover<Amount> {
    guard account.index < turnovers.count else { stopNoAccount(account.index, turnovers.count, file, line) }
    return turnovers[account.index]
  }

  /// What an account holds; stops when the book has no such account.
  @inlinable
  public func balance(
    of account: Account<Amount>, file: StaticString = #fileID, line: UInt = #line
  ) -> Amount {
    turnover(of: account, file: file, line: line).balance
  }

  /// Asks for an account's memory before it is needed; does nothing when the book has no such account.
  @inlinable @inline(__always)
  public func prefetch(_ account: Account<Amount>) {
    unsafe turnovers.withUnsafeBufferPointer { buffer in
      guard account.index < buffer.count, let base = buffer.baseAddress else { return }
      unsafe prefetchForReading(base + account.index)
    }
  }

  /// What the accounts of a group hold together; stops when the book has no such group.
  ///
  /// - Complexity: O(*n*) for *n* accounts of the group.
  @inlinable
  public func balance(
    of group: AccountGroup<Amount>, file: StaticString = #fileID, line: UInt = #line
  ) -> Amount {
    guard group.indices.upperBound <= turnovers.count else {
      stopNoAccount(group.indices.upperBound - 1, turnovers.count, file, line)
    }
    let sum = turnovers[group.indices].reduce(Int64(0)) { $0 &+ $1.balance.count }
    return Amount(sum)
  }

  /// Becomes a copy of another book, in the memory that this one has already.
  ///
  /// A plain assignment shares memory and then pays for fresh pages at the first posting; this copies at the speed of
  /// memory when this book's accounts are its own and as many.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public mutating func copy(from other: Book) {
    if turnovers.count == other.turnovers.count {
      turnovers.replaceSubrange(turnovers.indices, with: other.turnovers)
    } else {
      turnovers = other.turnovers
    }
    chart = other.chart
    freeToOwe = other.freeToOwe
    postedCount = other.postedCount
    postingCount = other.postingCount
  }
}

@usableFromInline
@inline(never)
func stopNoAccount(_ index: Int, _ count: Int, _ file: StaticString, _ line: UInt) -> Never {
  stop("Ledger", "a book of \(count) accounts has no account \(index)", file: file, line: line)
}
