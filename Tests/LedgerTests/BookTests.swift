import Testing
import Units

@testable import Ledger

@Suite("A ledger")
struct BookTests {
  @Test("that is copied goes its own way")
  func copies() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(10), from: season.potential[0], to: season.onTrees[0])
    let before = season.ledger
    var future = season.ledger
    try future.mass.post(Grams(4), from: season.onTrees[0], to: season.oven[0])
    #expect(season.ledger.mass.isSame(as: before.mass))
    #expect(future.mass.balance(of: season.onTrees[0]) == Grams(6))
    try future.audit()
  }

  /// Where a book keeps its accounts.
  private static func address(of book: Book<Grams>) -> UInt {
    unsafe book.turnovers.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }

  @Test("takes over another in the memory that it has")
  func copiesInPlace() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(10), from: season.potential[0], to: season.onTrees[0])
    try season.ledger.money.post(Satang(7), from: season.buyers[0], to: season.farms[0])
    var scratch = Season().ledger
    let addressBefore = Self.address(of: scratch.mass)
    scratch.copy(from: season.ledger)
    #expect(Self.address(of: scratch.mass) == addressBefore)
    #expect(scratch.mass.isSame(as: season.ledger.mass))
    #expect(scratch.money.isSame(as: season.ledger.money))
    try scratch.mass.post(Grams(10), from: season.onTrees[0], to: season.oven[0])
    #expect(season.ledger.mass.balance(of: season.onTrees[0]) == Grams(10))
  }

  @Test("takes over one with other accounts too")
  func copiesOther() throws {
    var large = Season(plots: 50)
    try large.ledger.mass.post(Grams(10), from: large.potential[0], to: large.onTrees[49])
    var scratch = Season().ledger
    scratch.copy(from: large.ledger)
    #expect(scratch.mass.balance(of: large.onTrees[49]) == Grams(10))
    #expect(scratch.mass.chart.name(of: large.onTrees[49]) == "on-trees[49]")
    try scratch.audit()
  }

  @Test("has no answer for an account or a group of another ledger, and stops")
  func otherAccounts() async throws {
    let account = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Season().ledger.mass.balance(of: Season(plots: 100).onTrees[99])
    }
    try expect(account, says: "Ledger: a book of 9 accounts has no account 100 (at LedgerTests/BookTests.swift")
    let group = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Season().ledger.mass.balance(of: Season(plots: 100).onTrees)
    }
    try expect(group, says: "Ledger: a book of 9 accounts has no account 100 (at LedgerTests/BookTests.swift")
  }

  @Test("keeps sixteen plain bytes an account, and an account is four")
  func sizes() {
    #expect(MemoryLayout<Turnover<Grams>>.stride == 16)
    #expect(MemoryLayout<Account<Grams>>.size == 4)
    #expect(MemoryLayout<Leg<Satang>>.stride == 16)
  }
}

@Suite("A chart of accounts")
struct ChartOfAccountsTests {
  @Test("names accounts for messages")
  func names() {
    let season = Season()
    let mass = season.ledger.mass.chart
    #expect(mass.name(of: season.onTrees[2]) == "on-trees[2]")
    #expect(mass.name(of: season.spoiled[1]) == "spoiled[border]")
    #expect(mass.name(of: season.water[0]) == "water-driven-off")
    #expect(mass.count == 9)
  }

  @Test("lets only sources and parties go below zero", arguments: AccountKind.allCases)
  func kinds(kind: AccountKind) {
    var chart = ChartOfAccounts<Grams>()
    _ = chart.add("before", .source, count: 3)
    let group = chart.add("group", kind, count: 2)
    #expect(group[1].index == 4)
    var book = Book(chart)
    let owes = book.move(Grams(1), from: group[1], to: group[0])
    #expect(owes == (kind == .source || kind == .party))
  }

  @Test("brings its rules when its book is copied into another's memory")
  func copiedRules() {
    var owing = ChartOfAccounts<Grams>()
    let party = owing.add("buyer", .party, count: 2)
    var holding = ChartOfAccounts<Grams>()
    _ = holding.add("yard", .holding, count: 2)
    var book = Book(owing)
    book.copy(from: Book(holding))
    let moved = book.move(Grams(1), from: party[0], to: party[1])
    #expect(!moved)
  }

  @Test("may have groups without accounts")
  func empty() throws {
    var chart = ChartOfAccounts<Grams>()
    let none = chart.add("cold-room", .holding, count: 0)
    let some = chart.add("yard", .holding, count: 2)
    let book = Book(chart)
    #expect(book.balance(of: none) == .zero)
    #expect(book.balance(of: some[1]) == .zero)
    #expect(book.auditTable().rows.map(\.id) == ["cold-room", "yard"])
    try book.audit()
  }

  @Test("refuses the same id twice and impossible counts")
  func stops() async throws {
    let twice = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var chart = ChartOfAccounts<Grams>()
      _ = chart.add("yard", .holding)
      _ = chart.add("yard", .sink)
    }
    try expect(twice, says: "there is an account group yard already (at LedgerTests/BookTests.swift")
    let below = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var chart = ChartOfAccounts<Grams>()
      _ = chart.add("yard", .holding, count: -1)
    }
    try expect(below, says: "yard cannot have -1 accounts")
  }
}
