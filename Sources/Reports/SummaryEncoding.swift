import Experiments
import ScenarioFile
import Statistics
import SupplyChain

/// The rows of a summary for programs: as CSV and as JSON, with the same names.
package struct SummaryEncoding {
  private let plan: RunPlan
  private let summary: RunSummary
  private let enough: EnoughWords?

  package init(_ results: RunResults) {
    plan = results.plan
    summary = results.summary
    enough = EnoughWords(results)
  }

  private var columns: [String] {
    SummaryEncoding.columns + (summary.hasDoubt ? ["doubt_p05", "doubt_p50", "doubt_p95"] : [])
  }

  private static let columns = [
    "policy", "metric", "form", "grade", "district", "channel", "season", "group", "unit", "n", "mean", "sd", "p05",
    "p50",
    "p95", "worst10", "better_years", "change", "change_low", "change_high",
    "holm_low", "holm_high", "is_clear", "family",
  ]

  private func fields(_ row: RunSummary.Row) -> [JSONOutput] {
    func text(_ text: String) -> JSONOutput { text.isEmpty ? .null : .text(text) }
    func number(_ number: Double?) -> JSONOutput { number.map { .number($0) } ?? .null }
    let measure = row.measure
    let unit = SettingUnit(key: measure.metric).rawValue
    return [
      .text(plan.name(row.policy)), .text(measure.metric), text(measure.form), text(measure.grade),
      text(measure.district), text(measure.channel), text(measure.season), text(measure.group), text(unit),
      .number(Double(row.count)), .number(row.mean), .number(row.sd), .number(row.p05), .number(row.p50),
      .number(row.p95), number(row.worstTenth), number(row.betterYears.map(Double.init)), number(row.change?.mean),
      number(row.change?.low), number(row.change?.high), number(row.adjusted?.low), number(row.adjusted?.high),
      row.adjusted == nil ? .null : .flag(row.isClear), number(row.family.map(Double.init)),
    ] + (summary.hasDoubt ? [number(row.doubt?.p05), number(row.doubt?.p50), number(row.doubt?.p95)] : [])
  }

  /// Doubles always have a point or an exponent, missing is empty, ids are plain ASCII.
  package var csv: String {
    let whole: Set = ["n", "better_years", "family"]
    var lines = [columns.joined(separator: ",")]
    for row in summary.rows {
      lines.append(
        zip(columns, fields(row)).map { column, field in
          switch field {
          case .text(let text): text
          case .flag(let flag): flag ? "true" : "false"
          case .number(let number): whole.contains(column) ? JSONText.number(number) : JSONText.decimal(number)
          default: ""
          }
        }.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func changes(_ changes: [SettingChange]) -> JSONOutput {
    .array(
      changes.map { change in
        .object([
          ("path", .text(change.path)), ("before", change.before.map { .text($0) } ?? .null),
          ("after", change.after.map { .text($0) } ?? .null),
        ])
      })
  }

  /// A file of several, with what is otherwise than in the first.
  private func file(_ file: Int) -> JSONOutput {
    .object([
      ("id", .text(plan.id(of: file))), ("title", .text(plan.scenario(of: file).world.title.english)),
      ("differences", changes(file == 0 ? [] : plan.differences(ofFile: file))),
    ])
  }

  /// What was run.
  private var run: JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("reps", .number(Double(plan.reps))), ("seed", .number(Double(plan.seed))),
      ("policies", .array(plan.columns.indices.map { .text(plan.name($0)) })),
      ("sample_share", .number(plan.sample?.share ?? 1)), ("sample_error_share", .number(plan.sample?.error ?? 0)),
    ]
    if plan.columns.count > 1 { members.append(("family", .number(Double(plan.columns.count - 1)))) }
    if let enough { members.append(("stopping", enough.json)) }
    if !plan.changes.isEmpty { members.append(("changes", changes(plan.changes))) }
    if plan.fileCount > 1 { members.append(("files", .array((0..<plan.fileCount).map { file($0) }))) }
    return .object(members)
  }

  package var json: String {
    let rows = summary.rows.map { row in JSONOutput.object(Array(zip(columns, fields(row)))) }
    let document = JSONOutput.object([
      ("format", .text("longan.summary/1")),
      ("scenario", .object([("title", .text(plan.scenario.world.title.english))])), ("run", run),
      ("rows", .array(rows)), ("warnings", .array([])),
    ])
    return document.lines() + "\n"
  }
}
