/// The first event at which two runs did not do the same.
public struct Divergence<Time: EventTime, Event: BitwiseCopyable> {
  /// One event as it happened.
  public struct Happening {
    /// When.
    public let time: Time

    /// In which phase.
    public let phase: Phase

    /// What.
    public let event: Event
  }

  /// How many events the two had in common before.
  public let index: Int

  /// What happened in the one run; `nil` when it had ended.
  public let left: Happening?

  /// What happened in the other run; `nil` when it had ended.
  public let right: Happening?
}

extension Divergence: Sendable where Event: Sendable {}
extension Divergence.Happening: Sendable where Event: Sendable {}

/// Keeps the last event and its fingerprint.
private struct LastEvent<Observed: Model>: EventObserver where Observed.Event: Fingerprintable {
  let ingredients: FingerprintIngredients
  var happening: Divergence<Observed.Time, Observed.Event>.Happening?
  var fingerprint = Fingerprint()

  mutating func observe(
    _ event: Observed.Event, at time: Observed.Time, phase: Phase, in model: borrowing Observed
  ) {
    happening = .init(time: time, phase: phase, event: event)
    fingerprint = Fingerprint()
    ingredients.mix(event, at: time, phase: phase, in: model, into: &fingerprint)
  }
}

extension Simulation where Modeled.Event: Fingerprintable {
  /// Runs this simulation and another side by side and finds the first event at which they differ.
  ///
  /// Both are copied; neither changes. Each goes on until nothing is pending or its model stops, as in ``run()``.
  /// A model that goes on for ever needs a limit, else two that do the same are never done.
  ///
  /// - Parameters:
  ///   - other: The other simulation.
  ///   - ingredients: What counts as a difference.
  ///   - limit: How many events to look at.
  /// - Returns: Where they part, or `nil` when they do the same within the limit.
  public func firstDifference(
    from other: Self, in ingredients: FingerprintIngredients = .standard, within limit: Int = .max
  ) -> Divergence<Modeled.Time, Modeled.Event>? {
    var left = self
    var right = other
    var leftLast = LastEvent<Modeled>(ingredients: ingredients)
    var rightLast = LastEvent<Modeled>(ingredients: ingredients)
    left.agenda.isStopping = false
    right.agenda.isStopping = false
    var index = 0
    while index < limit {
      let leftWent = !left.storage.agenda.isStopping && left.step(watchedBy: &leftLast)
      let rightWent = !right.storage.agenda.isStopping && right.step(watchedBy: &rightLast)
      if !leftWent, !rightWent { return nil }
      if leftWent != rightWent || leftLast.fingerprint != rightLast.fingerprint {
        return Divergence(
          index: index, left: leftWent ? leftLast.happening : nil, right: rightWent ? rightLast.happening : nil)
      }
      index += 1
    }
    return nil
  }
}
