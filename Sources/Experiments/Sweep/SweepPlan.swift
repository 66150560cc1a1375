import ScenarioFile
import SupplyChain
import Units

/// All that is known of a sweep before it runs: points, policies, rounds of years and blocks.
///
/// It follows from the scenario alone, so that every machine plans alike.
package struct SweepPlan: Sendable {
  package let reading: ScenarioReading
  package let run: RunPlan
  let kind: SweepSettings.Kind
  let points: SweepPoints
  private(set) var rounds: [SweepRound] = []
  let identity: SweepIdentity
  private let secondsPerRun: Double
  private let text: SourceText

  /// What a command line asks for beside the file.
  package struct Request: Sendable {
    /// `PATH=SPEC` each.
    package var axes: [String] = []
    package var policies: [String] = []
    package var seed: UInt64?
    package var hasDoubt = false

    package init() {}
  }

  /// What a file is told whose policies a plan of some of them may ask no more about.
  package static let policyHidesAxis = SweepChecks.policyHidesAxis

  /// A plan without rounds, or what is wrong.
  package static func make(
    _ reading: ScenarioReading, _ request: Request, isKnownToFit: Bool = false
  ) -> (plan: SweepPlan?, diagnostics: [Diagnostic]) {
    var reading = reading
    let shape = reading.format.shape
    var found: [Diagnostic] = []
    if !request.axes.isEmpty {
      var values: [(path: SettingPath, node: SettingTree.Node?)] = []
      for argument in request.axes {
        let (axis, complaints) = AxisArgument.read(argument, in: shape, reading.tree)
        found += complaints
        if let axis { values.append(axis) }
      }
      if !found.isEmpty { return (nil, found) }
      reading = reading.laying(values, of: SourceText(name: "--axis", ""))
      found += reading.diagnostics
    }
    let seed = request.seed ?? UInt64(Form.read(reading.tree) { Scenario($0) }.run.seed)
    let (points, complaints) = SweepChecks.points(reading.tree, shape, seed: seed, policies: request.policies)
    found += complaints
    var run = RunPlan(reading)
    found += request.policies.compactMap { run.unknownPolicy($0) }
    if !request.policies.isEmpty {
      run.policies = run.scenario.policies.indices.filter { request.policies.contains(run.scenario.policies[$0].id) }
    }
    run.seed = seed
    run.hasDoubt = request.hasDoubt
    guard let points, found.isEmpty else { return (nil, found) }
    if points.axes.isEmpty {
      let words = Words(en: "the scenario has no axis to sweep", th: "ไฟล์ไม่มีแกนให้ sweep")
      return (
        nil,
        [
          Diagnostic(SweepChecks.badDesign, words, at: nil as Diagnostic.Label?).helping(
            Words(
              en: "write \"sweep\": { \"axes\": { … } } into the file, or give --axis PATH=0.3..0.7/0.05",
              th: "เขียน \"sweep\": { \"axes\": { … } } ในไฟล์ หรือใช้ --axis PATH=0.3..0.7/0.05"))
        ]
      )
    }
    found += points.axes.compactMap { setOnAxis($0, reading.tree) }
    let plan = SweepPlan(reading, run, points)
    if found.isEmpty, !isKnownToFit { found += plan.unfittingPoints() }
    return (found.isEmpty ? plan : nil, found)
  }

  private init(_ reading: ScenarioReading, _ run: RunPlan, _ points: SweepPoints) {
    self.reading = reading
    self.run = run
    self.points = points
    kind = run.scenario.sweep.kind
    text = SourceText(name: "sweep", "")
    identity = SweepIdentity(reading, run, points)
    secondsPerRun = SweepPlan.seconds(of: run.scenario.world)
  }

  /// A guess from sizes alone.
  private static func seconds(of world: World) -> Double {
    let days = world.span.from.flatMap { from in world.span.to.map { from.distance(to: $0) + 1 } } ?? 365
    let farms = Double(world.terms.farms.households)
    return (0.005 + 1e-5 * farms) * max(1, Double(days) / 365)
  }

  private static func setOnAxis(_ axis: Axis, _ tree: SettingTree) -> Diagnostic? {
    guard case .leaf(let leaf)? = tree[axis.path], leaf.range.text.isArgument, leaf.range.text.name == "--set" else {
      return nil
    }
    return Diagnostic(
      SweepChecks.setOnAxis,
      Words(en: "the sweep changes `\(axis.path)` itself", th: "sweep เปลี่ยน `\(axis.path)` อยู่แล้ว"), at: leaf.range
    ).helping(
      Words(
        en: "to run other values: --axis \(axis.path)=…; to run one: longan run --set",
        th: "ถ้าจะใช้ค่าอื่น: --axis \(axis.path)=… ถ้าจะรันค่าเดียว: longan run --set"))
  }

  // MARK: Points

  package var pointCount: Int { points.count }
  package var policyCount: Int { run.columns.count }
  package var axes: [Axis] { points.axes }

  /// What each axis is at a point.
  package func values(at point: Int) -> [JSONOutput] {
    zip(points[point], axes).map { value, axis in value ?? standing(axis) }
  }

  /// What the scenario itself says of an axis.
  package func standing(_ axis: Axis) -> JSONOutput { reading.standing(axis.path) ?? .null }

  /// The scenario at a point.
  func reading(at point: Int) -> ScenarioReading {
    let values = zip(points[point], axes).compactMap { value, axis in
      value.map { value -> (path: SettingPath, node: SettingTree.Node?) in
        (axis.path, .leaf(SettingTree.Leaf(value.node, in: text)))
      }
    }
    return reading.laying(values, of: text)
  }

  /// Points looked at before the work starts; the others are looked at when their turn comes.
  private static let mostLookedAt = 500

  /// What does not fit together at some point, such as shares that no longer add up to 1.
  private func unfittingPoints() -> [Diagnostic] {
    let step = max(1, points.count / SweepPlan.mostLookedAt)
    for point in Swift.stride(from: 0, to: points.count, by: step) {
      let wrong = reading(at: point).diagnostics.filter { $0.kind.severity == .error }
      if var first = wrong.first {
        let values = zip(axes, values(at: point)).map { "\($0.path) = \($1.line())" }.joined(separator: ", ")
        first.notes.append(Words(en: "at point \(point): \(values)", th: "ที่จุด \(point): \(values)"))
        if let range = first.label?.range, range.text === text { first.label = nil }
        return [first]
      }
    }
    return []
  }

  // MARK: Rounds

  /// How many replications every point gets.
  package var replications: Int { rounds.reduce(0) { $0 + $1.replications } }
  package var runs: Int { rounds.reduce(0) { $0 + $1.runs } }
  package var blockCount: Int { blocks }
  var blocks: Int { rounds.reduce(0) { $0 + $1.blocks } }

  /// How many the file asks for.
  package var standardReplications: Int { run.scenario.sweep.reps ?? run.scenario.run.reps }

  /// Adds a round of more replications.
  package mutating func append(replications: Int) {
    let size = SweepRound.runsPerBlock(
      runs: pointCount * replications * policyCount, runsPerPoint: replications * policyCount, policies: policyCount,
      secondsPerRun: secondsPerRun)
    append(replications: replications, runsPerBlock: size)
  }

  /// Adds a round that a folder has.
  mutating func append(replications: Int, runsPerBlock: Int) {
    rounds.append(
      SweepRound(
        firstReplication: self.replications, replications: replications, points: pointCount, policies: policyCount,
        firstRun: runs, firstBlock: blocks, runsPerBlock: runsPerBlock))
  }

  func round(ofBlock block: Int) -> SweepRound {
    rounds.last { $0.firstBlock <= block } ?? rounds[0]
  }

  func run(_ number: Int) -> SweepRun { (rounds.last { $0.firstRun <= number } ?? rounds[0]).run(number) }

  func runs(ofBlock block: Int) -> Range<Int> { round(ofBlock: block).runs(of: block) }

  package func policyName(_ column: Int) -> String { run.name(column) }

  package var designName: String { kind.rawValue }

  /// Simulates one year of the scenario itself, to see how long that takes.
  package func runOnce() { _ = SimulatedYear(run, policy: run.columns[0].policy).outcome(replication: 0) }

  /// Bytes that runs take on the disk, blocks and results together; measured, with some room.
  package func bytes(ofRuns runs: Int) -> Int { runs * 2 * (1_600 + 40 * axes.count) }
}

extension ScenarioReading {
  /// What a scenario says of a setting, in its file or by default; nothing where it says nothing.
  func standing(_ path: SettingPath) -> JSONOutput? {
    guard let setting = format.shape.setting(path) else { return nil }
    if case .leaf(let leaf)? = tree[path] {
      return ValueReader.value(of: leaf.node, as: setting.type)?.output ?? leaf.node.output
    }
    return setting.standard?.output
  }
}

extension SettingTree.Leaf {
  /// A value from nowhere in particular.
  init(_ node: JSONNode, in text: SourceText) {
    self.init(node: node, range: SourceRange(text, 0..<0), over: nil)
  }
}
