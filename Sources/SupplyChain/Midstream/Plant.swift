import ScenarioFile

/// A golden-flesh group, cannery or juice factory: bound by what its people work through in a day.
package struct PlantTerms: Sendable {
  package let tPerDay: Double

  init(_ form: Form) {
    tPerDay = form.number(
      "intake_t_per_day", 10, in: 0...1_000_000, .unsourced(1...200),
      en: "Fresh fruit that all of them take in a day.", th: "ผลสดที่รับได้ต่อวันรวมทุกแห่ง")
  }

  /// A quarter of a day's work at a time.
  func work(sites: Int) -> Work {
    let perSite = tPerDay / Double(max(1, sites))
    return Work(
      machines: tPerDay > 0 ? Double(sites) : 0, batchT: max(perSite / 4, 1e-6), hoursPerBatch: 6, hoursPerT: 0,
      opens: 0, closes: 24)
  }
}
