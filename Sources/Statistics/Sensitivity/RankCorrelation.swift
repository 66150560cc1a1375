/// The rank correlation of Spearman: Pearson's coefficient of the ranks, equal numbers sharing theirs.
///
/// Over the points of a Latin hypercube it says how strongly, and which way, an axis moves an outcome that need not be
/// a straight line of it.
///
/// - Parameters:
///   - first: At least two finite numbers, not all the same.
///   - second: The number that belongs to each of the first, not all the same.
/// - Returns: The coefficient, from −1 to 1.
/// - Throws: `StatisticsError` when the numbers are not like that.
/// - Complexity: O(n log n).
public func rankCorrelation(_ first: [Double], _ second: [Double]) throws(StatisticsError) -> Double {
  guard first.count == second.count else { throw .unequalLengths(first: first.count, second: second.count) }
  return try correlation(try ranks(of: first), try ranks(of: second))
}

/// The place of each number among all, counted from 1; equal numbers have the mean of their places.
private func ranks(of values: [Double]) throws(StatisticsError) -> [Double] {
  for (index, value) in values.enumerated() where !value.isFinite { throw .notFinite(value: value, index: index) }
  let order = values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var first = 0
  while first < order.count {
    var last = first
    while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
    for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
    first = last + 1
  }
  return ranks
}
