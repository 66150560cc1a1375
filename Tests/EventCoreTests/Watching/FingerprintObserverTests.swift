import EventCore
import EventCoreSupport
import Testing

@Suite("The fingerprint of a run")
struct FingerprintObserverTests {
  /// One thing changed about a run.
  enum Change: CaseIterable {
    case time, phase, event, state

    var ingredient: FingerprintIngredients {
      switch self {
      case .time: .time
      case .phase: .phase
      case .event: .event
      case .state: .state
      }
    }

    /// The fingerprint of the tune with this change to the note at a place.
    func fingerprint(at place: Int, _ ingredients: FingerprintIngredients) -> Fingerprint {
      var tune = Recital.tune
      var model = Recital()
      switch self {
      // The last note of its time, and the last phase: the order stays as it is.
      case .time: for later in place..<tune.count { tune[later].time += 1 }
      case .phase: tune[place].phase = 5
      case .event: tune[place].pitch += 100
      case .state: model.liftingPitch = tune[place].pitch
      }
      return Recital.fingerprint(tune, model: model, ingredients)
    }
  }

  @Test("is the same for the same run, and on every machine")
  func sameRun() {
    #expect(Recital.fingerprint(Recital.tune) == Recital.fingerprint(Recital.tune))
    #expect(Recital.fingerprint(Recital.tune).value == 9_991_768_881_414_584_671)
    var prints: [Fingerprint] = []
    for _ in 0..<2 {
      var simulation = Workshop.simulation(seed: 4)
      var observer = FingerprintObserver<Workshop>([.time, .phase, .event, .state])
      simulation.run(until: 5_000, watchedBy: &observer)
      #expect(observer.trail.count == simulation.agenda.handledCount)
      #expect(observer.trail.last == observer.fingerprint)
      prints.append(observer.fingerprint)
    }
    #expect(prints[0] == prints[1])
  }

  @Test("shows a change of any one ingredient, at any event, alone or among the others", arguments: Change.allCases)
  func showsEachChange(change: Change) {
    let all: FingerprintIngredients = [.time, .phase, .event, .state]
    for place in [1, 5, 9] {
      for ingredients in [change.ingredient, all] {
        let before = Recital.fingerprint(Recital.tune, ingredients)
        #expect(change.fingerprint(at: place, ingredients) != before, "note \(place)")
      }
    }
  }

  @Test("does not show a change of what it is not made of", arguments: Change.allCases)
  func ignoresOtherChanges(change: Change) {
    let others = FingerprintIngredients([.time, .phase, .event, .state]).subtracting(change.ingredient)
    #expect(change.fingerprint(at: 5, others) == Recital.fingerprint(Recital.tune, others))
  }

  @Test("is made of time, phase and event unless told otherwise")
  func standardIngredients() {
    for change in Change.allCases {
      let isSeen = change.fingerprint(at: 5, .standard) != Recital.fingerprint(Recital.tune)
      #expect(isSeen == (change != .state))
    }
  }

  @Test("shows the order of simultaneous events")
  func showsOrder() {
    var swapped = Recital.tune
    #expect(swapped[4].time == swapped[5].time)
    swapped.swapAt(4, 5)
    #expect(Recital.fingerprint(swapped) != Recital.fingerprint(Recital.tune))
  }

  @Test("shows an event more, and one less")
  func showsLength() {
    for ingredients in [FingerprintIngredients.time, .phase, .event, .state] {
      let whole = Recital.fingerprint(Recital.tune, ingredients)
      #expect(Recital.fingerprint(Array(Recital.tune.dropLast()), ingredients) != whole)
    }
  }

  @Test("is that of nothing before the first event")
  func startsEmpty() {
    #expect(Recital.fingerprint([]) == Fingerprint())
  }

  @Test("takes the two zeros for one number, and no other two")
  func mixesNumbers() {
    func print(_ number: Double) -> Fingerprint {
      var print = Fingerprint()
      print.mix(number)
      return print
    }
    #expect(print(0) == print(-0.0))
    let numbers = [0, 1, -1, 1.0.nextUp, .leastNonzeroMagnitude, .infinity, -.infinity, .nan]
    #expect(Set(numbers.map(print)).count == numbers.count)
  }

  @Test("does not fall together for words that differ in one bit, whatever came before", arguments: 1...20)
  func hasNoWeakWord(seed: Int) {
    var dice = Dice(seed)
    // The constants inside, whose product with anything would be nothing.
    for word in [dice.next(), 0, .max, 0xE703_7ED1_A0B4_28DB, 0xA076_1D64_78BD_642F] {
      var start = Fingerprint()
      start.mix(dice.next())
      var seen: Set<Fingerprint> = [start]
      for bit in 0...64 {
        var print = start
        print.mix(bit < 64 ? word ^ 1 << UInt64(bit) : word)
        print.mix(7)
        seen.insert(print)
      }
      #expect(seen.count == 66)
    }
  }
}
