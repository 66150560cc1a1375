/// A distribution around zero, told by its right half; `t` is never negative here.
protocol SymmetricDistribution {
  /// Density at `t`.
  func density(_ t: Double) -> Double
  /// Probability between 0 and `t`, with its relative precision, for `t` up to `tailBegins`.
  func centre(_ t: Double) -> Double
  /// Probability above `t`, with its relative precision, for `t` from `tailBegins`.
  func tail(_ t: Double) -> Double
}

extension SymmetricDistribution {
  /// Where the series of `centre` and the continued fraction of `tail` need about equally many terms.
  var tailBegins: Double { 2 }

  func cumulative(_ t: Double) -> Double {
    if t.isNaN { return t }
    let distance = t.magnitude
    if distance < tailBegins {
      let centre = centre(distance)
      return t < 0 ? 0.5 - centre : 0.5 + centre
    }
    let tail = distance == .infinity ? 0 : tail(distance)
    return t < 0 ? tail : 1 - tail
  }
}
