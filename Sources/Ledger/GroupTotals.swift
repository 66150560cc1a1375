import Units

/// What every group of a book had received and given at one moment.
///
/// Taken when the part of the calendar that is shown begins, it makes the opening of an ``AuditTable``.
public struct GroupTotals<Amount: Quantity>: Sendable, Hashable {
  let groups: [Turnover<Amount>]
  /// The groups' ids, by which totals of another book are known.
  let ids: [String]
}
