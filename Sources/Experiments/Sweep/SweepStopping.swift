import ScenarioFile
import Statistics
import SupplyChain

/// When a sweep has years enough: a measure is known as precisely as was asked, or the best alternative is chosen.
///
/// It looks at the ends of rounds alone, and at all runs of them, whichever ended first.
package struct SweepStopping: Sendable {
  package enum Rule: Sendable {
    /// The 95 % interval of the mean is so wide on either side, at every point and under every policy.
    case halfWidth
    /// One point under one policy is the best, or no more than so much worse, with a chance of 95 %.
    case best
  }

  package let rule: Rule
  package let measure: String
  package let number: Double

  package static let firstRound = 20
  package static let laterRound = 10

  package init(_ rule: Rule, measure: String, number: Double) {
    (self.rule, self.measure, self.number) = (rule, measure, number)
  }

  /// What the years so far say.
  package enum Verdict: Sendable {
    case more
    case enough
    /// The alternative that was chosen.
    case chosen(point: Int, policy: Int, years: Int)
    /// The measure is not there in every year.
    case notMeasured
  }

  package func verdict(_ folder: SweepFolder, _ plan: SweepPlan) throws(SweepError) -> Verdict {
    let outcomes = try values(folder, plan)
    guard let outcomes, outcomes.allSatisfy({ $0.count == plan.replications }) else { return .notMeasured }
    switch rule {
    case .halfWidth:
      let widths = outcomes.map { (try? MeanInterval(of: $0))?.halfWidth ?? .infinity }
      return widths.allSatisfy { $0 <= number } ? .enough : .more
    case .best:
      let goal: Goal = SweepSummary.better(measure) == .less ? .smaller : .larger
      guard
        var selection = try? KimNelsonSelection(
          candidateCount: outcomes.count, goal: goal, indifference: number, firstStage: SweepStopping.firstRound),
        (try? selection.add(round: outcomes)) != nil
      else { return .more }
      return selection.selected.map {
        .chosen(point: $0 / plan.policyCount, policy: $0 % plan.policyCount, years: selection.years)
      } ?? .more
    }
  }

  /// The outcomes of each point under each policy; nothing where there is no such measure.
  private func values(_ folder: SweepFolder, _ plan: SweepPlan) throws(SweepError) -> [[Double]]? {
    var column: Int?
    var outcomes = [[Double]](repeating: [], count: plan.pointCount * plan.policyCount)
    do throws(FileFault) {
      for block in 0..<plan.blocks {
        guard let file = folder.goodBlock(block, of: plan) else { throw FileFault(.notFound, folder.block(block)) }
        let lines = file.rows.split(separator: UInt8(ascii: "\n"))
        column = CSVLine.cells(lines[0]).firstIndex(of: measure) ?? column
        for (line, number) in zip(lines.dropFirst(), plan.runs(ofBlock: block)) {
          let cells = CSVLine.cells(line)
          let run = plan.run(number)
          if let column, column < cells.count, let value = Double(cells[column]) {
            outcomes[run.point * plan.policyCount + run.policy].append(value)
          }
        }
      }
    } catch {
      throw .file(error)
    }
    return column == nil ? nil : outcomes
  }
}
