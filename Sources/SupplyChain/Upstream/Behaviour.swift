import ScenarioFile

/// How farmers decide when and where to sell.
package struct Behaviour: Part, BitwiseCopyable {
  package static let noun = Words(en: "the behaviour section", th: "ส่วนพฤติกรรม")

  package let reservationShare: Double
  package let reservationSpread: Double
  package let memoryDays: Double
  package let pickingDays: Double

  package init(_ form: Form) {
    reservationShare = form.number(
      "reservation_level", 0.9, in: 0...2, .unsourced(0.7...1),
      en: "A farmer sells fresh ripe fruit when the best offer reaches this part of what waiting promises.",
      th: "เกษตรกรขายเมื่อราคาดีที่สุดถึงสัดส่วนนี้ของราคาที่คาดว่าจะได้จากการรอ")
    reservationSpread = form.number(
      "reservation_spread", 0.22, in: 0...2, .unsourced(0.1...0.4),
      settled: .atFounding, en: "How much farms differ in that: the standard deviation of the logarithm.",
      th: "ความแตกต่างระหว่างสวนในเรื่องนั้น")
    memoryDays = form.number(
      "memory_days", 5, in: 1...365, .unsourced(2...10), en: "Over how many days farmers remember prices.",
      th: "เกษตรกรจดจำราคาย้อนหลังกี่วัน")
    pickingDays = form.number(
      "picking_days", 3, in: 1...60, .unsourced(2...5), en: "In how many days a farm wants a plot picked.",
      th: "สวนต้องการเก็บหนึ่งแปลงให้เสร็จในกี่วัน")
  }
}
