import Testing
import Units

@testable import Ledger

@Suite("A posting")
struct PostingTests {
  @Test("takes from one account what it puts into another")
  func moves() throws {
    var season = Season()
    let (potential, tree, oven) = (season.potential[0], season.onTrees[1], season.oven[0])
    try season.ledger.mass.post(Grams(1_000), from: potential, to: tree)
    season.ledger.mass.post(Grams(400), from: tree, to: oven, event: "picking")
    let book = season.ledger.mass
    #expect(book.balance(of: potential) == Grams(-1_000))
    #expect(book.balance(of: tree) == Grams(600))
    #expect(book.balance(of: oven) == Grams(400))
    #expect(book.turnover(of: tree).into == Grams(1_000))
    #expect(book.turnover(of: tree).outOf == Grams(400))
    #expect(book.balance(of: season.onTrees) == Grams(600))
    #expect(book.posted == Grams(1_400))
    #expect(book.postings == 2)
    try book.audit()
  }

  @Test("of nothing is fine, and so is one from an account to itself")
  func nothing() throws {
    var season = Season()
    let tree = season.onTrees[0]
    try season.ledger.mass.post(.zero, from: tree, to: season.oven[0])
    try season.ledger.mass.post(Grams(5), from: season.potential[0], to: tree)
    try season.ledger.mass.post(Grams(5), from: tree, to: tree)
    #expect(season.ledger.mass.balance(of: tree) == Grams(5))
    #expect(season.ledger.mass.postings == 3)
    try season.ledger.audit()
  }

  @Test("below zero is refused and changes nothing")
  func negative() {
    var season = Season()
    let before = season.ledger.mass
    #expect(throws: LedgerError.negativeAmount(-1, "g", account: "harvest-potential")) {
      try season.ledger.mass.post(Grams(-1), from: season.potential[0], to: season.onTrees[0])
    }
    #expect(season.ledger.mass.isSame(as: before))
  }

  @Test("of more than a holding or sink holds is refused and changes nothing")
  func overdraft() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(10), from: season.potential[0], to: season.onTrees[2])
    try season.ledger.mass.post(Grams(3), from: season.onTrees[2], to: season.spoiled[1])
    let before = season.ledger.mass
    #expect(throws: LedgerError.overdraft(missing: 1, "g", account: "on-trees[2]", holds: 7)) {
      try season.ledger.mass.post(Grams(8), from: season.onTrees[2], to: season.oven[0])
    }
    #expect(throws: LedgerError.overdraft(missing: 2, "g", account: "spoiled[border]", holds: 3)) {
      try season.ledger.mass.post(Grams(5), from: season.spoiled[1], to: season.oven[0])
    }
    #expect(throws: LedgerError.overdraft(missing: 1, "g", account: "oven[1]", holds: 0)) {
      try season.ledger.mass.post(Grams(1), from: season.oven[1], to: season.oven[1])
    }
    #expect(season.ledger.mass.isSame(as: before))
    try season.ledger.mass.post(Grams(7), from: season.onTrees[2], to: season.oven[0])
    #expect(season.ledger.mass.balance(of: season.onTrees[2]) == .zero)
  }

  @Test("lets a source and a party go below zero")
  func mayOwe() throws {
    var season = Season()
    try season.ledger.money.post(Satang(baht: 500), from: season.farms[0], to: season.buyers[1])
    #expect(season.ledger.money.balance(of: season.farms[0]) == Satang(-50_000))
    try season.ledger.money.audit()
  }

  @Test("that would take the sum of all postings past 64 bits is refused, names the account and changes nothing")
  func overflow() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(Int64.max - 1), from: season.potential[0], to: season.onTrees[0])
    let before = season.ledger.mass
    #expect(throws: LedgerError.overflow(2, "g", account: "harvest-potential")) {
      try season.ledger.mass.post(Grams(2), from: season.potential[0], to: season.onTrees[1])
    }
    #expect(throws: LedgerError.overflow(.max - 1, "g", account: "on-trees[0]")) {
      try season.ledger.mass.post(Grams(Int64.max - 1), from: season.onTrees[0], to: season.oven[0])
    }
    #expect(season.ledger.mass.isSame(as: before))
    try season.ledger.mass.post(Grams(1), from: season.onTrees[0], to: season.oven[0])
    #expect(season.ledger.mass.posted == Grams(Int64.max))
    try season.ledger.audit()
  }

  @Test("to an account that the book does not have is refused")
  func otherBook() {
    let large = Season(plots: 100)
    var small = Season(plots: 1)
    #expect(throws: LedgerError.noSuchAccount("account 100 of 7")) {
      try small.ledger.mass.post(Grams(1), from: small.potential[0], to: large.onTrees[99])
    }
    #expect(throws: LedgerError.noSuchAccount("account 106 of 7")) {
      try small.ledger.mass.post(.zero, from: Account(index: 106), to: small.oven[0])
    }
  }

  @Test("from an account of another chart keeps the rule of the account that stands at its place")
  func otherChart() {
    var elsewhere = ChartOfAccounts<Grams>()
    let source = elsewhere.add("imports", .source, count: 6)
    var season = Season()
    #expect(throws: LedgerError.overdraft(missing: 7, "g", account: "oven[1]", holds: 0)) {
      try season.ledger.mass.post(Grams(7), from: source[5], to: season.oven[0])
    }
    #expect(throws: LedgerError.overdraft(missing: 7, "g", account: "oven[1]", holds: 0)) {
      try season.ledger.mass.post([.take(Grams(7), from: source[5]), .put(Grams(7), into: season.oven[0])])
    }
  }

  @Test("that is refused stops with the event, the account and the place")
  func stops() async throws {
    let overdraft = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var season = Season()
      let lot = 17
      season.ledger.mass.post(
        Grams(8), from: season.onTrees[2], to: season.oven[0], event: "day 40, 06:00: picking of lot \(lot)")
    }
    try expect(
      overdraft,
      says: "Ledger: day 40, 06:00: picking of lot 17: on-trees[2] holds 0 g, 8 g less than the entry takes (at Ledger")
    let negative = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var season = Season()
      season.ledger.money.post(Satang(-8), from: season.farms[2], to: season.buyers[0], event: "wages")
    }
    try expect(negative, says: "wages: farm[2] cannot be posted -8 satang: amounts are never below zero")
    let overflow = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var season = Season()
      season.ledger.money.post(Satang(Int64.max), from: season.farms[2], to: season.buyers[0], event: "a")
      season.ledger.money.post(Satang(1), from: season.farms[0], to: season.buyers[0], event: "b")
    }
    try expect(overflow, says: "b: 1 satang more on farm[0] and the sum of all postings does not fit in 64 bits")
    let member = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Season().onTrees[3]
    }
    try expect(member, says: "a group of 3 accounts has no member 3 (at LedgerTests/PostingTests.swift")
  }

  @Test("puts its event into words only when it must")
  func lazyEvent() {
    var season = Season()
    var worded = 0
    func event() -> String {
      worded += 1
      return "never said"
    }
    season.ledger.mass.post(Grams(8), from: season.potential[0], to: season.oven[0], event: event())
    #expect(worded == 0)
  }
}

extension Book {
  /// Whether every account, the control and the count of postings are the same.
  func isSame(as other: Book) -> Bool {
    turnovers == other.turnovers && posted == other.posted && postings == other.postings
  }
}
