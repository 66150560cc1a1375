/// From numbers to places along a line.
struct Scale {
  let numbers: ClosedRange<Double>
  let from: Double
  let to: Double
  let ticks: [Double]
  let digits: Int

  /// A scale that ends at round numbers; from zero up unless it is told otherwise.
  init(
    _ values: some Sequence<Double>, from: Double, to: Double, startsAtZero: Bool = true, most count: Int = 5
  ) {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = (0, 1) }
    if startsAtZero { (low, high) = (min(0, low), max(0, high)) }
    if low == high { high = low + max(1, low.magnitude / 10) }
    let (step, digits) = Scale.step((high - low) / Double(max(1, count)))
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    numbers = first * step...last * step
    self.digits = digits
    (self.from, self.to) = (from, to)
  }

  /// The next round number, 1, 2 or 5 with zeros, and how many digits it has behind the point.
  private static func step(_ rough: Double) -> (Double, Int) {
    var power = 1.0
    var digits = 0
    while power * 10 <= rough { power *= 10 }
    while power > rough, digits < 9 {
      power /= 10
      digits += 1
    }
    for (factor, more) in [(1.0, 0), (2, 0), (5, 0), (10, -1)] where power * factor >= rough * (1 - 1e-9) {
      return (power * factor, max(0, digits + more))
    }
    return (power * 10, max(0, digits - 1))
  }

  func callAsFunction(_ value: Double) -> Double {
    guard value.isFinite else { return .nan }
    return from + (value - numbers.lowerBound) / (numbers.upperBound - numbers.lowerBound) * (to - from)
  }

  func label(_ tick: Double) -> String { Figures.fixed(tick, digits) }

  /// How wide the widest label is.
  var labelWidth: Double {
    (ticks.map { Double(Markup.columns(of: label($0))) }.max() ?? 1) * Canvas.columnWidth
  }
}
