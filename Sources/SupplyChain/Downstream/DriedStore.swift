import ScenarioFile

/// Dried fruit in store, and when it is sold.
package struct DriedStore: Part, BitwiseCopyable {
  package static let noun = Words(en: "the dried stock", th: "สต็อกลำไยอบแห้ง")

  package let carryInT: Double
  package let usualLeftT: Double
  package let risePerMonth: Double
  package let interestPerMonth: Double
  package let storePerMonth: Double
  package let sellShare: Double
  package let clearDate: (month: Int, day: Int)
  package let creditShare: Double

  package init(_ form: Form) {
    carryInT = form.number(
      "carry_in_t", 6_000, in: 0...10_000_000, .unsourced(2_000...15_000),
      settled: .atFounding, en: "Dried fruit left from the year before.", th: "ลำไยอบแห้งคงเหลือจากปีก่อน")
    usualLeftT = form.number(
      "usual_carry_in_t", 6_000, in: 0...10_000_000, .unsourced(2_000...15_000),
      en: "What is left in a usual year: more presses this year's price.", th: "ปริมาณคงเหลือปกติ ถ้ามากกว่านี้ราคาจะถูกกด")
    risePerMonth = form.number(
      "rise_share_per_month", 0.01, in: 0...0.5, .unsourced(0.005...0.03),
      en: "How much the price of dried fruit rises in each month after the harvest.",
      th: "ราคาอบแห้งเพิ่มต่อเดือนหลังฤดูเก็บเกี่ยว")
    interestPerMonth = form.number(
      "interest_share_per_month", 0.008, in: 0...0.5, .unsourced(0.004...0.015),
      en: "Interest on the money in the stock.", th: "ดอกเบี้ยต่อเดือนของเงินที่จมในสต็อก")
    storePerMonth = form.number(
      "store_per_month_thb_per_kg", 0.3, in: 0...100, .unsourced(0.1...0.8), en: "What a month's storing costs.",
      th: "ค่าเก็บต่อเดือน")
    sellShare = form.share(
      "sold_per_day_share", 0.02, .unsourced(0.005...0.05),
      en: "The part of the stock that is sold on a day when holding it does not pay.",
      th: "สัดส่วนสต็อกที่ขายต่อวันเมื่อเก็บไว้ไม่คุ้ม")
    clearDate = form.yearlyDate(
      "clear_by_date", month: 6, day: 30, .choice, en: "By when last year's stock is to be sold.",
      th: "ขายสต็อกปีก่อนให้หมดภายในวันที่")
    creditShare = form.share(
      "credit_share", 0.5, .unsourced(0.2...0.8), en: "The part of the stock's value that banks lend against.",
      th: "สัดส่วนมูลค่าสต็อกที่ธนาคารให้กู้")
  }
}
