import Randomness
import Testing

@testable import EventCore

/// Both lines behave as an array that is searched from end to end does.
@Suite struct WaitingLineTests {
  /// A line that keeps everyone in an array in order of arrival.
  private struct PlainLine {
    struct Member {
      let customer: Int
      let rank: Int
      let place: WaitingPlace
    }

    var members: [Member] = []

    /// Where the next to be served stands: the first of the lowest rank.
    var nextIndex: Int? {
      members.indices.min { (members[$0].rank, $0) < (members[$1].rank, $1) }
    }
  }

  private func seeded(_ seed: UInt64) -> DrawStream {
    Luck(seed: seed, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
  }

  /// Does the same random things to a line and to the plain one, and compares all that can be seen after each.
  private func follow<Line: WaitingLine>(
    _ line: consuming Line, ranks: ClosedRange<Int>, looksAtRanks: Bool, seed: UInt64
  ) throws where Line.Customer == Int {
    var random = seeded(seed)
    var plain = PlainLine()
    var used: [WaitingPlace] = []
    for step in 0..<3_000 {
      // Long stretches of growing and of shrinking, so that the line grows, wraps round and is emptied.
      let joins = (step / 200) % 2 == 0 ? 7 : 3
      switch Int.random(in: 0..<12, using: &random) {
      case ..<joins:
        let rank = Int.random(in: ranks, using: &random)
        let place = line.join(step, rank: rank)
        #expect(!used.contains(place) && !plain.members.contains { $0.place == place })
        plain.members.append(.init(customer: step, rank: looksAtRanks ? rank : 0, place: place))
      case ..<9:
        let expected = plain.nextIndex.map { plain.members.remove(at: $0) }
        #expect(line.takeFirst() == expected?.customer, "step \(step)")
        if let expected { used.append(expected.place) }
      case 9, 10:
        guard let leaver = plain.members.randomElement(using: &random) else { continue }
        plain.members.removeAll { $0.place == leaver.place }
        #expect(line.leave(leaver.place) == leaver.customer, "step \(step)")
        used.append(leaver.place)
      default:
        guard let place = used.randomElement(using: &random) else { continue }
        #expect(line.leave(place) == nil, "step \(step): a used place is good for nothing")
      }
      try #require(line.count == plain.members.count, "step \(step)")
      try #require(line.first == plain.nextIndex.map { plain.members[$0].customer }, "step \(step)")
    }
  }

  @Test("First come, first served behaves as an array does, whatever the ranks", arguments: 0..<12 as Range<UInt64>)
  func firstCome(seed: UInt64) throws {
    try follow(FirstComeLine(), ranks: -5...5, looksAtRanks: false, seed: seed)
  }

  @Test("Lower ranks go first, as in an array", arguments: 0..<12 as Range<UInt64>)
  func ranked(seed: UInt64) throws {
    try follow(PriorityLine(), ranks: -3...3, looksAtRanks: true, seed: seed)
  }

  @Test("Among many ranks nobody is misplaced", arguments: 0..<6 as Range<UInt64>)
  func manyRanks(seed: UInt64) throws {
    try follow(PriorityLine(), ranks: .min ... .max, looksAtRanks: true, seed: seed)
  }

  @Test("Among equal ranks the first to come is the first to be served")
  func ties() {
    var line = PriorityLine<Int>()
    for customer in 0..<100 { _ = line.join(customer, rank: customer % 2) }
    let order = (0..<100).compactMap { _ in line.takeFirst() }
    let even = Array(stride(from: 0, to: 100, by: 2))
    #expect(order == even + even.map { $0 + 1 })
  }

  @Test("A line made with room for some holds more than that in order", arguments: [0, 1, 16, 17, 1_000])
  func roomAndGrowth(room: Int) {
    var line = FirstComeLine<Int>(room: room)
    // Use some slots before, so that the line runs through used and new ones.
    for customer in 0..<11 { _ = line.join(customer) }
    for customer in 0..<11 { #expect(line.takeFirst() == customer) }
    for customer in 0..<3_000 { _ = line.join(customer) }
    #expect(line.count == 3_000)
    let served = (0..<3_000).compactMap { _ in line.takeFirst() }
    #expect(served == Array(0..<3_000))
    #expect(line.takeFirst() == nil && line.count == 0)
  }

  @Test("A line holds no more memory than for the most that ever waited, even behind someone who stays")
  func memoryFollowsTheMost() {
    var line = FirstComeLine<Int>()
    _ = line.join(-1)
    for customer in 0..<10_000 {
      let places = [line.join(customer), line.join(customer + 1)]
      #expect(line.leave(places[customer % 2]) != nil)
      #expect(line.leave(places[1 - customer % 2]) != nil)
    }
    #expect(line.slots.count == 3)
    #expect(line.takeFirst() == -1)
    for customer in 0..<10_000 {
      _ = line.join(customer)
      #expect(line.takeFirst() == customer)
    }
    #expect(line.slots.count == 3)
    #expect(line.first == nil)
  }

  @Test("Slots of a priority line are used again, and an old place does not reach whoever has its slot now")
  func usedSlots() {
    var line = PriorityLine<Int>()
    let old = line.join(1, rank: 0)
    #expect(line.takeFirst() == 1)
    let new = line.join(2, rank: 0)
    #expect(line.leave(old) == nil)
    #expect(line.count == 1)
    #expect(line.leave(new) == 2)
  }

  @Test("A copy of a line goes its own way", arguments: 0..<4 as Range<UInt64>)
  func copies(seed: UInt64) {
    var random = seeded(seed)
    var line = PriorityLine<Int>()
    let places = (0..<50).map { line.join($0, rank: Int.random(in: 0..<5, using: &random)) }
    var copy = line
    for place in places.shuffled(using: &random).prefix(25) { _ = copy.leave(place) }
    #expect(line.count == 50 && copy.count == 25)
    let left = places.compactMap { line.leave($0) }
    #expect(left == Array(0..<50))
  }
}

/// A line as a client would write it: the last to come is the first to be served.
struct LastComeLine<Customer: BitwiseCopyable>: WaitingLine {
  private var waiters: [(place: WaitingPlace, customer: Customer)] = []
  private var joined: UInt64 = 0

  var count: Int { waiters.count }
  var first: Customer? { waiters.last?.customer }

  mutating func join(_ customer: Customer, rank: Int) -> WaitingPlace {
    joined += 1
    let place = WaitingPlace(number: joined)
    waiters.append((place, customer))
    return place
  }

  mutating func takeFirst() -> Customer? { waiters.popLast()?.customer }

  mutating func leave(_ place: WaitingPlace) -> Customer? {
    waiters.firstIndex { $0.place == place }.map { waiters.remove(at: $0).customer }
  }
}

@Suite("A line of the client's own")
struct OwnLineTests {
  @Test("serves a station in its own order")
  func ownOrder() throws {
    typealias Desk = ServiceStation<Int, LastComeLine<Waiter<Int, Int>>, NoWatch<Int>>
    var desk = Desk(servers: 1, waitingIn: LastComeLine())
    let places = (1...4).map { desk.arrive($0, at: $0) }
    let third = try #require(places[2])
    desk.leave(third, at: 5)
    var order: [Int] = []
    while let next = desk.startNext(at: 6) {
      order.append(next)
      desk.finish(at: 6)
    }
    #expect(order == [4, 2, 1])
  }
}
