import Experiments
import ScenarioFile
import SupplyChain
import Units

/// A back-test for programs: a row for each point, as CSV and as JSON with the same names.
package struct BacktestEncoding {
  private let backtests: [Backtest]

  package init(_ backtests: [Backtest]) { self.backtests = backtests }

  private static let columns =
    [
      "observed", "metric", "form", "grade", "season", "channel", "market", "date", "from", "to", "unit", "low", "high",
      "n", "p05", "p50", "p95", "error", "below_share", "above_share",
    ] + NaiveGuess.allCases.flatMap { [$0.rawValue, $0.rawValue + "_error"] } + ["worse_than", "source"]

  /// The same rows in both.
  package var rows: MachineRows {
    MachineRows(
      BacktestEncoding.columns.map { MachineRows.Column($0) },
      backtests.flatMap { backtest in backtest.points.map { BacktestEncoding.row($0, of: backtest.observed.id) } })
  }

  private static func row(_ point: Backtest.Point, of id: String) -> [MachineRows.Cell] {
    let seen = point.seen
    func text(_ text: String?) -> MachineRows.Cell { .text(text.flatMap { $0.isEmpty ? nil : $0 }) }
    func number(_ number: Double?) -> MachineRows.Cell {
      guard let number, number.isFinite else { return .missing }
      return seen.metric == .trough
        ? .text(CalendarDate(dayNumber: Int(number.rounded())).isoText) : .measure(number)
    }
    func share(_ count: Int?) -> MachineRows.Cell {
      guard let count, let all = point.score?.count else { return .missing }
      return .measure(Double(count) / Double(all))
    }
    let score = point.score
    var cells: [MachineRows.Cell] = [
      text(id), text(seen.metric.rawValue), text(seen.form?.rawValue), text(seen.grade?.id),
      text(seen.isOffSeason.map { $0 ? "off" : "in" }), text(seen.channel), text(seen.market),
      text(seen.date?.isoText), text(seen.from?.isoText), text(seen.to?.isoText), text(seen.metric.unit.rawValue),
      number(point.band.low), number(point.band.high), score.map { .count($0.count) } ?? .count(0), number(score?.p05),
      number(score?.median), number(score?.p95), score.map { .measure($0.error) } ?? .missing, share(score?.below),
      share(score?.above),
    ]
    for guess in point.guesses {
      cells += [number(guess?.value), guess.map { .measure($0.error) } ?? .missing]
    }
    let worse = NaiveGuess.allCases.filter { point.isWorse(than: $0) }.map(\.rawValue).joined(separator: " ")
    return cells + [text(worse), text(seen.source)]
  }

  package var csv: String { ([rows.csvHeader] + rows.csvLines).joined(separator: "\n") + "\n" }

  package var json: String {
    let seasons = backtests.map { backtest in
      JSONOutput.object([
        ("observed", .text(backtest.observed.id)), ("scenario", .text(backtest.observed.scenario)),
        ("reps", .number(Double(backtest.plan.reps))), ("seed", .number(Double(backtest.plan.seed))),
      ])
    }
    let comparisons = Comparison.all(backtests).map { comparison in
      JSONOutput.object([
        ("metric", .text(comparison.metric.rawValue)), ("guess", .text(comparison.guess.rawValue)),
        ("points", .number(Double(comparison.count))),
        ("simulated_error", comparison.simulated.map { .number($0) } ?? .null),
        ("guess_error", .number(comparison.guessed)), ("worse", .flag(comparison.isWorse)),
      ])
    }
    let document = JSONOutput.object([
      ("format", .text("longan.backtest/1")), ("runs", .array(seasons)), ("rows", .array(rows.objects)),
      ("comparisons", .array(comparisons)),
    ])
    return document.lines() + "\n"
  }
}
