/// Why an entry was refused or the books were found wrong: a mistake in the model, never of whoever runs it.
///
/// Amounts are counts with the name of their unit.
public enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Amounts are never below zero; the direction says who gives.
  case negativeAmount(Int64, String, account: String)
  /// The account would be left below zero by what is missing.
  case overdraft(missing: Int64, String, account: String, holds: Int64)
  /// With this leg the sum of all postings would not fit in 64 bits.
  case overflow(Int64, String, account: String)
  /// The legs take more or less than they put.
  case unbalanced(taken: Int64, put: Int64, String, accounts: [String])
  /// The account is of another book.
  case noSuchAccount(String)
  /// All that came into accounts, all that went out of them and the sum of all postings are not one number.
  case outOfBalance(into: Int128, outOf: Int128, posted: Int64, String)

  /// One sentence that says what is wrong, and where.
  public var description: String {
    switch self {
    case .negativeAmount(let count, let unit, let account):
      "\(account) cannot be posted \(count) \(unit): amounts are never below zero"
    case .overdraft(let missing, let unit, let account, let holds):
      "\(account) holds \(holds) \(unit), \(missing) \(unit) less than the entry takes"
    case .overflow(let count, let unit, let account):
      "\(count) \(unit) more on \(account) and the sum of all postings does not fit in 64 bits"
    case .unbalanced(let taken, let put, let unit, let accounts):
      "the entry takes \(taken) \(unit) and puts \(put) \(unit): \(accounts.joined(separator: ", "))"
    case .noSuchAccount(let account):
      "the book has no \(account)"
    case .outOfBalance(let into, let outOf, let posted, let unit):
      "the books do not balance: \(into) \(unit) in, \(outOf) \(unit) out, \(posted) \(unit) posted"
    }
  }
}
