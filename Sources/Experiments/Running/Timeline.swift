import Randomness
import ScenarioFile
import SupplyChain
import Units

/// What the world is on each day of one replication: as the file says, as the year's luck has it, as a policy and shocks
/// change it.
struct Timeline {
  private let tree: SettingTree
  private let scenario: Scenario
  private let policy: (id: String, part: Policy)?
  private let luck: Luck
  private let replication: UInt32
  private let doubts: [String: DrawnNumber]

  init(_ plan: RunPlan, policy: Int?, replication: UInt32) {
    tree = plan.reading.tree
    scenario = plan.scenario
    self.policy = policy.map { plan.scenario.policies[$0] }
    luck = Luck(seed: plan.seed, replication: replication)
    self.replication = replication
    doubts = plan.doubts
  }

  /// The first day that is simulated, counted from the first that is shown.
  var firstDay: Int {
    guard let from = scenario.world.span.from, let warm = scenario.world.span.warmFrom else { return 0 }
    return from.distance(to: warm)
  }

  /// When the first day that is shown begins.
  var beginning: YearMoment {
    YearMoment(
      policy: policy?.id ?? RunPlan.onlyPolicy, year: Int(replication) + 1,
      date: scenario.world.span.from ?? CalendarDate(dayNumber: 0), hour: 0)
  }

  /// The regimes in their order; the first holds from the beginning.
  func regimes() -> [Regime] {
    let span = scenario.world.span
    guard let first = span.from, let last = span.to else { return [] }
    let start = span.warmFrom ?? first
    let shocks = scenario.shocks.filter { happens($0.id, $0.part) }
    var days: [CalendarDate] = [start]
    for year in start.year + 1..<max(start.year + 1, last.year + 1) {
      if let newYear = try? CalendarDate(year: year, month: 1, day: 1) { days.append(newYear) }
    }
    if let from = policy?.part.from { days.append(from) }
    for shock in shocks.map(\.part) {
      if let from = shock.from { days.append(from) }
      if let to = shock.to { days.append(to.advanced(by: 1)) }
    }
    var regimes: [Regime] = []
    for day in days.sorted() where day >= start && day <= last {
      let regime = Regime(world(on: day, shocks), from: first.distance(to: day))
      // Of several on one day all hold together: the last has them all.
      if regimes.last?.day == regime.day { regimes.removeLast() }
      regimes.append(regime)
    }
    return regimes
  }

  /// The world on a day.
  private func world(on day: CalendarDate, _ shocks: [(id: String, part: Shock)]) -> World {
    var circumstances = Form.Circumstances()
    let year = UInt64(day.year)
    circumstances.luck = { path, drawn, range in draw(path, drawn, in: range, year) }
    circumstances.doubt = doubt
    func add(_ changes: Changes, _ strength: Double, of owner: String) {
      for (path, adjustment) in adjustments(changes, strength, of: owner, year) {
        circumstances.adjustments[path, default: []].append(adjustment)
      }
    }
    if let policy, policy.part.from.map({ $0 <= day }) ?? true {
      add(policy.part.allChanges, policy.part.strength, of: "policies." + policy.id)
    }
    for shock in shocks {
      guard let from = shock.part.from, let to = shock.part.to, from <= day, day <= to else { continue }
      add(shock.part.changes, shock.part.strength, of: "shocks." + shock.id)
    }
    return Form.read(tree, circumstances) { World($0) }
  }

  /// What holds when people settle: what a policy changes from the beginning may change who has what; what it changes
  /// later may not.
  var settling: Form.Circumstances {
    var circumstances = Form.Circumstances()
    circumstances.doubt = doubt
    if let policy, policy.part.from == nil { circumstances.adjustments = lastingAdjustments() }
    return circumstances
  }

  /// The assumptions of the whole year: the same on each of its days and under every policy.
  private var doubt: (_ path: String, _ range: ClosedRange<Double>) -> Double? {
    { path, range in doubts[path].map { draw("doubt." + path, $0, in: range, 0) } }
  }

  /// What the policy changes as long as it holds.
  private func lastingAdjustments() -> [String: [Adjustment]] {
    guard let policy else { return [:] }
    let found = adjustments(policy.part.allChanges, policy.part.strength, of: "policies." + policy.id, 0)
    return Dictionary(grouping: found) { $0.0 }.mapValues { $0.map(\.1) }
  }

  private func adjustments(
    _ changes: Changes, _ strength: Double, of owner: String, _ year: UInt64
  ) -> [(String, Adjustment)] {
    guard strength > 0 else { return [] }
    var found: [(String, Adjustment)] = []
    func number(_ node: SettingTree.Node, _ path: String, in range: ClosedRange<Double>) -> Double? {
      guard case .leaf(let leaf) = node else { return nil }
      return switch ValueReader.value(of: leaf.node, as: .number(-1e15...1e15, isWhole: false, mayBeDrawn: true)) {
      case .number(let number): number
      case .drawn(let drawn): draw(owner + "." + path, drawn, in: range, year)
      default: nil
      }
    }
    for (path, node) in changes.set {
      let setting = ScenarioFormat.format.shape.setting(SettingPath(path, in: ScenarioFormat.format.shape))
      var range = -1e15...1e15
      if case .number(let bounds, _, _)? = setting?.type { range = bounds }
      if let aim = number(node, path, in: range) {
        found.append((path, Adjustment(.set(.number(aim)), strength: strength)))
      } else if case .leaf(let leaf) = node, let setting,
        let value = ValueReader.value(of: leaf.node, as: setting.type)
      {
        found.append((path, Adjustment(.set(value), strength: strength)))
      }
    }
    for (path, node) in changes.scale {
      if let factor = number(node, path, in: 0...1e6) {
        found.append((path, Adjustment(.scale(factor), strength: strength)))
      }
    }
    for (path, node) in changes.add {
      if let term = number(node, path, in: -1e15...1e15) {
        found.append((path, Adjustment(.add(term), strength: strength)))
      }
    }
    return found
  }

  // MARK: Luck

  /// A path's luck is its own: its name says whose.
  private func uniform(_ path: String, _ number: UInt64) -> Double {
    var hash: UInt32 = 2_166_136_261
    for byte in path.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let bits = luck.stream(of: Owner(kind: OwnerKind.setting.rawValue, id: hash), for: Purpose.year).draw(number)
    return (Double(bits >> 12) + 0.5) * 0x1p-52
  }

  private func happens(_ id: String, _ shock: Shock) -> Bool {
    uniform("shocks." + id + ".happens", UInt64(shock.from?.year ?? 0)) < shock.chance
  }

  private func draw(_ path: String, _ drawn: DrawnNumber, in range: ClosedRange<Double>, _ year: UInt64) -> Double {
    drawn.value(at: uniform(path, year), in: range)
  }
}
