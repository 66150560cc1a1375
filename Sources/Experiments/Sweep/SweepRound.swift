/// Replications that were asked for together: points outermost in it, then replications, then policies.
///
/// Blocks never span two rounds; more replications add a round and change none.
struct SweepRound: Sendable, Equatable {
  let firstReplication: Int
  let replications: Int
  let points: Int
  let policies: Int
  /// The number of its first run and of its first block among those of the whole sweep.
  let firstRun: Int
  let firstBlock: Int
  let runsPerBlock: Int

  var runs: Int { points * replications * policies }
  var runsPerPoint: Int { replications * policies }
  var blocks: Int { (runs + runsPerBlock - 1) / runsPerBlock }

  /// The runs of a block.
  func runs(of block: Int) -> Range<Int> {
    let start = (block - firstBlock) * runsPerBlock
    return firstRun + start..<firstRun + min(start + runsPerBlock, runs)
  }

  func run(_ number: Int) -> SweepRun {
    let (point, rest) = (number - firstRun).quotientAndRemainder(dividingBy: runsPerPoint)
    return SweepRun(
      number: number, point: point, replication: firstReplication + rest / policies, policy: rest % policies)
  }

  /// Some ten seconds of work make a block, less where the whole sweep is short so that workers find enough of them, and
  /// never more than ten thousand blocks are made.
  ///
  /// The seconds of a run come from the size of the scenario, never from a clock: every machine plans alike.
  static func runsPerBlock(runs: Int, runsPerPoint: Int, policies: Int, secondsPerRun: Double) -> Int {
    let seconds = min(10, max(0.25, Double(runs) * secondsPerRun / 256))
    let wanted = max(Double(runs) / 10_000, seconds / secondsPerRun)
    // Years of one point follow each other where they can, so that its province is founded once.
    let unit = wanted >= Double(runsPerPoint) ? runsPerPoint : policies
    return max(1, Int((wanted / Double(unit)).rounded(.up))) * unit
  }
}

/// One simulated year of a sweep.
struct SweepRun: Sendable, Equatable {
  let number: Int
  let point: Int
  let replication: Int
  let policy: Int
}
