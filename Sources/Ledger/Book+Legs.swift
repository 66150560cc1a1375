import Preconditions
import Units

/// Entries of several legs, for what one movement cannot say: fresh fruit becomes dried fruit and water.
///
/// The number of legs is part of the type, so that an entry lives in registers and its loops are unrolled.
extension Book {
  /// Posts several legs at once, or stops and names the event.
  ///
  /// As much must be put as is taken. An account may pass on what it receives in the same entry.
  ///
  /// - Complexity: O(*n*) for *n* legs, without allocation.
  @inlinable
  public mutating func post<let count: Int>(
    _ legs: InlineArray<count, Leg<Amount>>,
    event: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
  ) {
    if !move(legs) { stopRefused(refusal(of: legs.span), event(), file, line) }
  }

  /// Posts several legs at once, or leaves the book as it was and says why.
  ///
  /// - Complexity: O(*n*) for *n* legs, without allocation.
  @inlinable
  public mutating func post<let count: Int>(_ legs: InlineArray<count, Leg<Amount>>) throws(LedgerError) {
    if !move(legs) { throw refusal(of: legs.span) }
  }

  /// Posts legs unless a rule forbids it, and says whether it did.
  @inlinable
  mutating func move<let count: Int>(_ legs: InlineArray<count, Leg<Amount>>) -> Bool {
    var into: Int64 = 0
    var outOf: Int64 = 0
    for index in legs.indices {
      let leg = legs[index]
      let (intoSum, intoOverflow) = into.addingReportingOverflow(leg.intoCount)
      let (outOfSum, outOfOverflow) = outOf.addingReportingOverflow(leg.outOfCount)
      guard leg.amount.count >= 0, !intoOverflow, !outOfOverflow, leg.account.index < turnovers.count else {
        return false
      }
      into = intoSum
      outOf = outOfSum
    }
    let (posted, overflow) = postedCount.addingReportingOverflow(into)
    guard into == outOf, !overflow else { return false }
    enter(legs)
    for index in legs.indices {
      let account = legs[index].account.index
      if turnovers[account].balance.count < 0, !mayGoBelowZero(account) {
        withdraw(legs)
        return false
      }
    }
    postedCount = posted
    postingCount &+= Swift.max(0, count - 1)
    return true
  }

  /// Takes back what ``move(_:)`` has posted, as if it had not been.
  @inlinable
  mutating func takeBack<let count: Int>(_ legs: InlineArray<count, Leg<Amount>>) {
    withdraw(legs)
    for index in legs.indices {
      postedCount &-= legs[index].intoCount
    }
    postingCount &-= Swift.max(0, count - 1)
  }

  @inlinable
  mutating func enter<let count: Int>(_ legs: InlineArray<count, Leg<Amount>>) {
    for index in legs.indices {
      turnovers[legs[index].account.index].intoCount &+= legs[index].intoCount
      turnovers[legs[index].account.index].outOfCount &+= legs[index].outOfCount
    }
  }

  @inlinable
  mutating func withdraw<let count: Int>(_ legs: InlineArray<count, Leg<Amount>>) {
    for index in legs.indices {
      turnovers[legs[index].account.index].intoCount &-= legs[index].intoCount
      turnovers[legs[index].account.index].outOfCount &-= legs[index].outOfCount
    }
  }

  /// Why legs cannot be posted: the first rule that they break.
  @usableFromInline
  @inline(never)
  func refusal(of legs: Span<Leg<Amount>>) -> LedgerError {
    var into: Int64 = 0
    var outOf: Int64 = 0
    for index in legs.indices {
      let leg = legs[index]
      let name = chart.name(of: leg.account)
      let count = leg.amount.count
      guard leg.account.index < turnovers.count else { return .noSuchAccount(name) }
      guard count >= 0 else { return .negativeAmount(count, Amount.unit, account: name) }
      let sum = (leg.isTaken ? outOf : into).addingReportingOverflow(count)
      guard !sum.overflow, !postedCount.addingReportingOverflow(sum.partialValue).overflow else {
        return .overflow(count, Amount.unit, account: name)
      }
      if leg.isTaken { outOf = sum.partialValue } else { into = sum.partialValue }
    }
    guard into == outOf else {
      let accounts = legs.indices.map { chart.name(of: legs[$0].account) }
      return .unbalanced(taken: outOf, put: into, Amount.unit, accounts: accounts)
    }
    var after = turnovers
    for index in legs.indices {
      after[legs[index].account.index].intoCount &+= legs[index].intoCount
      after[legs[index].account.index].outOfCount &+= legs[index].outOfCount
    }
    for index in legs.indices where !mayGoBelowZero(legs[index].account.index) {
      let account = legs[index].account
      let left = after[account.index].balance.count
      if left < 0 {
        let holds = balance(of: account).count
        return .overdraft(missing: -left, Amount.unit, account: chart.name(of: account), holds: holds)
      }
    }
    stop("Ledger", "an entry was refused that breaks no rule")
  }
}

/// Says which event was refused and why, and stops.
@usableFromInline
@inline(never)
func stopRefused(_ error: LedgerError, _ event: String, _ file: StaticString, _ line: UInt) -> Never {
  stop("Ledger", "\(event): \(error)", file: file, line: line)
}
