import Foundation

/// Row 11: the chain of `lib:one-oven`, by longan and by SimPy.
///
/// The two draw different numbers, so they agree when what they measure is as far apart as chance explains.
struct ReducedChain {
  let plots: Int
  let ovens: Int
  /// The share of plots that flower.
  let success: Double
  /// How often longan runs it to learn how far years differ.
  let replications: Int

  static let small = ReducedChain(plots: 2_558, ovens: 1, success: 0.1, replications: 10)
  static let large = ReducedChain(plots: 36_525, ovens: 100, success: 0.9, replications: 5)

  private var scenario: String {
    """
    { "extends": "lib:one-oven", "calendar": { "to": "2567-12-31" },
      "farms": { "households": \(plots), "area_rai": \(5 * plots) },
      "supply": { "in_season_t": \(Double(2 * plots) + 0.01),
        "offseason": { "success_dry_share": \(success), "success_rain_share": \(success) } },
      "labour": { "pickers": \(1_000 * ovens) },
      "transport": { "pickups": { "vehicles": \(100 * ovens) }, "trucks": { "vehicles": \(100 * ovens) } },
      "facilities": { "dryers": { "ovens": \(ovens) }, "stations": { "bays": 1000, "yard_t": 1000000 } } }
    """
  }

  func row(_ session: Session) throws(BenchError) -> Row {
    let name = "a chain of \(ovens) ovens, beside SimPy"
    let bound = Row.Bound.atLeast(50, goal: 150)
    var commands: [[String]] = []
    for contender in [Contender.program, Contender.simPyChain] {
      switch try session.prepare(contender) {
      case .ready(let words): commands.append(words)
      case .skipped(let reason): return Row("11", name, bound: bound, absent: .skipped("\(contender): \(reason)"))
      }
    }
    let file = session.scratch("chain.json5")
    guard FileManager.default.createFile(atPath: file, contents: Data(scenario.utf8)) else {
      throw BenchError("cannot write \(file)")
    }
    let ours = commands[0] + ["run", file, "-j", "1", "-q", "--json", "-n"]
    func peer(_ seed: Int) -> [String] { commands[1] + ["\(plots)", "\(success)", "\(ovens)", "\(seed)"] }
    progress("comparing \(name)")
    if let difference = try difference(ours + ["\(replications)"], peer(1)) {
      return Row("11", name, bound: bound, absent: .failed(difference))
    }
    guard session.effort.rounds > 0 else { return Row("11", name, bound: bound, absent: .agreed) }
    var (our, theirs) = (Samples(values: []), Samples(values: []))
    for round in 1...min(3, session.effort.rounds) {
      our.values.append(try Starts.run(ours + ["1"], name: "longan run").nanoseconds)
      theirs.values.append(try Starts.run(peer(round), name: Contender.simPyChain).nanoseconds)
      progress("round \(round): \(theirs.values.last.map { ($0 / 1e9).digits(1) } ?? "") s by SimPy")
    }
    return Row("11", name, theirs.over(our), bound: bound, ours: our, peer: theirs)
  }

  /// What the two measure differently, beyond five standard errors of the difference of one year from the mean of several.
  private func difference(_ ours: [String], _ peer: [String]) throws(BenchError) -> String? {
    struct Summary: Decodable {
      struct Row: Decodable {
        var metric: String
        var channel: String?
        var group: String?
        var season: String?
        var mean: Double?
        var sd: Double?
      }
      var rows: [Row]
    }
    let (own, other) = (try ChildProcess.run(ours), try ChildProcess.run(peer))
    guard own.status == 0, other.status == 0 else {
      throw BenchError("the chain cannot be run: \(own.status == 0 ? other.complaint : own.complaint)")
    }
    guard let summary = try? JSONDecoder().decode(Summary.self, from: Data(own.output.utf8)),
      let measured = try? JSONDecoder().decode([String: Double].self, from: Data(other.output.utf8))
    else { throw BenchError("the chain says nothing that can be read") }
    for (metric, value) in measured.sorted(by: { $0.key < $1.key }) {
      let channel = metric == "picked_t" ? nil : "dryers"
      let row = summary.rows.first {
        $0.metric == metric && $0.channel == channel && $0.group == nil && $0.season == nil
      }
      guard let mean = row?.mean, let sd = row?.sd else { return "longan does not measure \(metric)" }
      let error = sd * (1 + 1 / Double(replications)).squareRoot()
      if (value - mean).magnitude > 5 * error + 0.005 * mean.magnitude {
        return "\(metric) is \(mean.concise) ± \(error.concise) by longan and \(value.concise) by SimPy"
      }
    }
    return nil
  }
}
