import Foundation
import ScenarioFile
import SupplyChain
import Units

/// The child's side: it is told a plan and then runs, one a line, and answers each with what was measured.
///
/// Whatever ends it, a trap, a broken promise or a kill, costs only the run it was at: the parent knows which one has
/// no answer. It reads no file and writes none, and ends when nobody asks any more.
package enum SweepWorker {
  /// What a worker is told first.
  static func request(_ plan: SweepPlan) -> String {
    let document = JSONOutput.object([
      ("scenario", ScenarioJSON.written(plan.reading)),
      ("policies", .array(plan.run.policies.map { .text(plan.run.scenario.policies[$0].id) })),
      (
        "tables",
        .object(
          plan.reading.tree.tables.sorted { $0.key < $1.key }.map { path, text in
            // Line by line: no text may be as long as a table.
            let lines = text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return (path, .array(lines.map { .text(String(decoding: $0, as: UTF8.self)) }))
          })
      ), ("seed", .number(Double(plan.run.seed))), ("doubt", .flag(plan.run.hasDoubt)),
    ])
    return document.line() + "\n"
  }

  static let ready = "ready"
  static let invalid = "invalid "
  static let columns = "columns "

  /// Answers until nobody asks; false where the plan cannot be understood.
  package static func run(_ format: FileFormat, _ input: () -> String?, _ output: (String) -> Void) -> Bool {
    guard let line = input(), let plan = plan(line, format) else { return false }
    output(ready)
    var point = -1
    var invalid: String?
    var years: [SimulatedYear?] = []
    var run = plan.run
    var hasNamedColumns = false
    while let line = input() {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 3, (0..<plan.pointCount).contains(numbers[0]),
        plan.run.columns.indices.contains(numbers[2])
      else { return false }
      if numbers[0] != point {
        point = numbers[0]
        let reading = plan.reading(at: point)
        invalid = reading.diagnostics.first { $0.kind.severity == .error }.map {
          "\($0.kind.id): \($0.message.english)"
        }
        years = Array(repeating: nil, count: plan.run.columns.count)
        if invalid == nil { run = plan.run.reading(reading) }
      }
      if let invalid {
        output(SweepWorker.invalid + invalid)
        continue
      }
      SweepRehearsal.fail(point: point, replication: numbers[1])
      let year = years[numbers[2]] ?? SimulatedYear(run, policy: run.columns[numbers[2]].policy)
      years[numbers[2]] = year
      let measures = year.outcome(replication: numbers[1]).measures
      if !hasNamedColumns {
        output(SweepWorker.columns + measures.measures.map(\.column).joined(separator: ","))
        hasNamedColumns = true
      }
      output(SweepColumns.line(SweepColumns.cells(measures, from: run.scenario.world.span.from)))
    }
    return true
  }

  /// The plan that a request tells, without rounds.
  static func plan(_ line: String, _ format: FileFormat) -> SweepPlan? {
    let text = SourceText(name: "plan", line)
    guard case .object(let members)? = JSON5Reader.read(text).root?.value else { return nil }
    func member(_ key: String) -> JSONNode? { members.first { $0.key == key }?.node }
    guard let scenario = member("scenario"), case .array(let policies)? = member("policies")?.value,
      case .number(let seed)? = member("seed")?.value, case .bool(let hasDoubt)? = member("doubt")?.value
    else { return nil }
    var request = SweepPlan.Request()
    request.policies = policies.compactMap { if case .string(let id) = $0.value { id } else { nil } }
    request.seed = UInt64(seed)
    request.hasDoubt = hasDoubt
    var tables: [String: SourceText] = [:]
    if case .object(let members)? = member("tables")?.value {
      for member in members {
        guard case .array(let lines) = member.node.value else { continue }
        let words = lines.map { line in if case .string(let text) = line.value { text } else { "" } }
        tables[member.key] = SourceText(name: member.key, words.joined(separator: "\n"))
      }
    }
    let reading = ScenarioReading(layers: [ScenarioLayer(text: text, root: scenario)], as: format, tables: tables)
      .forgiving(SweepPlan.policyHidesAxis)
    return reading.hasErrors ? nil : SweepPlan.make(reading, request, isKnownToFit: true).plan
  }
}
