import CSupport

/// Memory for tables that grow large and are touched all over.
@frozen
@usableFromInline
enum LargeMemory {
  /// Room for elements, not initialised; aligned so that one of 16 or 32 bytes never straddles two cache lines, and on
  /// large pages when it is large, because translating addresses then costs more than fetching what they name.
  @inlinable
  static func allocate<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    let largePage = 2 << 20
    let isLarge = bytes >= 2 * largePage
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? largePage : 64)
    if isLarge { unsafe adviseLargePages(memory, bytes) }
    return unsafe memory.bindMemory(to: Element.self, capacity: count)
  }

  /// Gives it back.
  @inlinable
  static func deallocate<Element>(_ memory: UnsafeMutablePointer<Element>) {
    unsafe UnsafeMutableRawPointer(memory).deallocate()
  }
}
