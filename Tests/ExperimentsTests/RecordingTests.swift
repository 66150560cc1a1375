import Experiments
import SupplyChain
import Testing

@Suite("What is recorded of a year")
struct RecordingTests {
  static let seasons = Seasons(reps: 3)
  static let results = RunResults(seasons.plan, seasons.years)

  private func days(_ table: DayTable, _ holds: (Measure) -> Bool) -> [Double] {
    guard let place = table.series.firstIndex(where: holds) else { return [] }
    return (0..<table.days).map { Double(table.values[place * table.days + $0]) }
  }

  @Test("districts add up to the province, facilities to all buyers", arguments: 0..<3)
  func places(year: Int) throws {
    let table = try #require(Self.seasons.years[0][year].table)
    for metric in ["ripe_t", "picked_t", "arrivals_t", "hanging_t"] {
      let whole = days(table) { $0.metric == metric && $0.district.isEmpty }
      var sum = Array(repeating: 0.0, count: table.days)
      for district in Set(table.series.filter { $0.metric == metric && !$0.district.isEmpty }.map(\.district)) {
        for (day, tons) in days(table, { $0.metric == metric && $0.district == district }).enumerated() {
          sum[day] += tons
        }
      }
      #expect(whole.reduce(0, +) > 1_000, "\(metric)")
      #expect(zip(whole, sum).allSatisfy { abs($0 - $1) < 0.01 }, "\(metric)")
    }
    let worked = days(table) { $0.metric == "absorbed_t" && $0.channel.isEmpty }
    let dryers = days(table) { $0.metric == "absorbed_t" && $0.channel == "dryers" }
    #expect(zip(worked, dryers).allSatisfy { $0 >= $1 - 0.01 } && dryers.contains { $0 > 10 })
  }

  @Test("what goes into a place comes out of it, to a hundred grams", arguments: 0..<3)
  func balance(year: Int) {
    let flows = Self.seasons.years[0][year].flows
    let ends: Set = [
      Flow.leftUnpicked, Flow.dropped, Flow.trimmed, Flow.spoiled, Flow.onTrees, Flow.underWay, Flow.inStock,
    ]
    let places = Set(flows.map(\.from)).subtracting(["ripe"])
    #expect(places.count == 9)
    for place in places {
      let into = flows.filter { $0.to == place }.reduce(0) { $0 + $1.tonnes }
      let out = flows.filter { $0.from == place }.reduce(0) { $0 + $1.tonnes }
      #expect(abs(into - out) < 1e-4, "\(place)")
      // What is left over is what lies there at the end, not a mistake of counting.
      if place != "dryers",
        let rest = flows.first(where: { $0.from == place && ($0.to == Flow.underWay || $0.to == Flow.inStock) })
      {
        #expect(abs(rest.tonnes) < max(30, 0.03 * into), "\(place) keeps \(rest.tonnes)")
      }
    }
    let ripe = Self.seasons.values(.ripe, season: "in")[year] + Self.seasons.values(.ripe, season: "off")[year]
    #expect(abs(flows.filter { $0.from == "ripe" }.reduce(0) { $0 + $1.tonnes } - ripe) < 1e-4)
    let losses = flows.filter { [Flow.leftUnpicked, Flow.dropped, Flow.spoiled].contains($0.to) }.reduce(0) {
      $0 + $1.tonnes
    }
    #expect(abs(losses - Self.seasons.values(.unsold)[year]) < 1e-4)
    #expect(flows.allSatisfy { !ends.contains($0.from) })
  }

  @Test("bands are quantiles of the years, single years are the years")
  func bands() throws {
    let daily = Self.results.daily
    #expect(daily.years == 3 && daily.days == 365 && daily.policies == 1)
    let series = try #require(daily.series("ripe_t"))
    let table = try #require(Self.seasons.years[0][0].table)
    #expect(daily.series.count == table.series.count)
    for day in [180, 210, 240] {
      let values = Self.seasons.years[0].compactMap(\.table).map { Double($0.values[series * 365 + day]) }
      func column(_ column: Int) -> Double {
        daily.column(column, of: series, policy: 0)[daily.column(column, of: series, policy: 0).startIndex + day]
      }
      #expect(abs(column(2) - values.sorted()[1]) < 0.001)
      #expect((0..<3).allSatisfy { abs(column(5 + $0) - values[$0]) < 0.001 })
      #expect(column(8).isNaN)
      #expect(column(0) <= column(1) && column(3) <= column(4))
    }
  }

  @Test("fruit that is picked by the end of the season is all of it, and never less than the day before")
  func progress() throws {
    let daily = Self.results.daily
    let series = try #require(daily.series("harvested_share"))
    let share = Array(daily.column(2, of: series, policy: 0))
    #expect(zip(share, share.dropFirst()).allSatisfy { $0 <= $1 } && share.last == 1)
  }

  @Test("the poorest tenths sell less than their share, and more the more of them there are")
  func poorest() {
    let shares = (1...9).map { Self.seasons.values(.salesOfPoorest, group: "poorest-\($0 * 10)")[0] }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
    #expect(shares.enumerated().allSatisfy { $1 < Double($0 + 1) / 10 })
  }
}
