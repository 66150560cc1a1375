/// Says of entries, while they are moved anyway, which nobody wants any more.
@usableFromInline
protocol EntryFilter<Payload> {
  associatedtype Payload

  /// Whether an entry goes; it is asked about no more when it does.
  mutating func drops(_ payload: Payload) -> Bool
}

/// Lets every entry stay, at no cost.
@frozen
@usableFromInline
struct NoFilter<Payload>: EntryFilter {
  @inlinable @inline(__always)
  init() {}

  @inlinable @inline(__always)
  mutating func drops(_ payload: Payload) -> Bool { false }
}
