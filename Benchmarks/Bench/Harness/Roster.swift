import Foundation

/// Every contender by name, and how to come by it.
///
/// A new peer is one line here and one file in Peers.
enum Contender {
  /// In this very program.
  case ours
  /// A C++ source in Peers, with what it is compiled with beyond the common flags.
  case cPlusPlus(source: String, flags: [String])
  /// A Swift source in Peers.
  case swift(source: String)
  /// A program of this very package.
  case product(String)
  /// A Python script in Peers that needs a package.
  case python(script: String, package: String)

  static let ourQueue = OurContender.queue.rawValue
  static let ourEngine = OurContender.engine.rawValue
  static let standardQueue = "std-priority-queue"
  static let packedStandardQueue = "std-priority-queue-packed"
  static let quaternaryHeap = "boost-d-ary-heap"
  static let lazyQueue = "lazy-priority-queue"
  static let bareLoop = "bare-loop"
  static let simPy = "simpy"
  static let simPyChain = "simpy-chain"
  static let program = "longan"
  static let emptyProgram = "empty-program"

  static let roster: [String: Contender] = [
    ourQueue: .ours,
    ourEngine: .ours,
    standardQueue: .cPlusPlus(source: "std-priority-queue.cpp", flags: []),
    packedStandardQueue: .cPlusPlus(source: "std-priority-queue.cpp", flags: ["-DPACKED_COMPARISON"]),
    quaternaryHeap: .cPlusPlus(source: "boost-d-ary-heap.cpp", flags: []),
    lazyQueue: .cPlusPlus(source: "lazy-priority-queue.cpp", flags: []),
    bareLoop: .cPlusPlus(source: "bare-loop.cpp", flags: []),
    simPy: .python(script: "simpy-engine.py", package: "simpy"),
    simPyChain: .python(script: "simpy-chain.py", package: "simpy"),
    program: .product("longan"),
    emptyProgram: .swift(source: "empty-program.swift"),
  ]
}

/// A contender that can be run, or the reason why it cannot.
enum Preparation {
  case ready([String])
  case skipped(String)
}
