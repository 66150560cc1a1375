import Randomness

/// How often each of some values stands in one resample.
@usableFromInline
struct BootstrapCounts {
  @usableFromInline let counts: [Int]

  /// The values as often as they were drawn, in their own order.
  @inlinable
  func spread<Value>(_ values: [Value]) -> [Value] {
    var resample: [Value] = []
    resample.reserveCapacity(values.count)
    for (value, times) in zip(values, counts) {
      for _ in 0..<times { resample.append(value) }
    }
    return resample
  }
}

/// Draws one resample of `count` values with replacement; every resample has its own stream.
@usableFromInline
func bootstrapCounts(of count: Int, replicate: Int, seed: UInt64) -> BootstrapCounts {
  var stream = statisticsStream(seed: seed, id: replicate, for: .bootstrap)
  var counts = [Int](repeating: 0, count: count)
  for _ in 0..<count { counts[stream.index(below: count)] += 1 }
  return BootstrapCounts(counts: counts)
}
