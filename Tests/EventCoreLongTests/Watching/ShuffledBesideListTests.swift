import EventCore
import EventCoreSupport
import Testing

@Suite("Shuffled ties beside a list")
struct ShuffledBesideListTests {
  @Test("keep to times and phases, whatever is cancelled, moved, copied or looked at", arguments: 1...8)
  func keepsTimesAndPhases(seed: Int) {
    var subject = ShuffledBesideList(queue: seed % 2 == 0 ? .ladder : .heap, seed: seed)
    for step in 0..<20_000 {
      if let difference = subject.step(crowd: [4, 40, 400, 4_000][seed % 4]) {
        Issue.record("step \(step): \(difference)")
        return
      }
    }
    if let difference = subject.drain() { Issue.record("at the end: \(difference)") }
  }
}

/// A shuffled agenda and a plain list: what is taken must be one of the earliest in the list.
private struct ShuffledBesideList: ~Copyable {
  struct Entry {
    var time: Int
    var phase: Phase
    var number: Int
    var handle: EventHandle?

    var moment: (Int, Phase) { (time, phase) }
  }

  var agenda: Agenda<Int, Int>
  var list: [Entry] = []
  var dice: Dice
  var next = 0

  init(queue: QueueChoice, seed: Int) {
    agenda = Agenda(queue: queue, ties: .shuffled(seed: UInt64(seed)))
    dice = Dice(seed)
  }

  mutating func step(crowd: Int) -> String? {
    switch dice.roll(list.count < crowd ? 14 : 24) {
    case 0..<7:
      let (time, phase) = moment()
      var entry = Entry(time: time, phase: phase, number: next)
      if dice.roll(2) == 0 {
        entry.handle = agenda.scheduleCancellable(next, at: time, phase: phase)
      } else {
        agenda.schedule(next, at: time, phase: phase)
      }
      list.append(entry)
      next += 1
    case 7, 8:
      guard let index = randomWithHandle(), let handle = list[index].handle else { return nil }
      agenda.cancel(handle)
      list.remove(at: index)
    case 9:
      guard let index = randomWithHandle(), let handle = list[index].handle else { return nil }
      (list[index].time, list[index].phase) = moment()
      list[index].handle = agenda.reschedule(
        handle, as: list[index].number, at: list[index].time, phase: list[index].phase)
    case 10:
      let earliest = list.map(\.time).min()
      if agenda.nextTime != earliest { return "the next time is \(String(describing: agenda.nextTime))" }
    case 11:
      if agenda.pendingCount != list.count { return "\(agenda.pendingCount) pending, not \(list.count)" }
      if list.contains(where: { entry in entry.handle.map { !agenda.isPending($0) } ?? false }) {
        return "a handle forgot its event"
      }
    case 12:
      if dice.roll(20) == 0 { agenda = agenda.copy() }
    default:
      return take()
    }
    return nil
  }

  mutating func drain() -> String? {
    while !list.isEmpty {
      if let difference = take() { return difference }
    }
    return agenda.takeNext() == nil && agenda.pendingCount == 0 ? nil : "something is left"
  }

  private mutating func take() -> String? {
    guard let earliest = list.map(\.moment).min(by: <) else {
      return agenda.takeNext() == nil ? nil : "an event out of nothing"
    }
    let event = agenda.takeNext()
    guard let index = list.firstIndex(where: { $0.number == event }) else {
      return "took \(String(describing: event)), which does not wait"
    }
    let entry = list.remove(at: index)
    if entry.moment != earliest { return "took \(entry), when \(earliest) is earlier" }
    if (agenda.now, agenda.phase) != earliest { return "the clock is wrong at \(entry)" }
    return nil
  }

  private mutating func moment() -> (Int, Phase) {
    let time = agenda.now + [0, 0, 1, 3, 10, 500][dice.roll(6)] * dice.roll(3)
    let phase = Phase(UInt8(dice.roll(3)) * 3)
    return (time, time == agenda.now ? max(phase, agenda.phase) : phase)
  }

  private mutating func randomWithHandle() -> Int? {
    guard !list.isEmpty else { return nil }
    let index = dice.roll(list.count)
    return list[index].handle == nil ? nil : index
  }
}
