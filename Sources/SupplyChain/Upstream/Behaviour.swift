import ScenarioFile

/// How farmers decide when and where to sell.
package struct Behaviour: Part, BitwiseCopyable {
  package static let noun = Words(en: "the behaviour section", th: "ส่วนพฤติกรรม")

  package let reservationShare: Double
  package let reservationSpread: Double
  package let memoryDays: Double
  package let pickingDays: Double
  package let seasonResponse: Double
  package let seasonInertia: Double
  package let usualPremium: Double

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
    seasonResponse = form.number(
      "season_response_share_per_thb", 0, in: 0...1, .unsourced(0...0.15),
      en:
        "How much of the year's tonnage farmers move out of season for each baht a kilogram that it brought more than usual, if all think it over; 0 keeps to the plan. Above some 0.1 prices and seasons can swing.",
      th:
        "เกษตรกรย้ายผลผลิตไปนอกฤดูเป็นสัดส่วนเท่าใดต่อส่วนต่างราคาที่เพิ่มขึ้นทุก 1 บาท/กก. 0 คือทำตามแผน เกินราว 0.1 ราคาและฤดูอาจแกว่ง"
    )
    seasonInertia = form.share(
      "season_inertia_share", 0.5, .unsourced(0.2...0.9), en: "Farmers who do not think it over in a year.",
      th: "สัดส่วนเกษตรกรที่ไม่ทบทวนในแต่ละปี")
    usualPremium = form.number(
      "usual_premium_thb_per_kg", 12, in: -100...500, .unsourced(6...20),
      en: "How much more a kilogram must bring out of season for as many to stay with it: what it costs and risks.",
      th: "นอกฤดูต้องได้ราคาสูงกว่าในฤดูเท่าใดจึงจะทำเท่าเดิม คือต้นทุนและความเสี่ยงที่เพิ่ม")
  }
}
