extension Land {
  /// Where each member stands when all are lined up by a draw, as a share of the whole weight before its middle; among
  /// equal draws, whoever comes first in the list.
  ///
  /// - Complexity: O(*n*) for draws that are spread out evenly, O(*n* log *n*) for any others.
  static func quantiles(_ draws: [Double], _ weights: [Double]) -> [Double] {
    let total = max(weights.reduce(0, +), .leastNormalMagnitude)
    var quantiles = Array(repeating: 0.0, count: draws.count)
    var before = 0.0
    for index in Lineup(draws).order.lazy.map({ Int($0.index) }) {
      quantiles[index] = (before + weights[index] / 2) / total
      before += weights[index]
    }
    return quantiles
  }
}

/// Members in the order of a draw.
///
/// Draws are even as a rule: dealt out over as many drawers as there are members, hardly any two share one. What is in a
/// drawer is put in order by itself.
private struct Lineup {
  struct Member: BitwiseCopyable {
    // Draw and index side by side: sorting indices alone would look every draw up in its own place.
    let draw: Double
    let index: UInt32
  }

  private(set) var order: [Member]

  init(_ draws: [Double]) {
    order = draws.enumerated().map { Member(draw: $1, index: UInt32($0)) }
    guard let least = draws.min(), let most = draws.max(), least < most else { return }
    let drawers = draws.count
    let scale = Double(drawers - 1) / (most - least)
    func drawer(of draw: Double) -> Int { Int((draw - least) * scale) }
    // Where each drawer begins; then, as it is filled, where its next member goes.
    var next = Array(repeating: 0, count: drawers + 1)
    for draw in draws { next[drawer(of: draw) + 1] += 1 }
    for index in 1...drawers { next[index] += next[index - 1] }
    for (index, draw) in draws.enumerated() {
      let place = drawer(of: draw)
      order[next[place]] = Member(draw: draw, index: UInt32(index))
      next[place] += 1
    }
    var start = 0
    for place in 0..<drawers where next[place] > start {
      putInOrder(start..<next[place])
      start = next[place]
    }
  }

  private mutating func putInOrder(_ drawer: Range<Int>) {
    if drawer.count > 16 {
      order[drawer].sort { $0.draw != $1.draw ? $0.draw < $1.draw : $0.index < $1.index }
      return
    }
    for place in drawer.dropFirst() {
      let member = order[place]
      var free = place
      while free > drawer.lowerBound, order[free - 1].draw > member.draw {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = member
    }
  }
}
