/// The plain queue: a binary heap over one array, ordered by key and then by a running number.
///
/// It is what ``LadderQueue`` is checked against. It is also a fair choice where a few hundred events wait and memory
/// should be as small as it can be.
///
/// - Complexity: `push` and `pop` are O(log *n*).
@frozen
public struct HeapQueue<Payload: BitwiseCopyable>: ~Copyable, EventQueue {
  @frozen
  @usableFromInline
  struct Node: BitwiseCopyable {
    @usableFromInline var entry: QueueEntry<Payload>
    @usableFromInline var number: UInt64

    @inlinable
    init(entry: QueueEntry<Payload>, number: UInt64) {
      self.entry = entry
      self.number = number
    }

    @inlinable
    func leaves(before other: Self) -> Bool {
      entry.key != other.entry.key ? entry.key < other.entry.key : number < other.number
    }
  }

  @usableFromInline var nodes: [Node] = []
  @usableFromInline var nextNumber: UInt64 = 0

  /// Makes an empty queue.
  @inlinable
  public init() {}

  /// How many entries wait.
  @inlinable
  public var count: Int { nodes.count }

  /// Adds an entry behind all others of the same key.
  @inlinable
  public mutating func push(_ entry: QueueEntry<Payload>) {
    if entry.key == .max { LadderQueue<Payload>.refuseLastKey() }
    nodes.append(Node(entry: entry, number: nextNumber))
    nextNumber += 1
    rise(from: nodes.count - 1)
  }

  /// Takes the earliest entry out, or answers `nil` when none waits.
  @inlinable
  public mutating func pop() -> QueueEntry<Payload>? {
    guard let first = nodes.first else { return nil }
    let last = nodes.removeLast()
    if !nodes.isEmpty {
      nodes[0] = last
      sink(from: 0)
    }
    return first.entry
  }

  /// The earliest entry, left where it is, or `nil` when none waits.
  @inlinable
  public func peek() -> QueueEntry<Payload>? { nodes.first?.entry }

  /// Keeps the entries that the caller wants and drops the others; the order of those kept does not change.
  /// - Complexity: O(*n*).
  @inlinable
  public mutating func keep(where isWanted: (QueueEntry<Payload>) -> Bool) {
    nodes.removeAll { !isWanted($0.entry) }
    for index in stride(from: nodes.count / 2 - 1, through: 0, by: -1) { sink(from: index) }
  }

  /// A queue of its own with the same entries in the same order.
  /// - Complexity: O(*n*).
  @inlinable
  public func copy() -> Self {
    var twin = Self()
    twin.copy(from: self)
    return twin
  }

  /// Makes this queue the same as another, in the memory it already has where that is enough.
  /// - Complexity: O(*n*).
  @inlinable
  public mutating func copy(from other: borrowing Self) {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(contentsOf: other.nodes)
    nextNumber = other.nextNumber
  }

  @inlinable
  mutating func rise(from start: Int) {
    let node = nodes[start]
    var place = start
    while place > 0 {
      let parent = (place - 1) / 2
      guard node.leaves(before: nodes[parent]) else { break }
      nodes[place] = nodes[parent]
      place = parent
    }
    nodes[place] = node
  }

  @inlinable
  mutating func sink(from start: Int) {
    let node = nodes[start]
    var place = start
    while true {
      var child = 2 * place + 1
      guard child < nodes.count else { break }
      if child + 1 < nodes.count, nodes[child + 1].leaves(before: nodes[child]) { child += 1 }
      guard nodes[child].leaves(before: node) else { break }
      nodes[place] = nodes[child]
      place = child
    }
    nodes[place] = node
  }
}
