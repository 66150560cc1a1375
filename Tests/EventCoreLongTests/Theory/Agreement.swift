import EventCore
import Randomness
import Statistics
import Testing

/// Whose luck it is in the models of queueing theory.
enum TheoryOwner: UInt16 {
  case customers = 1
  case stations = 2
}

/// What the luck decides.
enum TheoryPurpose: UInt16 {
  case arrivals = 1
  case service = 2
  case patience = 3
  case urgency = 4
}

extension Luck {
  /// The draws of one kind of owner for a purpose.
  func stream(_ owner: TheoryOwner, _ purpose: TheoryPurpose, id: Int = 0) -> DrawStream {
    stream(of: Owner(owner, id: id), for: purpose)
  }
}

/// How long a model runs before and while it is measured.
struct Horizon {
  var warmUp: Double
  var measured: Double
  var end: Double { warmUp + measured }
}

/// The seed of every test of theory: the year it was written, chosen before any of them ran.
let theorySeed: UInt64 = 2_026

/// One number of each of many independent replications.
func replicate(
  _ count: Int, seed: UInt64 = theorySeed, from first: Int = 0, _ measure: (Luck) -> Double
) -> [Double] {
  (first..<first + count).map { measure(Luck(seed: seed, replication: $0)) }
}

/// Several numbers of each of many independent replications, a list for each number.
func replicateAll(_ count: Int, seed: UInt64 = theorySeed, _ measure: (Luck) -> [Double]) -> [[Double]] {
  let rows = (0..<count).map { measure(Luck(seed: seed, replication: $0)) }
  return rows[0].indices.map { column in rows.map { $0[column] } }
}

/// Expects that a 99.9 % interval holds what theory says, and that it is narrow enough to say something.
///
/// A right simulator fails one such check in a thousand under a seed that nobody has tried; the seed is fixed, so it
/// fails always or never.
func expectAgreement(
  _ values: [Double], with theory: Double, within precision: Double, _ what: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let interval = try MeanInterval(of: values, level: 0.999)
  #expect(
    interval.contains(theory), "\(what): \(theory) is not in \(interval.mean) ± \(interval.halfWidth)",
    sourceLocation: sourceLocation)
  #expect(
    interval.halfWidth < precision * theory, "\(what): \(interval.mean) ± \(interval.halfWidth) is too vague",
    sourceLocation: sourceLocation)
}
