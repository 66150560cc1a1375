import Preconditions

extension RandomNumberGenerator {
  /// An integer from 0 up to, but not including, `count`, all exactly equally likely.
  ///
  /// Daniel Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer
  /// Simulation 29 (2019), doi:10.1145/3230636. One draw, and another with probability below count / 2^64; but for
  /// that, monotone in the draw and in the count.
  @inlinable
  public mutating func index(below count: Int, file: StaticString = #fileID, line: UInt = #line) -> Int {
    guard count > 0 else { stop("Randomness", "index below \(count)", file: file, line: line) }
    return Int(word(below: UInt64(count)))
  }

  /// An integer from `low` through `high`, all exactly equally likely; see ``index(below:file:line:)``.
  @inlinable
  public mutating func integer(
    low: Int, high: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Int {
    guard low <= high else { stop("Randomness", "integer with low \(low), high \(high)", file: file, line: line) }
    let width = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low))
    let offset = width == .max ? next() : word(below: width &+ 1)
    return Int(Int64(bitPattern: UInt64(bitPattern: Int64(low)) &+ offset))
  }

  /// Puts the elements into a random order, every order equally likely.
  ///
  /// The standard library's `shuffle` does not promise the same order in its next version; this one does. It is
  /// R. Durstenfeld's "Algorithm 235: Random permutation", Communications of the ACM 7 (1964),
  /// doi:10.1145/364520.364540. One draw an element but the first.
  @inlinable
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, index(below: last + 1))
      last -= 1
    }
  }

  @inlinable
  mutating func word(below bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }
}
