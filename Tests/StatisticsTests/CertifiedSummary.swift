import Testing

/// A data set of the Statistical Reference Datasets (see `ReferenceData`) with its certified values.
///
/// Doubles cannot hold most of the decimal data, so the standard deviation of what they do hold, taken in exact
/// rational arithmetic, stands beside the certified one.
struct CertifiedSummary: CustomTestStringConvertible, Sendable {
  let name: String
  let values: [Double]
  let mean: Double
  let standardDeviation: Double
  /// How far the exact standard deviation of the doubles is from the certified one, relatively.
  let representation: Double
  let lag1Autocorrelation: Double
  /// The same for the autocorrelation.
  let lag1Representation: Double

  var testDescription: String { name }

  static let all = [
    CertifiedSummary(
      name: "Lew", values: ReferenceData.lew, mean: -177.435, standardDeviation: 277.33216804431614,
      representation: 0, lag1Autocorrelation: -0.30730480060567945, lag1Representation: 0),
    CertifiedSummary(
      name: "Mavro", values: ReferenceData.mavro, mean: 2.001856, standardDeviation: 0.00042912345400305284,
      representation: 7.6e-14, lag1Autocorrelation: 0.93798918343824807, lag1Representation: 1.2e-14),
    CertifiedSummary(
      name: "Michelso", values: ReferenceData.michelso, mean: 299.8524, standardDeviation: 0.079010547819051772,
      representation: 1.5e-14, lag1Autocorrelation: 0.53519966862128332, lag1Representation: 3.7e-14),
    CertifiedSummary(
      name: "NumAcc1", values: [10_000_001, 10_000_003, 10_000_002], mean: 10_000_002, standardDeviation: 1,
      representation: 0, lag1Autocorrelation: -0.5, lag1Representation: 0),
    CertifiedSummary(
      name: "NumAcc2", values: alternating(around: 1.2, low: 1.1, high: 1.3), mean: 1.2, standardDeviation: 0.1,
      representation: 2.3e-16, lag1Autocorrelation: -0.999, lag1Representation: 1.2e-18),
    CertifiedSummary(
      name: "NumAcc3", values: alternating(around: 1_000_000.2, low: 1_000_000.1, high: 1_000_000.3),
      mean: 1_000_000.2, standardDeviation: 0.1,
      representation: 3.5e-10, lag1Autocorrelation: -0.999, lag1Representation: 5.9e-13),
    CertifiedSummary(
      name: "NumAcc4", values: alternating(around: 10_000_000.2, low: 10_000_000.1, high: 10_000_000.3),
      mean: 10_000_000.2, standardDeviation: 0.1,
      representation: 5.6e-9, lag1Autocorrelation: -0.999, lag1Representation: 9.4e-12),
  ]

  /// The sets NumAcc2 to NumAcc4 are a value and then 500 times the two around it.
  private static func alternating(around middle: Double, low: Double, high: Double) -> [Double] {
    [middle] + (0..<500).flatMap { _ in [low, high] }
  }
}
