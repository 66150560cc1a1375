/// Something that looks on while a simulation runs: a fingerprint, a trace, a check after every event.
///
/// The loop is compiled for the observer's type. A run without one carries no trace of it.
public protocol EventObserver<Observed> {
  /// The model that is looked at.
  associatedtype Observed: Model

  /// Called after an event has happened.
  mutating func observe(
    _ event: Observed.Event, at time: Observed.Time, phase: Phase, in model: borrowing Observed)
}

/// Looks away.
@frozen
@usableFromInline
struct NoObserver<Observed: Model>: EventObserver {
  @inlinable
  init() {}

  @inlinable @inline(__always)
  mutating func observe(
    _ event: Observed.Event, at time: Observed.Time, phase: Phase, in model: borrowing Observed
  ) {}
}
