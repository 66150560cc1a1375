import EventCore
import Ledger

/// Recomputes the books after every event, and stops at the first that leaves them wrong.
///
/// It costs a pass over all accounts, so that it is for tests; at the end of a year the same is done always.
package struct BalanceCheck: EventObserver {
  package init() {}

  package mutating func observe(_ event: ChainEvent, at time: Int, phase: Phase, in province: borrowing Province) {
    province.books.check(event: "\(event)")
  }
}
