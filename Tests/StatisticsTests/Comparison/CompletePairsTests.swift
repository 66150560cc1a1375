import Statistics
import Testing

@Suite struct CompletePairsTests {
  @Test func wholeSeriesArePaired() throws {
    let pairs = try CompletePairs([1, 2, 3], [4, 5, 6])
    #expect(pairs.first == [1, 2, 3])
    #expect(pairs.second == [4, 5, 6])
  }

  @Test func missingPairsAreListed() {
    let error = #expect(throws: StatisticsError.self) { try CompletePairs([1, nil, 3, 4, nil], [1, nil, nil, 4, 5]) }
    #expect(error == .pairsMissing([1, 2, 4]))
    #expect(error?.description == "these pairs, counted from 0, miss a partner: 1, 2, 4")
    #expect(throws: StatisticsError.unequalLengths(first: 1, second: 2)) { try CompletePairs([1], [1, 2]) }
  }
}
