import Experiments
import ScenarioFile
import SpoiledScenarios
import SupplyChain
import Testing
import Units

@Suite("A file of observations")
struct ObservedTests {
  @Test("may say B.E. and C.E., values, bands, and nothing of the year before")
  func good() throws {
    let (observed, plan) = try Observations.plan(
      Observations.text(
        """
        { "metric": "harvested_share", "date": "2019-08-18", "form": "bunch", "low": 0.8 },
        { "metric": "farm_price_thb_per_kg", "from": "2562-07-01", "to": "2019-07-31", "form": "loose", "high": 28 },
        { "metric": "loss_share", "channel": "export-fresh", "season": "in", "value": 0.135, "source": "ผลสำรวจ" },
        { "metric": "exports_t", "market": "china-fresh", "low": 1, "high": 2 }, { "metric": "unsold_t", "value": 0 },
        """))
    #expect(
      observed.points.map { [$0.seen.low, $0.seen.high] } == [
        [0.8, nil], [nil, 28], [0.135, 0.135], [1, 2], [0, 0],
      ])
    #expect(observed.points[0].date?.isoText == "2019-08-18" && observed.points[0].form == .bunch)
    #expect(observed.points[1].from?.isoText == "2019-07-01" && observed.points[1].to?.isoText == "2019-07-31")
    #expect(observed.points[2].isOffSeason == false && observed.points[2].source == "ผลสำรวจ")
    #expect(plan.scenario.world.span.from?.isoText == "2019-01-01")
    let naive = NaiveGuesses(observed.previous, plan.scenario.world)
    for point in observed.points { #expect(naive.value(.lastYear, of: point) == nil) }
  }

  @Test("lays its days and what was known over the scenario, which begins a month before unless told")
  func laidOver() throws {
    let text = Observations.text(
      #"{ "metric": "unsold_t", "value": 1 }"#,
      #""set": { "supply.in_season_t": 123, "districts.ban-thi.north_km": 7 },"#)
    let (_, plan) = try Observations.plan(text)
    #expect(plan.scenario.world.span.warmFrom?.isoText == "2018-12-01")
    #expect(plan.scenario.world.terms.crop.inSeasonT == 123)
    #expect(plan.scenario.world.districts[0].part.northKm == 7)
    let own = text.replacing("\"to\":", with: "\"warm_from\": \"2018-06-01\", \"to\":")
    #expect(try Observations.plan(own).1.scenario.world.span.warmFrom?.isoText == "2018-06-01")
  }

  @Test(
    "is told what is wrong, and where",
    arguments: [
      (#"{ "metric": "harvested", "value": 1 }"#, "wrong-type 5:27"),
      (#"{ "metric": "unsold_t" }"#, "missing-key 5:15"), (#"{ "value": 3 }"#, "missing-key 5:15"),
      (#"{ "metric": "unsold_t", "form": "loose", "value": 1 }"#, "unknown-key 5:40"),
      (#"{ "metric": "harvested_share", "value": 0.5 }"#, "missing-key 5:15"),
      (#"{ "metric": "harvested_share", "date": "2562-08-18", "value": 45 }"#, "out-of-range 5:77"),
      (#"{ "metric": "harvested_share", "date": "2563-08-18", "value": 0.5 }"#, "outside-calendar 5:54"),
      (#"{ "metric": "harvested_share", "date": "๒๕๖๒-08-18", "value": 0.5 }"#, "bad-date 5:54"),
      (#"{ "metric": "picked_t", "from": "2562-08-18", "value": 5 }"#, "missing-key 5:47"),
      (#"{ "metric": "picked_t", "from": "2562-08-18", "to": "2562-08-10", "value": 5 }"#, "outside-calendar 5:67"),
      (
        #"{ "metric": "picked_t", "date": "2562-08-18", "from": "2562-08-10", "to": "2562-08-11", "value": 5 }"#,
        "out-of-range 5:69"
      ),
      (#"{ "metric": "farm_price_thb_per_kg", "date": "2562-08-18", "grade": "AA", "value": 5 }"#, "missing-key 5:15"),
      (#"{ "metric": "farm_price_thb_per_kg", "form": "loose", "low": 30, "high": 28 }"#, "out-of-range 5:76"),
      (#"{ "metric": "farm_price_thb_per_kg", "form": "loose", "value": 30, "low": 28 }"#, "out-of-range 5:89"),
      (
        #"{ "metric": "farm_price_thb_per_kg", "form": "loose", "date": "2562-08-18", "season": "off", "value": 3 }"#,
        "out-of-range 5:101"
      ),
      (#"{ "metric": "exports_t", "market": "china", "value": 5 }"#, "unknown-id 5:50"),
      (#"{ "metric": "loss_share", "channel": "export", "value": 0.5 }"#, "unknown-id 5:52"),
      (#"{ "metric": "price_trough_date", "value": 5 }"#, "wrong-type 5:57"),
      (#"{ "metric": "price_trough_date", "value": "2561-08-01" }"#, "outside-calendar 5:57"),
      ("5", "wrong-type 5:15"), ("", "missing-key 5:4"),
    ])
  func mistakes(point: String, complaint: String) throws {
    #expect(try Observations.complaints(Observations.text(point)) == [complaint])
  }

  @Test("is told of what it says beside its points, too")
  func otherMistakes() throws {
    let point = #"{ "metric": "unsold_t", "value": 1 }"#
    func complaints(_ rest: String) throws -> [String] { try Observations.complaints(Observations.text(point, rest)) }
    #expect(try complaints(#""set": { "supply.in_seeson_t": 1 },"#) == ["unknown-path 4:13"])
    #expect(try complaints(#""set": { "supply.in_season_t": "x" },"#) == ["wrong-type 4:34"])
    #expect(try complaints(#""set": { "markets.mars.price_flexibility": 1 },"#) == ["unknown-path 4:13"])
    #expect(try complaints(#""previous": { "in_seasont": 1 },"#) == ["unknown-key 4:18"])
    let nowhere = Observations.text(point).replacing("lib:small", with: "lib:smal")
    #expect(try Observations.complaints(nowhere) == ["extends-not-found 2:44"])
    let outside = Observations.text(point).replacing("lib:small", with: "../small.json5")
    #expect(try Observations.complaints(outside).first?.hasPrefix("extends-") == true)
    let backwards = Observations.text(point).replacing("2562-12-31", with: "2561-12-31")
    #expect(try Observations.complaints(backwards) == ["outside-calendar 3:45"])
    #expect(try Observations.complaints("{ \"observed\": 1 }") == ["missing-key 1:1"])
  }

  @Test("spoiled, is checked to its end: it is good, or something is said", arguments: 0..<20)
  func spoiled(seed: Int) throws {
    var mutator = Mutator(seed: seed)
    let original = try #require(ScenarioFormat.library.bytes("observed/lamphun-2561"))
    for _ in 0..<10 {
      let text = SourceText(name: "spoiled.json5", bytes: mutator.mutate(original))
      let (root, complaints) = JSON5Reader.read(text)
      let layers = root.map { [ScenarioLayer(text: text, root: $0)] } ?? []
      let reading = ObservedReading(
        ScenarioReading(layers: layers, complaints: complaints, as: ObservedFormat.format),
        library: ScenarioFormat.library)
      #expect(root != nil || !reading.diagnostics.isEmpty, "seed \(seed)")
      for diagnostic in reading.diagnostics {
        let isSaid = !diagnostic.message.english.isEmpty && !diagnostic.message.thai.isEmpty
        #expect(isSaid && !DiagnosticRenderer(language: .thai).render(diagnostic).isEmpty, "seed \(seed)")
      }
      if !reading.hasErrors { _ = Form.read(reading.file.tree) { Observed($0) } }
    }
  }
}
