import EventCore

/// Notes played as they are scheduled: a model of which each ingredient of a fingerprint can be changed alone.
struct Recital: Model {
  struct Note: BitwiseCopyable, Fingerprintable, Equatable {
    var pitch: Int

    func mix(into fingerprint: inout Fingerprint) { fingerprint.mix(pitch) }
  }

  struct Entry {
    var pitch: Int
    var time: Int
    var phase: Phase = .normal
  }

  /// State that events neither show nor change, until one of them is played.
  var mood = 0

  /// The pitch that lifts the mood.
  var liftingPitch: Int?

  /// The pitch after which the model stops.
  var lastPitch: Int?

  mutating func handle(_ event: Note, _ agenda: inout Agenda<Int, Note>) {
    if event.pitch == liftingPitch { mood += 1 }
    if event.pitch == lastPitch { agenda.stop() }
  }

  func mixState(into fingerprint: inout Fingerprint) { fingerprint.mix(mood) }

  /// Ten notes, two of them at each time.
  static let tune: [Entry] = (0..<10).map { Entry(pitch: 60 + $0, time: $0 / 2) }

  static func simulation(_ tune: [Entry], model: Self = Self()) -> Simulation<Self> {
    var simulation = Simulation(model)
    for entry in tune { simulation.agenda.schedule(Note(pitch: entry.pitch), at: entry.time, phase: entry.phase) }
    return simulation
  }

  static func fingerprint(
    _ tune: [Entry], model: Self = Self(), _ ingredients: FingerprintIngredients = .standard
  ) -> Fingerprint {
    var simulation = simulation(tune, model: model)
    var observer = FingerprintObserver<Self>(ingredients)
    simulation.run(watchedBy: &observer)
    return observer.fingerprint
  }
}
