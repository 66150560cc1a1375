import Foundation

/// Measures the house beside its peers; see Benchmarks/README.md.
@main
struct Bench {
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.first == "contender" {
        try OurContender.run(Array(arguments.dropFirst()))
      } else if arguments.contains("--help") || arguments.contains("-h") {
        print(Options.usage)
      } else {
        try measure(try Options(arguments))
      }
    } catch {
      FileHandle.standardError.write(Data("longan-bench: \(error.message)\n".utf8))
      exit(error.status)
    }
  }

  private static func measure(_ options: Options) throws(BenchError) {
    let baseline: Baseline? =
      if let path = options.baseline { try Baseline(contentsOf: path) } else { nil }
    let (table, record) = try measuredTable(options, baseline)
    print(table.text)
    if let path = options.json { try record.write(to: path) }
    if !table.passed { throw BenchError("at least one row is missed") }
  }

  /// A function of its own, so that the session is gone, and its files with it, before the program exits.
  private static func measuredTable(
    _ options: Options, _ baseline: Baseline?
  ) throws(BenchError) -> (Table, Record) {
    let session = try Session(effort: options.effort, replacements: options.replacements)
    var rows: [Row] = []
    for suite in options.suites { rows += try suite.rows(session) }
    let table = Table(
      rows: rows, baseline: baseline, effort: options.effort, replacements: options.replacements)
    return (table, Record(rows: rows, session: session))
  }
}
