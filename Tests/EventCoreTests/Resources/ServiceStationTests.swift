import EventCore
import Testing

/// A station starts whom it should, when it can, and turns away whom it must.
@Suite struct ServiceStationTests {
  private typealias Station = FirstComeStation<Int, Int>

  private func station(servers: Int, waitingRoom: Int = .max) -> Station {
    Station(servers: servers, waitingRoom: waitingRoom)
  }

  /// Lets everyone begin who can.
  private func startAll(_ station: inout Station, at time: Int) -> [Int] {
    var started: [Int] = []
    while let next = station.startNext(at: time) { started.append(next) }
    return started
  }

  @Test("Nobody begins without being asked, and no more than there are servers")
  func startsUpToServers() {
    var station = station(servers: 2)
    for customer in 1...4 { station.arrive(customer, at: 0) }
    #expect(station.busy == 0 && station.waiting == 4 && station.first == 1)
    #expect(startAll(&station, at: 0) == [1, 2])
    #expect(station.busy == 2 && station.waiting == 2 && station.first == 3)
    station.finish(at: 5)
    #expect(startAll(&station, at: 5) == [3])
  }

  @Test("Who comes to a free server when nobody waits may begin at once, and is measured like everybody else")
  func startAtOnce() {
    var station = station(servers: 1)
    var asked = station
    let first = station.startAtOnce(at: 3)
    asked.arrive(1, at: 3)
    #expect(first && startAll(&asked, at: 3) == [1])
    for time in [3, 5] {
      let other = station.startAtOnce(at: time)
      #expect(station.busy == 1 && !other)
      station.arrive(2, at: time)
      asked.arrive(2, at: time)
    }
    station.finish(at: 7)
    asked.finish(at: 7)
    // A free server is for those who wait.
    let third = station.startAtOnce(at: 7)
    #expect(!third)
    #expect(startAll(&station, at: 7) == startAll(&asked, at: 7))
    #expect(station.watch.waits.count == 2 && station.watch.waits.mean == asked.watch.waits.mean)
    #expect(station.watch.busy.mean(at: 9) == asked.watch.busy.mean(at: 9))
    #expect(station.watch.waiting.mean(at: 9) == asked.watch.waiting.mean(at: 9))
  }

  @Test("Servers that are added begin with those who wait")
  func moreServers() {
    var station = station(servers: 1)
    for customer in 1...5 { station.arrive(customer, at: 0) }
    #expect(startAll(&station, at: 0) == [1])
    station.setServers(3, at: 1)
    #expect(startAll(&station, at: 1) == [2, 3])
    #expect(station.servers == 3 && station.busy == 3)
  }

  @Test("Servers that are taken away finish first, and nobody begins until enough have")
  func fewerServers() {
    var station = station(servers: 3)
    for customer in 1...6 { station.arrive(customer, at: 0) }
    #expect(startAll(&station, at: 0) == [1, 2, 3])
    station.setServers(1, at: 0)
    #expect(station.busy == 3 && station.servers == 1)
    station.finish(at: 1)
    station.finish(at: 2)
    #expect(station.busy == 1)
    #expect(startAll(&station, at: 2) == [])
    station.finish(at: 3)
    #expect(startAll(&station, at: 3) == [4])
    station.setServers(0, at: 4)
    station.finish(at: 4)
    #expect(startAll(&station, at: 4) == [])
    #expect(station.waiting == 2)
  }

  @Test("Without waiting room only those come in who can begin")
  func noWaitingRoom() {
    var station = station(servers: 2, waitingRoom: 0)
    #expect(!station.isFull)
    #expect(station.arrive(1, at: 0) != nil)
    #expect(station.arrive(2, at: 0) != nil)
    #expect(station.isFull)
    #expect(station.arrive(3, at: 0) == nil)
    #expect(startAll(&station, at: 0) == [1, 2])
    #expect(station.isFull)
    #expect(station.arrive(4, at: 1) == nil)
    station.finish(at: 2)
    #expect(!station.isFull)
    #expect(station.arrive(5, at: 2) != nil)
    #expect(station.watch.turnedAwayCount == 2 && station.watch.gaveUpCount == 0)
  }

  @Test("The waiting room is besides those who could begin, before and after they have")
  func waitingRoom() {
    var station = station(servers: 1, waitingRoom: 2)
    let before = (1...4).map { station.arrive($0, at: 0) != nil }
    #expect(before == [true, true, true, false])
    #expect(startAll(&station, at: 0) == [1])
    #expect(station.isFull && station.waiting == 2)
    station.setServers(0, at: 1)
    #expect(station.isFull)
    station.setServers(2, at: 1)
    #expect(!station.isFull)
    #expect(station.arrive(5, at: 1) != nil)
    #expect(station.arrive(6, at: 1) == nil)
  }

  @Test("A closed station lets as many wait as its room holds")
  func closed() {
    var station = station(servers: 0, waitingRoom: 1)
    #expect(station.arrive(1, at: 0) != nil)
    #expect(station.arrive(2, at: 0) == nil)
    #expect(startAll(&station, at: 0) == [])
  }

  @Test("A waiting room that shrank with the servers lets nobody in until it has emptied")
  func overfull() {
    var station = station(servers: 3, waitingRoom: 0)
    for customer in 1...3 { station.arrive(customer, at: 0) }
    station.setServers(1, at: 0)
    #expect(station.isFull && station.waiting == 3)
    #expect(startAll(&station, at: 0) == [1])
    #expect(station.isFull)
  }

  @Test("A full station whose servers are taken away stays full, no fuller")
  func fullWithFewerServers() {
    var station = station(servers: 3, waitingRoom: 2)
    for customer in 1...3 { station.arrive(customer, at: 0) }
    #expect(startAll(&station, at: 0) == [1, 2, 3])
    station.setServers(1, at: 1)
    // Three are served by what is now one server: nobody is free, and the room still holds two.
    #expect(!station.isFull)
    #expect(station.arrive(4, at: 2) != nil)
    #expect(station.arrive(5, at: 2) != nil)
    #expect(station.isFull)
  }

  @Test("A batch goes when enough wait, takes one server, and leaves those over the limit")
  func batches() {
    var station = station(servers: 1)
    var batch: [Int] = []
    station.arrive(1, at: 0)
    #expect(station.startBatch(of: 3, atLeast: 2, at: 0, into: &batch) == 0)
    #expect(station.busy == 0 && station.waiting == 1 && batch == [])
    for customer in 2...5 { station.arrive(customer, at: 1) }
    #expect(station.startBatch(of: 3, atLeast: 2, at: 4, into: &batch) == 3)
    #expect(batch == [1, 2, 3] && station.busy == 1 && station.waiting == 2)
    #expect(station.startBatch(of: 3, atLeast: 2, at: 4, into: &batch) == 0)
    station.finish(at: 9)
    #expect(station.startBatch(of: 3, atLeast: 2, at: 9, into: &batch) == 2)
    #expect(batch == [1, 2, 3, 4, 5] && station.busy == 1 && station.waiting == 0)
    #expect(station.watch.waits.count == 5)
    // They waited for 4, 3, 3, 8 and 8.
    #expect((station.watch.waits.mean - 5.2).magnitude < 1e-15 * 5.2)
  }

  @Test("A batch of nobody does not start", arguments: [(3, 0), (3, -1), (0, 0), (0, 1), (-1, 1)])
  func emptyBatches(limit: Int, least: Int) {
    var station = station(servers: 1)
    var batch: [Int] = []
    if limit < 1 { station.arrive(1, at: 0) }
    let waiting = station.waiting
    #expect(station.startBatch(of: limit, atLeast: least, at: 0, into: &batch) == 0)
    #expect(station.busy == 0 && station.waiting == waiting && batch == [])
  }

  @Test("Whoever leaves in time is not served, whoever leaves too late is")
  func leaving() throws {
    var station = station(servers: 1)
    let places = try (1...3).map { customer in
      let place = station.arrive(customer, at: 0)
      return try #require(place)
    }
    #expect(startAll(&station, at: 0) == [1])
    #expect(station.leave(places[0], at: 1) == nil)
    #expect(station.leave(places[1], at: 1) == 2)
    #expect(station.leave(places[1], at: 1) == nil)
    #expect(station.busy == 1 && station.waiting == 1 && station.watch.gaveUpCount == 1)
    station.finish(at: 2)
    #expect(startAll(&station, at: 2) == [3])
    #expect(station.leave(places[2], at: 3) == nil)
    #expect(station.watch.gaveUpCount == 1 && station.watch.turnedAwayCount == 0)
  }

  @Test("Ranks decide who begins in a station with a priority line")
  func ranks() throws {
    var station = PriorityStation<Int, Int>(servers: 1)
    station.arrive(1, rank: 5, at: 0)
    station.arrive(2, rank: 1, at: 0)
    let third = station.arrive(3, rank: 0, at: 0)
    let place = try #require(third)
    station.arrive(4, rank: 1, at: 0)
    #expect(station.leave(place, at: 0) == 3)
    var order: [Int?] = []
    for time in 0..<3 {
      order.append(station.startNext(at: time))
      station.finish(at: time)
    }
    #expect(order == [2, 4, 1])
  }

  @Test("A service that ends without having begun stops the process and says where")
  func finishWithoutBegin() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) {
      var station = FirstComeStation<Int, Int>(servers: 1)
      station.arrive(1, at: 0)
      station.finish(at: 3)
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(
      said.contains("EventCore: a service ended that had not begun (at EventCoreTests/ServiceStationTests.swift:"))
  }

  @Test("Fewer than no servers stop the process")
  func negativeServers() async throws {
    let made = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) { _ = FirstComeStation<Int, Int>(servers: -1) }
    #expect(
      String(decoding: try #require(made).standardErrorContent, as: UTF8.self).contains("-1 servers with room for"))
    let set = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) {
      var station = FirstComeStation<Int, Int>(servers: 1)
      station.setServers(-2, at: 0)
    }
    #expect(String(decoding: try #require(set).standardErrorContent, as: UTF8.self).contains("-2 servers cannot be"))
  }
}
