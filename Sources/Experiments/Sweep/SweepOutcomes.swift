import ScenarioFile
import SupplyChain

extension SweepFolder {
  /// What a rule looks at: the outcomes of each point under each policy, in this order, as the blocks have them.
  package func outcomes(for rule: StoppingRule, _ plan: SweepPlan) throws(SweepError) -> [[Double?]] {
    let names = rule.parts.map(\.column)
    var columns: [Int?] = names.map { _ in nil }
    var outcomes = [[Double?]](repeating: [], count: plan.pointCount * plan.policyCount)
    do throws(FileFault) {
      for block in 0..<plan.blocks {
        guard let file = goodBlock(block, of: plan) else { throw FileFault(.notFound, self.block(block)) }
        let lines = file.rows.split(separator: UInt8(ascii: "\n"))
        let header = CSVLine.cells(lines[0])
        for (place, name) in names.enumerated() { columns[place] = header.firstIndex(of: name) ?? columns[place] }
        for (line, number) in zip(lines.dropFirst(), plan.runs(ofBlock: block)) {
          let cells = CSVLine.cells(line)
          let run = plan.run(number)
          let values = columns.map { column in column.flatMap { $0 < cells.count ? Double(cells[$0]) : nil } }
          outcomes[run.point * plan.policyCount + run.policy].append(StoppingRule.sum(values))
        }
      }
    } catch {
      throw .file(error)
    }
    return outcomes
  }
}
