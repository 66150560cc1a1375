/// Who waits, and who is next.
///
/// A line gives everyone who joins a ``WaitingPlace``, with which they can leave before their turn.
public protocol WaitingLine<Customer> {
  /// Who waits.
  associatedtype Customer: BitwiseCopyable

  /// How many wait.
  var count: Int { get }

  /// Adds a customer; a lower rank is served first in lines that look at it.
  mutating func join(_ customer: Customer, rank: Int) -> WaitingPlace

  /// The next customer, left in the line.
  var first: Customer? { get }

  /// Takes the next customer out.
  mutating func takeFirst() -> Customer?

  /// Takes a customer out before their turn; answers `nil` when they no longer wait.
  mutating func leave(_ place: WaitingPlace) -> Customer?
}

/// A customer's place in a line, good until they are served or leave.
///
/// It is good in the line that gave it, and in copies of that line made later. A line cannot tell a place that another
/// line gave, a sibling among copies included: keep the two apart, as you keep the customers apart.
@frozen
public struct WaitingPlace: BitwiseCopyable, Hashable, Sendable {
  /// Counts all who ever joined the line.
  public let number: UInt64

  /// Where the line keeps track of this customer, in lines that need it.
  public let slot: UInt32

  /// Makes a place, for a line of your own.
  @inlinable
  public init(number: UInt64, slot: UInt32 = 0) {
    self.number = number
    self.slot = slot
  }
}
