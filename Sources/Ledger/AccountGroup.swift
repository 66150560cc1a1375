import Preconditions
import Units

/// A row of accounts of one kind, one for each plot, station, household or place.
///
///     let onTrees = chart.add("on-trees", .holding, count: plots.count)
///     onTrees[plot]                  // the account of that plot
@frozen
public struct AccountGroup<Amount: Quantity>: BitwiseCopyable, Sendable, Hashable {
  /// The place of the first account in the book.
  @usableFromInline let first: Int
  /// How many accounts it has.
  public let count: Int
  /// What its accounts are to the books.
  public let kind: AccountKind

  @inlinable
  init(first: Int, count: Int, kind: AccountKind) {
    self.first = first
    self.count = count
    self.kind = kind
  }

  /// The account of a member, from 0; stops when the group has no such member.
  @inlinable
  public subscript(member: Int, file: StaticString = #fileID, line: UInt = #line) -> Account<Amount> {
    guard member >= 0, member < count else { stopNoMember(member, count, file, line) }
    return Account(index: first + member)
  }

  /// The places of its accounts in the book.
  @inlinable
  var indices: Range<Int> { first..<first + count }
}

@usableFromInline
@inline(never)
func stopNoMember(_ member: Int, _ count: Int, _ file: StaticString, _ line: UInt) -> Never {
  stop("Ledger", "a group of \(count) accounts has no member \(member)", file: file, line: line)
}
