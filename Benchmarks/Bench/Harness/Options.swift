import Foundation

/// What the command line asks for.
struct Options {
  var suites: [Suite]
  var effort: Effort
  var json: String?
  var baseline: String?
  var replacements: [String: String] = [:]

  static var usage: String {
    let suites = Suite.all.map { "  \($0.name.padded(to: 9))\($0.summary)" }.joined(separator: "\n")
    return """
      usage: longan-bench SUITE [--json FILE] [--baseline FILE] [--rounds N] [--quick | --smoke]
                          [--peer NAME=PATH]…
             longan-bench contender NAME WORKLOAD PENDING WARMUP MEASURED DATA

      \(suites)
        all      every suite

        --json FILE        also write the rows to FILE
        --baseline FILE    show the change against the rows of an earlier --json
        --rounds N         counted rounds; \(Effort.full.rounds) unless told, \(Effort.quick.rounds) with --quick
        --quick            shorter, without the sizes above a million: for orientation
        --smoke            nothing is timed: contenders must pop the same events, allocations are counted
        --peer NAME=PATH   run the program at PATH in place of a contender:
                           \(Contender.roster.keys.sorted().joined(separator: ", "))

      Exit status: 0, 1 when a row misses what it must reach or fails, 2 when the command line is wrong.
      """
  }

  init(_ arguments: [String]) throws(BenchError) {
    var rest = arguments[...]
    guard let name = rest.popFirst() else { throw BenchError(Self.usage, status: 2) }
    let chosen = name == "all" ? Suite.all : Suite.all.filter { $0.name == name }
    guard !chosen.isEmpty else {
      let names = Suite.all.map(\.name) + ["all"]
      throw BenchError("no suite is called \(name); there are: \(names.joined(separator: ", "))", status: 2)
    }
    suites = chosen
    effort = .full
    var rounds: Int?
    while let option = rest.popFirst() {
      switch option {
      case "--quick": effort = .quick
      case "--smoke": effort = .smoke
      case "--json": json = try Self.value(of: option, &rest)
      case "--baseline": baseline = try Self.value(of: option, &rest)
      case "--rounds":
        let text = try Self.value(of: option, &rest)
        guard let number = Int(text), (1...1000).contains(number) else {
          throw BenchError("--rounds wants a number from 1 to 1000, not \(text)", status: 2)
        }
        rounds = number
      case "--peer":
        try replace(try Self.value(of: option, &rest))
      default:
        throw BenchError("no option is called \(option); see longan-bench --help", status: 2)
      }
    }
    guard let rounds else { return }
    guard effort != .smoke else { throw BenchError("--smoke times nothing and has no rounds", status: 2) }
    effort.rounds = rounds
  }

  private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(BenchError) -> String {
    guard let value = rest.popFirst() else { throw BenchError("\(option) wants a value", status: 2) }
    return value
  }

  private mutating func replace(_ text: String) throws(BenchError) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw BenchError("--peer wants NAME=PATH, not \(text)", status: 2) }
    guard Contender.roster[parts[0]] != nil else {
      let names = Contender.roster.keys.sorted().joined(separator: ", ")
      throw BenchError("no contender is called \(parts[0]); there are: \(names)", status: 2)
    }
    let path = URL(fileURLWithPath: parts[1]).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw BenchError("\(parts[1]) is not a program that can be run", status: 2)
    }
    replacements[parts[0]] = path
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
