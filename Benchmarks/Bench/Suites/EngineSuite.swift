extension Suite {
  /// Rows 5 and 6: our simulation beside a bare C++ loop, and beside SimPy.
  static let engine = Suite(
    name: "engine", summary: "our simulation loop beside a bare C++ loop, and SimPy", rows: engineRows)
}

private struct Subject {
  var name: String
  var work: Work
  var bound: Row.Bound
}

private let models: [Subject] = [
  Subject(
    name: "M/M/1, ρ = 0.9", work: Work(workload: .singleServer, pending: 1, increments: .exponential),
    bound: .atLeast(0.75, goal: 1)),
  Subject(
    name: "PHOLD, 1e4 pending", work: Work(workload: .parallelHold, pending: 10_000, increments: .exponential),
    bound: .atLeast(2.5, goal: 3.5)),
]

@Sendable
private func engineRows(_ session: Session) throws(BenchError) -> [Row] {
  var race = Race(session)
  for model in models {
    for contender in [Contender.bareLoop, Contender.ourEngine, Contender.simPy] { race.enter(contender, model.work) }
  }
  let result = try race.run()
  var rows = models.map { beside(Contender.bareLoop, $0, result) }
  for model in models {
    for contender in [Contender.ourEngine, Contender.bareLoop, Contender.simPy] {
      rows.append(speed(of: contender, model, result))
    }
  }
  for model in models {
    rows.append(try session.allocationsRow("6", "allocations, \(model.name)", Contender.ourEngine, model.work))
  }
  return rows
}

private func beside(_ peer: String, _ model: Subject, _ result: RaceResult) -> Row {
  let name = "\(model.name), beside \(peer)"
  guard let ours = result.samples(Contender.ourEngine, model.work), let theirs = result.samples(peer, model.work)
  else {
    let entrants = [Contender.ourEngine, peer].map { Entrant(contender: $0, work: model.work) }
    return Row("5", name, bound: model.bound, absent: result.absence(of: entrants))
  }
  return Row("5", name, theirs.over(ours), bound: model.bound, ours: ours, peer: theirs)
}

private func speed(of contender: String, _ model: Subject, _ result: RaceResult) -> Row {
  let name = "\(model.name), speed of \(contender)"
  guard let samples = result.samples(contender, model.work) else {
    let entrant = Entrant(contender: contender, work: model.work)
    return Row("", name, .millionsOfEvents, absent: result.absence(of: [entrant]))
  }
  return Row("", name, Samples(values: samples.values.map { 1000 / $0 }), .millionsOfEvents)
}
