import Experiments
import Ledger
import ScenarioFile
import SupplyChain
import Units

/// What `run --audit` prints: the books of a year under each policy, to the gram and the satang.
package struct AuditTables {
  private let plan: RunPlan
  private let audits: [YearAudit]
  private let language: Language

  package init(_ plan: RunPlan, _ audits: [YearAudit], _ language: Language) {
    self.plan = plan
    self.audits = audits
    self.language = language
  }

  package var lines: [String] {
    var lines = [plan.scenario.world.title[language]]
    if plan.scenario.run.sampleShare < 1 {
      lines.append(
        Words(en: "of the farms that are simulated, a sample", th: "ของสวนตัวอย่างที่จำลองเท่านั้น")[language])
    }
    for audit in audits {
      lines += [header(audit), ""]
      lines += table(audit.mass, Words(en: "Fruit, t", th: "ผลผลิต (ตัน)"), digits: 6) + [""]
      lines += table(audit.money, Words(en: "Money, THB", th: "เงิน (บาท)"), digits: 2) + [""]
    }
    let rule = Words(
      en: "opening + in - out = closing; openings and closings add up to 0, in to out",
      th: "ยกมา + เข้า - ออก = ยกไป  ผลรวมยกมาและยกไปเป็น 0 และเข้าเท่ากับออก")
    return lines + [rule[language]]
  }

  private func header(_ audit: YearAudit) -> String {
    let world = plan.scenario.world
    let span = world.span.from.flatMap { from in world.span.to.map { TerminalSummary.span(from, $0) } } ?? Words("")
    let (year, seed) = (audit.year, plan.seed)
    return Words(
      en: "policy \(audit.policy), simulated year \(year), seed \(seed), \(span.english)",
      th: "มาตรการ \(audit.policy)  ปีจำลองที่ \(year)  seed \(seed)  \(span.thai)")[language]
  }

  private func table<Amount: Quantity>(_ table: AuditTable<Amount>, _ what: Words, digits: Int) -> [String] {
    let headings = [
      Words(en: "opening", th: "ยกมา"), Words(en: "in", th: "เข้า"), Words(en: "out", th: "ออก"),
      Words(en: "closing", th: "ยกไป"),
    ].map { $0[language] }
    var rows = table.rows.map { row in
      (
        label: AccountWords.title(of: row.id)[language],
        counts: [row.opening.count, row.into.count, row.outOf.count, row.closing.count]
      )
    }
    let sums = (0..<4).map { column in rows.reduce(0) { $0 + $1.counts[column] } }
    rows.append((label: Words(en: "Sum", th: "รวม")[language], counts: sums))
    let cells = [headings] + rows.map { row in row.counts.map { AuditTables.exact($0, digits: digits) } }
    let labels = [what[language]] + rows.map(\.label)
    let widths = (0..<4).map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    let labelWidth = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(labels, cells).map { label, cells in
      let middle = zip(cells, widths).map { DisplayWidth.padLeft($0, to: $1) }.joined(separator: " ")
      // Thai comes last, where a terminal that mismeasures it does no harm.
      return language == .thai
        ? "  " + middle + "  " + label : "  " + DisplayWidth.pad(label, to: labelWidth) + " " + middle
    }
  }

  /// A count of the smallest unit as a number with so many digits behind the point, every one of them right.
  static func exact(_ count: Int64, digits: Int) -> String {
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: scale)
    let behind = String(rest)
    return (count < 0 ? "-" : "") + NumberText.grouped(Double(whole)) + "."
      + String(repeating: "0", count: digits - behind.count) + behind
  }
}

/// The same books for programs: a row for each account, whole numbers of the smallest unit.
package struct AuditEncoding {
  private let plan: RunPlan
  private let audits: [YearAudit]

  package init(_ plan: RunPlan, _ audits: [YearAudit]) {
    self.plan = plan
    self.audits = audits
  }

  private static let columns = [
    "policy", "year", "book", "account", "kind", "unit", "opening", "in", "out", "closing",
  ]

  package var rows: MachineRows {
    MachineRows(
      AuditEncoding.columns.map { MachineRows.Column($0) },
      audits.flatMap { audit in
        rows(audit.mass, book: "mass", unit: "g", audit) + rows(audit.money, book: "money", unit: "satang", audit)
      })
  }

  private func rows<Amount: Quantity>(
    _ table: AuditTable<Amount>, book: String, unit: String, _ audit: YearAudit
  ) -> [[MachineRows.Cell]] {
    table.rows.map { row in
      let amounts = [row.opening, row.into, row.outOf, row.closing].map { MachineRows.Cell.count(Int($0.count)) }
      let words = [book, row.id, "\(row.kind)", unit].map { MachineRows.Cell.text($0) }
      return [.text(audit.policy), .count(audit.year)] + words + amounts
    }
  }

  package var csv: String { ([rows.csvHeader] + rows.csvLines).joined(separator: "\n") + "\n" }

  package var json: String {
    let run = JSONOutput.object([
      ("seed", .number(Double(plan.seed))), ("doubt", .flag(plan.hasDoubt)),
      ("sample_share", .number(plan.scenario.run.sampleShare)),
    ])
    let document = JSONOutput.object([
      ("format", .text("longan.audit/1")), ("run", run), ("rows", .array(rows.objects)),
    ])
    return document.lines() + "\n"
  }
}
