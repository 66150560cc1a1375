/// Why a run ended.
public enum RunEnd: Sendable {
  /// The time asked for was reached.
  case reachedTime

  /// Nothing was pending any more; a run up to a time reaches that time all the same.
  case ranOut

  /// The model called ``Agenda/stop()``.
  case stopped
}

extension Simulation {
  /// Runs until nothing is pending or the model stops.
  @inlinable
  @discardableResult
  public mutating func run() -> RunEnd {
    var none = NoObserver<Modeled>()
    return advance(to: .max, watchedBy: &none)
  }

  /// Runs every event before a time and leaves the clock at that time.
  ///
  /// What is scheduled for the time itself is still to come: runs may be put end to end, and a copy made between them
  /// is made before anything of that time happens.
  @inlinable
  @discardableResult
  public mutating func run(until time: Modeled.Time, file: StaticString = #fileID, line: UInt = #line) -> RunEnd {
    var none = NoObserver<Modeled>()
    return run(until: time, watchedBy: &none, file: file, line: line)
  }

  /// Runs every event before a time, each of them seen by an observer.
  @inlinable
  @discardableResult
  public mutating func run<Observer: EventObserver<Modeled>>(
    until time: Modeled.Time, watchedBy observer: inout Observer, file: StaticString = #fileID, line: UInt = #line
  ) -> RunEnd {
    let limit = storage.agenda.limit(time, file, line)
    let end = advance(to: limit, watchedBy: &observer)
    if end != .stopped { storage.agenda.wait(until: limit) }
    return end == .ranOut ? .reachedTime : end
  }

  /// Runs until nothing is pending or the model stops, each event seen by an observer.
  @inlinable
  @discardableResult
  public mutating func run<Observer: EventObserver<Modeled>>(watchedBy observer: inout Observer) -> RunEnd {
    advance(to: .max, watchedBy: &observer)
  }

  /// Runs every event before a time, then lets the model forget what it has measured; a model that stops on the way
  /// begins to measure there.
  @inlinable
  @discardableResult
  public mutating func warmUp(
    until time: Modeled.Time, file: StaticString = #fileID, line: UInt = #line
  ) -> RunEnd {
    let end = run(until: time, file: file, line: line)
    model.beginMeasuring(at: now)
    return end
  }

  /// Runs a number of events, or fewer when nothing is pending any more or the model stops; answers how many happened.
  @inlinable
  @discardableResult
  public mutating func run(events limit: Int) -> Int {
    var none = NoObserver<Modeled>()
    makeUnique()
    storage.agenda.isStopping = false
    var count = 0
    while count < limit, !storage.agenda.isStopping, happen(before: .max, watchedBy: &none) { count += 1 }
    return count
  }

  /// Lets one event happen, even after the model has stopped; answers whether there was one.
  @inlinable
  @discardableResult
  public mutating func step() -> Bool {
    var none = NoObserver<Modeled>()
    return step(watchedBy: &none)
  }

  /// Lets one event happen, seen by an observer; answers whether there was one.
  @inlinable
  @discardableResult
  public mutating func step<Observer: EventObserver<Modeled>>(watchedBy observer: inout Observer) -> Bool {
    makeUnique()
    return happen(before: .max, watchedBy: &observer)
  }

  /// The loop: events below a key, until one of the three ends.
  @inlinable
  mutating func advance<Observer: EventObserver<Modeled>>(
    to limit: UInt64, watchedBy observer: inout Observer
  ) -> RunEnd {
    makeUnique()
    storage.agenda.isStopping = false
    while happen(before: limit, watchedBy: &observer) {
      if storage.agenda.isStopping { return .stopped }
    }
    return storage.agenda.pendingCount == 0 ? .ranOut : .reachedTime
  }

  @inlinable @inline(__always)
  mutating func happen<Observer: EventObserver<Modeled>>(
    before limit: UInt64, watchedBy observer: inout Observer
  ) -> Bool {
    if model.looksAhead { storage.agenda.lookAhead { model.foresee($0, $1) } }
    guard let event = storage.agenda.next(before: limit) else { return false }
    model.handle(event, &storage.agenda)
    observer.observe(event, at: storage.agenda.now, phase: storage.agenda.phase, in: model)
    return true
  }
}
