import Preconditions

/// Ways to divide an amount so that the parts add up to it to the last gram or satang.
///
/// Where the remainder of the rounding goes is in the name: ``Quantity/split(share:rounding:file:line:)`` and
/// ``Quantity/take(shares:into:file:line:)`` leave it with the source; ``Quantity/apportion(by:into:file:line:)``
/// carries it from each part to the next and hands out the whole.
extension Quantity {
  /// A share of the amount, rounded once by the named rule, and the rest, which is all that was not taken.
  ///
  /// Stops when the share is not 0 to 1.
  @inlinable
  public func split(
    share: Double, rounding: Rounding, file: StaticString = #fileID, line: UInt = #line
  ) -> (part: Self, rest: Self) {
    guard share >= 0, share <= 1 else { stopNoShare(share, file, line) }
    let part = scaled(by: share, rounding: rounding, file: file, line: line)
    return (part, self - part)
  }

  /// Takes several shares of the amount, each rounded down, and returns what stays with the source.
  ///
  ///     // Of the fruit on the tree 2 % drops and 10 % moves down a grade; the rest, and the remainder, hangs on.
  ///     let hanging = ripe.take(shares: shares.span, into: &parts)
  ///
  /// Each share is 0 to 1 and together they are at most 1; a millionth over is forgiven, for sums of decimals are not
  /// exact, and never takes more than there is. Stops when they are not, or when there is not one part for each.
  ///
  /// - Complexity: O(*n*) for *n* shares, without allocation.
  @inlinable
  public func take(
    shares: Span<Double>, into parts: inout MutableSpan<Self>, file: StaticString = #fileID, line: UInt = #line
  ) -> Self {
    checkSplit(count, shares.count, parts.count, file, line)
    var sum = 0.0
    var rest = self
    for index in shares.indices {
      let share = shares[index]
      sum += share
      guard share >= 0, sum <= 1.000_001 else { stopNoShare(share < 0 ? share : sum, file, line) }
      let part = Swift.min(scaled(by: share, rounding: .down, file: file, line: line), rest)
      parts[index] = part
      rest -= part
    }
    return rest
  }

  /// Hands out the whole amount in proportion to weights; the remainder of each part is carried to the next.
  ///
  /// A part is the difference between two roundings of the running total, so it is less than one unit away from its
  /// exact proportion (of amounts beyond 2⁵², one part in 10¹⁵ of the whole), a weight of zero gets nothing, and the
  /// last running total is the whole.
  ///
  /// Stops when a weight is below zero, their sum is not finite or nothing, or there is not one part for each.
  ///
  /// - Complexity: O(*n*) for *n* weights, without allocation.
  @inlinable
  public func apportion(
    by weights: Span<Double>, into parts: inout MutableSpan<Self>, file: StaticString = #fileID, line: UInt = #line
  ) {
    checkSplit(count, weights.count, parts.count, file, line)
    var total = 0.0
    for index in weights.indices {
      guard weights[index] >= 0 else { stopNoWeight(weights[index], file, line) }
      total += weights[index]
    }
    guard total > 0, total.isFinite else { stopNoWeight(total, file, line) }
    var running = 0.0
    var handedOut = Self.zero
    for index in weights.indices {
      running += weights[index]
      // The same sum in the same order: the last running total is `total` to the bit, and its ratio exactly 1.
      let until = scaled(by: running / total, rounding: .nearestEven, file: file, line: line)
      parts[index] = until - handedOut
      handedOut = until
    }
  }

  /// Hands out the whole amount in proportion to other amounts, exactly; the remainder is carried to the next part.
  ///
  ///     payment.apportion(by: gramsOfEachLot.span, into: &satangOfEachLot)
  ///
  /// As ``apportion(by:into:file:line:)``, with running totals held in whole numbers of 128 bits.
  ///
  /// Stops when a weight is below zero, their sum is nothing or does not fit, or there is not one part for each.
  ///
  /// - Complexity: O(*n*) for *n* weights, without allocation.
  @inlinable
  public func apportion<Weight: Quantity>(
    by weights: Span<Weight>, into parts: inout MutableSpan<Self>, file: StaticString = #fileID, line: UInt = #line
  ) {
    checkSplit(count, weights.count, parts.count, file, line)
    var total = Weight.zero
    for index in weights.indices {
      guard weights[index].count >= 0 else { stopNoWeight(Double(weights[index].count), file, line) }
      total += weights[index]
    }
    guard total.count > 0 else { stopNoWeight(0, file, line) }
    var running = Weight.zero
    var handedOut = Self.zero
    for index in weights.indices {
      running += weights[index]
      let until = scaled(by: running, over: total, rounding: .nearestEven, file: file, line: line)
      parts[index] = until - handedOut
      handedOut = until
    }
  }

  /// Hands out the whole amount over a fixed number of weights, as over the four grades of a lot.
  ///
  /// As ``apportion(by:into:file:line:)``, without a buffer of the caller's.
  ///
  /// - Complexity: O(*n*) for *n* weights, without allocation.
  @inlinable
  public func apportioned<let parts: Int>(
    by weights: InlineArray<parts, Double>, file: StaticString = #fileID, line: UInt = #line
  ) -> InlineArray<parts, Self> {
    var result = InlineArray<parts, Self>(repeating: .zero)
    var span = result.mutableSpan
    apportion(by: weights.span, into: &span, file: file, line: line)
    return result
  }
}

/// Stops when an amount below zero is split or the parts do not match the shares.
@inlinable
func checkSplit(_ count: Int64, _ shares: Int, _ parts: Int, _ file: StaticString, _ line: UInt) {
  guard count >= 0, shares == parts else { stopNoSplit(count, shares, parts, file, line) }
}

@usableFromInline
@inline(never)
func stopNoSplit(_ count: Int64, _ shares: Int, _ parts: Int, _ file: StaticString, _ line: UInt) -> Never {
  let reason = count < 0 ? "an amount of \(count) cannot be split" : "\(shares) shares do not fill \(parts) parts"
  stop("Units", reason, file: file, line: line)
}

@usableFromInline
@inline(never)
func stopNoShare(_ share: Double, _ file: StaticString, _ line: UInt) -> Never {
  stop("Units", "\(share) is no share: shares are 0 to 1, and together at most 1", file: file, line: line)
}

@usableFromInline
@inline(never)
func stopNoWeight(_ weight: Double, _ file: StaticString, _ line: UInt) -> Never {
  stop("Units", "\(weight) is no weight: none is below zero, their sum is finite and above it", file: file, line: line)
}
