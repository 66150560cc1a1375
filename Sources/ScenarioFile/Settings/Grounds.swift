/// What a default rests on, in the marks of the calibration: who says so, or how far it may be off where nobody does.
package enum Grounds: Sendable, Hashable {
  /// An official statistic.
  case official(String)
  /// Press quoting an official or a trader.
  case press(String)
  /// An academic or trade article.
  case article(String)
  /// Arithmetic from those.
  case derived(String)
  /// Nobody has published it: an assumption, to be swept over its range and never cited.
  case unsourced(ClosedRange<Double>)
  /// An assumption of several numbers that belong together, as a price for each grade: drawing each by itself would tear
  /// them apart.
  case assumed
  /// Not a fact of the world but a choice of who asks: a date, a number of replications, a switch.
  case choice

  /// The letter that reports print.
  package var mark: String {
    switch self {
    case .official: "A"
    case .press: "B"
    case .article: "C"
    case .derived: "D"
    case .unsourced, .assumed: "U"
    case .choice: ""
    }
  }

  /// Where it comes from.
  package var source: String? {
    switch self {
    case .official(let source), .press(let source), .article(let source), .derived(let source): source
    case .unsourced, .assumed, .choice: nil
    }
  }

  /// The same for numbers that belong together.
  package var together: Grounds { if case .unsourced = self { .assumed } else { self } }

  /// Where it may lie, for `--doubt`.
  package var doubt: ClosedRange<Double>? {
    if case .unsourced(let range) = self { return range }
    return nil
  }
}
