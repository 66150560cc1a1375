import Units

/// Which lots a batch is made of: a stretch of the province's ``LotLists``.
struct LotList: BitwiseCopyable, Sendable {
  static let none = LotList(first: 0, count: 0)

  fileprivate let first: UInt32
  fileprivate let count: UInt32

  fileprivate var places: Range<Int> { Int(first)..<Int(first + count) }
}

/// What each batch is made of, from its beginning until it is sold.
///
/// Lists are written one behind the other and read by nobody but those who follow fruit, so that remembering costs next to
/// nothing. Memory is given out in blocks; one whose lists are all gone is used again.
struct LotLists: Sendable {
  /// What came from one lot: half as wide as elsewhere, as parcels are.
  struct Part: BitwiseCopyable, Sendable {
    let lot: UInt32
    let grams: UInt32
  }

  static let blockSize = 1_024

  private var parts: [Part] = []
  /// How many lists lie in each block; a list longer than a block lies in several, one behind the other.
  private var lists: [Int32] = []
  private var free = FreePlaces()
  /// The block in which the next list goes, and how much of it is used.
  private var current = -1
  private var used = LotLists.blockSize
  /// The list that is being written.
  private var writing: [Part] = []

  subscript(list: LotList) -> ArraySlice<Part> { parts[list.places] }

  /// How many blocks there are.
  var blockCount: Int { lists.count }

  /// Adds to the list that is being written.
  mutating func add(lot: UInt32, _ mass: Grams) {
    writing.append(Part(lot: lot, grams: UInt32(clamping: mass.count)))
  }

  /// Ends the list that is being written.
  mutating func end() -> LotList {
    let count = writing.count
    if count == 0 { return .none }
    if used + count > LotLists.blockSize { beginBlock(for: count) }
    let first = current * LotLists.blockSize + used
    for index in 0..<count { parts[first + index] = writing[index] }
    writing.removeAll(keepingCapacity: true)
    let list = LotList(first: UInt32(first), count: UInt32(count))
    note(list, 1)
    current = (first + count - 1) / LotLists.blockSize
    used = first + count - current * LotLists.blockSize
    return list
  }

  /// Forgets a list.
  mutating func remove(_ list: LotList) { note(list, -1) }

  /// Moves into other lists' memory.
  mutating func reuse(_ memory: inout LotLists) { parts.reuse(&memory.parts) }

  private mutating func note(_ list: LotList, _ change: Int32) {
    guard list.count > 0 else { return }
    for block in list.places.lowerBound / LotLists.blockSize...(list.places.upperBound - 1) / LotLists.blockSize {
      lists[block] += change
      guard lists[block] == 0 else { continue }
      if block == current { used = 0 } else { free.add(UInt32(block)) }
    }
  }

  /// Goes on in a block that nobody uses, or in new ones.
  private mutating func beginBlock(for count: Int) {
    if current >= 0, lists[current] == 0 { free.add(UInt32(current)) }
    used = 0
    if count <= LotLists.blockSize, let block = free.take() {
      current = Int(block)
      return
    }
    current = lists.count
    let blocks = (count + LotLists.blockSize - 1) / LotLists.blockSize
    parts.append(contentsOf: repeatElement(Part(lot: 0, grams: 0), count: blocks * LotLists.blockSize))
    lists.append(contentsOf: repeatElement(0, count: blocks))
  }
}
