import ScenarioFile

/// Joins the blocks of a folder to one table, in the order of points, whatever the rounds were.
package struct SweepJoin {
  private let folder: SweepFolder
  private let plan: SweepPlan

  package init(_ folder: SweepFolder, _ plan: SweepPlan) {
    self.folder = folder
    self.plan = plan
  }

  /// What was joined.
  package struct Outcome: Sendable {
    package var runs = 0
    package var failed = 0
    package var broken = 0
  }

  /// Reads the blocks of a round one after the other.
  private struct Cursor {
    let round: SweepRound
    var block: Int
    var bytes: [UInt8] = []
    var place = 0
    var columns = ""
  }

  /// Why blocks are not good, each with its number.
  private func bad(_ blocks: [Int]) -> SweepError {
    let list = blocks.prefix(20).map(String.init).joined(separator: ", ") + (blocks.count > 20 ? ", …" : "")
    return .fault(
      SweepFault(
        .incomplete,
        Words(
          en: "\(blocks.count) blocks are missing or spoiled: \(list)", th: "ขาดหรือเสีย \(blocks.count) บล็อก: \(list)"),
        help: Words(
          en: "run the same sweep again; longan status \(folder.path) tells which shards",
          th: "รัน sweep เดิมอีกครั้ง ดูส่วนที่ต้องรันด้วย longan status \(folder.path)")))
  }

  /// The names of all columns; blocks in which nothing went well have only the first ones.
  private func columns() throws(SweepError) -> [String] {
    var longest: [String] = []
    var spoiled: [Int] = []
    for block in 0..<plan.blocks {
      guard let file = folder.goodBlock(block, of: plan) else {
        spoiled.append(block)
        continue
      }
      let names = CSVLine.cells(file.rows.prefix { $0 != UInt8(ascii: "\n") })
      if names.count > longest.count { longest = names }
    }
    if !spoiled.isEmpty { throw bad(spoiled) }
    return longest
  }

  /// Writes the table and what describes it, or says what is missing.
  package func write() throws(SweepError) -> Outcome {
    let names = try columns()
    var outcome = Outcome()
    var hash = SecureHash()
    do throws(FileFault) {
      let table = try WholeFile(folder.file("results.csv"))
      func add(_ line: [UInt8]) throws(FileFault) {
        hash.add(line[...])
        try table.add(line)
      }
      try add(Array((names.joined(separator: ",") + "\n").utf8))
      var digest = try SweepSummary(plan, folder, names: names)
      var cursors = plan.rounds.map { Cursor(round: $0, block: $0.firstBlock) }
      for _ in 0..<plan.pointCount {
        for index in cursors.indices {
          for run in 0..<cursors[index].round.runsPerPoint {
            guard var line = next(&cursors[index]) else {
              throw FileFault(.other("changed while it was read"), folder.path)
            }
            let cells = CSVLine.cells(line)
            if cells[4] != SweepRow.Status.ok.rawValue {
              outcome.failed += 1
              if cells[4] == SweepRow.Status.broken.rawValue { outcome.broken += 1 }
              line += Array(repeating: UInt8(ascii: ","), count: max(0, names.count - cells.count))
            }
            outcome.runs += 1
            digest.add(cells, policy: run % plan.policyCount)
            try add(line + [UInt8(ascii: "\n")])
          }
        }
        try digest.endPoint()
      }
      try table.finish()
      try digest.finish(folder)
      let columns = SweepColumns(plan.axes, measures: names.dropFirst(SweepColumns.fixed(plan.axes).count))
      try FileWriting.write(Array(columns.schema.utf8), to: folder.file("columns.json"))
      for (name, text) in SweepLoaders(columns).files { try FileWriting.write(Array(text.utf8), to: folder.file(name)) }
      let summary =
        JSONOutput.object([
          ("format", .text("longan.results/1")), ("plan", .text(plan.identity.plan)),
          ("rows", .number(Double(outcome.runs))), ("failed", .number(Double(outcome.failed))),
          ("broken", .number(Double(outcome.broken))), ("columns", .number(Double(names.count))),
          ("sha256", .text(hash.hex())),
        ]).lines() + "\n"
      try FileWriting.write(Array(summary.utf8), to: folder.file("results.json"))
    } catch {
      throw .file(error)
    }
    return outcome
  }

  /// The next line of a round.
  private func next(_ cursor: inout Cursor) -> [UInt8]? {
    if cursor.place >= cursor.bytes.count {
      guard cursor.block < cursor.round.firstBlock + cursor.round.blocks,
        let file = folder.goodBlock(cursor.block, of: plan)
      else {
        return nil
      }
      cursor.block += 1
      cursor.bytes = file.rows
      // The names stand first.
      cursor.place = (file.rows.firstIndex(of: UInt8(ascii: "\n")) ?? 0) + 1
    }
    guard let end = cursor.bytes[cursor.place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { cursor.place = end + 1 }
    return Array(cursor.bytes[cursor.place..<end])
  }
}
