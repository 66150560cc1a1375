import Units

extension Book {
  /// Recomputes the book from its accounts and throws when it does not balance or an account broke its rule.
  ///
  /// All that came in, all that went out and the sum of all postings must be one number, to the gram and the satang.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public func audit() throws(LedgerError) {
    var into: Int128 = 0
    var outOf: Int128 = 0
    for turnover in turnovers {
      into += Int128(turnover.intoCount)
      outOf += Int128(turnover.outOfCount)
    }
    guard into == outOf, into == Int128(postedCount) else {
      throw .outOfBalance(into: into, outOf: outOf, posted: postedCount, Amount.unit)
    }
    for entry in chart.entries where !entry.group.kind.mayGoBelowZero {
      for index in entry.group.indices where turnovers[index].balance.count < 0 {
        let holds = turnovers[index].balance.count
        throw .overdraft(missing: 0 &- holds, Amount.unit, account: chart.name(ofIndex: index), holds: holds)
      }
    }
  }

  /// What every group received and gave since the beginning, to open an ``AuditTable`` with.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public func totals() -> GroupTotals<Amount> {
    let groups = chart.entries.map { entry in
      var sum = Turnover<Amount>()
      for index in entry.group.indices {
        sum.intoCount &+= turnovers[index].intoCount
        sum.outOfCount &+= turnovers[index].outOfCount
      }
      return sum
    }
    return GroupTotals(groups: groups, ids: chart.entries.map(\.id))
  }

  /// The table of what every group held, received, gave and holds, from the beginning or from an earlier moment.
  ///
  /// - Complexity: O(*n*) for *n* accounts.
  public func auditTable(
    since opening: GroupTotals<Amount>? = nil, file: StaticString = #fileID, line: UInt = #line
  ) -> AuditTable<Amount> {
    AuditTable(chart, from: opening, to: totals(), file, line)
  }
}
