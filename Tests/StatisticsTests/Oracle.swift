import Foundation

/// Whole files of known answers, where they are at hand; what tests need to pass is written in the tests.
enum Oracle {
  /// Where such a file may be: in a folder beside the one of the package.
  static func path(_ name: String) -> String {
    #filePath.replacing(/[^\/]+\/Tests\/StatisticsTests\/.*/, with: "shared/oracles/\(name)")
  }

  /// Whether the file is at hand.
  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The lines of a file.
  static func lines(_ name: String) throws -> [Substring] {
    try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n")
  }

  /// The value of a JSON file.
  static func json<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}

/// Numbers from 0 to 1 that anybody can make again: a congruential generator with the factor of Knuth.
struct CongruentialNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
