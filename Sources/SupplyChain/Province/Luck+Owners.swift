import Randomness

/// Who owns luck in the model.
///
/// Never renumber a case: its luck would change.
package enum OwnerKind: UInt16 {
  case setting = 1
  case farm = 2
  case plot = 3
  case facility = 4
  case shock = 5
}

/// What luck is drawn for.
///
/// Never renumber a case either.
package enum Purpose: UInt16 {
  case year = 1
  case size = 2
  case water = 3
  case cash = 4
  case largePlot = 5
  case familyHands = 6
  case reservation = 7
  case way = 8
  case tended = 9
  case certified = 10
  case offSeason = 11
  case month = 12
  case ripening = 13
  case yield = 14
  case age = 15
  case induction = 16
  case streak = 17
  case tendedOffSeason = 18
  case admitted = 19
  case happens = 20
  case place = 21
  case sample = 22
  case uptake = 23
}

extension Luck {
  /// The luck of what is the same in every simulated year: who has which land, water and habits.
  static func ofPopulation(seed: UInt64) -> Luck { Luck(seed: seed, replication: UInt32.max) }

  func uniform(_ kind: OwnerKind, _ id: UInt32, _ purpose: Purpose, number: UInt64 = 0) -> Double {
    let bits = stream(of: Owner(kind: kind.rawValue, id: id), for: purpose.rawValue).draw(number)
    return Double(bits >> 11) * 0x1p-53
  }

  /// A standard normal number, never infinite.
  func normal(_ kind: OwnerKind, _ id: UInt32, _ purpose: Purpose, number: UInt64 = 0) -> Double {
    let bits = stream(of: Owner(kind: kind.rawValue, id: id), for: purpose.rawValue).draw(number)
    return Elementary.normalQuantile((Double(bits >> 12) + 0.5) * 0x1p-52)
  }
}
