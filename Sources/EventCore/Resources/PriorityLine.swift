/// Lower ranks first; among equal ranks, first come, first served.
///
/// A binary heap that knows where everyone stands, so that leaving early is as quick as being served.
///
/// - Complexity: joining, serving and leaving O(log *n*).
@frozen
public struct PriorityLine<Customer: BitwiseCopyable>: WaitingLine {
  @frozen
  @usableFromInline
  struct Node: BitwiseCopyable {
    @usableFromInline var rank: Int
    @usableFromInline var place: WaitingPlace
    @usableFromInline var customer: Customer

    @inlinable
    init(rank: Int, place: WaitingPlace, customer: Customer) {
      self.rank = rank
      self.place = place
      self.customer = customer
    }

    @inlinable
    func goes(before other: Self) -> Bool { (rank, place.number) < (other.rank, other.place.number) }
  }

  @usableFromInline var nodes: [Node] = []

  /// For each slot in use, where in `nodes` its customer stands.
  @usableFromInline var whereabouts: [Int] = []

  /// Slots that nobody uses.
  @usableFromInline var freeSlots: [UInt32] = []

  @usableFromInline var joined: UInt64 = 0

  /// Makes an empty line.
  @inlinable
  public init() {}

  /// How many wait.
  @inlinable
  public var count: Int { nodes.count }

  /// Adds a customer behind all of the same or a lower rank.
  @inlinable
  public mutating func join(_ customer: Customer, rank: Int) -> WaitingPlace {
    let slot = freeSlots.popLast() ?? UInt32(whereabouts.count)
    if slot == whereabouts.count {
      whereabouts.append(0)
      // Room for all slots to be free at once, so that leaving asks for no memory long after the line was longest.
      freeSlots.reserveCapacity(whereabouts.capacity)
    }
    let place = WaitingPlace(number: joined, slot: slot)
    joined += 1
    nodes.append(Node(rank: rank, place: place, customer: customer))
    rise(from: nodes.count - 1)
    return place
  }

  /// The next customer, left in the line.
  @inlinable
  public var first: Customer? { nodes.first?.customer }

  /// Takes the next customer out.
  @inlinable
  public mutating func takeFirst() -> Customer? { nodes.isEmpty ? nil : remove(at: 0) }

  /// Takes a customer out before their turn.
  @inlinable
  public mutating func leave(_ place: WaitingPlace) -> Customer? {
    guard place.slot < whereabouts.count else { return nil }
    let index = whereabouts[Int(place.slot)]
    guard index < nodes.count, nodes[index].place == place else { return nil }
    return remove(at: index)
  }

  @inlinable
  mutating func remove(at index: Int) -> Customer {
    let leaver = nodes[index]
    freeSlots.append(leaver.place.slot)
    let last = nodes.removeLast()
    if index < nodes.count {
      put(last, at: index)
      sink(from: index)
      rise(from: index)
    }
    return leaver.customer
  }

  @inlinable
  mutating func put(_ node: Node, at index: Int) {
    nodes[index] = node
    whereabouts[Int(node.place.slot)] = index
  }

  @inlinable
  mutating func rise(from start: Int) {
    let node = nodes[start]
    var place = start
    while place > 0, node.goes(before: nodes[(place - 1) / 2]) {
      put(nodes[(place - 1) / 2], at: place)
      place = (place - 1) / 2
    }
    put(node, at: place)
  }

  @inlinable
  mutating func sink(from start: Int) {
    let node = nodes[start]
    var place = start
    while true {
      var child = 2 * place + 1
      guard child < nodes.count else { break }
      if child + 1 < nodes.count, nodes[child + 1].goes(before: nodes[child]) { child += 1 }
      guard nodes[child].goes(before: node) else { break }
      put(nodes[child], at: place)
      place = child
    }
    put(node, at: place)
  }
}

extension PriorityLine: Sendable where Customer: Sendable {}
extension PriorityLine.Node: Sendable where Customer: Sendable {}
