/// What a queue holds: a key to order by and a payload that travels with it.
@frozen
public struct QueueEntry<Payload: BitwiseCopyable>: BitwiseCopyable {
  /// What the queue orders by, at most `UInt64.max - 1`: smaller leaves first, equal keys in the order they came.
  public var key: UInt64

  /// What the caller wants back.
  public var payload: Payload

  /// Makes an entry.
  @inlinable
  public init(key: UInt64, payload: Payload) {
    self.key = key
    self.payload = payload
  }
}

extension QueueEntry: Sendable where Payload: Sendable {}

/// A set of pending events that gives back the earliest first, and among equals the one that came first.
///
/// Two types conform and are tested by one suite: ``LadderQueue``, which is fast, and ``HeapQueue``, which is plain and
/// is what the other is checked against.
///
/// A queue is not copied by assignment, because a copy of ten million events should be seen in the code that makes it:
/// ask for ``copy()``.
public protocol EventQueue<Payload>: ~Copyable {
  /// What travels with a key.
  associatedtype Payload: BitwiseCopyable

  /// Makes an empty queue.
  init()

  /// How many entries wait.
  var count: Int { get }

  /// Adds an entry behind all others of the same key.
  mutating func push(_ entry: QueueEntry<Payload>)

  /// Takes the earliest entry out, or answers `nil` when none waits.
  mutating func pop() -> QueueEntry<Payload>?

  /// The earliest entry, left where it is, or `nil` when none waits.
  mutating func peek() -> QueueEntry<Payload>?

  /// Keeps the entries that the caller wants and drops the others; the order of those kept does not change.
  mutating func keep(where isWanted: (QueueEntry<Payload>) -> Bool)

  /// A queue of its own with the same entries in the same order.
  func copy() -> Self

  /// Makes this queue the same as another, in the memory it already has where that is enough.
  mutating func copy(from other: borrowing Self)
}

extension EventQueue where Self: ~Copyable {
  /// Whether nothing waits.
  @inlinable
  public var isEmpty: Bool { count == 0 }
}
