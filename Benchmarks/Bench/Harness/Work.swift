import Foundation

/// What a contender can be asked to do, by the name it goes by on the command line.
enum Workload: String {
  case holdExponential = "hold-exponential"
  case holdTicks = "hold-ticks"
  case holdTimeouts = "hold-timeouts"
  case holdCancel = "hold-cancel"
  case singleServer = "mm1"
  case parallelHold = "phold"
}

/// A workload at a size, over a table of increments.
struct Work: Hashable {
  var workload: Workload
  var pending: Int
  var increments: IncrementFile

  var name: String { "\(workload.rawValue) at \(pending.short) over \(increments.rawValue)" }

  /// The steps in which a ladder splits its top about once: the longest of n exponential waits is some ln n means.
  var ladderCycle: Double { Double(pending) * max(1, log(Double(pending))) }
}

/// A contender at its work.
struct Entrant: Hashable {
  var contender: String
  var work: Work

  var name: String { "\(contender), \(work.name)" }
}

/// The tables of increments: 65,536 numbers of eight bytes, little-endian.
enum IncrementFile: String {
  /// Doubles, exponential with mean 1.
  case exponential
  /// Whole minutes, uniform over a day: 1…1,440. A million pending events are some 1,400 ties a minute.
  case minutesOfADay = "minutes-of-a-day"
  /// Whole minutes, log-uniform from one minute to half a year: short waits and long ones together.
  case minutesToHalfAYear = "minutes-to-half-a-year"

  static let entries = 65_536

  /// The table's bytes; the same on every call, up to the last bit of the platform's logarithm.
  var bytes: Data {
    var state: UInt64 = 0
    var data = Data(capacity: 8 * Self.entries)
    for _ in 0..<Self.entries {
      state &+= 1
      // 53 bits, and never zero.
      let uniform = (Double(drawing(0, insertion: state) >> 11) + 0.5) * 0x1p-53
      var bits: UInt64
      switch self {
      case .exponential: bits = (-log(uniform)).bitPattern
      case .minutesOfADay: bits = UInt64(1 + Int(uniform * 1440))
      case .minutesToHalfAYear: bits = UInt64(exp(uniform * log(262_800)))
      }
      for _ in 0..<8 {
        data.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
      }
    }
    return data
  }
}

extension Int {
  /// 1e3, 1e4 … for the powers of ten that sizes are, and the digits of any other number.
  var short: String {
    var exponent = 0
    var rest = self
    while rest > 1, rest % 10 == 0 {
      rest /= 10
      exponent += 1
    }
    return rest == 1 && exponent > 1 ? "1e\(exponent)" : "\(self)"
  }
}
