import Preconditions

/// Whose luck a random number is: one farm, one truck, one oven, one day's weather.
///
/// ```swift
/// enum Kind: UInt16 { case farm = 1, truck = 2 }
/// let owner = Owner(Kind.farm, id: 1_234)
/// ```
@frozen
public struct Owner: BitwiseCopyable, Hashable, Sendable {
  /// What sort of thing the owner is; equal ids of different kinds are different owners.
  public let kind: UInt16

  /// Which one of its kind.
  public let id: UInt32

  /// The owner of a kind and a number that are in range by their types.
  @inlinable
  public init(kind: UInt16, id: UInt32) {
    self.kind = kind
    self.id = id
  }

  /// The owner of a named kind.
  ///
  /// - Parameters:
  ///   - kind: A case of an enumeration with `UInt16` raw values; never renumber one, or its luck changes.
  ///   - id: Which one of its kind, 0 to 4,294,967,295; anything else stops.
  ///   - file: Where the owner was made.
  ///   - line: The line of it.
  @inlinable
  public init(
    _ kind: some RawRepresentable<UInt16>, id: some BinaryInteger, file: StaticString = #fileID, line: UInt = #line
  ) {
    guard let exact = UInt32(exactly: id) else {
      stop("Randomness", "owner id \(id) is not in 0...4294967295", file: file, line: line)
    }
    self.init(kind: kind.rawValue, id: exact)
  }
}
