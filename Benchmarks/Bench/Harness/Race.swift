/// Contenders run in turn, round after round, so that whatever else the machine does meets all of them alike.
struct Race {
  private let session: Session
  private var entrants: [Entrant] = []

  init(_ session: Session) {
    self.session = session
  }

  /// Enters a contender; beside whom it runs is beside whom it is entered.
  mutating func enter(_ contender: String, _ work: Work) {
    let entrant = Entrant(contender: contender, work: work)
    if !entrants.contains(entrant) { entrants.append(entrant) }
  }

  /// Checks that all who do the same work pop the same events, then times them.
  func run() throws(BenchError) -> RaceResult {
    var result = RaceResult()
    var plans: [(entrant: Entrant, plan: Plan)] = []
    var checksums: [Work: [(contender: String, checksum: String)]] = [:]
    for entrant in entrants {
      if entrant.work.pending > session.effort.largestPending {
        result.excuses[entrant] = "left out: too large for a short run"
        continue
      }
      if case .skipped(let reason) = try session.prepare(entrant.contender) {
        result.excuses[entrant] = "\(entrant.contender): \(reason)"
        continue
      }
      progress("verifying \(entrant.name)")
      do {
        let call = try session.call(entrant, warmup: 0, measured: verifiedSteps(entrant.work))
        checksums[entrant.work, default: []].append((entrant.contender, call.checksum))
        plans.append((entrant, plan(for: entrant, nanoseconds: call.nanoseconds)))
      } catch {
        result.failures[entrant.work] = error.message
      }
    }
    for (work, told) in checksums where Set(told.map(\.checksum)).count > 1 {
      let list = told.map { "\($0.contender) \($0.checksum)" }.joined(separator: ", ")
      result.failures[work] = "\(work.name): the contenders popped different events: \(list)"
    }
    for failure in result.failures.values { progress("FAILED: \(failure)") }

    plans.removeAll { result.failures[$0.entrant.work] != nil }
    if session.effort.rounds == 0 {
      result.agreed = Set(plans.map(\.entrant))
      return result
    }
    // The first round warms the machine up and is not counted.
    let rounds = session.effort.rounds
    for round in 0...rounds {
      for (entrant, plan) in plans {
        do {
          let call = try session.call(entrant, warmup: plan.warmup, measured: plan.measured)
          progress("round \(round) of \(rounds): \(entrant.name): \(call.nanoseconds.digits(1)) ns")
          if round > 0 { result.times[entrant, default: []].append(call.nanoseconds) }
        } catch {
          progress("FAILED: \(error.message)")
          result.failures[entrant.work] = error.message
        }
      }
    }
    return result
  }

  private struct Plan {
    var warmup: Int
    var measured: Int
  }

  /// Equal for all who do the same work; where it takes seconds, not minutes, long enough for a ladder to come round.
  private func verifiedSteps(_ work: Work) -> Int {
    switch work.workload {
    case .singleServer, .parallelHold: return 300_000
    default:
      let cycle = work.pending <= session.effort.largestVerifiedCycle ? Int(work.ladderCycle) : 0
      return max(200_000, 2 * work.pending, cycle)
    }
  }

  /// As many steps as take comparable seconds, and enough to be fair to the contender's own rhythm.
  ///
  /// A heap does the same at every step. A ladder splits its top once in some ln n × n steps, so that its measure
  /// covers that, and its warm-up leaves the state that filling made behind.
  private func plan(for entrant: Entrant, nanoseconds: Double) -> Plan {
    let work = entrant.work
    let each = max(nanoseconds, 0.1)
    let enough = Int(session.effort.seconds * 1e9 / each)
    let cycle = work.ladderCycle * each < 10e9 ? Int(work.ladderCycle) : 0
    guard entrant.contender == Contender.ourQueue else {
      return Plan(warmup: max(work.pending, min(100_000, enough)), measured: max(2 * work.pending, enough))
    }
    return Plan(warmup: max(work.pending, 100_000, cycle), measured: max(2 * work.pending, enough, cycle))
  }
}

/// Nanoseconds of every counted round, or why there are none.
struct RaceResult {
  var times: [Entrant: [Double]] = [:]
  /// Those whose events are as they must be, where nothing is timed.
  var agreed: Set<Entrant> = []
  var excuses: [Entrant: String] = [:]
  var failures: [Work: String] = [:]

  func samples(_ contender: String, _ work: Work) -> Samples? {
    guard failures[work] == nil else { return nil }
    return times[Entrant(contender: contender, work: work)].map(Samples.init)
  }

  /// Why a row about these entrants has no value.
  func absence(of entrants: [Entrant]) -> Row.Verdict {
    for entrant in entrants {
      if let failure = failures[entrant.work] { return .failed(failure) }
    }
    for entrant in entrants {
      if let excuse = excuses[entrant] { return .skipped(excuse) }
    }
    return agreed.isSuperset(of: entrants) ? .agreed : .failed("not measured")
  }
}
