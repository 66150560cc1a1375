extension Session {
  /// Bytes of memory for every pending event: the peak with many, less the peak with next to none.
  func bytesPerPendingEvent(_ contender: String, _ work: Work) throws(BenchError) -> Double? {
    guard case .ready = try prepare(contender) else { return nil }
    let large = Entrant(contender: contender, work: work)
    var small = large
    small.work.pending = 1000
    progress("watching the memory of \(large.name)")
    // Long enough that the peak is seen between two looks.
    let idle = try call(small, warmup: 0, measured: 5_000_000, watchMemory: true).peakMemory
    let full = try call(large, warmup: 0, measured: 2 * work.pending, watchMemory: true).peakMemory
    guard let idle, let full else { return nil }
    return Double(full - idle) / Double(work.pending)
  }
}
