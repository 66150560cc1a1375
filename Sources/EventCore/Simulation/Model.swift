/// What a simulation simulates: a value that knows its own state and what each kind of event does to it.
///
/// Events are one plain type, as a rule an enumeration, without classes, closures or strings in it, so that ten million
/// of them are one block of memory:
///
/// ```swift
/// struct Shop: Model {
///   enum Event { case arrival, departure(customer: UInt32) }
///   var waiting = 0
///   mutating func handle(_ event: Event, _ agenda: inout Agenda<Int, Event>) {
///     switch event {
///     case .arrival: …
///     case .departure(let customer): …
///     }
///   }
/// }
/// ```
public protocol Model {
  /// The clock: `Int` for ticks, `Double` for real time.
  associatedtype Time: EventTime

  /// What can happen.
  associatedtype Event: BitwiseCopyable

  /// Lets an event happen: changes the state and schedules what follows.
  mutating func handle(_ event: Event, _ agenda: inout Agenda<Time, Event>)

  /// Forgets what was measured so far, at the end of a warm-up; does nothing unless a model says otherwise.
  mutating func beginMeasuring(at time: Time)

  /// Mixes the state into a fingerprint that asks for it; a model that says nothing is known by its events alone.
  func mixState(into fingerprint: inout Fingerprint)

  /// Whether ``foresee(_:_:)`` is worth calling; no unless a model says otherwise, and then looking ahead costs nothing.
  var looksAhead: Bool { get }

  /// Hears that an event is near, as a rule twice: a good moment to ask for the memory that it will touch.
  ///
  /// A model of a million records waits for memory most of the time, one record after the other. One that asks for the
  /// records of a dozen events at once waits once for all of them.
  ///
  /// Not promised: that every event is foreseen, or that one that was foreseen happens.
  func foresee(_ event: Event, _ nearness: Nearness)

  /// Becomes the same as another model; override it to keep the memory of large arrays.
  mutating func copy(from other: Self)
}

extension Model {
  /// Forgets nothing.
  @inlinable
  public mutating func beginMeasuring(at time: Time) {}

  /// Looks at nothing before its time.
  @inlinable
  public var looksAhead: Bool { false }

  /// Asks for nothing.
  @inlinable
  public func foresee(_ event: Event, _ nearness: Nearness) {}

  /// Mixes nothing in.
  @inlinable
  public func mixState(into fingerprint: inout Fingerprint) {}

  /// Plain assignment.
  @inlinable
  public mutating func copy(from other: Self) { self = other }
}
