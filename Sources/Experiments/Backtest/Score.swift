import Statistics

/// How far simulated years are from something that was seen.
package struct Score: Sendable {
  /// A number, or the band in which it lay, open on a side where nothing is known.
  package struct Band: Sendable, Hashable {
    package let low: Double
    package let high: Double

    package init(_ low: Double, _ high: Double) {
      self.low = low
      self.high = high
    }

    /// How far a number is from it: above 0 where it is above, 0 inside.
    package func error(of value: Double) -> Double {
      value < low ? value - low : value > high ? value - high : 0
    }
  }

  /// The years in which there was such a number, those below what was seen and those above.
  package let count: Int
  package let below: Int
  package let above: Int
  package let p05: Double
  package let median: Double
  package let p95: Double
  /// Of the median.
  package let error: Double

  /// Nothing where no year has such a number.
  package init?(_ years: [Double?], against band: Band) {
    let values = years.compactMap { $0 }
    guard let sample = try? OrderedSample(of: values), let median = try? sample.quantile(0.5),
      let p05 = try? sample.quantile(0.05), let p95 = try? sample.quantile(0.95)
    else { return nil }
    count = values.count
    below = values.count { $0 < band.low }
    above = values.count { $0 > band.high }
    (self.p05, self.median, self.p95) = (p05, median, p95)
    error = band.error(of: median)
  }
}
