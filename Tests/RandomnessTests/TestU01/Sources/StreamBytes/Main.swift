import Glibc
import Randomness

/// An order in which a simulation may meet the draws of its owners.
enum Layout: String, CaseIterable {
  /// One owner, draw after draw.
  case sequential
  /// Owner 0 draw 0, owner 1 draw 0, ..., owner 65,535 draw 0, owner 0 draw 1, ...
  case interleaved
  /// The single personal draw of owner 0, 1, 2, ...
  case personal
  /// Draw 0 of one owner in replication 0, 1, 2, ...
  case replications
  /// Draw 0 of one owner, for all purposes, then of the next kind, then of the next replication.
  case purposes
  /// Draw 0 of one owner under seed 0, 1, 2, ...
  case seeds
}

/// Draw `index` of a layout.
@inline(__always)
func draw(_ index: UInt64, of layout: Layout) -> UInt64 {
  switch layout {
  case .sequential:
    return Luck(seed: 1, replication: 0).stream(of: Owner(kind: 1, id: 1), for: 1).draw(index % DrawStream.capacity)
  case .interleaved:
    let owner = Owner(kind: 1, id: UInt32(index & 0xffff))
    return Luck(seed: 1, replication: 0).stream(of: owner, for: 1).draw(index >> 16)
  case .personal:
    let owner = Owner(kind: 1, id: UInt32(truncatingIfNeeded: index))
    return Luck(seed: 1, replication: index >> 32).personalDraw(of: owner, for: 1)
  case .replications:
    let owner = Owner(kind: 1, id: 1)
    return Luck(seed: index >> 32, replication: index & 0xffff_ffff).personalDraw(of: owner, for: 1)
  case .purposes:
    let owner = Owner(kind: UInt16(truncatingIfNeeded: index >> 16), id: 1)
    return Luck(seed: 1, replication: index >> 32).personalDraw(of: owner, for: UInt16(index & 0xffff))
  case .seeds:
    return Luck(seed: index, replication: 0).personalDraw(of: Owner(kind: 1, id: 1), for: 1)
  }
}

@main
struct StreamBytes {
  static func main() {
    guard CommandLine.arguments.count == 2, let layout = Layout(rawValue: CommandLine.arguments[1]) else {
      print("usage: StreamBytes \(Layout.allCases.map(\.rawValue).joined(separator: "|"))")
      exit(64)
    }
    var words = [UInt64](repeating: 0, count: 8_192)
    var index: UInt64 = 0
    while true {
      for slot in words.indices {
        words[slot] = draw(index, of: layout)
        index += 1
      }
      let written = unsafe words.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
      if written != words.count * 8 { return }
    }
  }
}
