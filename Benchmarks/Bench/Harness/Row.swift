import Foundation

/// A line of the table: what was measured, and what it must reach.
struct Row {
  /// The number in the list of what must be reached; empty where nothing must.
  var id: String
  var name: String
  var value: Double?
  var unit: Unit
  var bound: Bound?
  var spread: Samples?
  /// Median nanoseconds of an operation: ours and the peer's.
  var ours: Double?
  var peer: Double?
  var verdict: Verdict

  /// How a value is written.
  enum Unit: String {
    case times = "×"
    case nanoseconds = "ns"
    case millionsOfEvents = "M/s"
    case megabytesPerSecond = "MB/s"
    case bytes = "B"
    case allocations = "an event"
    case thousandYardsticks = "k ys"
    case millionYardsticks = "M ys"
    case billionYardsticks = "G ys"
    case megabytes = "MB"
    case millions = "M"
  }

  /// What must be reached and what is wished for.
  struct Bound {
    var least: Double
    var goal: Double
    var direction: Direction

    enum Direction: String {
      case atLeast
      case atMost
    }

    func allows(_ value: Double) -> Bool {
      direction == .atLeast ? value >= least : value <= least
    }

    static func atLeast(_ least: Double, goal: Double) -> Bound {
      Bound(least: least, goal: goal, direction: .atLeast)
    }

    static func atMost(_ least: Double, goal: Double) -> Bound {
      Bound(least: least, goal: goal, direction: .atMost)
    }
  }

  /// What came of a row.
  enum Verdict {
    case met
    case missed
    case information
    /// Not timed; the same events as its peers.
    case agreed
    case skipped(String)
    case failed(String)

    var name: String {
      switch self {
      case .met: "met"
      case .missed: "missed"
      case .information: "information"
      case .agreed: "same events"
      case .skipped: "skipped"
      case .failed: "failed"
      }
    }

    var mark: String {
      switch self {
      case .met, .agreed: "✓"
      case .missed, .failed: "✗"
      case .information: ""
      case .skipped: "–"
      }
    }

    var reason: String? {
      switch self {
      case .skipped(let reason), .failed(let reason): reason
      default: nil
      }
    }
  }

  /// A row with a value: the median of the samples.
  init(
    _ id: String, _ name: String, _ samples: Samples, _ unit: Unit = .times, bound: Bound? = nil,
    ours: Samples? = nil, peer: Samples? = nil
  ) {
    self.id = id
    self.name = name
    value = samples.median
    self.unit = unit
    self.bound = bound
    spread = samples.values.count > 1 ? samples : nil
    self.ours = ours?.median
    self.peer = peer?.median
    verdict = bound.map { $0.allows(samples.median) ? .met : .missed } ?? .information
  }

  /// A row without one.
  init(_ id: String, _ name: String, _ unit: Unit = .times, bound: Bound? = nil, absent: Verdict) {
    self.id = id
    self.name = name
    self.unit = unit
    self.bound = bound
    verdict = absent
  }
}

extension Double {
  /// This many digits after the point.
  func digits(_ count: Int) -> String {
    String(format: "%.\(count)f", self)
  }

  /// Some three digits that count.
  var concise: String {
    switch abs(self) {
    case 0: "0"
    case ..<0.01: String(format: "%.2g", self)
    case ..<1: digits(3)
    case ..<10: digits(2)
    case ..<100: digits(1)
    default: digits(0)
    }
  }
}
