import EventCore

/// What travels with an event: 16 bytes, as in the peers.
struct EventPayload: BitwiseCopyable {
  var id: UInt64
  var load: UInt64
}

/// Our queue as the HOLD loops use it, with the key that every simulation uses: time and phase in one word.
struct OurQueue<Time: TableTime>: ~Copyable {
  private var queue = LadderQueue<EventPayload>()

  @inline(__always)
  mutating func push(_ payload: EventPayload, at time: Time) {
    queue.push(QueueEntry(key: time.order &<< 3 | UInt64(Phase.normal.rank), payload: payload))
  }

  @inline(__always)
  mutating func popEarliest() -> (time: Time, payload: EventPayload)? {
    guard let entry = queue.pop() else { return nil }
    return (Time(order: entry.key &>> 3), entry.payload)
  }
}

/// Our queue with its clock and with a handle to every event, for the HOLD loop that cancels.
typealias OurAgenda = Agenda<Double, EventPayload>
