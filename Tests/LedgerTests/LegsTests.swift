import Testing
import Units

@testable import Ledger

@Suite("An entry of several legs")
struct LegsTests {
  @Test("turns fresh fruit into dried fruit and water")
  func transformation() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(3_300), from: season.potential[0], to: season.oven[0])
    try season.ledger.mass.post([
      .take(Grams(3_300), from: season.oven[0]), .put(Grams(1_000), into: season.oven[1]),
      .put(Grams(2_300), into: season.water[0]),
    ])
    let book = season.ledger.mass
    #expect(book.balance(of: season.oven[0]) == .zero)
    #expect(book.balance(of: season.oven[1]) == Grams(1_000))
    #expect(book.balance(of: season.water[0]) == Grams(2_300))
    #expect(book.posted == Grams(6_600))
    #expect(book.postings == 3)
    try book.audit()
  }

  @Test("that does not come to zero is refused and changes nothing")
  func unbalanced() {
    var season = Season()
    let before = season.ledger.mass
    #expect(
      throws: LedgerError.unbalanced(
        taken: 3_300, put: 3_299, "g", accounts: ["harvest-potential", "oven[1]", "water-driven-off"])
    ) {
      try season.ledger.mass.post([
        .take(Grams(3_300), from: season.potential[0]), .put(Grams(1_000), into: season.oven[1]),
        .put(Grams(2_299), into: season.water[0]),
      ])
    }
    #expect(throws: LedgerError.unbalanced(taken: 1, put: 0, "g", accounts: ["harvest-potential"])) {
      try season.ledger.mass.post([.take(Grams(1), from: season.potential[0])])
    }
    #expect(season.ledger.mass.isSame(as: before))
  }

  @Test("whose negative amounts would come to zero is refused all the same")
  func negative() {
    var season = Season()
    let before = season.ledger.mass
    #expect(throws: LedgerError.negativeAmount(-2, "g", account: "oven[1]")) {
      try season.ledger.mass.post([
        .take(Grams(3), from: season.potential[0]), .put(Grams(5), into: season.oven[0]),
        .put(Grams(-2), into: season.oven[1]),
      ])
    }
    #expect(season.ledger.mass.isSame(as: before))
  }

  @Test("whose takes wrap round to what is put is refused")
  func takesWrapRound() {
    var season = Season()
    let before = season.ledger.mass
    #expect(throws: LedgerError.overflow(.max, "g", account: "harvest-potential")) {
      try season.ledger.mass.post([
        .take(Grams(.max), from: season.potential[0]), .take(Grams(.max), from: season.potential[0]),
        .take(Grams(3), from: season.potential[0]), .put(Grams(1), into: season.oven[0]),
      ])
    }
    #expect(season.ledger.mass.isSame(as: before))
  }

  @Test("whose sums wrap round to the same number is refused")
  func wrapsRound() {
    var season = Season()
    let before = season.ledger.mass
    #expect(throws: LedgerError.overflow(.max, "g", account: "on-trees[1]")) {
      try season.ledger.mass.post([
        // Put are 2⁶⁴ + 1 grams, of which 64 bits keep the one that is taken.
        .take(Grams(1), from: season.potential[0]), .put(Grams(Int64.max), into: season.onTrees[0]),
        .put(Grams(Int64.max), into: season.onTrees[1]), .put(Grams(3), into: season.onTrees[2]),
      ])
    }
    #expect(season.ledger.mass.isSame(as: before))
  }

  @Test("lets an account pass on what it receives, and no more")
  func passesOn() throws {
    var season = Season()
    try season.ledger.mass.post([
      .take(Grams(9), from: season.onTrees[0]), .put(Grams(9), into: season.oven[0]),
      .take(Grams(9), from: season.potential[0]), .put(Grams(9), into: season.onTrees[0]),
    ])
    #expect(season.ledger.mass.balance(of: season.oven[0]) == Grams(9))
    let before = season.ledger.mass
    #expect(throws: LedgerError.overdraft(missing: 2, "g", account: "oven[0]", holds: 9)) {
      try season.ledger.mass.post([
        .take(Grams(6), from: season.oven[0]), .take(Grams(6), from: season.oven[0]),
        .put(Grams(11), into: season.oven[1]), .put(Grams(1), into: season.oven[0]),
      ])
    }
    #expect(season.ledger.mass.isSame(as: before))
  }

  @Test("of both books is posted whole: mass one way, money the other")
  func sale() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(2_000), from: season.potential[0], to: season.onTrees[0])
    try season.ledger.post(
      mass: [.take(Grams(2_000), from: season.onTrees[0]), .put(Grams(2_000), into: season.oven[0])],
      money: [
        .take(Satang(5_700), from: season.buyers[0]), .put(Satang(5_000), into: season.farms[0]),
        .put(Satang(700), into: season.cashBox[0]),
      ])
    #expect(season.ledger.mass.balance(of: season.oven[0]) == Grams(2_000))
    #expect(season.ledger.money.balance(of: season.farms[0]) == Satang(5_000))
    #expect(season.ledger.money.balance(of: season.buyers[0]) == Satang(-5_700))
    #expect(season.ledger.postings == 4)
    try season.ledger.audit()
  }

  @Test("of both books is not half posted when one book refuses it")
  func notHalfPosted() throws {
    var season = Season()
    try season.ledger.mass.post(Grams(2_000), from: season.potential[0], to: season.onTrees[0])
    let before = season.ledger
    #expect(throws: LedgerError.overdraft(missing: 700, "satang", account: "cash-box", holds: 0)) {
      try season.ledger.post(
        mass: [.take(Grams(2_000), from: season.onTrees[0]), .put(Grams(2_000), into: season.oven[0])],
        money: [.take(Satang(700), from: season.cashBox[0]), .put(Satang(700), into: season.farms[0])])
    }
    #expect(throws: LedgerError.overdraft(missing: 1, "g", account: "on-trees[0]", holds: 2_000)) {
      try season.ledger.post(
        mass: [.take(Grams(2_001), from: season.onTrees[0]), .put(Grams(2_001), into: season.oven[0])],
        money: [.take(Satang(700), from: season.buyers[0]), .put(Satang(700), into: season.farms[0])])
    }
    #expect(season.ledger.mass.isSame(as: before.mass))
    #expect(season.ledger.money.isSame(as: before.money))
  }

  @Test("that is refused stops and names the event")
  func stops() async throws {
    let unbalanced = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var season = Season()
      season.ledger.mass.post(
        [.take(Grams(3_300), from: season.potential[0]), .put(Grams(3_299), into: season.oven[0])],
        event: "drying of batch \(12)")
    }
    try expect(
      unbalanced,
      says:
        "Ledger: drying of batch 12: the entry takes 3300 g and puts 3299 g: harvest-potential, oven[0] (at LedgerTests/Legs"
    )
    let both = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var season = Season()
      season.ledger.post(
        mass: [.take(Grams(1), from: season.potential[0]), .put(Grams(1), into: season.oven[0])],
        money: [.take(Satang(2), from: season.buyers[0]), .put(Satang(1), into: season.farms[0])],
        event: "sale of lot 3")
    }
    try expect(both, says: "sale of lot 3: the entry takes 2 satang and puts 1 satang")
  }
}
