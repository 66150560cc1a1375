import EventCore
import Randomness
import Testing

/// A store holds what was put in less what was taken out, between nothing and full, and serves its lines in order.
@Suite struct StoreTests {
  private typealias Tank = Store<Int, Int>

  @Test("What there is room for goes in, what there is comes out, and no more")
  func partial() {
    var tank = Tank(level: 30, capacity: 100)
    #expect(tank.put(upTo: 50, at: 1) == 50)
    #expect(tank.put(upTo: 50, at: 2) == 20)
    #expect(tank.put(upTo: 50, at: 3) == 0)
    #expect(tank.level == 100)
    #expect(tank.take(upTo: 70, at: 4) == 70)
    #expect(tank.take(upTo: 70, at: 5) == 30)
    #expect(tank.take(upTo: 70, at: 6) == 0)
    #expect(tank.take(upTo: 0, at: 6) == 0 && tank.put(upTo: 0, at: 6) == 0)
    #expect(tank.level == 0)
    // 30 until 1, 80 until 2, 100 until 4, 30 until 5, then nothing.
    #expect(tank.levels.total(at: 10) == 30 + 80 + 200 + 30)
    #expect(tank.levels.highest == 100)
  }

  @Test("A large request at the head holds up small ones behind it")
  func headOfLine() {
    var tank = Tank(level: 5)
    tank.wantToTake(10, for: 1, at: 0)
    tank.wantToTake(2, for: 2, at: 1)
    #expect(tank.nextTaker(at: 1) == nil)
    #expect(tank.put(upTo: 6, at: 2) == 6)
    let first = tank.nextTaker(at: 2)
    #expect(first?.customer == 1 && first?.amount == 10 && first?.since == 0)
    #expect(tank.nextTaker(at: 2) == nil)
    #expect(tank.level == 1 && tank.takersWaiting == 1)
  }

  @Test("Who leaves is who holds the place, of takers and putters alike")
  func leaving() {
    var tank = Store<Int, Int>(capacity: 10)
    let taker = tank.wantToTake(5, for: 1, at: 0)
    let putter = tank.wantToPut(9, for: 2, at: 0)
    #expect(tank.leave(putter)?.customer == 2)
    #expect(tank.takersWaiting == 1 && tank.puttersWaiting == 0)
    #expect(tank.leave(putter) == nil)
    #expect(tank.leave(taker)?.customer == 1)
  }

  @Test("When a large request leaves the line, those behind it are served")
  func leavingTheHead() {
    var tank = Tank(level: 5, capacity: 6)
    let large = tank.wantToTake(10, for: 1, at: 0)
    tank.wantToTake(2, for: 2, at: 0)
    #expect(tank.leave(large)?.customer == 1)
    #expect(tank.leave(large) == nil)
    #expect(tank.nextTaker(at: 1)?.customer == 2)
    let filler = tank.wantToPut(5, for: 3, at: 2)
    tank.wantToPut(3, for: 4, at: 2)
    #expect(tank.nextPutter(at: 2) == nil)
    #expect(tank.leave(filler)?.amount == 5)
    #expect(tank.nextPutter(at: 2)?.customer == 4)
    #expect(tank.level == 6 && tank.puttersWaiting == 0)
  }

  @Test("Whoever does not stand in line goes past those who do")
  func pastTheLine() {
    var tank = Tank(level: 5)
    tank.wantToTake(10, for: 1, at: 0)
    #expect(tank.take(upTo: 5, at: 0) == 5)
    #expect(tank.takersWaiting == 1)
  }

  @Test("A store that is made smaller keeps what it has and takes nothing in until there is room")
  func shrinking() {
    var tank = Tank(level: 80, capacity: 100)
    tank.setCapacity(50)
    #expect(tank.level == 80 && tank.capacity == 50)
    #expect(tank.put(upTo: 10, at: 1) == 0)
    tank.wantToPut(10, for: 1, at: 1)
    #expect(tank.nextPutter(at: 1) == nil)
    #expect(tank.take(upTo: 35, at: 2) == 35)
    #expect(tank.nextPutter(at: 2) == nil)
    #expect(tank.take(upTo: 5, at: 3) == 5)
    #expect(tank.nextPutter(at: 3)?.customer == 1)
    #expect(tank.level == 50)
    tank.setCapacity(0)
    #expect(tank.put(upTo: 1, at: 4) == 0 && tank.level == 50)
  }

  @Test("A store without limit takes the largest amounts there are")
  func withoutLimit() {
    var tank = Tank()
    #expect(tank.put(upTo: .max, at: 0) == .max)
    #expect(tank.put(upTo: 1, at: 0) == 0)
    #expect(tank.take(upTo: .max, at: 1) == .max)
    #expect(tank.level == 0)
  }

  @Test("Whatever happens, the books balance", arguments: 0..<10 as Range<UInt64>)
  func books(seed: UInt64) {
    var random = Luck(seed: seed, replication: 0).stream(of: Owner(kind: 1, id: 0), for: 1)
    var tank = Store<Int, Int>(level: 40, capacity: 100)
    var level = 40
    var area = 0
    var takers: [(customer: Int, amount: Int)] = []
    var putters: [(customer: Int, amount: Int)] = []
    for time in 1...2_000 {
      area += level
      let amount = Int.random(in: 0...60, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        let expected = min(amount, 100 - level)
        #expect(tank.put(upTo: amount, at: time) == expected)
        level += expected
      case 1:
        let expected = min(amount, level)
        #expect(tank.take(upTo: amount, at: time) == expected)
        level -= expected
      case 2:
        tank.wantToTake(amount, for: time, at: time)
        takers.append((time, amount))
      case 3:
        tank.wantToPut(amount, for: time, at: time)
        putters.append((time, amount))
      case 4:
        while let head = takers.first, head.amount <= level {
          level -= head.amount
          takers.removeFirst()
          #expect(tank.nextTaker(at: time)?.customer == head.customer)
        }
        #expect(tank.nextTaker(at: time) == nil)
      default:
        while let head = putters.first, head.amount <= 100 - level {
          level += head.amount
          putters.removeFirst()
          #expect(tank.nextPutter(at: time)?.customer == head.customer)
        }
        #expect(tank.nextPutter(at: time) == nil)
      }
      #expect(tank.level == level && tank.takersWaiting == takers.count && tank.puttersWaiting == putters.count)
    }
    #expect(tank.levels.total(at: 2_000) == Double(area))
  }

  @Test("Negative amounts stop the process and say where", arguments: 0..<5)
  func negativeAmounts(which: Int) async throws {
    let result = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) { [which = which as Int] in
      var tank = Store<Int, Int>(level: 1)
      switch which {
      case 0: _ = tank.put(upTo: -1, at: 0)
      case 1: _ = tank.take(upTo: -1, at: 0)
      case 2: tank.wantToTake(-1, for: 0, at: 0)
      case 3: tank.wantToPut(-1, for: 0, at: 0)
      default: tank.setCapacity(-1)
      }
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains("EventCore: an amount of -1 cannot be (at EventCoreTests/StoreTests.swift:"))
  }

  @Test("A store cannot begin with more than it holds, or with less than nothing", arguments: [(11, 10), (-1, 10)])
  func impossibleLevels(level: Int, capacity: Int) async throws {
    let result = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) { [level = level as Int, capacity = capacity as Int] in
      _ = Store<Int, Int>(level: level, capacity: capacity)
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains("a store of capacity \(capacity) cannot hold \(level)"))
  }
}
