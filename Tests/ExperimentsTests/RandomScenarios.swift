import Experiments
import ScenarioFile
import SupplyChain

/// Scenarios that nobody would write: some settings anywhere in their legal range, a shock and a policy at random.
struct RandomScenarios {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func uniform() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }

  mutating func pick<Element>(_ from: [Element]) -> Element { from[Int(uniform() * Double(from.count))] }

  /// Those that say how large the world is: a test has no hour for two million households.
  private static let sizes: Set = [
    "farms.households", "farms.area_rai", "farms.plot_rai", "supply.in_season_t", "supply.in_season_kg_per_rai",
    "run.reps", "run.seed", "run.sample_share",
  ]

  /// Numeric settings of the small province, with their ranges.
  private static let numbers: [(path: String, range: ClosedRange<Double>, isWhole: Bool, isSettled: Bool)] = {
    let ids = [
      "facilities": [
        "stations", "china-packers", "bunch-packers", "traders", "dryers", "golden-flesh", "factories", "cold-rooms",
      ],
      "markets": [
        "china-fresh", "vietnam-fresh", "indonesia-fresh", "modern-trade", "wholesale", "dried-export", "online-flesh",
        "processed",
      ],
    ]
    let kinds = [
      "stations": "station", "china-packers": "packer", "bunch-packers": "packer", "traders": "packer",
      "dryers": "dryer", "golden-flesh": "flesh", "factories": "factory", "cold-rooms": "cold",
      "dried-export": "dried", "online-flesh": "flesh", "processed": "processed",
    ]
    var found: [(String, ClosedRange<Double>, Bool, Bool)] = []
    for (path, setting, condition) in ScenarioFormat.format.shape.settings {
      guard case .number(let range, let isWhole, _) = setting.type, !sizes.contains(path), path != "longan" else {
        continue
      }
      let top = path.prefix { $0 != "." }
      if ["shocks", "policies", "targets", "districts"].contains(String(top)) { continue }
      guard let members = ids[String(top)] else {
        found.append((path, range, isWhole, setting.settled != .never))
        continue
      }
      for member in members {
        if let condition, !condition.values.contains(kinds[member] ?? "fresh") { continue }
        found.append((path.replacing("*", with: member), range, isWhole, setting.settled != .never))
      }
    }
    return found
  }()

  /// Anywhere in a range, or at one of its ends; large ranges by orders of magnitude.
  private mutating func value(_ range: ClosedRange<Double>, _ isWhole: Bool, _ path: String) -> Double {
    var range = range
    if path.hasSuffix(".sites") || path.hasSuffix(".bays") { range = range.lowerBound...min(range.upperBound, 60) }
    if path.hasSuffix("lead_months") { range = 3...11 }
    let u = uniform()
    var number: Double
    if u < 0.1 {
      number = range.lowerBound
    } else if u < 0.2 {
      number = range.upperBound
    } else if range.upperBound > 1_000, range.lowerBound >= 0 {
      var power = 0.0
      while power < 15, range.lowerBound + .pow10(power) < range.upperBound { power += 1 }
      number = min(range.upperBound, range.lowerBound + .pow10(uniform() * power))
    } else {
      number = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }
    if isWhole { number.round() }
    return min(max(number, range.lowerBound), range.upperBound)
  }

  /// The text of one; shares that must add up are changed only where the rest follows.
  mutating func next() -> (text: String, changes: [String]) {
    let usable = RandomScenarios.numbers.filter { !$0.path.contains("grade_share") }
    var changes: [String] = []
    for _ in 0..<Int(2 + uniform() * 12) {
      let setting = pick(usable)
      changes.append("\(setting.path)=\(value(setting.range, setting.isWhole, setting.path))")
    }
    // What the world is made with cannot be changed on a day.
    let changeable = usable.filter { !$0.isSettled }
    let (shocked, changed) = (pick(changeable), pick(changeable))
    let day = 1 + Int(uniform() * 27)
    let text = """
      { "shocks": { "x": { "from": "2564-0\(1 + Int(uniform() * 8))-\(day < 10 ? "0" : "")\(day)", "to": "2564-10-30",
        "strength": \(uniform() * 2), "chance_share": \(uniform()),
        "set": { "\(shocked.path)": \(value(shocked.range, shocked.isWhole, shocked.path)) } } },
        "policies": { "a": { "from": "2564-0\(1 + Int(uniform() * 8))-01", "strength": \(uniform()),
          "scale": { "\(changed.path)": \(uniform() * 3) } } } }
      """
    return (text, changes)
  }
}

extension Double {
  /// Ten to a power, near enough for a test.
  fileprivate static func pow10(_ power: Double) -> Double {
    var number = 1.0
    for _ in 0..<Int(power) { number *= 10 }
    return number * (1 + 9 * (power - power.rounded(.down)))
  }
}
