import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program says when it has to stop: where it was, and what to send.
///
/// Whoever stops is deep inside and knows neither; whoever runs it does, and says so beforehand. Nothing but these last
/// words depends on it.
public enum Stopping {
  /// Puts a complaint into words of its own.
  public typealias Words = @Sendable (_ complaint: String) -> String

  private struct Said {
    var program: Words?
    /// What a thread works at is what it has to stop.
    var threads: [UInt: Words] = [:]
  }

  private static let said = Mutex(Said())

  /// Says so from now on, wherever no thread has words of its own.
  public static func says(_ words: @escaping Words) { said.withLock { $0.program = words } }

  /// Does something; where this thread has to stop meanwhile, these are the words.
  ///
  /// - Parameters:
  ///   - words: What is said; none leaves the words as they are.
  ///   - work: What is done.
  /// - Returns: What the work answers.
  public static func saying<Answer>(_ words: Words?, _ work: () -> Answer) -> Answer {
    guard let words else { return work() }
    let thread = thread
    let outer = said.withLock { $0.threads.updateValue(words, forKey: thread) }
    defer { said.withLock { $0.threads[thread] = outer } }
    return work()
  }

  /// What is said of a complaint: itself, where nobody has any words.
  static func text(of complaint: String) -> String {
    let words = said.withLock { $0.threads[thread] ?? $0.program }
    return words?(complaint) ?? complaint
  }

  private static var thread: UInt {
    #if canImport(Darwin)
      unsafe UInt(bitPattern: pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }
}
