import Testing
import Units

@testable import Ledger

@Suite("The audit")
struct AuditTests {
  /// Books with some history.
  private static func harvested() throws -> Season {
    var season = Season()
    try season.ledger.mass.post(Grams(10_000), from: season.potential[0], to: season.onTrees[0])
    try season.ledger.mass.post(Grams(5_000), from: season.potential[0], to: season.onTrees[1])
    try season.ledger.mass.post(Grams(4_000), from: season.onTrees[0], to: season.oven[0])
    return season
  }

  @Test("finds a gram that came from nowhere, and one that was moved without a posting")
  func findsDamage() throws {
    let season = try Self.harvested()
    try season.ledger.audit()
    var more = season.ledger
    more.mass.turnovers[2].intoCount += 1
    #expect(throws: LedgerError.outOfBalance(into: 19_001, outOf: 19_000, posted: 19_000, "g")) { try more.audit() }
    var both = season.ledger
    both.mass.turnovers[2].intoCount += 1
    both.mass.turnovers[0].outOfCount += 1
    #expect(throws: LedgerError.outOfBalance(into: 19_001, outOf: 19_001, posted: 19_000, "g")) { try both.audit() }
    var below = season.ledger
    below.mass.turnovers[season.oven[1].index].outOfCount += 7
    below.mass.turnovers[season.potential[0].index].outOfCount -= 7
    #expect(throws: LedgerError.overdraft(missing: 7, "g", account: "oven[1]", holds: -7)) { try below.audit() }
    var money = season.ledger
    money.money.postedCount = 3
    #expect(throws: LedgerError.outOfBalance(into: 0, outOf: 0, posted: 3, "satang")) { try money.audit() }
  }

  @Test("at every event stops and names the event")
  func check() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var season = Season()
      season.ledger.check(event: "fine")
      season.ledger.mass.turnovers[1].intoCount = 4
      season.ledger.check(event: "rain on day \(3)")
    }
    try expect(
      result,
      says: "Ledger: rain on day 3: the books do not balance: 4 g in, 0 g out, 0 g posted (at LedgerTests/Audit")
  }

  @Test("makes a table of every group, in the order of the chart")
  func table() throws {
    let table = try Self.harvested().ledger.mass.auditTable()
    #expect(table.rows.map(\.id) == ["harvest-potential", "on-trees", "oven", "spoiled", "water-driven-off"])
    #expect(table.rows.map(\.kind) == [.source, .holding, .holding, .sink, .sink])
    #expect(table.rows.map(\.opening.count) == [0, 0, 0, 0, 0])
    #expect(table.rows.map(\.into.count) == [0, 15_000, 4_000, 0, 0])
    #expect(table.rows.map(\.outOf.count) == [15_000, 4_000, 0, 0, 0])
    #expect(table.rows.map(\.closing.count) == [-15_000, 11_000, 4_000, 0, 0])
  }

  @Test("opens a table at an earlier moment")
  func opening() throws {
    var season = try Self.harvested()
    let shown = season.ledger.mass.totals()
    try season.ledger.mass.post(Grams(1_000), from: season.oven[0], to: season.spoiled[0])
    try season.ledger.mass.post(Grams(2_000), from: season.onTrees[1], to: season.oven[1])
    try season.ledger.mass.post(Grams(500), from: season.oven[1], to: season.oven[0])
    let table = season.ledger.mass.auditTable(since: shown)
    #expect(table.rows.map(\.opening.count) == [-15_000, 11_000, 4_000, 0, 0])
    #expect(table.rows.map(\.into.count) == [0, 0, 2_500, 1_000, 0])
    #expect(table.rows.map(\.outOf.count) == [0, 2_000, 1_500, 0, 0])
    #expect(table.rows.map(\.closing.count) == [-15_000, 9_000, 5_000, 1_000, 0])
  }

  @Test("makes tables that add up to the last unit, whatever was posted", arguments: 0..<20)
  func addsUp(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    var season = Season(plots: 20)
    var opening = season.ledger.mass.totals()
    let groups = [season.potential, season.onTrees, season.oven, season.spoiled, season.water]
    for step in 0..<2_000 {
      let source = groups[generator.next(below: 3)]
      let target = groups[generator.next(below: 5)]
      let from = source[generator.next(below: source.count)]
      let into = target[generator.next(below: target.count)]
      _ = season.ledger.mass.move(Grams(Int64(generator.next() >> 34)), from: from, to: into)
      if step == 700 { opening = season.ledger.mass.totals() }
    }
    for table in [season.ledger.mass.auditTable(), season.ledger.mass.auditTable(since: opening)] {
      for row in table.rows {
        #expect(row.opening + row.into - row.outOf == row.closing)
      }
      func total(_ column: (AuditTable<Grams>.Row) -> Grams) -> Grams { table.rows.reduce(.zero) { $0 + column($1) } }
      #expect(total(\.opening) == .zero)
      #expect(total(\.closing) == .zero)
      #expect(total(\.into) == total(\.outOf))
      for (row, group) in zip(table.rows, groups) {
        #expect(row.closing == season.ledger.mass.balance(of: group))
      }
    }
  }

  @Test("refuses an opening of another book")
  func otherOpening() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      let book = Book(ChartOfAccounts<Grams>())
      _ = Season().ledger.mass.auditTable(since: book.totals())
    }
    try expect(result, says: "the opening is of another book, with 0 groups (at LedgerTests/AuditTests.swift:")
    let sameCount = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var left = ChartOfAccounts<Grams>()
      _ = left.add("here", .holding)
      var right = ChartOfAccounts<Grams>()
      _ = right.add("there", .holding)
      _ = Book(right).auditTable(since: Book(left).totals())
    }
    try expect(sameCount, says: "the opening is of another book, with here (at")
  }
}
