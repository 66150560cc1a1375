import ScenarioFile
import Units

/// How long ripe fruit lasts on the tree.
package struct Ripeness: Part, BitwiseCopyable {
  package static let noun = Words(en: "the ripeness section", th: "ส่วนความสุก")

  package let primeDays: Double
  package let maxWaitDays: Double
  package let downgradeShare: Double
  package let dropShare: Double
  package let heat: Double

  package init(_ form: Form) {
    primeDays = form.number(
      "prime_days", 7, in: 0...365, .unsourced(5...9), en: "How long ripe fruit keeps its grade on the tree.",
      th: "ผลสุกรักษาเกรดบนต้นได้กี่วัน")
    maxWaitDays = form.number(
      "max_wait_days", 20, in: 0...365, .unsourced(15...28), en: "After how long the rest of the fruit is lost.",
      th: "ผ่านไปกี่วันผลที่เหลือจึงเสียทั้งหมด")
    downgradeShare = form.share(
      "downgrade_share", 0.06, .unsourced(0.03...0.1),
      en: "After its prime, the part of each grade that moves down one grade every day.",
      th: "หลังพ้นช่วงดี สัดส่วนของแต่ละเกรดที่ตกลงหนึ่งเกรดต่อวัน")
    dropShare = form.share(
      "drop_share", 0.025, .unsourced(0.01...0.05), en: "After its prime, the part that drops every day.",
      th: "หลังพ้นช่วงดี สัดส่วนที่ร่วงต่อวัน")
    heat = form.number(
      "heat", 0, in: 0...1, .choice,
      en: "Heat and rain near harvest: 0.3 makes the window 30 % shorter and losses as much faster.",
      th: "ความร้อนและฝนช่วงเก็บเกี่ยว 0.3 ทำให้ช่วงเก็บสั้นลงร้อยละ 30 และเสียเร็วขึ้นเท่ากัน")
  }

  /// How long fruit is prime in the present weather.
  var primeToday: Double { primeDays * (1 - heat) }
  /// After how long it is lost.
  var lastDay: Double { maxWaitDays * (1 - heat) }

  /// What a day on the tree does to fruit past its prime: a part drops, a part moves down a grade.
  func age(_ hanging: inout GradedGrams) -> GradedGrams {
    let haste = 1 + heat
    let dropped = hanging.share(min(1, dropShare * haste))
    hanging -= dropped
    let down = hanging.share(min(1, downgradeShare * haste))
    // Grade C has nowhere to go.
    hanging.counts &+= SIMD4(
      -down.counts[0], down.counts[0] &- down.counts[1], down.counts[1] &- down.counts[2], down.counts[2])
    return dropped
  }
}
