/// A number that is drawn anew for every simulated year.
///
///     { "dist": "normal", "mean": 0, "sd": 4 }
///
/// It is drawn by inversion from the part of the distribution that lies in the range of the setting: one draw a year, none
/// thrown away, and no year stands on the edge of the range because it fell beyond it.
package struct DrawnNumber: Sendable, Hashable {
  package enum Law: String, Sendable, CaseIterable {
    case uniform
    case triangular
    case normal
    case lognormal
    case beta

    /// What each needs, in the order of ``DrawnNumber/parameters``.
    package var parameters: [String] {
      switch self {
      case .uniform: ["low", "high"]
      case .triangular: ["low", "mode", "high"]
      case .normal: ["mean", "sd"]
      case .lognormal: ["mean", "log_sd"]
      case .beta: ["low", "high", "alpha", "beta"]
      }
    }
  }

  package let law: Law
  package let parameters: [Double]

  package init(law: Law, parameters: [Double]) {
    self.law = law
    self.parameters = parameters
  }

  /// Anything in a range, as likely as anything else.
  package init(within range: ClosedRange<Double>) {
    self.init(law: .uniform, parameters: [range.lowerBound, range.upperBound])
  }

  package subscript(name: String) -> Double { parameters[law.parameters.firstIndex(of: name) ?? 0] }

  /// The middle of what it draws, for whoever needs one number.
  package var mean: Double {
    switch law {
    case .uniform: (self["low"] + self["high"]) / 2
    case .triangular: (self["low"] + self["mode"] + self["high"]) / 3
    case .normal, .lognormal: self["mean"]
    case .beta: self["low"] + (self["high"] - self["low"]) * self["alpha"] / (self["alpha"] + self["beta"])
    }
  }

  /// What a beta distribution can be computed for.
  private var shapes: ClosedRange<Double> { 1e-3...1e12 }

  /// Whether nothing that it draws, or next to nothing, lies in a range.
  func misses(_ range: ClosedRange<Double>) -> Bool {
    switch law {
    case .uniform, .triangular, .beta: self["high"] < range.lowerBound || self["low"] > range.upperBound
    case .normal:
      self["mean"] - 8 * self["sd"] > range.upperBound || self["mean"] + 8 * self["sd"] < range.lowerBound
    case .lognormal: range.upperBound <= 0
    }
  }

  /// Why no year could be drawn from it, or nothing.
  var fault: Words? {
    switch law {
    case .uniform where self["low"] > self["high"], .beta where self["low"] > self["high"]:
      Words(en: "`low` is above `high`", th: "`low` สูงกว่า `high`")
    case .triangular where !(self["low"] <= self["mode"] && self["mode"] <= self["high"]):
      Words(en: "`mode` is not between `low` and `high`", th: "`mode` ไม่อยู่ระหว่าง `low` กับ `high`")
    case .normal where self["sd"] < 0: Words(en: "`sd` is below 0", th: "`sd` ต่ำกว่า 0")
    case .lognormal where self["log_sd"] < 0: Words(en: "`log_sd` is below 0", th: "`log_sd` ต่ำกว่า 0")
    case .lognormal where self["mean"] <= 0: Words(en: "`mean` must be above 0", th: "`mean` ต้องมากกว่า 0")
    case .beta where !shapes.contains(self["alpha"]) || !shapes.contains(self["beta"]):
      Words(en: "`alpha` and `beta` must be from 0.001 to 1e12", th: "`alpha` และ `beta` ต้องอยู่ระหว่าง 0.001 ถึง 1e12")
    case .uniform where !(self["high"] - self["low"]).isFinite,
      .triangular where !(self["high"] - self["low"]).isFinite,
      .beta where !(self["high"] - self["low"]).isFinite:
      Words(en: "`low` and `high` are too far apart", th: "`low` กับ `high` ห่างกันเกินไป")
    default: nil
    }
  }
}
