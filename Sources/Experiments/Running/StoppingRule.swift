import ScenarioFile
import Statistics
import SupplyChain

/// When there are years enough: a measure is known as precisely as was asked, or the best alternative is chosen.
///
/// It looks at the ends of rounds alone, and at all years of them, whichever ended first.
package struct StoppingRule: Sendable {
  package enum Kind: Sendable {
    /// The 95 % interval of the mean is so wide on either side, of every alternative.
    case halfWidth
    /// One alternative is the best, or no more than so much worse, with a chance of 95 %: Kim and Nelson.
    case best
  }

  package let kind: Kind
  /// The measure as somebody named it, and its parts, which are added up.
  package let measure: String
  package let parts: [Measure]
  package let number: Double

  package static let firstRound = 20
  package static let laterRound = 10
  /// So many years at most, unless told.
  package static let most = 1_000

  /// Why there is no rule.
  package enum Fault: Error, Equatable {
    /// There is no such measure; what there is instead.
    case unknown([String])
    /// It is taken in parts alone that do not add up: their names.
    case parts([String])
    /// Neither more nor less of it is better.
    case noBetter
  }

  /// A rule for a measure, named by its column or, where that says enough, by its metric, in a world.
  package init(_ kind: Kind, measure: String, number: Double, in world: World) throws(Fault) {
    (self.kind, self.measure, self.number) = (kind, measure, number)
    let all = world.measures
    if let own = all.first(where: { $0.column == measure }) {
      parts = [own]
    } else {
      switch MeasureName(metric: measure).meaning(in: all) {
      case .parts(let parts): self.parts = parts
      case .open: throw .parts(all.filter { $0.metric == measure }.map(\.column))
      default: throw .unknown(all.map(\.column))
      }
    }
    if kind == .best, goal == nil { throw .noBetter }
  }

  /// Which end is better; nothing where neither is.
  private var goal: Goal? {
    switch Metric.all.first(where: { $0.id == parts.first?.metric })?.better {
    case .more?: .larger
    case .less?: .smaller
    default: nil
    }
  }

  /// How many years the next round brings, after so many and with no more than so many.
  package func nextRound(after years: Int, most: Int) -> Int {
    min(most - years, max(StoppingRule.firstRound - years, StoppingRule.laterRound))
  }

  /// What the years so far say.
  package enum Verdict: Equatable, Sendable {
    case more
    case enough
    /// The place of the alternative that was chosen, and after how many years.
    case chosen(Int, years: Int)
    /// The measure is not there in every year.
    case notMeasured
  }

  /// Judges the outcomes of each alternative, year by year.
  package func verdict(_ outcomes: [[Double?]]) -> Verdict {
    let known = outcomes.map { $0.compactMap(\.self) }
    guard let years = outcomes.first?.count, years > 0, known.allSatisfy({ $0.count == years }) else {
      return .notMeasured
    }
    switch kind {
    case .halfWidth:
      let widths = known.map { (try? MeanInterval(of: $0))?.halfWidth ?? .infinity }
      return widths.allSatisfy { $0 <= number } ? .enough : .more
    case .best:
      guard let goal,
        var selection = try? KimNelsonSelection(
          candidateCount: known.count, goal: goal, indifference: number, firstStage: StoppingRule.firstRound),
        (try? selection.add(round: known)) != nil
      else { return .more }
      return selection.selected.map { .chosen($0, years: selection.years) } ?? .more
    }
  }

  /// The outcomes of a run, by column.
  package func outcomes(_ years: [[YearOutcome]]) -> [[Double?]] {
    years.map { years in
      years.map { year in
        let values = parts.map { part in
          year.measures.measures.firstIndex(of: part).flatMap { year.measures.values[$0] }
        }
        return StoppingRule.sum(values)
      }
    }
  }

  /// Nothing where a part is missing.
  static func sum(_ values: [Double?]) -> Double? {
    let known = values.compactMap(\.self)
    return known.count == values.count ? known.reduce(0, +) : nil
  }
}
