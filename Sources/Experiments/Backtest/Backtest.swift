import Foundation
import ScenarioFile
import SupplyChain
import Units

/// One season simulated against what was seen of it.
package struct Backtest: Sendable {
  package struct Point: Sendable {
    package let seen: ObservedPoint
    package let band: Score.Band
    /// Nothing where no simulated year has anything of the kind.
    package let score: Score?
    /// What each guess says and how far it is off, in their order; nothing where it says nothing.
    package let guesses: [(value: Double, error: Double)?]

    /// Whether a guess is nearer to what was seen than the simulation is.
    package func isWorse(than guess: NaiveGuess) -> Bool {
      guard let place = NaiveGuess.allCases.firstIndex(of: guess), let guessed = guesses[place] else { return false }
      guard let score else { return true }
      return guessed.error.magnitude < score.error.magnitude
    }
  }

  package let observed: Observed
  package let plan: RunPlan
  package let points: [Point]

  /// Simulates the season as the plan says, under the scenario's first policy.
  package init(_ observed: Observed, _ plan: RunPlan) {
    let plan = plan.ofFirstPolicy
    let world = plan.scenario.world
    let sightings = observed.points.map { Backtest.sighting(of: $0, in: world) }
    let years =
      SimulatedYears(plan).each { province, _, _ in sightings.map { province.seen($0) } }.first ?? []
    self.init(observed, plan, years)
  }

  /// Scores what was simulated: a number for each point and year.
  package init(_ observed: Observed, _ plan: RunPlan, _ years: [[Double?]]) {
    self.observed = observed
    self.plan = plan
    let world = plan.scenario.world
    let naive = NaiveGuesses(observed.previous, world)
    // Dates are simulated as days of the calendar and seen as days of all time.
    let first = Double(world.span.from?.dayNumber ?? 0)
    points = observed.points.enumerated().map { place, seen in
      let band = Score.Band(seen.seen.low ?? -.infinity, seen.seen.high ?? .infinity)
      let shift = seen.metric == .trough ? first : 0
      return Point(
        seen: seen, band: band, score: Score(years.map { year in year[place].map { $0 + shift } }, against: band),
        guesses: NaiveGuess.allCases.map { guess in
          naive.value(guess, of: seen).map { ($0, band.error(of: $0)) }
        })
    }
  }

  private static func sighting(of point: ObservedPoint, in world: World) -> Sighting {
    var sighting = Sighting(point.metric)
    sighting.form = point.form
    sighting.grade = point.grade
    sighting.isOffSeason = point.isOffSeason
    sighting.market = point.market.flatMap { id in world.markets.firstIndex { $0.id == id } }
    sighting.facilities = point.channel.flatMap { id in world.channels.first { $0.id == id }?.facilities }
    if let first = world.span.from, let from = point.date ?? point.from, let to = point.date ?? point.to, from <= to {
      sighting.days = first.distance(to: from)...first.distance(to: to)
    }
    return sighting
  }
}

/// How the simulation and a guess compare over all points of one kind that the guess speaks of.
package struct Comparison: Sendable {
  package let metric: Sighting.Subject
  package let guess: NaiveGuess
  package let count: Int
  /// Mean distances from what was seen; nothing where the simulation has no number for a point.
  package let simulated: Double?
  package let guessed: Double

  package var isWorse: Bool { simulated.map { $0 > guessed } ?? true }

  package static func all(_ backtests: [Backtest]) -> [Comparison] {
    let points = backtests.flatMap(\.points)
    return Sighting.Subject.allCases.flatMap { metric in
      NaiveGuess.allCases.enumerated().compactMap { place, guess -> Comparison? in
        let spoken = points.filter { $0.seen.metric == metric && $0.guesses[place] != nil }
        guard !spoken.isEmpty else { return nil }
        let count = Double(spoken.count)
        let errors = spoken.compactMap { $0.score?.error.magnitude }
        return Comparison(
          metric: metric, guess: guess, count: spoken.count,
          simulated: errors.count == spoken.count ? errors.reduce(0, +) / count : nil,
          guessed: spoken.reduce(0) { $0 + ($1.guesses[place]?.error.magnitude ?? 0) } / count)
      }
    }
  }
}
