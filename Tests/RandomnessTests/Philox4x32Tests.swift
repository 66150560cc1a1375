import Randomness
import Testing

/// Facts from `tests/kat_vectors` of github.com/DEShawResearch/random123 at 9545ff6, the lines `philox4x32 10`.
@Suite struct `Philox 4x32 with ten rounds` {
  struct Fact: Sendable {
    var counter: Philox4x32.Block
    var key: UInt64
    var expected: Philox4x32.Block
  }

  static let facts = [
    Fact(
      counter: .init(low: 0, high: 0), key: 0,
      expected: .init(low: 0xe169_c58d_6627_e8d5, high: 0x9b00_dbd8_bc57_ac4c)),
    Fact(
      counter: .init(low: .max, high: .max), key: .max,
      expected: .init(low: 0x41c8_3b0e_408f_276d, high: 0x6d54_51fd_a20b_c7c6)),
    Fact(
      counter: .init(low: 0x85a3_08d3_243f_6a88, high: 0x0370_7344_1319_8a2e), key: 0x299f_31d0_a409_3822,
      expected: .init(low: 0x94fd_cceb_d16c_fe09, high: 0x2412_6ea1_5001_e420)),
  ]

  @Test(arguments: facts)
  func `gives the published answers`(fact: Fact) {
    #expect(Philox4x32.block(at: fact.counter, key: fact.key) == fact.expected)
  }
}
