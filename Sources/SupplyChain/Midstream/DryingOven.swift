import ScenarioFile

/// Ovens for whole fruit.
package struct DryerTerms: Sendable {
  package let ovens: Double
  package let ovenT: Double
  package let dryingHours: Double
  package let turnroundHours: Double
  package let cashPerOven: Double

  init(_ form: Form) {
    ovens = form.number(
      "ovens", 3_400, in: 0...1_000_000, .unsourced(1_500...6_000), en: "Ovens of all dryers together.",
      th: "จำนวนเตาอบรวม")
    ovenT = form.number("oven_t", 2, in: 0.01...100, .unsourced(1.5...3), en: "What an oven holds.", th: "ความจุเตา")
    dryingHours = form.number(
      "drying_hours", 48, in: 0.1...1_000, .official("at least 48 hours in large ovens"), en: "How long it dries.",
      th: "เวลาอบ")
    turnroundHours = form.number(
      "turnround_hours", 5, in: 0...1_000, .unsourced(3...8), en: "Loading and emptying an oven.", th: "เวลานำเข้าและออก")
    cashPerOven = form.number(
      "cash_thb", 1_000_000, in: 0...1e9, .unsourced(200_000...1_500_000),
      settled: .atFounding, en: "Money for buying fruit, for each oven.", th: "เงินทุนรับซื้อต่อเตา")
  }

  var work: Work {
    Work(
      machines: ovens, batchT: ovenT, hoursPerBatch: dryingHours + turnroundHours, hoursPerT: 0, opens: 0, closes: 24)
  }
}
