import AllocationCounting
import Testing

/// How many blocks some work asks of the heap, on this thread.
func allocations(during work: () -> Void) -> Int {
  let before = allocationsOfThisThread()
  work()
  return allocationsOfThisThread() - before
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where allocations cannot be counted.
  static var countsAllocations: Self {
    .enabled(if: allocationsAreCounted(), "allocations are counted only with glibc and without a sanitizer")
  }
}
