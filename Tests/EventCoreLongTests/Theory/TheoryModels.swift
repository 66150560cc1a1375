import EventCore
import Randomness

/// How long a service takes.
enum ServiceLaw {
  case exponential(mean: Double)
  case constant(Double)
  case uniform(upTo: Double)

  /// Mostly short, sometimes long: exponential of one mean or the other.
  case mixed(short: Double, long: Double, shareOfLong: Double)

  func draw(from stream: inout DrawStream) -> Double {
    switch self {
    case .exponential(let mean): return stream.exponential(mean: mean)
    case .constant(let time): return time
    case .uniform(let most): return most * stream.uniform()
    case .mixed(let short, let long, let shareOfLong):
      let isLong = stream.uniform() < shareOfLong
      return stream.exponential(mean: isLong ? long : short)
    }
  }
}

/// Who goes first in ``OpenQueue``.
enum Discipline {
  case byUrgency
  case lastComeFirst
}

/// Poisson arrivals at one station: M/G/c, with as little waiting room and as many classes as you like.
struct OpenQueue<Line: WaitingLine>: Model where Line.Customer == Waiter<Visitor, Double> {
  enum Event { case arrival, served }

  var station: ServiceStation<Visitor, Line, QueueWatch<Double>>
  let meanGap: Double
  let law: ServiceLaw
  let shareOfUrgent: Double
  let discipline: Discipline

  /// The wait of each who began since measuring did, if they are to be kept.
  var series: [Double] = []
  var keepsSeries = false

  var squaredWaits = Tally()
  var urgentWaits = Tally()
  var patientWaits = Tally()
  var arrivals = 0
  private var everArrived = 0

  var arrivalLuck: DrawStream
  var serviceLuck: DrawStream
  var urgencyLuck: DrawStream

  init(
    rate: Double, law: ServiceLaw, servers: Int = 1, waitingRoom: Int = .max, line: Line, shareOfUrgent: Double = 0,
    discipline: Discipline = .byUrgency, luck: Luck
  ) {
    station = ServiceStation(servers: servers, waitingRoom: waitingRoom, waitingIn: line)
    meanGap = 1 / rate
    self.law = law
    self.shareOfUrgent = shareOfUrgent
    self.discipline = discipline
    arrivalLuck = luck.stream(.customers, .arrivals)
    serviceLuck = luck.stream(.stations, .service)
    urgencyLuck = luck.stream(.customers, .urgency)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    switch event {
    case .arrival:
      arrivals += 1
      everArrived += 1
      let isUrgent = shareOfUrgent > 0 && urgencyLuck.uniform() < shareOfUrgent
      let rank = discipline == .lastComeFirst ? -everArrived : isUrgent ? 0 : 1
      station.arrive(Visitor(since: agenda.now, isUrgent: isUrgent), rank: rank, at: agenda.now)
      agenda.schedule(.arrival, after: arrivalLuck.exponential(mean: meanGap))
    case .served:
      station.finish(at: agenda.now)
    }
    while let next = station.startNext(at: agenda.now) {
      note(agenda.now - next.since, isUrgent: next.isUrgent)
      agenda.schedule(.served, after: law.draw(from: &serviceLuck))
    }
  }

  private mutating func note(_ wait: Double, isUrgent: Bool) {
    squaredWaits.add(wait * wait)
    if isUrgent { urgentWaits.add(wait) } else { patientWaits.add(wait) }
    if keepsSeries { series.append(wait) }
  }

  mutating func beginMeasuring(at time: Double) {
    station.watch.restart(at: time)
    squaredWaits = Tally()
    urgentWaits = Tally()
    patientWaits = Tally()
    series.removeAll()
    arrivals = 0
  }
}

/// A customer of ``OpenQueue``.
struct Visitor: BitwiseCopyable {
  var since: Double
  var isUrgent: Bool
}

/// Ordinary queues are first come, first served.
typealias FirstComeQueue = OpenQueue<FirstComeLine<Waiter<Visitor, Double>>>

extension FirstComeQueue {
  /// This queue after a warm-up and a time of measuring.
  consuming func run(_ horizon: Horizon) -> Self { Simulation(self).afterMeasuring(horizon) }
}

/// Queues that look at ranks.
typealias RankedQueue = OpenQueue<PriorityLine<Waiter<Visitor, Double>>>

extension RankedQueue {
  /// This queue after a warm-up and a time of measuring.
  consuming func run(_ horizon: Horizon) -> Self { Simulation(self).afterMeasuring(horizon) }
}

// `run` is written once for each line, in this file, so that the compiler makes a copy of the loop for each: test files
// are compiled one by one, and a loop that is generic over the line would be ten times slower.
extension Simulation {
  /// The model after a warm-up and a time of measuring, from a first arrival on.
  fileprivate consuming func afterMeasuring<Line>(_ horizon: Horizon) -> Modeled where Modeled == OpenQueue<Line> {
    agenda.schedule(.arrival, at: 0)
    warmUp(until: horizon.warmUp)
    run(until: horizon.end)
    return model
  }
}

/// Two stations, one behind the other.
struct Tandem: Model {
  enum Event { case arrival, servedFirst, servedSecond }

  var first: FirstComeStation<Int, Double>
  var second: FirstComeStation<Int, Double>
  let meanGap: Double
  let meanServices: (first: Double, second: Double)
  var arrivalLuck: DrawStream
  var firstLuck: DrawStream
  var secondLuck: DrawStream

  init(rate: Double, meanServices: (first: Double, second: Double), servers: (first: Int, second: Int), luck: Luck) {
    first = ServiceStation(servers: servers.first)
    second = ServiceStation(servers: servers.second)
    meanGap = 1 / rate
    self.meanServices = meanServices
    arrivalLuck = luck.stream(.customers, .arrivals)
    firstLuck = luck.stream(.stations, .service, id: 0)
    secondLuck = luck.stream(.stations, .service, id: 1)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    switch event {
    case .arrival:
      first.arrive(0, at: agenda.now)
      agenda.schedule(.arrival, after: arrivalLuck.exponential(mean: meanGap))
    case .servedFirst:
      first.finish(at: agenda.now)
      second.arrive(0, at: agenda.now)
    case .servedSecond:
      second.finish(at: agenda.now)
    }
    while first.startNext(at: agenda.now) != nil {
      agenda.schedule(.servedFirst, after: firstLuck.exponential(mean: meanServices.first))
    }
    while second.startNext(at: agenda.now) != nil {
      agenda.schedule(.servedSecond, after: secondLuck.exponential(mean: meanServices.second))
    }
  }

  mutating func beginMeasuring(at time: Double) {
    first.watch.restart(at: time)
    second.watch.restart(at: time)
  }
}

/// A server who takes several at once.
struct BatchQueue: Model {
  enum Event { case arrival, served }

  var station: FirstComeStation<Int, Double>
  let theory: BatchService
  var batch: [Int] = []
  var arrivalLuck: DrawStream
  var serviceLuck: DrawStream

  init(_ theory: BatchService, luck: Luck) {
    self.theory = theory
    station = ServiceStation(servers: 1)
    arrivalLuck = luck.stream(.customers, .arrivals)
    serviceLuck = luck.stream(.stations, .service)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    switch event {
    case .arrival:
      station.arrive(0, at: agenda.now)
      agenda.schedule(.arrival, after: arrivalLuck.exponential(mean: 1 / theory.arrivalRate))
    case .served:
      station.finish(at: agenda.now)
    }
    batch.removeAll(keepingCapacity: true)
    while station.startBatch(of: theory.limit, atLeast: theory.least, at: agenda.now, into: &batch) > 0 {
      agenda.schedule(.served, after: serviceLuck.exponential(mean: 1 / theory.serviceRate))
    }
  }

  mutating func beginMeasuring(at time: Double) { station.watch.restart(at: time) }
}
