import Experiments
import SupplyChain
import Testing

@Suite("A sample of the farms")
struct SampleTests {
  private let full = Seasons("small", "{}", reps: 6, seed: 21)

  @Test("comes to the same season within a few per cent", arguments: [0.5, 0.25])
  func sample(share: Double) {
    let sample = Seasons("small", "{}", changes: ["run.sample_share=\(share)"], reps: 6, seed: 21)
    func mean(_ seasons: Seasons, _ metric: Metric, _ form: String = "", _ grade: String = "", season: String = "")
      -> Double
    {
      seasons.values(metric, form: form, grade: grade, season: season).reduce(0, +) / 6
    }
    // Tons are scaled by what the sample bears, so that they are those of the whole.
    #expect(abs(mean(sample, .ripe, season: "in") / mean(full, .ripe, season: "in") - 1) < 0.05)
    #expect(abs(mean(sample, .picked) / mean(full, .picked) - 1) < 0.05)
    #expect(abs(mean(sample, .farmIncomePerRai) / mean(full, .farmIncomePerRai) - 1) < 0.15)
    #expect(mean(sample, .ripe, season: "in") != mean(full, .ripe, season: "in"))
  }

  @Test("of a whole province is a season within three per cent")
  func province() {
    let full = Seasons("lamphun", "{}", reps: 2, seed: 21)
    let sample = Seasons("lamphun", "{}", changes: ["run.sample_share=0.2"], reps: 2, seed: 21)
    for (metric, form, grade, season) in [
      (Metric.ripe, "", "", "in"), (.ripe, "", "", "off"), (.picked, "", "", ""), (.exported, "", "", ""),
      (.farmPrice, "loose", "AA", ""), (.farmPrice, "bunch", "AA", ""), (.farmPrice, "basket", "AA", ""),
      (.offSeasonPrice, "basket", "AA", ""), (.farmIncomePerRai, "", "", ""),
    ] {
      func mean(_ seasons: Seasons) -> Double {
        seasons.values(metric, form: form, grade: grade, season: season).reduce(0, +) / 2
      }
      #expect(abs(mean(sample) / mean(full) - 1) < 0.03, "\(metric.id) \(form) \(mean(sample)) \(mean(full))")
    }
  }
}
