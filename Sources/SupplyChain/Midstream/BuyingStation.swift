import ScenarioFile

/// How a station works.
package struct StationTerms: Sendable {
  package let bays: Int
  package let minutesPerT: Double
  package let yardT: Double
  package let opens: Double
  package let closes: Double
  package let margin: Double
  package let handlingLoss: Double
  package let overripeLoss: Double

  init(_ form: Form) {
    bays = form.count(
      "bays", 2, in: 0...1_000, .unsourced(1...6), settled: .atFounding, en: "Where lots are weighed and graded.",
      th: "จำนวนจุดชั่งและคัด")
    minutesPerT = form.number(
      "minutes_per_t", 12, in: 0...600, .unsourced(6...25), en: "How long a ton takes to weigh and grade.",
      th: "เวลาชั่งและคัดต่อตัน (นาที)")
    yardT = form.number(
      "yard_t", 120, in: 0...1_000_000, .unsourced(40...300), en: "How much fruit fits in the yard of one.",
      th: "ลานหนึ่งแห่งรับผลได้กี่ตัน")
    opens = form.number(
      "opens_hour", 7, in: 0...24, .unsourced(6...9), settled: .atFounding, en: "At what hour it opens.",
      th: "เปิดกี่นาฬิกา")
    closes = form.number(
      "closes_hour", 20, in: 0...24, .unsourced(18...22), settled: .atFounding, en: "At what hour it closes.",
      th: "ปิดกี่นาฬิกา")
    margin = form.number(
      "margin_thb_per_kg", 0.6, in: 0...100, .unsourced(0.3...1.5), en: "What it keeps of a kilogram.",
      th: "ส่วนต่างของจุดรับซื้อต่อกิโลกรัม")
    handlingLoss = form.share(
      "handling_loss_share", 0.085, .unsourced(0.04...0.13), en: "What handling and trimming lose.",
      th: "สัดส่วนสูญเสียจากการจัดการและตัดแต่ง")
    overripeLoss = form.share(
      "overripe_loss_share", 0.35, .unsourced(0.2...0.5), en: "What is lost on top of over-mature fruit.",
      th: "สัดส่วนสูญเสียเพิ่มของผลสุกเกิน")
  }
}
