/// What a fingerprint is made of.
public struct FingerprintIngredients: OptionSet, Sendable {
  /// The set as bits.
  public let rawValue: UInt8

  /// Makes a set from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// When each event happened.
  public static let time = Self(rawValue: 1)

  /// In which phase each event happened.
  public static let phase = Self(rawValue: 2)

  /// What happened.
  public static let event = Self(rawValue: 4)

  /// The state of the model after each event, as ``Model/mixState(into:)`` tells it.
  public static let state = Self(rawValue: 8)

  /// Time, phase and event.
  public static let standard: Self = [.time, .phase, .event]
}

extension FingerprintIngredients {
  /// Mixes in one event as it happened.
  func mix<Observed: Model>(
    _ event: Observed.Event, at time: Observed.Time, phase: Phase, in model: borrowing Observed,
    into fingerprint: inout Fingerprint
  ) where Observed.Event: Fingerprintable {
    if contains(.time) { fingerprint.mix(time: time) }
    if contains(.phase) { fingerprint.mix(UInt64(phase.rank)) }
    if contains(.event) { event.mix(into: &fingerprint) }
    if contains(.state) { model.mixState(into: &fingerprint) }
  }
}
