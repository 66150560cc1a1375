import Foundation
import Randomness
import Testing

/// Every way to ask for what no distribution is.
private enum Mistake: String, CaseIterable, Codable {
  case uniformBackwards = "uniform with low 2.0, high 1.0"
  case uniformEndless = "uniform with low 0.0, high inf"
  case chanceAboveOne = "chance of 1.5, not in 0 to 1"
  case chanceOfNothingKnown = "chance of nan, not in 0 to 1"
  case exponentialNegative = "exponential with mean -1.0"
  case normalNegative = "normal with mean 0.0 and sd -1.0"
  case normalUnknown = "normal with mean nan and sd 1.0"
  case lognormalZero = "lognormal with mean 0.0 and sd 1.0"
  case triangularOutside = "triangular with low 0.0, mode 2.0, high 1.0"
  case gammaShapeless = "gamma with shape 0.0 and scale 1.0"
  case betaShapeless = "beta with shapes 1.0 and 0.0"
  case poissonNegative = "Poisson with mean -0.5"
  case poissonUnknown = "Poisson with mean nan"
  case binomialNegative = "binomial with count -1 and p 0.5"
  case binomialAboveOne = "binomial with count 10 and p 1.01"
  case indexOfNone = "index below 0"
  case integerBackwards = "integer with low 3, high 2"
  case weightsNone = "0 weights with sum 0.0"
  case weightsZero = "2 weights with sum 0.0"
  case weightNegative = "weight 1 is -2.0"
  case aliasUnknown = "weight 0 is nan"
  case empiricalUneven = "empirical of [1.0] with weights [1.0, 2.0]"
  case truncatedBackwards = "truncated to low 2.0, high 1.0"
  case truncatedToNothing = "lies between 50.0 and 60.0"

  /// Makes the mistake; the line of the test is what the message should name.
  func make() {
    var stream = testStream(41)
    switch self {
    case .uniformBackwards: _ = stream.uniform(low: 2, high: 1)
    case .uniformEndless: _ = stream.uniform(low: 0, high: .infinity)
    case .chanceAboveOne: _ = stream.chance(1.5)
    case .chanceOfNothingKnown: _ = stream.chance(.nan)
    case .exponentialNegative: _ = stream.exponential(mean: -1)
    case .normalNegative: _ = stream.normal(mean: 0, sd: -1)
    case .normalUnknown: _ = stream.normal(mean: .nan, sd: 1)
    case .lognormalZero: _ = stream.lognormal(mean: 0, sd: 1)
    case .triangularOutside: _ = stream.triangular(low: 0, mode: 2, high: 1)
    case .gammaShapeless: _ = stream.gamma(shape: 0, scale: 1)
    case .betaShapeless: _ = stream.beta(a: 1, b: 0)
    case .poissonNegative: _ = stream.poisson(mean: -0.5)
    case .poissonUnknown: _ = stream.poisson(mean: .nan)
    case .binomialNegative: _ = stream.binomial(count: -1, p: 0.5)
    case .binomialAboveOne: _ = stream.binomial(count: 10, p: 1.01)
    case .indexOfNone: _ = stream.index(below: 0)
    case .integerBackwards: _ = stream.integer(low: 3, high: 2)
    case .weightsNone: _ = Weighted(weights: [])
    case .weightsZero: _ = Weighted(weights: [0, 0])
    case .weightNegative: _ = Weighted(weights: [1, -2])
    case .aliasUnknown: _ = AliasTable(weights: [.nan])
    case .empiricalUneven: _ = Empirical([1], weights: [1, 2])
    case .truncatedBackwards: _ = Normal(mean: 0, sd: 1).truncated(low: 2, high: 1)
    case .truncatedToNothing: _ = Normal(mean: 0, sd: 1).truncated(low: 50, high: 60)
    }
  }
}

@Suite struct `A wrong parameter` {
  @Test(arguments: Mistake.allCases)
  fileprivate func `stops with a message that says what and where`(mistake: Mistake) async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      [mistake = mistake as Mistake] in
      mistake.make()
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Randomness: ") && text.contains(mistake.rawValue))
    #expect(text.contains("(at RandomnessTests/ParameterTests.swift:"))
  }
}
