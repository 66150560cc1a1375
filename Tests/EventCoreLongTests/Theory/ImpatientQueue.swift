import EventCore
import Randomness

/// M/M/c + M: customers go away when their patience ends before their service begins.
///
/// The end of each patience is an event that is cancelled when service begins.
struct ImpatientQueue: Model {
  enum Event {
    case arrival, served
    case givesUp(customer: Int)
  }

  /// What is known of somebody who waits.
  struct Claim {
    var place: WaitingPlace?
    var patience = EventHandle.none
  }

  var station: FirstComeStation<Int, Double>
  let theory: ImpatientCustomers
  var claims: [Claim] = []
  var freeClaims: [Int] = []
  var arrivals = 0
  var arrivalLuck: DrawStream
  var serviceLuck: DrawStream
  var patienceLuck: DrawStream

  init(_ theory: ImpatientCustomers, luck: Luck) {
    self.theory = theory
    station = ServiceStation(servers: theory.servers)
    arrivalLuck = luck.stream(.customers, .arrivals)
    serviceLuck = luck.stream(.stations, .service)
    patienceLuck = luck.stream(.customers, .patience)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    switch event {
    case .arrival:
      arrive(&agenda)
      agenda.schedule(.arrival, after: arrivalLuck.exponential(mean: 1 / theory.arrivalRate))
    case .served:
      station.finish(at: agenda.now)
    case .givesUp(let customer):
      if let place = claims[customer].place { station.leave(place, at: agenda.now) }
      freeClaims.append(customer)
    }
    while let next = station.startNext(at: agenda.now) {
      agenda.cancel(claims[next].patience)
      freeClaims.append(next)
      agenda.schedule(.served, after: serviceLuck.exponential(mean: 1 / theory.serviceRate))
    }
  }

  private mutating func arrive(_ agenda: inout Agenda<Double, Event>) {
    arrivals += 1
    let customer = freeClaims.popLast() ?? claims.count
    if customer == claims.count { claims.append(Claim()) }
    let patience = patienceLuck.exponential(mean: 1 / theory.impatience)
    claims[customer] = Claim(
      place: station.arrive(customer, at: agenda.now),
      patience: agenda.scheduleCancellable(.givesUp(customer: customer), after: patience))
  }

  mutating func beginMeasuring(at time: Double) {
    station.watch.restart(at: time)
    arrivals = 0
  }

  /// This queue after a warm-up and a time of measuring.
  consuming func run(_ horizon: Horizon) -> Self {
    var simulation = Simulation(self)
    simulation.agenda.schedule(.arrival, at: 0)
    simulation.warmUp(until: horizon.warmUp)
    simulation.run(until: horizon.end)
    return simulation.model
  }
}
