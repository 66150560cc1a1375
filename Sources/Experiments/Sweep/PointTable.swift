import ScenarioFile

/// The points of a sweep as lines of CSV.
package struct PointTable {
  private let plan: SweepPlan
  /// Each value of an axis as a cell, spelled once however many points have it.
  private let spelled: [[String]]

  package init(_ plan: SweepPlan) {
    self.plan = plan
    spelled =
      plan.points.levels(at: 0) == nil
      ? []
      : plan.axes.map { axis in
        (0..<(axis.count ?? 0)).map { SweepColumns.line([SweepColumns.cell(axis.value($0), of: axis)]) }
      }
  }

  package var header: String { (["point"] + plan.axes.map(\.path.description)).joined(separator: ",") }

  package func line(_ point: Int) -> String {
    guard let levels = plan.points.levels(at: point) else {
      let cells = zip(plan.axes, plan.values(at: point)).map { SweepColumns.cell($1, of: $0) }
      return SweepColumns.line([.count(point)] + cells)
    }
    var line = String(point)
    for axis in levels.indices {
      line += ","
      line += spelled[axis][levels[axis]]
    }
    return line
  }
}
