/// Values from the rounds of a race, and what is said of them.
struct Samples {
  var values: [Double]

  var median: Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  var least: Double { values.min() ?? .nan }

  var greatest: Double { values.max() ?? .nan }

  /// Round by round: these over those.
  func over(_ others: Samples) -> Samples {
    Samples(values: zip(values, others.values).map { $0 / $1 })
  }
}
