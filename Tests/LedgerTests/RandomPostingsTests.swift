import Testing
import Units

@testable import Ledger

@Suite("Thousands of random postings")
struct RandomPostingsTests {
  @Test("match a plain reference of wide numbers, and refusals change nothing", arguments: 0..<40)
  func againstReference(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    var season = Season(plots: 8)
    let groups = [season.potential, season.onTrees, season.oven, season.spoiled, season.water]
    let accounts = groups.flatMap { group in (0..<group.count).map { group[$0] } }
    var reference: [Int: Int128] = [:]
    var posted: Int128 = 0
    var refused = 0
    for step in 0..<3_000 {
      // Every tenth amount is huge, so that the limit of 64 bits is met; every tenth is below zero.
      let bits = step % 10 == 0 ? UInt64(60) : UInt64(generator.next(below: 30))
      let size = Int64(generator.next() & ((1 << bits) - 1))
      let whole = step % 10 == 5 ? -size : size
      let source = accounts[generator.next(below: accounts.count)]
      let target = accounts[generator.next(below: accounts.count)]
      let third = accounts[generator.next(below: accounts.count)]
      let part = generator.next(below: 2) == 0 ? whole / 3 : whole
      let skew: Int64 = generator.next(below: 20) == 0 ? 1 : 0
      let rest = whole - part + skew
      let before = season.ledger.mass

      var after = reference
      after[source.index, default: 0] -= Int128(whole)
      after[target.index, default: 0] += Int128(part)
      after[third.index, default: 0] += Int128(rest)
      let touched = [source, target, third]
      let isLegal =
        whole >= 0 && part >= 0 && rest >= 0 && skew == 0 && posted + Int128(whole) <= Int128(Int64.max)
        && touched.allSatisfy { season.potential.indices.contains($0.index) || after[$0.index, default: 0] >= 0 }
      do throws(LedgerError) {
        try season.ledger.mass.post([
          .take(Grams(whole), from: source), .put(Grams(part), into: target), .put(Grams(rest), into: third),
        ])
        #expect(isLegal, "seed \(seed), step \(step): an illegal entry was posted")
        reference = after
        posted += Int128(whole)
      } catch {
        #expect(!isLegal, "seed \(seed), step \(step): refused, \(error)")
        #expect(season.ledger.mass.isSame(as: before), "seed \(seed), step \(step): half posted")
        refused += 1
      }
      if step % 100 == 0 { try season.ledger.audit() }
    }
    #expect(refused > 100 && season.ledger.postings > 1_000)
    for account in accounts {
      #expect(Int128(season.ledger.mass.balance(of: account).count) == reference[account.index, default: 0])
    }
    #expect(Int128(season.ledger.mass.posted.count) == posted)
    #expect(accounts.reduce(Grams.zero) { $0 + season.ledger.mass.balance(of: $1) } == .zero)
    try season.ledger.audit()
  }

  @Test("between two accounts match the same reference", arguments: 0..<40)
  func pairsAgainstReference(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed) + 1_000)
    var season = Season(plots: 5)
    var reference: [Int: Int128] = [:]
    let groups = [season.buyers, season.farms, season.cashBox]
    let accounts = groups.flatMap { group in (0..<group.count).map { group[$0] } }
    var accepted = 0
    for step in 0..<2_000 {
      let amount = Int64(generator.next(below: 1_000_000)) - 50_000
      let source = accounts[generator.next(below: accounts.count)]
      let target = accounts[generator.next(below: accounts.count)]
      let isLegal =
        amount >= 0
        && (!season.cashBox.indices.contains(source.index) || reference[source.index, default: 0] >= Int128(amount))
      let wasPosted = season.ledger.money.move(Satang(amount), from: source, to: target)
      #expect(wasPosted == isLegal, "seed \(seed), step \(step)")
      if isLegal {
        reference[source.index, default: 0] -= Int128(amount)
        reference[target.index, default: 0] += Int128(amount)
        accepted += 1
      }
    }
    for account in accounts {
      #expect(Int128(season.ledger.money.balance(of: account).count) == reference[account.index, default: 0])
    }
    #expect(season.ledger.money.postings == accepted)
    try season.ledger.audit()
  }
}
