import Units

extension Book {
  /// Moves an amount from one account to another, or stops and names the event.
  ///
  /// The amount may be zero. The event is put into words only when it must be named.
  @inlinable
  public mutating func post(
    _ amount: Amount, from source: Account<Amount>, to target: Account<Amount>,
    event: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
  ) {
    if !move(amount, from: source, to: target) {
      stopRefused(refusal(of: amount, from: source, to: target), event(), file, line)
    }
  }

  /// Moves an amount from one account to another, or leaves the book as it was and says why.
  @inlinable
  public mutating func post(
    _ amount: Amount, from source: Account<Amount>, to target: Account<Amount>
  ) throws(LedgerError) {
    if !move(amount, from: source, to: target) {
      throw refusal(of: amount, from: source, to: target)
    }
  }

  /// Moves an amount unless a rule forbids it, and says whether it did.
  @inlinable
  mutating func move(
    _ amount: Amount, from source: Account<Amount>, to target: Account<Amount>
  ) -> Bool {
    let count = amount.count
    let (posted, overflow) = postedCount.addingReportingOverflow(count)
    guard count >= 0, !overflow, source.index < turnovers.count, target.index < turnovers.count,
      turnovers[source.index].balance.count >= count || mayGoBelowZero(source.index)
    else { return false }
    // Both places were looked at: asking once whether the memory is the book's own does for both accounts.
    unsafe turnovers.withUnsafeMutableBufferPointer { accounts in
      unsafe accounts[source.index].outOfCount &+= count
      unsafe accounts[target.index].intoCount &+= count
    }
    postedCount = posted
    postingCount &+= 1
    return true
  }

  /// Why an amount cannot be moved.
  @usableFromInline
  @inline(never)
  func refusal(of amount: Amount, from source: Account<Amount>, to target: Account<Amount>) -> LedgerError {
    // Said before the legs are looked at, which would let an account give to itself what it does not hold.
    if source.index < turnovers.count, !mayGoBelowZero(source.index) {
      let holds = balance(of: source)
      if holds < amount {
        return .overdraft(
          missing: (amount - holds).count, Amount.unit, account: chart.name(of: source), holds: holds.count)
      }
    }
    let legs: [2 of Leg<Amount>] = [.take(amount, from: source), .put(amount, into: target)]
    return refusal(of: legs.span)
  }
}
