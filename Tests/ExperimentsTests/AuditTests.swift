import Experiments
import Foundation
import Ledger
import ScenarioFile
import Testing
import Units

@testable import SupplyChain

@Suite("The books of a year")
struct AuditTests {
  private static func plan(_ text: String = DeadKeyTests.busy, changes: [String] = []) -> RunPlan {
    let reading = Seasons.reading("small", text, changes: changes)
    precondition(!reading.hasErrors, "\(reading.diagnostics.map(\.message.english))")
    return RunPlan(reading)
  }

  /// Expects that every row and all of them together add up, exactly.
  private func expectBalance<Amount: Quantity>(_ table: AuditTable<Amount>) {
    for row in table.rows { #expect(row.opening + row.into - row.outOf == row.closing, "\(row.id)") }
    #expect(table.rows.reduce(Int64(0)) { $0 + $1.opening.count } == 0)
    #expect(table.rows.reduce(Int64(0)) { $0 + $1.closing.count } == 0)
    let (into, outOf) = table.rows.reduce((Int64(0), Int64(0))) { ($0.0 + $1.into.count, $0.1 + $1.outOf.count) }
    #expect(into == outOf && into > 0)
  }

  @Test("add up to the gram and the satang when everything is in use, and are those of that year")
  func addUp() throws {
    let plan = Self.plan()
    let simulated = SimulatedYear(plan, policy: nil)
    let (first, second) = (simulated.audit(replication: 0), simulated.audit(replication: 1))
    #expect(first.year == 1 && second.year == 2)
    for audit in [first, second] {
      expectBalance(audit.mass)
      expectBalance(audit.money)
    }
    #expect(first.mass != second.mass)
    func row(_ audit: YearAudit, _ id: String) -> AuditTable<Grams>.Row? { audit.mass.rows.first { $0.id == id } }
    // A market has no fruit when the year begins but what it bought in the month before.
    for id in ["growth", "on-trees", "sold", "spoiled", "trimmed", "water-driven-off", "to-market", "cold-room"] {
      let row = try #require(row(first, id))
      #expect(row.into > .zero || row.outOf > .zero, "\(id)")
    }
    // What is dropped in the year is what the year's measures say.
    let dropped = try #require(simulated.outcome(replication: 1).measures.value(.dropped))
    let booked = try #require(row(second, "dropped")?.into.tonnes)
    #expect((dropped / booked - 1).magnitude < 0.05)
  }

  @Test("have words for every account in both languages")
  func words() {
    let audit = SimulatedYear(Self.plan(), policy: nil).audit(replication: 0)
    let ids = audit.mass.rows.map(\.id) + audit.money.rows.map(\.id)
    #expect(Set(ids) == Set(AccountWords.titles.keys))
    #expect(AccountWords.titles.values.allSatisfy { !$0.english.isEmpty && !$0.thai.isEmpty })
  }
}
