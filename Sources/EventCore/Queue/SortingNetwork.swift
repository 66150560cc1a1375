/// Sorts up to 16 whole numbers in place without a branch that depends on them.
///
/// The comparators are those of Batcher's odd-even merge sort (K. E. Batcher, "Sorting networks and their
/// applications", AFIPS 1968). A mispredicted branch costs as much as four comparators, and an insertion sort of a
/// ladder's bucket mispredicts once an entry.
@frozen
@usableFromInline
enum SortingNetwork {
  /// The most numbers it sorts, and how many places must be there to write to.
  @inlinable
  static var size: Int { 16 }

  /// Sorts `count` numbers; the places up to ``size`` are overwritten.
  @inlinable @inline(__always)
  static func sort(_ numbers: UnsafeMutablePointer<UInt64>, count: Int) {
    if count <= 1 { return }
    if count <= 4 {
      for index in count..<4 { unsafe numbers[index] = .max }
      unsafe sortFour(numbers)
    } else if count <= 8 {
      for index in count..<8 { unsafe numbers[index] = .max }
      unsafe sortEight(numbers)
    } else {
      for index in count..<16 { unsafe numbers[index] = .max }
      unsafe sortEight(numbers)
      unsafe sortEight(numbers + 8)
      unsafe mergeEights(numbers)
    }
  }

  @inlinable @inline(__always)
  static func order(_ numbers: UnsafeMutablePointer<UInt64>, _ first: Int, _ second: Int) {
    let left = unsafe numbers[first]
    let right = unsafe numbers[second]
    unsafe numbers[first] = left < right ? left : right
    unsafe numbers[second] = left < right ? right : left
  }

  @inlinable @inline(__always)
  static func sortFour(_ numbers: UnsafeMutablePointer<UInt64>) {
    unsafe order(numbers, 0, 1)
    unsafe order(numbers, 2, 3)
    unsafe order(numbers, 0, 2)
    unsafe order(numbers, 1, 3)
    unsafe order(numbers, 1, 2)
  }

  @inlinable @inline(__always)
  static func sortEight(_ numbers: UnsafeMutablePointer<UInt64>) {
    unsafe sortFour(numbers)
    unsafe sortFour(numbers + 4)
    unsafe order(numbers, 0, 4)
    unsafe order(numbers, 1, 5)
    unsafe order(numbers, 2, 6)
    unsafe order(numbers, 3, 7)
    unsafe order(numbers, 2, 4)
    unsafe order(numbers, 3, 5)
    unsafe order(numbers, 1, 2)
    unsafe order(numbers, 3, 4)
    unsafe order(numbers, 5, 6)
  }

  /// Merges two sorted halves of eight.
  @inlinable @inline(__always)
  static func mergeEights(_ numbers: UnsafeMutablePointer<UInt64>) {
    for index in 0..<8 { unsafe order(numbers, index, index + 8) }
    for index in 4..<8 { unsafe order(numbers, index, index + 4) }
    for index in stride(from: 2, to: 14, by: 4) {
      unsafe order(numbers, index, index + 2)
      unsafe order(numbers, index + 1, index + 3)
    }
    for index in stride(from: 1, to: 15, by: 2) { unsafe order(numbers, index, index + 1) }
  }
}
