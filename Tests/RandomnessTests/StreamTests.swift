import Randomness
import Testing

private enum Kind: UInt16 {
  case farm = 1
  case truck = 2
}

private enum Purpose: UInt16 {
  case yield = 1
  case price = 2
}

@Suite struct `A stream of draws` {
  let luck = Luck(seed: 2_026, replication: 3)
  let farm = Owner(Kind.farm, id: 7)

  @Test func `packs its name into key and counter without loss`() {
    let stream = Luck(seed: 0x0123_4567_89ab_cdef, replication: 0xa1a2_a3a4 as UInt32)
      .stream(of: Owner(kind: 0xb1b2, id: 0xc1c2_c3c4), for: 0xd1d2)
    let block = Philox4x32.block(
      at: .init(low: 0xc1c2_c3c4_e1e2_e3e4, high: 0xa1a2_a3a4_b1b2_d1d2), key: 0x0123_4567_89ab_cdef)
    #expect(stream.draw(0xe1e2_e3e4 * 2) == block.low)
    #expect(stream.draw(0xe1e2_e3e4 * 2 + 1) == block.high)
  }

  @Test func `is the same whenever it is asked for`() {
    var first = luck.stream(of: farm, for: Purpose.yield)
    var second = Luck(seed: 2_026, replication: 3).stream(of: Owner(kind: 1, id: 7), for: 1)
    for _ in 0..<100 { #expect(first.next() == second.next()) }
  }

  @Test func `differs from any other in its first draws`() {
    var seen: Set<UInt64> = []
    var count = 0
    for seed: UInt64 in [0, 1, .max] {
      for replication: UInt32 in [0, 1, 0xffff, .max] {
        for kind: UInt16 in [0, 1, 0xff, .max] {
          for id: UInt32 in [0, 1, 0xffff, .max] {
            for purpose: UInt16 in [0, 1, 0xff, .max] {
              let stream = Luck(seed: seed, replication: replication).stream(
                of: Owner(kind: kind, id: id), for: purpose)
              seen.formUnion([stream.draw(0), stream.draw(1)])
              count += 2
            }
          }
        }
      }
    }
    #expect(seen.count == count)
  }

  @Test func `gives draw n as its nth, from anywhere`() {
    var stream = luck.stream(of: farm, for: Purpose.yield)
    let still = stream
    for number: UInt64 in 0..<101 {
      #expect(stream.position == number)
      #expect(stream.next() == still.draw(number))
    }
  }

  @Test(arguments: [0, 1, 2, 7, 1_000_001, (1 << 33) - 1] as [UInt64])
  func `goes to any draw, forward or back`(number: UInt64) {
    var stream = luck.stream(of: farm, for: Purpose.yield)
    for _ in 0..<5 { _ = stream.next() }
    stream.seek(to: number)
    #expect(stream.position == number)
    #expect(stream.next() == luck.stream(of: farm, for: Purpose.yield).draw(number))
  }

  @Test func `goes its own way as a copy`() {
    var stream = luck.stream(of: farm, for: Purpose.yield)
    _ = stream.next()
    var copy = stream
    #expect(copy == stream)
    let draws = (0..<9).map { _ in stream.next() }
    #expect(copy != stream)
    #expect((0..<9).map { _ in copy.next() } == draws)
    #expect(copy == stream)
  }

  @Test func `begins with the personal draw of its owner`() {
    for id in 0..<50 {
      let owner = Owner(Kind.truck, id: id)
      var stream = luck.stream(of: owner, for: Purpose.price)
      #expect(luck.personalDraw(of: owner, for: Purpose.price) == stream.draw(0))
      #expect(luck.personalUniform(of: owner, for: Purpose.price) == stream.uniform())
    }
  }

  @Test func `lets a higher share keep everyone chosen by a lower one`() {
    let farms = (0..<2_000).map { Owner(Kind.farm, id: $0) }
    func chosen(_ share: Double) -> Set<Owner> {
      Set(farms.filter { luck.personalUniform(of: $0, for: Purpose.price) < share })
    }
    #expect(chosen(0.2).isStrictSubset(of: chosen(0.3)))
    #expect((350...450).contains(chosen(0.2).count))
  }

  @Test func `is forty bytes or fewer`() {
    #expect(MemoryLayout<DrawStream>.size <= 40)
  }
}

@Suite struct `A name that does not fit its bits` {
  @Test func `stops at an owner id above 32 bits`() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Owner(Kind.farm, id: 1 << 32)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("owner id 4294967296 is not in 0...4294967295 (at RandomnessTests/StreamTests.swift:"))
  }

  @Test func `stops at a negative owner id`() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = Owner(Kind.farm, id: -1) }
  }

  @Test func `stops at a negative replication`() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = Luck(seed: 1, replication: -1)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("replication -1 is not in 0...4294967295"))
  }

  @Test func `stops after the last draw`() async throws {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      var stream = Luck(seed: 1, replication: 0).stream(of: Owner(Kind.farm, id: 1), for: Purpose.yield)
      stream.seek(to: DrawStream.capacity - 1)
      _ = stream.next()
      _ = stream.next()
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("draw 8589934592 of a stream that has 8589934592 draws"))
  }
}
