import Preconditions
import Units

/// The books of a simulation: every gram and every satang, where it is and how it came there.
///
/// Mass and money are two books with accounts of their own, so that an account of one cannot be posted in the other.
/// A ledger is a value: a copy goes its own way.
@frozen
public struct Ledger: Sendable {
  /// The grams.
  public var mass: Book<Grams>
  /// The satang.
  public var money: Book<Satang>

  /// Books in which nothing has been posted.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public init(mass: ChartOfAccounts<Grams>, money: ChartOfAccounts<Satang>) {
    self.mass = Book(mass)
    self.money = Book(money)
  }

  /// How many postings were made in both books.
  @inlinable
  public var postings: Int { mass.postings + money.postings }

  /// Posts legs in both books, all or nothing, or stops and names the event.
  ///
  ///     ledger.post(
  ///       mass: [.take(lot, from: picked), .put(lot, into: yard)],
  ///       money: [.take(price, from: buyer), .put(price - freight, into: farm), .put(freight, into: haulier)],
  ///       event: "sale of lot \(number)")
  ///
  /// - Complexity: O(*n*) for *n* legs, without allocation.
  @inlinable
  public mutating func post<let massCount: Int, let moneyCount: Int>(
    mass massLegs: InlineArray<massCount, Leg<Grams>>, money moneyLegs: InlineArray<moneyCount, Leg<Satang>>,
    event: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
  ) {
    if !move(massLegs, moneyLegs) {
      stopRefused(refusal(of: massLegs, moneyLegs), event(), file, line)
    }
  }

  /// Posts legs in both books, or leaves both as they were and says why.
  ///
  /// - Complexity: O(*n*) for *n* legs, without allocation.
  @inlinable
  public mutating func post<let massCount: Int, let moneyCount: Int>(
    mass massLegs: InlineArray<massCount, Leg<Grams>>, money moneyLegs: InlineArray<moneyCount, Leg<Satang>>
  ) throws(LedgerError) {
    if !move(massLegs, moneyLegs) { throw refusal(of: massLegs, moneyLegs) }
  }

  @inlinable
  mutating func move<let massCount: Int, let moneyCount: Int>(
    _ massLegs: InlineArray<massCount, Leg<Grams>>, _ moneyLegs: InlineArray<moneyCount, Leg<Satang>>
  ) -> Bool {
    guard mass.move(massLegs) else { return false }
    guard money.move(moneyLegs) else {
      mass.takeBack(massLegs)
      return false
    }
    return true
  }

  @inlinable
  @inline(never)
  func refusal<let massCount: Int, let moneyCount: Int>(
    of massLegs: InlineArray<massCount, Leg<Grams>>, _ moneyLegs: InlineArray<moneyCount, Leg<Satang>>
  ) -> LedgerError {
    var copy = mass
    return copy.move(massLegs) ? money.refusal(of: moneyLegs.span) : mass.refusal(of: massLegs.span)
  }

  /// Recomputes both books from their accounts and throws when they do not balance.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public func audit() throws(LedgerError) {
    try mass.audit()
    try money.audit()
  }

  /// Recomputes both books and stops, naming the event, when they do not balance: for a check at every event.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public func check(
    event: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
  ) {
    do throws(LedgerError) { try audit() } catch { stopRefused(error, event(), file, line) }
  }

  /// Becomes a copy of another ledger, in the memory that this one has already.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public mutating func copy(from other: Ledger) {
    mass.copy(from: other.mass)
    money.copy(from: other.money)
  }
}
