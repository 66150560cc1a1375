import EventCore
import Randomness
import Statistics
import Testing

/// Simulated queues agree with theory.
///
/// Every check is a 99.9 % interval from independent replications, each warmed up for many relaxation times. There are
/// 61 of them: right code under a fresh seed would see one fail in about six seeds of a hundred.
@Suite struct SteadyStateTests {
  private let horizon = Horizon(warmUp: 200, measured: 2_000)

  private func firstCome(
    rate: Double, law: ServiceLaw, servers: Int = 1, waitingRoom: Int = .max, luck: Luck
  ) -> FirstComeQueue {
    OpenQueue(
      rate: rate, law: law, servers: servers, waitingRoom: waitingRoom, line: FirstComeLine(), luck: luck)
  }

  @Test(
    "M/M/c: waits, their squares, lengths and busy servers agree with Erlang",
    arguments: [
      ManyServers(arrivalRate: 0.5, serviceRate: 1),
      ManyServers(arrivalRate: 0.7, serviceRate: 1),
      ManyServers(arrivalRate: 1.6, serviceRate: 1, servers: 2),
      ManyServers(arrivalRate: 4, serviceRate: 1, servers: 5),
    ])
  func manyServers(theory: ManyServers) throws {
    let values = replicateAll(200) { luck in
      let queue = firstCome(
        rate: theory.arrivalRate, law: .exponential(mean: 1 / theory.serviceRate), servers: theory.servers, luck: luck
      ).run(horizon)
      let watch = queue.station.watch
      return [
        watch.waits.mean, queue.squaredWaits.mean, watch.waiting.mean(at: horizon.end),
        watch.busy.mean(at: horizon.end), Double(watch.waits.count) / horizon.measured,
      ]
    }
    // More than come in the measured time would mean that the warm-up was counted.
    try expectAgreement(values[4], with: theory.arrivalRate, within: 0.02, "customers per time")
    try expectAgreement(values[0], with: theory.meanWait, within: 0.1, "wait")
    try expectAgreement(values[1], with: theory.meanSquareWait, within: 0.2, "square of the wait")
    try expectAgreement(values[2], with: theory.meanWaiting, within: 0.1, "number waiting")
    try expectAgreement(values[3], with: theory.load, within: 0.02, "number in service")
  }

  @Test(
    "M/G/1: constant, uniform and mixed service agree with Pollaczek and Khintchine",
    arguments: [
      (ServiceLaw.constant(1), 1.0, 1.0),
      (.uniform(upTo: 2), 1.0, 4.0 / 3),
      (.mixed(short: 0.5, long: 3, shareOfLong: 0.2), 1.0, 4.0),
    ])
  func anyService(law: ServiceLaw, mean: Double, meanSquare: Double) throws {
    let theory = AnyService(arrivalRate: 0.6, meanService: mean, meanSquareService: meanSquare)
    let values = replicateAll(200) { luck in
      let watch = firstCome(rate: 0.6, law: law, luck: luck).run(horizon).station.watch
      return [watch.waits.mean, watch.waiting.mean(at: horizon.end)]
    }
    try expectAgreement(values[0], with: theory.meanWait, within: 0.1, "wait")
    try expectAgreement(values[1], with: theory.meanWaiting, within: 0.1, "number waiting")
  }

  @Test("M/M/c/K: losses, waits and lengths agree with the birth-death chain", arguments: [(1, 4), (3, 3), (3, 7)])
  func finiteRoom(servers: Int, places: Int) throws {
    let rate = 1.2 * Double(servers)
    let theory = FiniteRoom(arrivalRate: rate, serviceRate: 1, servers: servers, places: places)
    let values = replicateAll(100) { luck in
      let queue = firstCome(
        rate: rate, law: .exponential(mean: 1), servers: servers, waitingRoom: places - servers, luck: luck
      ).run(horizon)
      let watch = queue.station.watch
      return [
        Double(watch.turnedAwayCount) / Double(queue.arrivals), watch.busy.mean(at: horizon.end),
        watch.waiting.mean(at: horizon.end), watch.waits.mean,
      ]
    }
    try expectAgreement(values[0], with: theory.lossProbability, within: 0.03, "loss")
    try expectAgreement(values[1], with: theory.meanBusy, within: 0.01, "number in service")
    if places > servers {
      try expectAgreement(values[2], with: theory.meanWaiting, within: 0.05, "number waiting")
      try expectAgreement(values[3], with: theory.meanWait, within: 0.05, "wait")
    } else {
      #expect(values[2].allSatisfy { $0 == 0 }, "nobody waits where there is no room")
    }
  }

  @Test("Tandem: the second of two stations sees Poisson arrivals, as Burke proved")
  func tandem() throws {
    let theory = (
      first: ManyServers(arrivalRate: 1.2, serviceRate: 1, servers: 2),
      second: ManyServers(arrivalRate: 1.2, serviceRate: 2)
    )
    let values = replicateAll(200) { luck in
      var simulation = Simulation(Tandem(rate: 1.2, meanServices: (1, 0.5), servers: (2, 1), luck: luck))
      simulation.agenda.schedule(.arrival, at: 0)
      simulation.warmUp(until: horizon.warmUp)
      simulation.run(until: horizon.end)
      let watches = (simulation.model.first.watch, simulation.model.second.watch)
      return [
        watches.0.waits.mean, watches.1.waits.mean,
        watches.0.waiting.mean(at: horizon.end) + watches.1.waiting.mean(at: horizon.end),
      ]
    }
    try expectAgreement(values[0], with: theory.first.meanWait, within: 0.1, "wait at the first")
    try expectAgreement(values[1], with: theory.second.meanWait, within: 0.1, "wait at the second")
    try expectAgreement(
      values[2], with: theory.first.meanWaiting + theory.second.meanWaiting, within: 0.1, "number waiting at both")
  }

  @Test(
    "M/M/c + M: abandonment, length and wait agree with Palm, below and above capacity",
    arguments: [
      (1.0, 1, 0.5), (3.0, 3, 0.2), (6.0, 4, 1.0),
    ])
  func impatience(rate: Double, servers: Int, impatience: Double) throws {
    let theory = ImpatientCustomers(arrivalRate: rate, serviceRate: 1, servers: servers, impatience: impatience)
    let values = replicateAll(100) { luck in
      let queue = ImpatientQueue(theory, luck: luck).run(horizon)
      let watch = queue.station.watch
      return [
        Double(watch.gaveUpCount) / Double(queue.arrivals), watch.waiting.mean(at: horizon.end), watch.waits.mean,
      ]
    }
    try expectAgreement(values[0], with: theory.abandonProbability, within: 0.05, "share who give up")
    try expectAgreement(values[1], with: theory.meanWaiting, within: 0.05, "number waiting")
    try expectAgreement(values[2], with: theory.meanWaitOfServed, within: 0.05, "wait of the served")
  }

  @Test("Two classes: urgent and patient customers wait as Cobham says")
  func twoClasses() throws {
    let theory = TwoClasses(
      urgent: AnyService(arrivalRate: 0.28, meanService: 1, meanSquareService: 2),
      patient: AnyService(arrivalRate: 0.42, meanService: 1, meanSquareService: 2))
    let values = replicateAll(200) { luck in
      let queue = RankedQueue(
        rate: 0.7, law: .exponential(mean: 1), line: PriorityLine(), shareOfUrgent: 0.4, luck: luck
      ).run(horizon)
      return [queue.urgentWaits.mean, queue.patientWaits.mean]
    }
    try expectAgreement(values[0], with: theory.meanWaitOfUrgent, within: 0.1, "wait of the urgent")
    try expectAgreement(values[1], with: theory.meanWaitOfPatient, within: 0.1, "wait of the patient")
  }

  @Test("Last come, first served waits as long on average but not in square: the order of the line shows")
  func lastComeFirstServed() throws {
    let theory = LastComeFirstServed(arrivalRate: 0.5, serviceRate: 1)
    let firstCome = ManyServers(arrivalRate: 0.5, serviceRate: 1)
    let values = replicateAll(200) { luck in
      let queue = RankedQueue(
        rate: 0.5, law: .exponential(mean: 1), line: PriorityLine(), discipline: .lastComeFirst, luck: luck
      ).run(horizon)
      return [queue.station.watch.waits.mean, queue.squaredWaits.mean]
    }
    try expectAgreement(values[0], with: firstCome.meanWait, within: 0.1, "wait")
    try expectAgreement(values[1], with: theory.meanSquareWait, within: 0.2, "square of the wait")
    #expect(try !MeanInterval(of: values[1], level: 0.999).contains(firstCome.meanSquareWait))
  }

  @Test("Batches: a server who takes several at once agrees with Neuts", arguments: [(1, 3), (2, 4)])
  func batches(least: Int, limit: Int) throws {
    let theory = BatchService(arrivalRate: 2, serviceRate: 1, least: least, limit: limit)
    let values = replicateAll(100) { luck in
      var simulation = Simulation(BatchQueue(theory, luck: luck))
      simulation.agenda.schedule(.arrival, at: 0)
      simulation.warmUp(until: horizon.warmUp)
      simulation.run(until: horizon.end)
      let watch = simulation.model.station.watch
      return [watch.waits.mean, watch.waiting.mean(at: horizon.end)]
    }
    try expectAgreement(values[0], with: theory.meanWait, within: 0.1, "wait")
    try expectAgreement(values[1], with: theory.meanWaiting, within: 0.1, "number waiting")
  }

  @Test(
    "Whole ticks: geometric and constant service agree with the exact answers of discrete time",
    arguments: [
      (TickQueueModel.Service.geometric(endsEachTick: 0.4), TickQueue.geometric(arrivals: 0.25, endsEachTick: 0.4)),
      (.constant(3), .constant(arrivals: 0.25, ticks: 3)),
    ])
  func ticks(service: TickQueueModel.Service, theory: TickQueue) throws {
    let values = replicateAll(100) { luck in
      let watch = TickQueueModel(arrivalProbability: 0.25, service: service, luck: luck)
        .run(warmUp: 500, measured: 8_000).station.watch
      return [watch.waits.mean, watch.busy.mean(at: 8_500)]
    }
    try expectAgreement(values[0], with: theory.meanWait, within: 0.1, "wait in ticks")
    try expectAgreement(values[1], with: 0.25 * theory.meanService, within: 0.02, "share of busy ticks")
  }

  @Test("One long run cut into batches agrees with M/M/1 as well")
  func oneLongRun() throws {
    var queue = firstCome(rate: 0.5, law: .exponential(mean: 1), luck: Luck(seed: theorySeed, replication: 0))
    queue.keepsSeries = true
    let batches = try BatchMeans(of: queue.run(Horizon(warmUp: 200, measured: 400_000)).series, level: 0.999)
    #expect(batches.interval.contains(ManyServers(arrivalRate: 0.5, serviceRate: 1).meanWait))
    #expect(batches.interval.halfWidth < 0.05)
    // The correlation of 20 independent numbers with their neighbours has a deviation of about 1 / √20.
    #expect((batches.lag1Autocorrelation ?? 1) < 0.6)
  }
}
