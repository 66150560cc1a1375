import ScenarioFile

/// How buyers answer to fruit that queues: a scarcity rent that grows while more waits than they like.
package struct Congestion: Part, BitwiseCopyable {
  package static let noun = Words(en: "the congestion section", th: "ส่วนความแออัด")

  package let riseRate: Double
  package let fallRate: Double
  package let mostRise: Double
  package let mostFall: Double
  package let evenShare: Double
  package let foresight: Double
  package let forecastDays: Double
  package let closesAt: Double
  package let reopensAt: Double

  package init(_ form: Form) {
    riseRate = form.number(
      "rise_thb_per_kg", 5, in: 0...100, .unsourced(2...8),
      en: "How much the rent rises in a day when twice as much waits as is comfortable.",
      th: "ค่าแออัดเพิ่มต่อวันเท่าใดเมื่อมีผลรอเป็นสองเท่าของที่พอดี")
    fallRate = form.number(
      "fall_thb_per_kg", 5, in: 0...100, .unsourced(2...8), en: "How much it falls in a day when nothing waits.",
      th: "ค่าแออัดลดต่อวันเท่าใดเมื่อไม่มีผลรอ")
    mostRise = form.number(
      "most_rise_thb_per_kg", 2.5, in: 0...100, .unsourced(1.5...4), en: "The most that it rises in a day.",
      th: "เพิ่มได้มากที่สุดต่อวัน")
    mostFall = form.number(
      "most_fall_thb_per_kg", 3, in: 0...100, .unsourced(1.5...4), en: "The most that it falls in a day.",
      th: "ลดได้มากที่สุดต่อวัน")
    evenShare = form.share(
      "even_share", 0.4, .unsourced(0.2...0.8),
      en: "The part of the rent that is the same for each grade; the rest goes with its value.",
      th: "ส่วนของค่าแออัดที่เท่ากันทุกเกรด ที่เหลือตามมูลค่า")
    foresight = form.number(
      "foresight", 1, in: 0...5, .unsourced(0...2),
      en: "How much buyers let what is about to ripen count already today.", th: "ผู้ซื้อคิดเผื่อผลที่กำลังจะสุกมากเพียงใด")
    forecastDays = form.number(
      "forecast_days", 10, in: 1...60, .unsourced(5...15), en: "How far ahead they look.", th: "มองล่วงหน้ากี่วัน")
    closesAt = form.number(
      "closes_at", 1.7, in: 0.1...100, .unsourced(1.4...2.5),
      en: "At how many times the comfortable amount a buyer stops buying.", th: "หยุดรับซื้อเมื่อมีผลรอกี่เท่าของที่พอดี")
    reopensAt = form.number(
      "reopens_at", 1.25, in: 0...100, .unsourced(1...1.5), en: "At how many times it buys again.",
      th: "กลับมารับซื้อเมื่อเหลือกี่เท่า")
  }
}
