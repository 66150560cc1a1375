/// What one base point adds to the sums from which Sobol' indices are computed, or the sums of several.
struct SaltelliTerms {
  private var count = 1.0
  private var sum: Double
  private var squares: Double
  private var firsts: [Double]
  private var totals: [Double]

  /// The terms of one base point: outcomes of A, B and A with each axis of B, told from a centre.
  init(outcomes: [Double], centre: Double) {
    let a = outcomes[0] - centre
    let b = outcomes[1] - centre
    sum = a + b
    squares = a * a + b * b
    firsts = outcomes.dropFirst(2).map { b * (($0 - centre) - a) }
    totals = outcomes.dropFirst(2).map { (a - ($0 - centre)) * (a - ($0 - centre)) }
  }

  private init(axes: Int) {
    count = 0
    sum = 0
    squares = 0
    firsts = Array(repeating: 0, count: axes)
    totals = firsts
  }

  /// Adds up base points, each as often as `counts` says, or once.
  static func sum(of terms: [SaltelliTerms], counts: [Int]?) -> SaltelliTerms {
    var sums = SaltelliTerms(axes: terms[0].firsts.count)
    for (index, term) in terms.enumerated() {
      let times = Double(counts?[index] ?? 1)
      if times == 0 { continue }
      sums.count += times
      sums.sum += times * term.sum
      sums.squares += times * term.squares
      for axis in term.firsts.indices {
        sums.firsts[axis] += times * term.firsts[axis]
        sums.totals[axis] += times * term.totals[axis]
      }
    }
    return sums
  }

  /// The variance of the outcome over A and B.
  var variance: Double {
    let mean = sum / (2 * count)
    return max(0, squares / (2 * count) - mean * mean)
  }

  /// The first-order index of an axis, 0 where nothing varies.
  func first(_ axis: Int) -> Double { variance > 0 ? firsts[axis] / count / variance : 0 }

  /// The total index of an axis, 0 where nothing varies.
  func total(_ axis: Int) -> Double { variance > 0 ? totals[axis] / (2 * count) / variance : 0 }
}
