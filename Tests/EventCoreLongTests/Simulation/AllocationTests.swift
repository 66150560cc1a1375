import EventCore
import EventCoreSupport
import Testing

@Suite("Once warm, nothing is asked of the heap", .countsAllocations)
struct AllocationTests {
  /// How delays are spread.
  enum Delays: CaseIterable {
    case exponential, ticks

    /// Keys to add to the one that left.
    func table() -> [UInt64] {
      var dice = Dice(17)
      return (0..<1 << 14).map { _ in
        switch self {
        // An exponential delay of mean 2²⁰, by adding up fair coins: the binary digits of one are independent.
        case .exponential: UInt64(dice.next().leadingZeroBitCount) << 20 + UInt64(dice.roll(1 << 20))
        case .ticks: UInt64(dice.roll(1_440)) << 3
        }
      }
    }
  }

  /// Takes the earliest entry out and puts it back later, again and again.
  private func hold<Queue: EventQueue<Parcel> & ~Copyable>(
    _ queue: inout Queue, _ delays: [UInt64], times count: Int, _ step: inout Int
  ) {
    for _ in 0..<count {
      guard var entry = queue.pop() else { return }
      entry.key += delays[step & (delays.count - 1)]
      step += 1
      queue.push(entry)
    }
  }

  private func countHold<Queue: EventQueue<Parcel> & ~Copyable>(
    _ queue: consuming Queue, _ delays: Delays, size: Int
  ) -> Int {
    let table = delays.table()
    var queue = queue
    var step = 0
    for number in 0..<size { queue.push(QueueEntry(key: table[number & (table.count - 1)], payload: Parcel(number))) }
    hold(&queue, table, times: 20 * size + 100_000, &step)
    return allocations { hold(&queue, table, times: max(200_000, 5 * size), &step) }
  }

  @Test("by a ladder that holds as many events", arguments: [10, 1_000, 100_000], Delays.allCases)
  func ladder(size: Int, delays: Delays) {
    #expect(countHold(LadderQueue<Parcel>(), delays, size: size) == 0)
  }

  @Test("by a heap that holds as many events", arguments: [10, 1_000, 100_000], Delays.allCases)
  func heap(size: Int, delays: Delays) {
    #expect(countHold(HeapQueue<Parcel>(), delays, size: size) == 0)
  }

  @Test(
    "by a simulation that schedules, cancels and moves", arguments: [QueueChoice.ladder, .heap], [10, 1_000, 50_000])
  func simulation(queue: QueueChoice, machines: Int) {
    var simulation = MachineHall.simulation(machines: machines, queue: queue)
    simulation.run(events: 200_000 + 20 * machines)
    let before = (simulation.model.cancels, simulation.model.moves)
    let counted = allocations { simulation.run(events: 200_000) }
    #expect(counted == 0)
    #expect(simulation.model.cancels - before.0 > 10_000)
    #expect(simulation.model.moves - before.1 > 10_000)
  }

  @Test(
    "by timeouts that are moved again and again, so that dead ones are swept out",
    arguments: [QueueChoice.ladder, .heap])
  func sweeps(queue: QueueChoice) {
    var simulation = Connections.simulation(count: 10_000, queue: queue)
    simulation.run(events: 200_000)
    var mostHeld = 0
    let counted = allocations {
      for _ in 0..<100 {
        simulation.run(events: 4_000)
        mostHeld = max(mostHeld, simulation.agenda.heldCount)
      }
    }
    #expect(counted == 0)
    // 20,000 are pending; never more dead than living, and often nearly as many, or nothing was swept.
    #expect(simulation.agenda.pendingCount == 20_000)
    #expect(mostHeld <= 40_001 && mostHeld > 35_000)
  }

  @Test("by runs in steps and in pieces, and by looking at what is next")
  func steps() {
    var simulation = MachineHall.simulation(machines: 500, queue: .ladder)
    simulation.run(events: 200_000)
    let start = simulation.agenda.handledCount
    let counted = allocations {
      for _ in 0..<50_000 {
        if let next = simulation.agenda.nextTime { simulation.run(until: next + 1) }
        simulation.step()
      }
    }
    #expect(counted == 0)
    #expect(simulation.agenda.handledCount - start > 100_000)
  }

  @Test("by a copy into memory that a simulation of the same kind left", arguments: [QueueChoice.ladder, .heap])
  func copies(queue: QueueChoice) {
    var original = MachineHall.simulation(machines: 1_000, queue: queue)
    original.run(events: 50_000)
    var scratch = MachineHall.simulation(machines: 1_000, queue: queue)
    scratch.run(events: 60_000)
    func branch() {
      scratch.copy(from: original)
      scratch.run(events: 5_000)
    }
    branch()
    let counted = allocations { for _ in 0..<20 { branch() } }
    #expect(counted == 0)
  }

  @Test("by stations, lines, batches, calendars and stores", arguments: [QueueChoice.ladder, .heap])
  func resources(queue: QueueChoice) {
    var simulation = Simulation(Depot(), queue: queue)
    simulation.agenda.schedule(.arrival, at: 0)
    simulation.agenda.schedule(.shift, at: 0)
    // A crowd at the start, longer than any line later.
    simulation.intervene { depot, _ in
      for number in 0..<200 {
        depot.desk.arrive(number, rank: number % 3, at: 0)
        depot.fuel.wantToTake(1, for: number, at: 0)
        depot.fuel.wantToPut(0, for: number, at: 0)
      }
    }
    simulation.run(events: 100_000)
    // A copy of the model would share its arrays, and the next change would copy them.
    let before = simulation.model.counts
    let counted = allocations { simulation.run(events: 200_000) }
    #expect(counted == 0)
    #expect(zip(simulation.model.counts, before).allSatisfy { $0 - $1 > 1_000 })
  }

  @Test("and the count would show it")
  func counterCounts() {
    var numbers: [Int] = []
    #expect(allocations { numbers.append(1) } == 1)
    #expect(allocations { numbers[0] = 2 } == 0)
    #expect(allocations { numbers.reserveCapacity(1_000) } == 1)
    #expect(numbers == [2])
  }
}

/// Connections whose timeout is moved on by every packet, and so never comes.
struct Connections: Model {
  enum Event {
    case packet(Int32)
    case timeout(Int32)
  }

  var dice = Dice(4)
  var timeouts: [EventHandle]

  static func simulation(count: Int, queue: QueueChoice) -> Simulation<Self> {
    var simulation = Simulation(Self(timeouts: Array(repeating: .none, count: count)), queue: queue)
    simulation.intervene { connections, agenda in
      for number in 0..<count {
        connections.timeouts[number] = agenda.scheduleCancellable(.timeout(Int32(number)), at: 1_000_000)
        agenda.schedule(.packet(Int32(number)), at: connections.dice.roll(1_000))
      }
    }
    return simulation
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
    guard case .packet(let number) = event else { return }
    let place = Int(number)
    timeouts[place] = agenda.reschedule(timeouts[place], as: .timeout(number), after: 1_000_000)
    agenda.schedule(event, after: 1 + dice.roll(1_000))
  }
}

/// Machines that run, break, and are looked after: a model that holds a handle for each.
struct MachineHall: Model {
  enum Event {
    case breaks(Int32)
    case inspected(Int32)
  }

  var dice = Dice(3)
  var breakdowns: [EventHandle]
  var cancels = 0
  var moves = 0

  static func simulation(machines: Int, queue: QueueChoice) -> Simulation<Self> {
    var simulation = Simulation(Self(breakdowns: Array(repeating: .none, count: machines)), queue: queue)
    simulation.intervene { hall, agenda in
      for machine in 0..<machines {
        hall.breakdowns[machine] = agenda.scheduleCancellable(.breaks(Int32(machine)), at: hall.dice.roll(2_000))
        agenda.schedule(.inspected(Int32(machine)), at: hall.dice.roll(1_000), phase: 2)
      }
    }
    return simulation
  }

  /// Plain assignment would share the array, and the next change would copy it into new memory.
  mutating func copy(from other: Self) {
    var handles = breakdowns
    breakdowns = []
    handles.removeAll(keepingCapacity: true)
    handles.append(contentsOf: other.breakdowns)
    self = other
    breakdowns = handles
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
    switch event {
    case .breaks(let machine):
      breakdowns[Int(machine)] = agenda.scheduleCancellable(event, after: 1 + dice.roll(2_000))
    case .inspected(let machine):
      let handle = breakdowns[Int(machine)]
      if dice.roll(2) == 0 {
        breakdowns[Int(machine)] = agenda.reschedule(handle, as: .breaks(machine), after: 1 + dice.roll(2_000))
        moves += 1
      } else {
        agenda.cancel(handle)
        breakdowns[Int(machine)] = agenda.scheduleCancellable(.breaks(machine), after: 1 + dice.roll(2_000))
        cancels += 1
      }
      agenda.schedule(event, after: 500 + dice.roll(500), phase: 2)
    }
  }
}

/// A desk with ranks and impatient callers, a dock that loads in batches, opening hours, and a tank of fuel.
struct Depot: Model {
  enum Event {
    case arrival
    case atDesk
    case loaded
    case impatient(WaitingPlace)
    case shift
    case tanker
  }

  var dice = Dice(8)
  var desk = PriorityStation<Int, Int>(servers: 3)
  var dock = FirstComeStation<Int, Int>(servers: 2, waitingRoom: 40)
  var fuel = Store<Int, Int>(level: 100, capacity: 1_000)
  let hours = CapacityCalendar(steps: [(0, 1), (480, 3), (1_020, 2)], every: 1_440)
  var batch: [Int] = []
  var left = 0
  var batches = 0
  var refills = 0

  /// How often each thing that could ask for memory was done.
  var counts: [Int] { [left, batches, refills, desk.watch.waits.count, dock.watch.waits.count] }

  init() { batch.reserveCapacity(8) }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
    let now = agenda.now
    switch event {
    case .arrival:
      if let place = desk.arrive(now, rank: dice.roll(3), at: now), dice.roll(2) == 0 {
        agenda.schedule(.impatient(place), after: 20)
      }
      agenda.schedule(.arrival, after: 1 + dice.roll(12))
    case .atDesk:
      desk.finish(at: now)
      dock.arrive(now, at: now)
    case .loaded:
      dock.finish(at: now)
      fuel.wantToTake(10 + dice.roll(40), for: now, at: now)
      if fuel.takersWaiting > 5 { agenda.schedule(.tanker, after: 3) }
    case .impatient(let place):
      if desk.leave(place, at: now) != nil { left += 1 }
    case .shift:
      desk.setServers(hours.capacity(at: now), at: now)
      if let next = hours.nextChange(after: now) { agenda.schedule(.shift, at: next.time, phase: 1) }
    case .tanker:
      fuel.wantToPut(200, for: -1, at: now)
      refills += 1
    }
    startAll(&agenda)
  }

  private mutating func startAll(_ agenda: inout Agenda<Int, Event>) {
    let now = agenda.now
    while desk.startNext(at: now) != nil { agenda.schedule(.atDesk, after: 5 + dice.roll(10)) }
    batch.removeAll(keepingCapacity: true)
    while dock.startBatch(of: 4, atLeast: 2, at: now, into: &batch) > 0 {
      agenda.schedule(.loaded, after: 8)
      batches += 1
      batch.removeAll(keepingCapacity: true)
    }
    while fuel.nextTaker(at: now) != nil || fuel.nextPutter(at: now) != nil {}
  }
}
