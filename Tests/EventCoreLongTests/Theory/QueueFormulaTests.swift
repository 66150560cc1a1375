import Testing

/// The formulas themselves: against published numbers, against each other, and against chains that are solved without
/// them.
@Suite struct QueueFormulaTests {
  private func isNear(_ value: Double, _ expected: Double, within relative: Double = 1e-12) -> Bool {
    (value - expected).magnitude <= relative * expected.magnitude
  }

  @Test(
    "Erlang's C formula gives the waits that Python's mpmath gives",
    arguments: [
      (0.5, 1, 0.5, 1.0, 0.5),
      (0.9, 1, 0.9, 9.0, 8.1),
      (1.6, 2, 0.711_111_111_111_111, 1.777_777_777_777_78, 2.844_444_444_444_44),
      (9, 10, 0.668_731_524_107_697, 0.668_731_524_107_697, 6.018_583_716_969_27),
      (19, 20, 0.755_401_232_091_086, 0.755_401_232_091_086, 14.352_623_409_730_6),
    ])
  func erlangC(rate: Double, servers: Int, waitProbability: Double, meanWait: Double, meanWaiting: Double) {
    let queue = ManyServers(arrivalRate: rate, serviceRate: 1, servers: servers)
    #expect(isNear(queue.waitProbability, waitProbability))
    #expect(isNear(queue.meanWait, meanWait))
    #expect(isNear(queue.meanWaiting, meanWaiting))
    #expect(isNear(queue.meanTimeInSystem, meanWait + 1))
  }

  @Test("Constant service halves the wait of exponential service", arguments: [(0.5, 0.5), (0.9, 4.5)])
  func constantService(rate: Double, meanWait: Double) {
    #expect(isNear(AnyService(arrivalRate: rate, meanService: 1, meanSquareService: 1).meanWait, meanWait))
    #expect(isNear(AnyService(arrivalRate: rate, meanService: 1, meanSquareService: 2).meanWait, 2 * meanWait))
  }

  @Test("A chain cut far out gives Erlang's C formula")
  func longChain() {
    let room = FiniteRoom(arrivalRate: 2.4, serviceRate: 1, servers: 3, places: 600)
    let queue = ManyServers(arrivalRate: 2.4, serviceRate: 1, servers: 3)
    #expect(isNear(room.meanWaiting, queue.meanWaiting))
    #expect(isNear(room.chain.mean { $0 >= 3 ? 1 : 0 }, queue.waitProbability))
    #expect(isNear(room.meanBusy, queue.load))
  }

  @Test("One server with room for four in all loses 16/31 of what is twice its rate")
  func finiteRoom() {
    #expect(isNear(FiniteRoom(arrivalRate: 2, serviceRate: 1, servers: 1, places: 4).lossProbability, 16.0 / 31))
  }

  @Test("Customers who are as impatient as they are slow see infinitely many servers")
  func impatientAsSlow() {
    let queue = ImpatientCustomers(arrivalRate: 5, serviceRate: 1, servers: 3, impatience: 1)
    var poisson = 1.0
    for count in 0..<30 {
      #expect(isNear(queue.chain.shares[count] / queue.chain.shares[0], poisson))
      poisson *= 5 / Double(count + 1)
    }
    let served = queue.chain.mean { Double(min($0, 3)) }
    #expect(isNear(queue.abandonProbability, 1 - served / 5))
  }

  @Test("Customers of endless patience make Erlang's C formula")
  func endlessPatience() {
    let queue = ImpatientCustomers(arrivalRate: 2, serviceRate: 1, servers: 3, impatience: 1e-9)
    let patient = ManyServers(arrivalRate: 2, serviceRate: 1, servers: 3)
    #expect(isNear(queue.meanWaitOfServed, patient.meanWait, within: 1e-6))
    #expect(isNear(queue.meanWaiting, patient.meanWaiting, within: 1e-6))
  }

  @Test("Priorities move waiting from one class to the other and change none of the work")
  func conservation() {
    let urgent = AnyService(arrivalRate: 0.3, meanService: 1, meanSquareService: 2)
    let patient = AnyService(arrivalRate: 0.4, meanService: 1, meanSquareService: 2)
    let classes = TwoClasses(urgent: urgent, patient: patient)
    let all = ManyServers(arrivalRate: 0.7, serviceRate: 1)
    #expect(
      isNear(0.3 * classes.meanWaitOfUrgent + 0.4 * classes.meanWaitOfPatient, 0.7 * all.meanWait))
    #expect(classes.meanWaitOfUrgent < all.meanWait)
  }

  @Test("The formula of batch service solves its balance equations", arguments: [(1, 1), (1, 3), (2, 4), (3, 3)])
  func batches(least: Int, limit: Int) {
    let theory = BatchService(arrivalRate: 0.7 * Double(limit), serviceRate: 1, least: least, limit: limit)
    let last = 300
    var idle = [Double](repeating: 0, count: least)
    var busy = [Double](repeating: 0, count: last + 1)
    idle[0] = 1
    // Each step is one event of the chain that an arrival or an end of service, running or idle, makes.
    let up = theory.arrivalRate / (theory.arrivalRate + theory.serviceRate)
    for _ in 0..<8_000 {
      var nextIdle = idle.map { $0 * (1 - up) }
      var nextBusy = [Double](repeating: 0, count: last + 1)
      for (count, share) in idle.enumerated() {
        if count + 1 < least { nextIdle[count + 1] += share * up } else { nextBusy[0] += share * up }
      }
      for (count, share) in busy.enumerated() {
        nextBusy[min(count + 1, last)] += share * up
        if count < least {
          nextIdle[count] += share * (1 - up)
        } else {
          nextBusy[max(0, count - limit)] += share * (1 - up)
        }
      }
      idle = nextIdle
      busy = nextBusy
    }
    var waiting = 0.0
    for (count, share) in idle.enumerated() { waiting += Double(count) * share }
    for (count, share) in busy.enumerated() { waiting += Double(count) * share }
    #expect(isNear(theory.meanWaiting, waiting, within: 1e-9))
    if limit == 1 { #expect(isNear(waiting, ManyServers(arrivalRate: 0.7, serviceRate: 1).meanWaiting, within: 1e-9)) }
  }

  @Test("The formula of whole ticks solves the chain of the work that is left")
  func ticks() {
    var geometric = [0, 0.4]
    while geometric.count < 150 { geometric.append(geometric[geometric.count - 1] * 0.6) }
    var constant = [Double](repeating: 0, count: 4)
    constant[3] = 1
    let queues = [
      (geometric, TickQueue.geometric(arrivals: 0.25, endsEachTick: 0.4)),
      (constant, TickQueue.constant(arrivals: 0.25, ticks: 3)),
    ]
    for (service, theory) in queues {
      #expect(isNear(work(arrivals: 0.25, service: service), theory.meanWait, within: 1e-9))
    }
  }

  /// The mean work that is left when somebody may arrive, of services that take 0, 1, … ticks with the chances given.
  private func work(arrivals: Double, service: [Double]) -> Double {
    let last = 200
    var shares = [Double](repeating: 0, count: last + 1)
    shares[0] = 1
    for _ in 0..<2_000 {
      var next = [Double](repeating: 0, count: last + 1)
      for (left, share) in shares.enumerated() where share > 1e-16 {
        next[max(0, left - 1)] += share * (1 - arrivals)
        for (ticks, chance) in service.enumerated() {
          next[min(last, max(0, left + ticks - 1))] += share * arrivals * chance
        }
      }
      shares = next
    }
    var mean = 0.0
    for (left, share) in shares.enumerated() { mean += Double(left) * share }
    return mean
  }
}
