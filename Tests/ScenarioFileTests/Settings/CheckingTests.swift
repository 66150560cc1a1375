import ScenarioFile
import Testing

@Suite("What a file says is checked against what it may say")
struct CheckingTests {
  @Test(
    "each mistake has its kind, its place and its help",
    arguments: [
      ("{ suply: {} }", "1:3-8 unknown-key", "did you mean `supply`?"),
      ("{ supply: { spread: 3 } }", "1:13-19 unknown-key", "did you mean `spread_days`?"),
      (
        "{ supply: { share_offseason: 1 } }", "1:13-28 unknown-key",
        "did you mean `offseason_share`? (a share runs 0 to 1)"
      ), ("{ supply: 3 }", "1:11-12 wrong-type", nil),
      ("{ supply: { offseason_share: 45 } }", "1:30-32 share-out-of-range", "for 45 % write 0.45"),
      ("{ supply: { offseason_share: -0.1 } }", "1:30-34 share-out-of-range", nil),
      ("{ supply: { offseason_share: 450 } }", "1:30-33 share-out-of-range", nil),
      ("{ supply: { offseason_share: '0.4' } }", "1:30-35 wrong-type", "numbers stand without quotes: 0.4"),
      ("{ supply: { offseason_share: '45 %' } }", "1:30-36 wrong-type", "for 45 % write 0.45"),
      ("{ supply: { spread_days: '๑๓' } }", "1:26-30 wrong-type", "numbers stand without quotes: 13"),
      ("{ spread_days: 3 }", "1:3-14 unknown-key", "`spread_days` belongs in `supply`"),
      ("{ supply: { offseason_share: true } }", "1:30-34 wrong-type", nil),
      ("{ supply: { spread_days: 61 } }", "1:26-28 out-of-range", nil),
      ("{ supply: { spread_days: NaN } }", "1:26-29 not-a-number", "a number from 1 to 60, or a distribution"),
      ("{ supply: { spread_days: 1e999 } }", "1:26-31 not-a-number", "a number from 1 to 60, or a distribution"),
      (
        "{ supply: { peak_date: '2569-02-30' } }", "1:24-36 bad-date",
        "a date, \"2569-08-02\", or of every year, \"08-02\""
      ),
      ("{ supply: { peak_date: '02-30' } }", "1:24-31 bad-date", "a date, \"2569-08-02\", or of every year, \"08-02\""),
      ("{ supply: { peak_date: '2569-8-2' } }", "1:24-34 bad-date", "write \"2569-08-02\""),
      ("{ supply: { peak_date: '๒๕๖๙-๐๘-๐๒' } }", "1:24-36 bad-date", "write \"2569-08-02\""),
      ("{ supply: { peak_date: 2 } }", "1:24-25 wrong-type", nil),
      (
        "{ supply: {}, supply: {} }", "1:15-21 duplicate-key",
        "delete one; the file would otherwise depend on the reader"
      ),
      ("{ is_open: 'yes' }", "1:12-17 wrong-type", nil), ("{ weights: [1, 'a'] }", "1:16-19 wrong-type", nil),
      ("{ weights: 1 }", "1:12-13 wrong-type", nil), ("{ weights: [11] }", "1:13-15 out-of-range", nil),
      ("{ districts: { 'Pa Sang': { area_share: 1 } } }", "1:17-24 bad-id", "write `pa-sang`"),
      ("{ facilities: { a: { kind: 'oven' } } }", "1:28-34 wrong-type", "one of \"station\", \"dryer\""),
      ("{ facilities: { a: { kind: 'drier' } } }", "1:28-35 wrong-type", "did you mean `dryer`?"),
      ("{ facilities: { a: { kind: 'dryer', ovens: 2.5 } } }", "1:44-47 out-of-range", "write 3"),
      ("{ facilities: { a: {} } }", "1:17-18 missing-key", "What it does."),
      ("{ facilities: { a: { kind: 'dryer', bays: 2 } } }", "1:37-41 unknown-key", nil),
      (
        "{ districts: { a: { area_share: 1 } }, facilities: { x: { kind: 'dryer', district: 'b' } } }",
        "1:84-87 unknown-id", "did you mean `a`?"
      ),
      (
        "{ districts: { a: { area_share: 0.5 }, b: { area_share: 0.6 } } }", "1:57-60 shares-do-not-add-up",
        "change one of them, or write \"rest\" for one"
      ),
      (
        "{ grades: { AA_share: 0.6 } }", "1:23-26 shares-do-not-add-up", "change one of them, or write \"rest\" for one"
      ),
      (
        "{ policies: { p: { set: { 'suply.spread_days': 3 } } } }", "1:28-45 unknown-path",
        "did you mean `supply.spread_days`?"
      ),
      (
        "{ policies: { p: { set: { 'supply.spread': 3 } } } }", "1:28-41 unknown-path",
        "did you mean `supply.spread_days`?"
      ), ("{ policies: { p: { set: { 'supply.spread_days': 99 } } } }", "1:49-51 out-of-range", nil),
      ("{ policies: { p: { scale: { 'is_open': 2 } } } }", "1:30-37 wrong-type", nil),
      ("{ policies: { p: { set: { 'districts.a.area_share': 1 } } } }", "1:28-50 unknown-path", nil),
      ("{ sources: { 'supply.spread_days': 3 } }", "1:36-37 wrong-type", nil),
      (
        "{ supply: { spread_days: { dist: 'gauss' } } }", "1:34-41 wrong-type",
        "\"uniform\", \"triangular\", \"normal\", \"lognormal\", \"beta\""
      ),
      (
        "{ supply: { spread_days: { dist: 'normel' } } }", "1:34-42 wrong-type", "did you mean `normal`?"
      ),
      (
        "{ supply: { spread_days: { dist: 'normal', mean: 3 } } }", "1:26-53 missing-key",
        "{ \"dist\": \"normal\", \"mean\": …, \"sd\": … }"
      ),
      (
        "{ supply: { spread_days: { dist: 'uniform', low: 3, high: 2 } } }", "1:26-62 out-of-range",
        "{ \"dist\": \"uniform\", \"low\": …, \"high\": … }"
      ),
      (
        "{ supply: { spread_days: { dist: 'normal', mean: 3, sd: 1, low: 0 } } }", "1:60-63 unknown-key",
        "{ \"dist\": \"normal\", \"mean\": …, \"sd\": … }"
      ), ("[]", "1:1-3 wrong-type", nil),
    ] as [(String, String, String?)])
  func mistakes(text: String, place: String, help: String?) {
    let diagnostics = Garden.reading(text).diagnostics
    #expect(places(diagnostics) == [place])
    #expect(diagnostics.first?.help?.english == help)
  }

  @Test(
    "what is right is not complained of",
    arguments: [
      "{}", "{ supply: { offseason_share: 1, peak_date: '08-02', spread_days: { dist: 'normal', mean: 13, sd: 2 } } }",
      "{ supply: { peak_date: '2569-08-02' } }", "{ title: { en: 'a', th: 'ก' } }", "{ title: 'a' }",
      "{ districts: { a: { area_share: 0.4 }, b: { area_share: 'rest' } }, facilities: { x: { kind: 'dryer', ovens: 3, district: 'b' } } }",
      "{ grades: { AA_share: 0.5000001, A_share: 0.25, B_share: 0.25 } }",
      "{ supply: null, weights: [] }",
      "{ policies: { p: { set: { 'supply.spread_days': 3, 'is_open': false }, scale: { 'supply.offseason_share': 1.5 } } }, sources: { 'supply.spread_days': 'a paper' } }",
      "{ districts: { a: { area_share: 1 } }, policies: { p: { set: { 'districts.a.area_share': 1 } } } }",
    ])
  func good(text: String) { #expect(places(Garden.reading(text).diagnostics) == []) }

  @Test("mistakes of every kind come together, in the order of the file")
  func together() {
    let text = """
      {
        "supply": {
          "spread_days": ๑๓,
          "offseason_share": 45,
          "offseason_share": 0.45,
        },
        "wieghts": [1]
        "is_open": 1,
      }
      """
    #expect(
      places(Garden.reading(text).diagnostics) == [
        "3:20-22 thai-digits", "4:24-26 share-out-of-range", "5:6-21 duplicate-key", "7:4-11 unknown-key",
        "7:17-17 syntax", "8:14-15 wrong-type",
      ])
  }

  @Test("the format's own words are said once and in both languages")
  func words() {
    let settings = Garden.format.shape.settings
    #expect(settings.map(\.path).contains("facilities.*.ovens"))
    #expect(settings.allSatisfy { !$0.setting.words.english.isEmpty && !$0.setting.words.thai.isEmpty })
    #expect(Set(settings.map(\.path)).count == settings.count)
  }
}
