/// The plots that would be induced for each month of the year, in their order.
struct PlotsOfMonth: Sendable {
  private(set) var plots: [UInt32]
  /// Where each month begins; the place of December's end is the last.
  private var starts = Array(repeating: 0, count: 14)

  /// - Parameter months: By plot, 1 to 12.
  init(_ months: [UInt8]) {
    for month in months { starts[Int(month) + 1] += 1 }
    for month in 1..<14 { starts[month] += starts[month - 1] }
    plots = Array(repeating: 0, count: months.count)
    var next = starts
    for (plot, month) in months.enumerated() {
      plots[next[Int(month)]] = UInt32(plot)
      next[Int(month)] += 1
    }
  }

  /// The places of a month's plots.
  subscript(month: Int) -> Range<Int> { starts[month]..<starts[month + 1] }

  /// Moves into others' memory.
  mutating func reuse(_ memory: inout PlotsOfMonth) { plots.reuse(&memory.plots) }
}
