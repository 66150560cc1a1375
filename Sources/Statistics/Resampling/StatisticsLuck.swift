import Randomness

/// The draws that statistics make for themselves, apart from every draw of a model.
public enum StatisticsLuck {
  /// The kind of owner that no model may use, so that no draw is shared with one, not even under the same seed.
  public static let ownerKind: UInt16 = .max

  /// What a draw is for; never renumber a case, or its draws change.
  enum Purpose: UInt16 {
    case bootstrap = 1
    case permutations = 2
    case latinStrata = 3
    case latinPlaces = 4
    case owenScrambling = 5
    case trajectories = 6
  }
}

/// A stream of draws of statistics: of a resample, a column of a design, a trajectory or a permutation.
func statisticsStream(seed: UInt64, id: Int, for purpose: StatisticsLuck.Purpose) -> DrawStream {
  Luck(seed: seed, replication: 0).stream(of: Owner(kind: StatisticsLuck.ownerKind, id: UInt32(id)), for: purpose)
}
