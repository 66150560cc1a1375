import EventCore
import Foundation

/// A time as the workloads use it: a number of eight bytes whose bits go into the checksum.
protocol TableTime: EventTime {
  static func + (earlier: Self, increment: Self) -> Self
  init(tableBits: UInt64)
  var tableBits: UInt64 { get }
}

extension Double: TableTime {
  init(tableBits: UInt64) { self.init(bitPattern: tableBits) }

  var tableBits: UInt64 { bitPattern }
}

extension Int: TableTime {
  init(tableBits: UInt64) { self.init(bitPattern: UInt(tableBits)) }

  var tableBits: UInt64 { UInt64(UInt(bitPattern: self)) }
}

/// The 65,536 increments that the harness wrote, taken one after the other and round again.
struct IncrementTable<Time: TableTime> {
  private let entries: [Time]

  init(contentsOf path: String) throws(BenchError) {
    guard let data = FileManager.default.contents(atPath: path), data.count == 8 * IncrementFile.entries else {
      throw BenchError("\(path) does not hold \(IncrementFile.entries) increments of eight bytes")
    }
    let bytes = [UInt8](data)
    entries = (0..<IncrementFile.entries).map { index in
      var bits: UInt64 = 0
      for byte in 0..<8 { bits |= UInt64(bytes[8 * index + byte]) << UInt64(8 * byte) }
      return Time(tableBits: bits)
    }
  }

  subscript(_ index: UInt64) -> Time {
    @inline(__always) get { entries[Int(truncatingIfNeeded: index & UInt64(IncrementFile.entries - 1))] }
  }
}
