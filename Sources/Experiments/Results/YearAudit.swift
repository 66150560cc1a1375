import Ledger
import Units

/// The books of one simulated year: what every account held, received, gave and holds.
package struct YearAudit: Sendable {
  /// The policy's id.
  package let policy: String
  /// Which simulated year, from 1.
  package let year: Int
  package let mass: AuditTable<Grams>
  package let money: AuditTable<Satang>

  package init(policy: String, year: Int, mass: AuditTable<Grams>, money: AuditTable<Satang>) {
    (self.policy, self.year, self.mass, self.money) = (policy, year, mass, money)
  }
}
