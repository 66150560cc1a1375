import EventCore

extension Phase {
  fileprivate static var arrivals: Phase { 2 }
  fileprivate static var departures: Phase { 3 }
}

/// One server, utilisation 0.9, written against our simulation: the one place, with `ParallelHold`, that names it.
struct SingleServer: Model {
  enum Event: UInt64 {
    case arrival = 0
    case departure = 1
  }

  let increments: IncrementTable<Double>
  var checksum = Checksum()
  private var line = WaitingLine()
  private(set) var waits = Waits()
  /// The departure of the customer being served, as a model that may have to cancel it keeps it.
  private var departure = EventHandle.none
  private var isBusy = false
  private var arrivals: UInt64 = 0
  private var services = UInt64(IncrementFile.entries / 2)

  init(_ increments: IncrementTable<Double>) {
    self.increments = increments
  }

  mutating func open(_ agenda: inout Agenda<Double, Event>) {
    _ = agenda.scheduleCancellable(.arrival, at: nextIncrement(), phase: .arrivals)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    let now = agenda.now
    checksum.fold(timeBits: now.bitPattern, id: event.rawValue)
    switch event {
    case .arrival:
      _ = agenda.scheduleCancellable(.arrival, at: now + nextIncrement(), phase: .arrivals)
      if isBusy { return line.join(now) }
      isBusy = true
      waits.add(0)
    case .departure:
      guard let arrival = line.leave() else {
        isBusy = false
        return
      }
      waits.add(now - arrival)
    }
    departure = agenda.scheduleCancellable(.departure, at: now + 0.9 * increments[services], phase: .departures)
    services &+= 1
  }

  private mutating func nextIncrement() -> Double {
    defer { arrivals &+= 1 }
    return increments[arrivals]
  }
}

/// PHOLD (Fujimoto 1990): an event at a place sends one on to a random place, an exponential time later.
struct ParallelHold: Model {
  struct Event {
    var place: UInt64
    var load: UInt64
  }

  struct Place {
    var visits: UInt64 = 0
    var lastVisit = 0.0
    /// The event sent from here last, as a model that may have to cancel it keeps it.
    var sent = EventHandle.none
  }

  let increments: IncrementTable<Double>
  var checksum = Checksum()
  private(set) var places: [Place]
  private var insertion: UInt64

  init(_ increments: IncrementTable<Double>, places count: Int) {
    self.increments = increments
    places = Array(repeating: Place(), count: count)
    insertion = UInt64(count)
  }

  mutating func open(_ agenda: inout Agenda<Double, Event>) {
    for place in 0..<UInt64(places.count) {
      _ = agenda.scheduleCancellable(Event(place: place, load: ~place), at: increments[place])
    }
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    let now = agenda.now
    checksum.fold(timeBits: now.bitPattern, id: event.place)
    let here = Int(truncatingIfNeeded: event.place)
    let increment = increments[insertion]
    let destination = place(drawing(increment.bitPattern, insertion: insertion), among: UInt64(places.count))
    insertion &+= 1
    places[here].visits += 1
    places[here].lastVisit = now
    places[here].sent = agenda.scheduleCancellable(Event(place: destination, load: event.load), after: increment)
  }
}

func singleServer(_ assignment: Assignment) throws(BenchError) -> Outcome {
  var simulation = Simulation(SingleServer(try IncrementTable(contentsOf: assignment.data)))
  simulation.intervene { model, agenda in model.open(&agenda) }
  return timed(&simulation, assignment) { $0.checksum }
}

func parallelHold(_ assignment: Assignment) throws(BenchError) -> Outcome {
  let increments = try IncrementTable<Double>(contentsOf: assignment.data)
  var simulation = Simulation(ParallelHold(increments, places: Int(assignment.pending)))
  simulation.intervene { model, agenda in model.open(&agenda) }
  return timed(&simulation, assignment) { $0.checksum }
}

private func timed<Timed: Model>(
  _ simulation: inout Simulation<Timed>, _ assignment: Assignment, _ checksum: (Timed) -> Checksum
) -> Outcome {
  simulation.run(events: Int(assignment.warmup))
  let nanoseconds = measureNanoseconds { simulation.run(events: Int(assignment.measured)) }
  return Outcome(
    nanoseconds: nanoseconds, operations: assignment.measured, checksum: checksum(simulation.model).state)
}
