import Foundation

extension Session {
  /// Heap allocations per operation once a contender is warm.
  ///
  /// The same work is done twice, the second time with more steps: whatever starting, filling and warming up ask of
  /// the heap cancels out.
  func allocationsRow(_ id: String, _ name: String, _ contender: String, _ work: Work) throws(BenchError) -> Row {
    let bound = Row.Bound.atMost(0, goal: 0)
    let entrant = Entrant(contender: contender, work: work)
    switch try prepareAllocationCount() {
    case .skipped(let reason):
      return Row(id, name, .allocations, bound: bound, absent: .skipped(reason))
    case .ready(let library):
      let warmup = max(1_000_000, 2 * Int(work.ladderCycle))
      let few = 1000
      let many = max(1_000_000, 2 * Int(work.ladderCycle))
      do {
        let short = try allocations(entrant, warmup: warmup, measured: few, library: library[0])
        let long = try allocations(entrant, warmup: warmup, measured: few + many, library: library[0])
        let each = Samples(values: [Double(long - short) / Double(many)])
        return Row(id, name, each, .allocations, bound: bound)
      } catch {
        return Row(id, name, .allocations, bound: bound, absent: .failed(error.message))
      }
    }
  }

  private func allocations(
    _ entrant: Entrant, warmup: Int, measured: Int, library: String
  ) throws(BenchError) -> Int {
    let told = scratch("allocations")
    progress("counting allocations of \(measured) steps: \(entrant.name)")
    let environment = ["LD_PRELOAD": library, "ALLOCATION_COUNT_FILE": told]
    _ = try call(entrant, warmup: warmup, measured: measured, environment: environment)
    let text = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
    guard let count = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw BenchError("\(entrant.name): its allocations were not counted")
    }
    return count
  }
}
