import ScenarioFile

/// What a sweep and its runs are, by what they mean.
///
/// That is the resolved model, the values of axes, the policy, the seed, the replication and the epoch of results. Titles, sources, file names, machines and times are no part of it.
struct SweepIdentity: Sendable {
  /// Raised by hand whenever any byte of any result changes.
  static let epoch = 3

  /// Of all that points share.
  let world: String
  let policies: [String]
  /// Of the whole sweep but for how many replications it has.
  let plan: String
  private let luck: String

  init(_ reading: ScenarioReading, _ run: RunPlan, _ points: SweepPoints) {
    let axes = points.axes.map(\.path.description)
    let entries = reading.entries.filter { !$0.isLabel }
    func hash(_ entries: [ResolvedEntry]) -> String {
      SecureHash.hex(entries.map { "\($0.path)=\($0.value)\n" }.joined())
    }
    let aside = ["policies.", "targets.", "sweep.", "run.reps", "run.seed"]
    let tables = reading.tree.tables.sorted { $0.key < $1.key }
      .map { "\($0.key) \(SecureHash.hex($0.value.bytes[...]))\n" }.joined()
    let own = hash(
      entries.filter { entry in
        entry.path != "extends" && !axes.contains(entry.path) && !aside.contains { entry.path.hasPrefix($0) }
      })
    let world = SecureHash.hex(own + "\n" + tables)
    let policies = run.columns.indices.map { column -> String in
      guard let policy = run.columns[column].policy else { return hash([]) }
      let own = "policies.\(run.scenario.policies[policy].id)."
      return hash(entries.filter { $0.path.hasPrefix(own) && !axes.contains($0.path) })
    }
    let doubts = run.hasDoubt ? reading.doubts : []
    let luck =
      "epoch=\(SweepIdentity.epoch)\nseed=\(run.seed)\ndoubt=\(run.hasDoubt)\n"
      + doubts.map { "doubt.\($0.path)=\(SettingValue.drawn($0.law).json)\n" }.joined()
    var text = "world=\(world)\n" + luck
    text += zip(run.columns.indices, policies).map { "policy=\(run.name($0)) \($1)\n" }.joined()
    text += entries.filter {
      $0.path.hasPrefix("sweep.") && $0.path != "sweep.reps" && !$0.path.hasPrefix("sweep.axes")
    }
    .map { "\($0.path)=\($0.value)\n" }.joined()
    text += run.scenario.sweep.axes.map { path, node in
      if case .leaf(let leaf) = node { "axis \(path)=\(leaf.node.json)\n" } else { "" }
    }.joined()
    self.world = world
    self.policies = policies
    self.luck = luck
    plan = SecureHash.hex(text)
  }

  /// Sixteen digits behind a letter.
  func id(of run: SweepRun, _ values: [(path: String, value: String)]) -> String {
    var text = "world=\(world)\n" + luck + "policy=\(policies[run.policy])\nreplication=\(run.replication)\n"
    for (path, value) in values { text += "\(path)=\(value)\n" }
    return "r" + SecureHash.hex(text).prefix(16)
  }
}
