import ScenarioFile

/// How the years are run.
package struct RunSettings: Part {
  package static let noun = Words(en: "the run section", th: "ส่วนการจำลอง")

  package let reps: Int
  package let seed: Int
  package let sampleShare: Double

  package init(_ form: Form) {
    reps = form.fixedCount(
      "reps", 100, in: 1...1_000_000, en: "How many years are simulated for each policy.", th: "จำนวนปีจำลองต่อมาตรการ")
    seed = form.fixedCount(
      "seed", 1, in: 0...Int(Int32.max), en: "Which luck: the same number gives the same years.",
      th: "เลขสุ่ม เลขเดียวกันได้ปีจำลองเดียวกัน")
    sampleShare = form.fixedNumber(
      "sample_share", 1, in: 0.001...1, .choice,
      en: "The part of the farms that is simulated, with capacities and markets scaled to match.",
      th: "สัดส่วนสวนที่จำลอง โดยย่อกำลังการผลิตและตลาดให้สอดคล้องกัน")
  }
}
