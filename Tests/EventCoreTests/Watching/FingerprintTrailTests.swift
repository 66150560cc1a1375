import EventCore
import Testing

@Suite("The trail of a fingerprint")
struct FingerprintTrailTests {
  /// The trail of a run of numbered events, with one of them changed or none.
  private func trail(count: Int, changing changed: Int? = nil) -> FingerprintTrail {
    var trail = FingerprintTrail()
    var print = Fingerprint()
    for number in 0..<count {
      print.mix(number == changed ? -1 : number)
      trail.add(print)
    }
    return trail
  }

  @Test(
    "keeps every mark at first, and every second one whenever there are 2,048",
    arguments: [(0, 1), (1, 1), (2_047, 1), (2_048, 2), (4_095, 2), (4_096, 4), (8_192, 8), (100_000, 64)])
  func widens(count: Int, stride: Int) {
    let trail = trail(count: count)
    #expect(trail.count == count)
    #expect(trail.stride == stride)
    #expect(trail.marks.count == count / stride)
    #expect(trail.marks.count < 2_048)
  }

  @Test("keeps the fingerprints after so many events", arguments: [7, 2_048, 5_000])
  func keepsTheRightMarks(count: Int) {
    let whole = trail(count: count)
    for (index, mark) in whole.marks.enumerated() where index % 97 == 0 {
      #expect(mark == trail(count: (index + 1) * whole.stride).last)
    }
    #expect(whole.last != Fingerprint())
  }

  @Test("tells a range that the first difference lies in", arguments: [1, 10, 2_047, 2_048, 2_049, 5_000, 30_000])
  func findsTheDifference(count: Int) throws {
    let original = trail(count: count)
    for changed in Set([0, count / 3, count / 2, count - 2, count - 1]) where changed >= 0 {
      let other = trail(count: count, changing: changed)
      let range = try #require(original.firstDifference(from: other))
      #expect(range.contains(changed), "\(changed) of \(count) is not in \(range)")
      #expect(range.count <= original.stride)
      #expect(other.firstDifference(from: original) == range)
    }
  }

  @Test("tells where the shorter of two runs ended", arguments: [0, 1, 10, 2_047, 2_048, 3_001], [1, 50, 9_000])
  func differentLengths(count: Int, more: Int) throws {
    let short = trail(count: count)
    let long = trail(count: count + more)
    let range = try #require(short.firstDifference(from: long))
    #expect(range.contains(count), "\(count) is not in \(range)")
    #expect(range.count <= max(short.stride, long.stride))
    #expect(long.firstDifference(from: short) == range)
  }

  @Test("tells a difference before the shorter of two runs ended")
  func differenceInRunsOfDifferentLengths() throws {
    let short = trail(count: 3_000, changing: 1_234)
    let long = trail(count: 20_000)
    let range = try #require(short.firstDifference(from: long))
    #expect(range.contains(1_234))
    #expect(range.count <= long.stride)
  }

  @Test("is the same for runs that did the same", arguments: [0, 1, 100, 2_048, 7_777])
  func equalTrails(count: Int) {
    #expect(trail(count: count).firstDifference(from: trail(count: count)) == nil)
    #expect(trail(count: count) == trail(count: count))
  }
}
