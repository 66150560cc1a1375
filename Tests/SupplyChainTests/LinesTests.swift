import Randomness
import Testing
import Units

@testable import SupplyChain

@Suite("Lines of records")
struct LinesTests {
  @Test("give back what came in, in its order, whatever other lines do meanwhile", arguments: [1, 4, 32])
  func againstArrays(chunk: Int) {
    var lines = Lines<Int>(chunk: chunk)
    var line = Array(repeating: Line(), count: 7)
    var wanted = Array(repeating: [Int](), count: 7)
    let draws = Luck(seed: 2_569, replication: 0).stream(of: Owner(kind: 1, id: UInt32(chunk)), for: 1)
    for step in 0..<20_000 {
      let draw = draws.draw(UInt64(step))
      let which = Int(draw % 7)
      // Five of nine steps add: lines grow to hundreds, and some run empty. One in thirty hangs a line on behind another.
      if draw >> 40 % 30 == 0 {
        let other = (which + 1 + Int(draw >> 48 % 6)) % 7
        var moved = line[other]
        lines.append(contentsOf: &moved, to: &line[which])
        line[other] = moved
        wanted[which] += wanted[other]
        wanted[other] = []
        #expect(line[other].isEmpty)
      } else if draw >> 32 % 9 < 5 || wanted[which].isEmpty {
        lines.append(step, to: &line[which])
        wanted[which].append(step)
      } else {
        #expect(lines.first(of: line[which]) == wanted[which][0])
        lines.removeFirst(of: &line[which])
        wanted[which].removeFirst()
      }
    }
    for which in 0..<7 {
      var all: [Int] = []
      lines.forEach(in: line[which]) { all.append($0) }
      #expect(all == wanted[which] && line[which].isEmpty == all.isEmpty)
    }
  }

  @Test("take no more memory than the most that ever stood in them")
  func memory() {
    var lines = Lines<Int>(chunk: 4)
    var line = Line()
    for _ in 0..<8 { lines.append(0, to: &line) }
    let chunks = lines.chunkCount
    for step in 0..<10_000 {
      lines.removeFirst(of: &line)
      lines.append(step, to: &line)
    }
    #expect(lines.chunkCount <= chunks + 1)
  }
}

@Suite("Lists of lots")
struct LotListsTests {
  private func numbers(_ lists: LotLists, _ list: LotList) -> [UInt32] { lists[list].map(\.lot) }

  @Test("keep what was written, short and long, while others come and go")
  func keep() {
    var lists = LotLists()
    var kept: [(list: LotList, lots: [UInt32])] = []
    let draws = Luck(seed: 7, replication: 0).stream(of: Owner(kind: 1, id: 1), for: 1)
    for step in 0..<6_000 {
      let draw = draws.draw(UInt64(step))
      // Now and then one that is longer than a block.
      let count = step % 1_000 == 500 ? 3 * LotLists.blockSize + 5 : Int(draw % 6)
      let lots = (0..<UInt32(count)).map { UInt32(step) * 10_000 + $0 }
      for lot in lots { lists.add(lot: lot, .zero) }
      kept.append((lists.end(), lots))
      if kept.count > 300 { lists.remove(kept.remove(at: Int(draw >> 32 % 300)).list) }
    }
    for (list, lots) in kept { #expect(numbers(lists, list) == lots) }
  }

  @Test("use blocks again when all their lists are gone")
  func memory() {
    var lists = LotLists()
    var waiting: [LotList] = []
    for step in 0..<100_000 {
      for part in 0..<3 { lists.add(lot: UInt32(step * 3 + part), .zero) }
      waiting.append(lists.end())
      if waiting.count > 2_000 { lists.remove(waiting.removeFirst()) }
    }
    // Two thousand lists of three lie in six blocks; one is being written and one half empty.
    #expect(lists.blockCount <= 9)
  }
}

@Suite("Members lined up by a draw")
struct QuantileTests {
  @Test(
    "stand where a plain sort puts them, ties in the order of the list", arguments: [1, 2, 17, 1_000, 20_000],
    [1.0, 2, 1_000, 1e9])
  func againstSort(count: Int, steps: Double) {
    let luck = Luck(seed: 11, replication: 0)
    let draws = (0..<UInt32(count)).map { member -> Double in
      // Few steps: many ties. A third lie far away from the others.
      let draw = (luck.uniform(.plot, member, .tended) * steps).rounded(.down) / steps
      return member % 3 == 0 ? 2 + draw : draw
    }
    let weights = (0..<UInt32(count)).map { luck.uniform(.plot, $0, .size) + 0.1 }
    let order = draws.indices.sorted { (draws[$0], $0) < (draws[$1], $1) }
    var before = 0.0
    let total = weights.reduce(0, +)
    let quantiles = Land.quantiles(draws, weights)
    for member in order {
      #expect(quantiles[member] == (before + weights[member] / 2) / total)
      before += weights[member]
    }
  }
}
