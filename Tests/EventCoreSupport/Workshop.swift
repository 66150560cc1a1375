import EventCore

/// A model with a bit of everything: ties, phases, handles, cancels, moves, and a state that depends on the order.
package struct Workshop: Model {
  package enum Event: BitwiseCopyable, Fingerprintable {
    case order
    case start(UInt32)
    case done(UInt32)
    case late(UInt32)
    case evening

    package func mix(into fingerprint: inout Fingerprint) {
      switch self {
      case .order: fingerprint.mix(1)
      case .start(let number): fingerprint.mix(Int(number) << 3 | 2)
      case .done(let number): fingerprint.mix(Int(number) << 3 | 3)
      case .late(let number): fingerprint.mix(Int(number) << 3 | 4)
      case .evening: fingerprint.mix(5)
      }
    }
  }

  package var dice: Dice
  package var orders: UInt32 = 0
  package var deadlines: [EventHandle] = []
  package var doneCount = 0
  package var lateCount = 0
  package var evenings = 0
  package var measuringSince: Int?

  /// Changes with the order in which things are done.
  package var diary: UInt64 = 0

  init(seed: Int) { dice = Dice(seed) }

  /// A workshop with its first order and its evenings scheduled.
  package static func simulation(seed: Int, queue: QueueChoice = .ladder, ties: TieOrder = .insertion) -> Simulation<
    Workshop
  > {
    var simulation = Simulation(Workshop(seed: seed), queue: queue, ties: ties)
    simulation.agenda.schedule(.order, at: 0)
    simulation.agenda.schedule(.evening, at: 600, phase: 7)
    return simulation
  }

  package mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
    switch event {
    case .order:
      let number = orders
      orders += 1
      deadlines.append(agenda.scheduleCancellable(.late(number), after: 200 + dice.roll(200), phase: 2))
      agenda.schedule(.start(number), after: dice.roll(3) * 10)
      agenda.schedule(.order, after: dice.roll(4) * 5)
    case .start(let number):
      agenda.schedule(.done(number), after: 50 + dice.roll(40) * 10)
      if dice.roll(5) == 0, agenda.isPending(deadlines[Int(number)]) {
        deadlines[Int(number)] = agenda.reschedule(deadlines[Int(number)], as: .late(number), after: 600, phase: 2)
      }
    case .done(let number):
      doneCount += 1
      if agenda.isPending(deadlines[Int(number)]) { agenda.cancel(deadlines[Int(number)]) }
      diary = diary &* 31 &+ UInt64(number)
    case .late(let number):
      lateCount += 1
      diary = diary &* 37 &+ UInt64(number)
    case .evening:
      evenings += 1
      agenda.schedule(.evening, after: 600, phase: 7)
    }
  }

  package mutating func beginMeasuring(at time: Int) {
    doneCount = 0
    lateCount = 0
    measuringSince = time
  }

  package func mixState(into fingerprint: inout Fingerprint) {
    fingerprint.mix(diary)
    fingerprint.mix(doneCount)
  }
}
