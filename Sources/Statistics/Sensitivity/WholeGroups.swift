/// The outcomes of a design whose points belong together in groups of equal size, without the groups that miss one.
struct WholeGroups {
  /// Which groups are whole, ascending.
  let kept: [Int]
  /// Which groups are not.
  let dropped: [Int]
  /// For each whole group, for each of its points, the outcome of each year.
  let outcomes: [[[Double]]]

  init(of outcomes: [[Double?]], points: Int, perGroup: Int) throws(StatisticsError) {
    guard outcomes.count == points else { throw .outcomesDoNotFitDesign(points: points, outcomes: outcomes.count) }
    let years = outcomes.first?.count ?? 0
    guard years > 0 else { throw .tooFewValues(needed: 1, found: 0) }
    var kept: [Int] = []
    var dropped: [Int] = []
    var whole: [[[Double]]] = []
    for group in 0..<(points / perGroup) {
      var rows: [[Double]] = []
      for point in (group * perGroup)..<((group + 1) * perGroup) {
        let row = outcomes[point].compactMap(\.self)
        guard outcomes[point].count == years else {
          throw .yearsDiffer(point: point, needed: years, found: outcomes[point].count)
        }
        for value in row where !value.isFinite { throw .notFinite(value: value, index: point) }
        if row.count == years { rows.append(row) }
      }
      if rows.count == perGroup {
        kept.append(group)
        whole.append(rows)
      } else {
        dropped.append(group)
      }
    }
    self.kept = kept
    self.dropped = dropped
    self.outcomes = whole
  }
}

/// The mean of each row.
func means(of rows: [[Double]]) throws(StatisticsError) -> [Double] {
  var means: [Double] = []
  for row in rows { means.append(try Summary(of: row).mean) }
  return means
}
