import Experiments
import SupplyChain
import Testing

@Suite("The score of a point")
struct ScoreTests {
  @Test("is the distance of the median from what was seen, with the years below and above")
  func value() throws {
    let score = try #require(Score([40, nil, 10, 30, 20], against: Score.Band(22, 22)))
    #expect(score.count == 4 && score.median == 25 && score.error == 3)
    #expect(score.below == 2 && score.above == 2)
    #expect((score.p05 - 11.5).magnitude < 1e-12 && (score.p95 - 38.5).magnitude < 1e-12)
  }

  @Test("is the distance to the nearer end of a band, and nothing inside it")
  func band() throws {
    let years: [Double?] = [10, 20, 30, 40]
    func score(_ low: Double, _ high: Double) throws -> Score {
      try #require(Score(years, against: Score.Band(low, high)))
    }
    #expect(try score(24, 26).error == 0)
    #expect(try score(30, 35).error == -5 && score(30, 35).below == 2 && score(30, 35).above == 1)
    #expect(try score(10, 18).error == 7 && score(10, 18).below == 0 && score(10, 18).above == 3)
    #expect(try score(28, .infinity).error == -3 && score(28, .infinity).above == 0)
    #expect(try score(-.infinity, 24).error == 1 && score(-.infinity, 24).below == 0)
  }

  @Test("is none where no year has such a number")
  func none() { #expect(Score([nil, nil], against: Score.Band(1, 1)) == nil) }

  /// Last year's crop was twice this year's, its price 10; simulated are 18 and 22, seen was 19.
  @Test("stands beside what would have been guessed without a model")
  func guesses() throws {
    let backtest = try Observations.backtest(
      Observations.text(
        """
        { "metric": "farm_price_thb_per_kg", "date": "2562-08-18", "form": "loose", "grade": "AA", "value": 19 },
        { "metric": "farm_price_thb_per_kg", "date": "2562-08-18", "form": "loose", "grade": "A", "low": 9, "high": 12 },
        { "metric": "farm_price_thb_per_kg", "date": "2562-08-18", "form": "loose", "grade": "B", "value": 3, "previous": 4 },
        { "metric": "unsold_t", "value": 300 }, { "metric": "harvested_share", "date": "2562-08-02", "value": 0.5 },
        { "metric": "picked_t", "date": "2562-08-02", "value": 100 },
        """,
        """
        "set": { "supply.in_season_t": 5000 },
        "previous": { "in_season_t": 10000, "loose_aa_thb_per_kg": 10, "unsold_t": 1000 },
        """), [[18, 14, 1, 250, 0.4, 90], [22, 16, nil, 450, 0.8, 110]])
    let points = backtest.points
    func errors(_ place: Int) -> [Double?] { points[place].guesses.map { $0?.error } }
    #expect(points.compactMap { $0.score?.error } == [1, 3, -2, 50, 0.6000000000000001 - 0.5, 0])
    // Half of the crop makes twice the price.
    #expect(errors(0) == [-9, 1, nil] && points[0].guesses[1]?.value == 20)
    #expect(!points[0].isWorse(than: .lastYear) && !points[0].isWorse(than: .inverseCrop))
    // Nothing is known of grade A last year; of grade B the point itself tells.
    #expect(errors(1) == [nil, nil, nil])
    #expect(errors(2) == [1, 5, nil] && points[2].isWorse(than: .lastYear) && !points[2].isWorse(than: .inverseCrop))
    // The same part of half of the crop is nothing nobody buys less.
    #expect(errors(3) == [700, nil, 200])
    // By the evening of the middle day half is picked and half a day more, of a bell of sixteen days.
    let half = try #require(points[4].guesses[2]?.value)
    #expect((half - 0.51247).magnitude < 1e-5)
    let day = try #require(points[5].guesses[2]?.value)
    #expect((day / (5000 * 0.39894 / 16) - 1).magnitude < 1e-3)
    let comparison = try #require(Comparison.all([backtest]).first { $0.metric == .farmPrice })
    #expect(comparison.guess == .lastYear && comparison.count == 2)
    #expect(comparison.simulated == 1.5 && comparison.guessed == 5 && !comparison.isWorse)
  }

  @Test("is worse than any guess where the simulation has no number at all")
  func neverSimulated() throws {
    let text = Observations.text(#"{ "metric": "unsold_t", "value": 5, "previous": 900 }"#)
    let backtest = try Observations.backtest(text, [[nil], [nil]])
    #expect(backtest.points[0].score == nil && backtest.points[0].isWorse(than: .lastYear))
    #expect(Comparison.all([backtest]).allSatisfy { $0.isWorse && $0.simulated == nil })
  }

  @Test("of a date counts days")
  func dates() throws {
    let backtest = try Observations.backtest(
      Observations.text(
        #"""
        { "metric": "price_trough_date", "value": "2562-08-10", "previous": "2562-08-01" },
        { "metric": "price_trough_date", "date": "2562-08-12" },
        """#),
      [[220, 220], [223, 223]])
    #expect(backtest.points[1].score?.error == -1.5)
    // The tenth of August is day 221 of the year, from 0.
    #expect(backtest.points[0].score?.error == 0.5)
    #expect(backtest.points[0].guesses[0]?.error == -9)
  }
}
