import EventCore
import Testing

/// What the watch of a station measures, against numbers worked out by hand.
@Suite struct StationWatchTests {
  /// One server from time 0 to 20; three come, at 2, 3 and 5; the first is served from 2 to 8, the second leaves at 7,
  /// the third is served from 8 to 12; one who comes at 9 waits until 12 and is served until 20.
  private func played() throws -> FirstComeStation<Int, Double> {
    var station = FirstComeStation<Int, Double>(servers: 1, waitingRoom: 2)
    station.arrive(1, at: 2)
    #expect(station.startNext(at: 2) == 1)
    let place = station.arrive(2, at: 3)
    let second = try #require(place)
    station.arrive(3, at: 5)
    #expect(station.arrive(99, at: 6) == nil)
    station.leave(second, at: 7)
    station.finish(at: 8)
    #expect(station.startNext(at: 8) == 3)
    station.arrive(4, at: 9)
    station.finish(at: 12)
    #expect(station.startNext(at: 12) == 4)
    return station
  }

  @Test("Lengths, busy servers, waits and losses are those of the example")
  func example() throws {
    let watch = try played().watch
    // One waits from 3 to 5, two until 7, one until 8; then one from 9 to 12.
    #expect(watch.waiting.total(at: 20) == 2 + 4 + 1 + 3)
    #expect(watch.waiting.mean(at: 20) == 0.5)
    #expect(watch.busy.total(at: 20) == 18)
    #expect(watch.busy.mean(at: 20) == 0.9)
    #expect(watch.waiting.highest == 2 && watch.busy.highest == 1)
    #expect(watch.waits.count == 3 && watch.waits.mean == 2 && watch.waits.greatest == 3 && watch.waits.least == 0)
    #expect(watch.turnedAwayCount == 1)
    #expect(watch.gaveUpCount == 1 && watch.waitsInVain.mean == 4)
  }

  @Test("After a restart only what comes later counts, and whoever waits still waits")
  func restart() {
    var station = FirstComeStation<Int, Double>(servers: 1)
    station.arrive(1, at: 0)
    #expect(station.startNext(at: 0) == 1)
    station.arrive(2, at: 1)
    station.arrive(3, at: 1)
    station.watch.restart(at: 10)
    #expect(station.watch.waits == Tally() && station.watch.turnedAwayCount == 0)
    station.finish(at: 12)
    #expect(station.startNext(at: 12) == 2)
    #expect(station.watch.waiting.total(at: 14) == 2 * 2 + 1 * 2)
    #expect(station.watch.waiting.highest == 2)
    #expect(station.watch.busy.total(at: 14) == 4)
    // The wait of somebody who came during the warm-up is whole.
    #expect(station.watch.waits.mean == 11)
  }

  @Test("Servers that come and go count for the time they were there")
  func capacityOverTime() {
    var station = FirstComeStation<Int, Double>(servers: 0)
    #expect(station.watch.utilisation(at: 3) == 0)
    station.setServers(2, at: 4)
    station.arrive(1, at: 4)
    #expect(station.startNext(at: 4) == 1)
    station.setServers(1, at: 10)
    station.finish(at: 13)
    // One of two is busy for 6, one of one for 3, none of one for 1: 9 of 16.
    #expect(station.watch.servers.total(at: 14) == 16)
    #expect(station.watch.utilisation(at: 14) == 9.0 / 16)
    station.watch.restart(at: 14)
    station.setServers(3, at: 16)
    #expect(station.watch.servers.mean(at: 18) == 2 && station.watch.utilisation(at: 18) == 0)
  }

  @Test("Who finds a free server has not been waiting")
  func noWait() {
    var station = FirstComeStation<Int, Int>(servers: 2)
    for time in 0..<2 {
      station.arrive(time, at: time)
      #expect(station.startNext(at: time) == time)
    }
    #expect(station.watch.waiting.highest == 0)
    #expect(station.watch.busy.highest == 2)
    #expect(station.watch.waiting.total(at: 9) == 0)
  }

  @Test("A station that is not watched carries nothing for it and does the same")
  func noWatch() {
    #expect(MemoryLayout<NoWatch<Double>>.size == 0)
    typealias Unwatched = ServiceStation<Int, FirstComeLine<Waiter<Int, Double>>, NoWatch<Double>>
    let watched = MemoryLayout<FirstComeStation<Int, Double>>.size
    #expect(watched - MemoryLayout<Unwatched>.size == MemoryLayout<QueueWatch<Double>>.size)
    var station = Unwatched(servers: 1, waitingRoom: 1)
    station.arrive(1, at: 0)
    station.arrive(2, at: 0)
    #expect(station.arrive(3, at: 0) == nil)
    #expect(station.startNext(at: 0) == 1)
    #expect(station.startNext(at: 0) == nil)
    station.watch.restart(at: 1)
    station.finish(at: 1)
    #expect(station.startNext(at: 1) == 2)
  }

  @Test("A time before the last change stops the process, and says which call gave it")
  func timeGoesBack() async throws {
    let started = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var desk = FirstComeStation<Int, Double>(servers: 1)
      desk.arrive(1, at: 10)
      _ = desk.startNext(at: 5)
    }
    let asked = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var level = TimeWeighted(1, at: 0.0)
      level.set(2, at: 20)
      _ = level.mean(at: 12)
    }
    let restarted = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var level = TimeWeighted(1, at: 20)
      level.restart(at: 3)
    }
    let none = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var level = TimeWeighted(1, at: 0.0)
      level.set(1, at: .nan)
    }
    let stored = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var tank = Store<Int, Int>(level: 5, at: 7)
      _ = tank.take(upTo: 3, at: 6)
    }
    for result in [started, asked, restarted, none, stored] {
      let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
      #expect(
        said.contains("EventCore: a level that changed at ")
          && said.contains("(at EventCoreTests/StationWatchTests.swift:"))
    }
  }
}
