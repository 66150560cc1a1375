/// Fingerprints a run as it goes, and keeps a trail of what the fingerprint was on the way.
///
/// ```swift
/// var print = FingerprintObserver<Shop>()
/// season.run(until: 480, watchedBy: &print)
/// print.fingerprint.value  // the same on every machine
/// ```
public struct FingerprintObserver<Observed: Model>: EventObserver where Observed.Event: Fingerprintable {
  /// What goes into the fingerprint.
  public let ingredients: FingerprintIngredients

  /// The fingerprint of the events so far.
  public private(set) var fingerprint = Fingerprint()

  /// The fingerprint at regular places on the way.
  public private(set) var trail = FingerprintTrail()

  /// Makes an observer that has seen nothing.
  public init(_ ingredients: FingerprintIngredients = .standard) { self.ingredients = ingredients }

  /// Mixes an event in.
  public mutating func observe(
    _ event: Observed.Event, at time: Observed.Time, phase: Phase, in model: borrowing Observed
  ) {
    ingredients.mix(event, at: time, phase: phase, in: model, into: &fingerprint)
    trail.add(fingerprint)
  }
}

/// The fingerprints of a run after every so many events, few enough to keep whatever the length of the run.
///
/// Two trails, of runs on different days or machines, tell between which events the runs first differed; see
/// ``firstDifference(from:)``.
public struct FingerprintTrail: Hashable, Sendable {
  /// How many events lie between two kept fingerprints.
  public private(set) var stride = 1

  /// How many events were added.
  public private(set) var count = 0

  /// The fingerprints after `stride`, `2 * stride`, … events.
  public private(set) var marks: [Fingerprint] = []

  /// The fingerprint after the last event.
  public private(set) var last = Fingerprint()

  /// Makes an empty trail.
  public init() {}

  /// Adds the fingerprint after the next event.
  public mutating func add(_ fingerprint: Fingerprint) {
    count += 1
    last = fingerprint
    guard count % stride == 0 else { return }
    marks.append(fingerprint)
    if marks.count == 2_048 { widen() }
  }

  /// Drops every second mark.
  private mutating func widen() {
    stride *= 2
    marks = marks.indices.filter { $0 % 2 == 1 }.map { marks[$0] }
  }

  /// The numbers of events among which two runs first differed, counted from 0; `nil` when they did not.
  ///
  /// Run both again for as many events as the lower bound says, with ``Simulation/run(events:)``, then look with
  /// ``Simulation/firstDifference(from:in:within:)``.
  public func firstDifference(from other: Self) -> Range<Int>? {
    var left = self
    var right = other
    while left.stride < right.stride { left.widen() }
    while right.stride < left.stride { right.widen() }
    let step = left.stride
    let common = min(left.marks.count, right.marks.count)
    if let mark = (0..<common).first(where: { left.marks[$0] != right.marks[$0] }) {
      return mark * step..<(mark + 1) * step
    }
    if count == other.count, last == other.last { return nil }
    // Where one of them ended is a difference, so the first is no later.
    return common * step..<min(count, other.count) + (count == other.count ? 0 : 1)
  }
}
