import Randomness
import ScenarioFile

extension DrawnNumber {
  /// What belongs to a uniform number in (0, 1), of the part of the distribution that lies in a range; where nothing of it
  /// does, as far as numbers can tell, the end of the range that is nearer.
  package func value(at u: Double, in range: ClosedRange<Double>) -> Double {
    /// From the part of a distribution between two bounds; the nearer bound where there is none.
    func draw(_ base: some ContinuousDistribution, _ low: Double, _ high: Double) -> Double {
      let isBelow = base.cumulative(high) <= 0.5
      let part = isBelow ? base.cumulative(high) - base.cumulative(low) : base.survival(low) - base.survival(high)
      if !(part > 0) { return min(max(base.quantile(0.5), low), high) }
      return base.truncated(low: low, high: high).quantile(u)
    }
    let value: Double
    switch law {
    case .uniform:
      let (low, high) = (max(self["low"], range.lowerBound), min(self["high"], range.upperBound))
      value = low + (high - low) * u
    case .triangular:
      value =
        self["low"] == self["high"]
        ? self["low"]
        : draw(
          Triangular(low: self["low"], mode: self["mode"], high: self["high"]), range.lowerBound, range.upperBound)
    case .normal:
      value = draw(Normal(mean: self["mean"], sd: self["sd"]), range.lowerBound, range.upperBound)
    case .lognormal:
      // The bounds of the logarithm, in its own standard deviations.
      let sd = self["log_sd"]
      func bound(_ number: Double) -> Double {
        number > 0 ? (Elementary.log(number / self["mean"]) + sd * sd / 2) / sd : -.infinity
      }
      value =
        sd == 0
        ? self["mean"]
        : self["mean"]
          * Elementary.exp(
            sd * draw(Normal(mean: 0, sd: 1), bound(range.lowerBound), bound(range.upperBound)) - sd * sd / 2)
    case .beta:
      let (low, width) = (self["low"], self["high"] - self["low"])
      value =
        width == 0
        ? low
        : low + width
          * draw(
            Beta(a: self["alpha"], b: self["beta"]), (range.lowerBound - low) / width, (range.upperBound - low) / width)
    }
    return min(max(value, range.lowerBound), range.upperBound)
  }
}
