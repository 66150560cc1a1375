/// A model, its clock and its pending events, as one value.
///
/// ```swift
/// var season = Simulation(Shop())
/// season.agenda.schedule(.arrival, at: 0)
/// season.run(until: 480)
/// var whatIf = season  // goes its own way from here
/// whatIf.model.waiting = 0
/// whatIf.run()
/// ```
///
/// A copy costs nothing until one of the two is changed; then the pending events are copied as one block.
/// ``copy(from:)`` does it at once, into memory that is there already.
public struct Simulation<Modeled: Model> {
  /// The state of what is simulated.
  public var model: Modeled

  @usableFromInline var storage: AgendaStorage<Modeled.Time, Modeled.Event>

  /// Makes a simulation with nothing scheduled.
  ///
  /// - Parameters:
  ///   - model: The state to begin with.
  ///   - start: What the clock shows.
  ///   - queue: What holds the pending events; results are the same for each.
  ///   - ties: What decides among simultaneous events of one phase.
  ///   - file: Where it was made.
  ///   - line: The line of it.
  @inlinable
  public init(
    _ model: Modeled, at start: Modeled.Time = .zero, queue: QueueChoice = .ladder, ties: TieOrder = .insertion,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.model = model
    storage = AgendaStorage(Agenda(at: start, queue: queue, ties: ties, file: file, line: line))
  }

  /// The clock and the pending events, to schedule from outside the model.
  @inlinable
  public var agenda: Agenda<Modeled.Time, Modeled.Event> {
    // Straight to the stored property: an accessor inside an accessor would ask the heap for room at every use.
    _read { yield unsafe storage.unchecked }
    _modify {
      makeUnique()
      yield unsafe &storage.unchecked
    }
  }

  /// Changes the model and what is pending together, from outside: a first schedule, a policy, a shock.
  ///
  /// ```swift
  /// season.intervene { shop, agenda in shop.open(&agenda) }
  /// ```
  @inlinable
  public mutating func intervene<Answer>(
    _ change: (inout Modeled, inout Agenda<Modeled.Time, Modeled.Event>) throws -> Answer
  ) rethrows -> Answer {
    makeUnique()
    return try change(&model, &storage.agenda)
  }

  /// The present time.
  @inlinable
  public var now: Modeled.Time { storage.agenda.now }

  @inlinable @inline(__always)
  mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { separate() }
  }

  /// Takes an agenda of its own.
  ///
  /// Apart, because room for a whole agenda in the frame of ``agenda``'s accessor would be asked of the heap at every use.
  @inlinable @inline(never)
  mutating func separate() { storage = AgendaStorage(storage.agenda.copy()) }

  /// Makes this simulation the same as another, in the memory it already has where that is enough.
  @inlinable
  public mutating func copy(from other: Self) {
    if storage === other.storage || !isKnownUniquelyReferenced(&storage) {
      storage = other.storage
    } else {
      storage.agenda.copy(from: other.storage.agenda)
    }
    model.copy(from: other.model)
  }
}

// An agenda is reached by one simulation at a time, or by several that only read it: `makeUnique` sees to that.
extension Simulation: @unchecked Sendable where Modeled: Sendable, Modeled.Event: Sendable {}

/// Holds an agenda for the simulations that share it, until one of them changes it.
@usableFromInline
final class AgendaStorage<Time: EventTime, Event: BitwiseCopyable> {
  // Only `Simulation` reaches it, and holds exclusive access to itself meanwhile; a check at every event would cost more
  // than the queue.
  @exclusivity(unchecked) @usableFromInline var unchecked: Agenda<Time, Event>

  @inlinable
  init(_ agenda: consuming Agenda<Time, Event>) { unsafe unchecked = agenda }

  @inlinable
  var agenda: Agenda<Time, Event> {
    @inline(__always) _read { yield unsafe unchecked }
    @inline(__always) _modify { yield unsafe &unchecked }
  }
}
