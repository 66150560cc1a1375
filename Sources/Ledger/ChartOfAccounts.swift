import Preconditions
import Units

/// All accounts of a book, group by group, in the order in which tables show them.
///
///     var chart = ChartOfAccounts<Grams>()
///     let potential = chart.add("harvest-potential", .source)
///     let onTrees = chart.add("on-trees", .holding, count: 54_000)
///     let spoiled = chart.add("spoiled", .sink, names: ["station", "oven", "border"])
public struct ChartOfAccounts<Amount: Quantity>: Sendable {
  /// A group as the chart knows it.
  struct Entry: Sendable {
    let id: String
    let group: AccountGroup<Amount>
    /// Names of the members; empty when numbers do.
    let names: [String]
  }

  private(set) var entries: [Entry] = []
  /// How many accounts there are.
  public private(set) var count = 0

  /// A chart without accounts.
  public init() {}

  /// Adds a group of so many accounts, which messages call `on-trees[17]`.
  ///
  /// Stops when the id is taken already, the count is below zero, or there would be more than 2³¹ accounts.
  ///
  /// - Complexity: O(*g*) for *g* groups.
  public mutating func add(
    _ id: String, _ kind: AccountKind, count: Int = 1, file: StaticString = #fileID, line: UInt = #line
  ) -> AccountGroup<Amount> {
    add(id, kind, count: count, names: [], file, line)
  }

  /// Adds a group of one account for each name, which messages call `spoiled[oven]`.
  ///
  /// Stops when the id is taken already.
  ///
  /// - Complexity: O(*g* + *n*) for *g* groups and *n* names.
  public mutating func add(
    _ id: String, _ kind: AccountKind, names: [String], file: StaticString = #fileID, line: UInt = #line
  ) -> AccountGroup<Amount> {
    add(id, kind, count: names.count, names: names, file, line)
  }

  private mutating func add(
    _ id: String, _ kind: AccountKind, count: Int, names: [String], _ file: StaticString, _ line: UInt
  ) -> AccountGroup<Amount> {
    guard !entries.contains(where: { $0.id == id }) else {
      stop("Ledger", "there is an account group \(id) already", file: file, line: line)
    }
    guard count >= 0, count <= Int(Int32.max) - self.count else {
      stop("Ledger", "\(id) cannot have \(count) accounts", file: file, line: line)
    }
    let group = AccountGroup<Amount>(first: self.count, count: count, kind: kind)
    entries.append(Entry(id: id, group: group, names: names))
    self.count += count
    return group
  }

  /// The name of an account, as `on-trees[17]`, `spoiled[oven]` or, when the group has no other, `dropped`.
  ///
  /// - Complexity: O(*g*) for *g* groups.
  public func name(of account: Account<Amount>) -> String {
    name(ofIndex: account.index)
  }

  func name(ofIndex index: Int) -> String {
    guard let entry = entries.first(where: { $0.group.indices.contains(index) }) else {
      return "account \(index) of \(count)"
    }
    let member = index - entry.group.first
    if !entry.names.isEmpty { return "\(entry.id)[\(entry.names[member])]" }
    return entry.group.count == 1 ? entry.id : "\(entry.id)[\(member)]"
  }
}
