extension Suite {
  /// Rows 1 to 4 and 6: our queue beside those that C++ offers.
  static let queue = Suite(
    name: "queue", summary: "our event queue beside std::priority_queue and Boost's d-ary heap", rows: queueRows)
}

/// Our queue beside a peer at some work, and what their ratio must reach.
private struct Duel {
  var id: String
  var name: String
  var peer: String
  var work: Work
  var bound: Row.Bound?

  static func exponential(
    _ id: String, _ name: String, beside peer: String, at pending: Int, _ bound: Row.Bound? = nil
  ) -> Duel {
    let work = Work(workload: .holdExponential, pending: pending, increments: .exponential)
    return Duel(id: id, name: "\(name) at \(pending.short)", peer: peer, work: work, bound: bound)
  }

  static func ticks(
    _ id: String, _ name: String, _ increments: IncrementFile, at pending: Int, _ bound: Row.Bound? = nil
  ) -> Duel {
    let work = Work(workload: .holdTicks, pending: pending, increments: increments)
    return Duel(
      id: id, name: "\(name) at \(pending.short)", peer: Contender.standardQueue, work: work, bound: bound)
  }
}

private let duels: [Duel] = [
  .exponential("1", "HOLD, exponential", beside: Contender.standardQueue, at: 1000, .atLeast(3, goal: 4)),
  .exponential("1", "HOLD, exponential", beside: Contender.standardQueue, at: 100_000, .atLeast(6, goal: 8)),
  .exponential("1", "HOLD, exponential", beside: Contender.standardQueue, at: 1_000_000, .atLeast(15, goal: 20)),
  .exponential("1", "HOLD, exponential", beside: Contender.standardQueue, at: 10_000_000, .atLeast(20, goal: 28)),
  .ticks("2", "HOLD, minutes of a day", .minutesOfADay, at: 1_000_000, .atLeast(24, goal: 32)),
  .ticks("2", "HOLD, minutes of a day", .minutesOfADay, at: 10_000_000, .atLeast(30, goal: 45)),
  Duel(
    id: "4", name: "HOLD, 30 % timeouts taken back, at 1e6", peer: Contender.lazyQueue,
    work: Work(workload: .holdTimeouts, pending: 1_000_000, increments: .exponential),
    bound: .atLeast(10, goal: 14)),
  Duel(
    id: "", name: "HOLD, 30 % cancelled anywhere, at 1e6", peer: Contender.lazyQueue,
    work: Work(workload: .holdCancel, pending: 1_000_000, increments: .exponential)),
  .ticks("", "HOLD, minutes to half a year", .minutesToHalfAYear, at: 1_000_000),
  .exponential("", "beside Boost's 4-ary heap", beside: Contender.quaternaryHeap, at: 100_000),
  .exponential("", "beside Boost's 4-ary heap", beside: Contender.quaternaryHeap, at: 1_000_000),
  .exponential("", "beside a packed comparison", beside: Contender.packedStandardQueue, at: 1_000),
  .exponential("", "beside a packed comparison", beside: Contender.packedStandardQueue, at: 100_000),
  .exponential("", "beside a packed comparison", beside: Contender.packedStandardQueue, at: 1_000_000),
]

private let yardstick = Work(workload: .holdExponential, pending: 100_000, increments: .exponential)

@Sendable
private func queueRows(_ session: Session) throws(BenchError) -> [Row] {
  var race = Race(session)
  for duel in duels {
    race.enter(duel.peer, duel.work)
    race.enter(Contender.ourQueue, duel.work)
  }
  let result = try race.run()
  var rows = [yardstickRow(result)]
  rows += duels.map { result.row($0) }
  rows.insert(growthRow(result), at: rows.firstIndex { $0.id == "4" } ?? rows.endIndex)
  for (workload, name) in [(Workload.holdExponential, "exponential"), (.holdTimeouts, "30 % cancelled")] {
    let work = Work(workload: workload, pending: 100_000, increments: .exponential)
    rows.append(try session.allocationsRow("6", "allocations, \(name), at 1e5", Contender.ourQueue, work))
  }
  let ticks = Work(workload: .holdTicks, pending: 100_000, increments: .minutesOfADay)
  rows.append(try session.allocationsRow("6", "allocations, minutes of a day, at 1e5", Contender.ourQueue, ticks))
  return rows + (try memoryRows(session))
}

private func yardstickRow(_ result: RaceResult) -> Row {
  let name = "yardstick: std::priority_queue at 1e5"
  guard let samples = result.samples(Contender.standardQueue, yardstick) else {
    let entrant = Entrant(contender: Contender.standardQueue, work: yardstick)
    return Row("", name, .nanoseconds, absent: result.absence(of: [entrant]))
  }
  return Row("", name, samples, .nanoseconds)
}

private func growthRow(_ result: RaceResult) -> Row {
  let name = "growth of our own hold, 1e3 to 1e7"
  let bound = Row.Bound.atMost(1.9, goal: 1.4)
  let works = [1000, 10_000_000].map {
    Work(workload: .holdExponential, pending: $0, increments: .exponential)
  }
  guard let small = result.samples(Contender.ourQueue, works[0]),
    let large = result.samples(Contender.ourQueue, works[1])
  else {
    let entrants = works.map { Entrant(contender: Contender.ourQueue, work: $0) }
    return Row("3", name, bound: bound, absent: result.absence(of: entrants))
  }
  return Row("3", name, large.over(small), bound: bound, ours: large)
}

private func memoryRows(_ session: Session) throws(BenchError) -> [Row] {
  let pending = min(10_000_000, session.effort.largestPending)
  let work = Work(workload: .holdExponential, pending: pending, increments: .exponential)
  var rows: [Row] = []
  for contender in [Contender.ourQueue, Contender.standardQueue] {
    let name = "memory of a pending event, \(contender), at \(pending.short)"
    if let bytes = try session.bytesPerPendingEvent(contender, work) {
      rows.append(Row("", name, Samples(values: [bytes]), .bytes))
    } else {
      rows.append(Row("", name, .bytes, absent: .skipped("\(contender) cannot be watched here")))
    }
  }
  return rows
}

extension RaceResult {
  fileprivate func row(_ duel: Duel) -> Row {
    guard let ours = samples(Contender.ourQueue, duel.work), let peer = samples(duel.peer, duel.work) else {
      let entrants = [Contender.ourQueue, duel.peer].map { Entrant(contender: $0, work: duel.work) }
      return Row(duel.id, duel.name, bound: duel.bound, absent: absence(of: entrants))
    }
    return Row(duel.id, duel.name, peer.over(ours), bound: duel.bound, ours: ours, peer: peer)
  }
}
