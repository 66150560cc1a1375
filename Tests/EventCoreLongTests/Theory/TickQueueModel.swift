import EventCore
import Randomness

/// One server on a clock of whole ticks: Geo/Geo/1 or Geo/D/1.
struct TickQueueModel: Model {
  enum Event { case arrival, served }

  /// How many ticks a service takes.
  enum Service {
    case geometric(endsEachTick: Double)
    case constant(Int)
  }

  var station = FirstComeStation<Int, Int>(servers: 1)
  let arrivalProbability: Double
  let service: Service
  var arrivalLuck: DrawStream
  var serviceLuck: DrawStream

  init(arrivalProbability: Double, service: Service, luck: Luck) {
    self.arrivalProbability = arrivalProbability
    self.service = service
    arrivalLuck = luck.stream(.customers, .arrivals)
    serviceLuck = luck.stream(.stations, .service)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
    switch event {
    case .arrival:
      station.arrive(0, at: agenda.now)
      agenda.schedule(.arrival, after: Self.geometric(arrivalProbability, &arrivalLuck), phase: .arrivals)
    case .served:
      station.finish(at: agenda.now)
    }
    while station.startNext(at: agenda.now) != nil {
      agenda.schedule(.served, after: serviceTicks(), phase: .departures)
    }
  }

  private mutating func serviceTicks() -> Int {
    switch service {
    case .geometric(let probability): Self.geometric(probability, &serviceLuck)
    case .constant(let ticks): ticks
    }
  }

  /// The number of tries until one succeeds.
  static func geometric(_ probability: Double, _ stream: inout DrawStream) -> Int {
    var tries = 1
    while stream.uniform() >= probability { tries += 1 }
    return tries
  }

  mutating func beginMeasuring(at time: Int) { station.watch.restart(at: time) }

  /// This queue after a warm-up and a time of measuring.
  consuming func run(warmUp: Int, measured: Int) -> Self {
    var simulation = Simulation(self)
    simulation.agenda.schedule(.arrival, at: 0, phase: .arrivals)
    simulation.warmUp(until: warmUp)
    simulation.run(until: warmUp + measured)
    return simulation.model
  }
}

extension Phase {
  /// Whoever comes in a tick finds the servers free that end in it.
  fileprivate static let departures: Phase = 2
  fileprivate static let arrivals: Phase = 4
}
