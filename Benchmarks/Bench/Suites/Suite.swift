/// A group of rows that is measured together.
///
/// A new one is a file like `QueueSuite.swift` and an entry in `all`.
struct Suite: Sendable {
  let name: String
  let summary: String
  let rows: @Sendable (Session) throws(BenchError) -> [Row]

  static let all: [Suite] = [queue, engine, functions, files, startup, sweep, season]
}
