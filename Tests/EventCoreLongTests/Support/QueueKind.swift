import EventCore
import Testing

/// The queues that one suite is run over.
enum QueueKind: CaseIterable, CustomTestStringConvertible {
  case ladder
  case heap

  var testDescription: String { self == .ladder ? "ladder" : "heap" }
}

/// A payload as large as those of the benchmarks, so that entries are 32 bytes.
struct Parcel: BitwiseCopyable, Equatable {
  var number: Int
  var check: Int

  init(_ number: Int) {
    self.number = number
    check = ~number
  }
}

/// The obvious queue: an array in order, searched from the end.
struct NaiveQueue {
  private(set) var entries: [QueueEntry<Parcel>] = []

  mutating func push(_ entry: QueueEntry<Parcel>) {
    let place = (entries.lastIndex { $0.key <= entry.key } ?? -1) + 1
    entries.insert(entry, at: place)
  }

  mutating func pop() -> QueueEntry<Parcel>? { entries.isEmpty ? nil : entries.removeFirst() }

  mutating func keep(where isWanted: (QueueEntry<Parcel>) -> Bool) { entries.removeAll { !isWanted($0) } }
}

/// Entries are compared whole.
extension QueueEntry: Equatable where Payload: Equatable {
  /// Key and payload.
  public static func == (left: Self, right: Self) -> Bool { left.key == right.key && left.payload == right.payload }
}
