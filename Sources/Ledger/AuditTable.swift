import Preconditions
import Units

/// What every group of accounts held, received, gave and holds, as plain data that adds up to the last unit.
///
/// In every row opening + in - out = closing. Over all rows openings and closings come to zero, and what came in to
/// what went out. Moves between members of one group count as in and out.
public struct AuditTable<Amount: Quantity>: Sendable, Hashable {
  /// One group of accounts.
  public struct Row: Sendable, Hashable {
    /// The group's id.
    public let id: String
    /// What the group is to the books.
    public let kind: AccountKind
    /// What it held at the beginning.
    public let opening: Amount
    /// What came in.
    public let into: Amount
    /// What went out.
    public let outOf: Amount
    /// What it holds at the end.
    public let closing: Amount
  }

  /// The groups in the order of the chart.
  public let rows: [Row]

  init(
    _ chart: ChartOfAccounts<Amount>, from opening: GroupTotals<Amount>?, to closing: GroupTotals<Amount>,
    _ file: StaticString, _ line: UInt
  ) {
    if let opening, opening.ids != closing.ids {
      let other = opening.ids.first { !closing.ids.contains($0) } ?? "\(opening.ids.count) groups"
      stop("Ledger", "the opening is of another book, with \(other)", file: file, line: line)
    }
    rows = chart.entries.indices.map { index in
      let start = opening?.groups[index] ?? Turnover()
      let end = closing.groups[index]
      return Row(
        id: chart.entries[index].id, kind: chart.entries[index].group.kind, opening: start.balance,
        into: end.into - start.into, outOf: end.outOf - start.outOf, closing: end.balance)
    }
  }
}
