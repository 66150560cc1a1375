/// What times are measured in, so that they travel between machines: one hold of std::priority_queue at 1e5.
enum Yardstick {
  static let work = Work(workload: .holdExponential, pending: 100_000, increments: .exponential)

  /// Why it cannot be taken here; nothing where it can.
  static func absence(_ session: Session) throws(BenchError) -> Row.Verdict? {
    if case .skipped(let reason) = try session.prepare(Contender.standardQueue) { return .skipped(reason) }
    return nil
  }

  /// Nanoseconds of one, now.
  static func take(_ session: Session) throws(BenchError) -> Double {
    let entrant = Entrant(contender: Contender.standardQueue, work: work)
    return try session.call(entrant, warmup: 200_000, measured: 4_000_000).nanoseconds
  }
}
