import ScenarioFile
import Units

/// Who picks, how fast and for how much.
package struct Labour: Part, BitwiseCopyable {
  package static let noun = Words(en: "the labour section", th: "ส่วนแรงงาน")

  package let pickers: Double
  package let crewSize: Double
  package let kgPerPickerDay: SIMD3<Double>
  package let pay: SIMD3<Double>
  package let familyShare: Double
  package let familyPay: Double
  package let familyKgPerDay: Double
  package let wageResponse: Double
  package let travelKm: Double
  package let travelBahtPerKg: Double
  package let sundayShare: Double
  package let mondayShare: Double
  package let holidayShare: Double

  /// What a crew picks in a day, and what it stays a little longer for rather than leave a bit for tomorrow, by form.
  let crewLoad: [3 of Grams]
  let longestLoad: [3 of Grams]

  package init(_ form: Form) {
    pickers = form.number(
      "pickers", 32_000, in: 0...5_000_000, .unsourced(15_000...35_000),
      en: "Pickers at hand in the season, the hands of families that pick themselves included.",
      th: "จำนวนแรงงานเก็บเกี่ยว รวมแรงงานครอบครัวที่เก็บเอง")
    crewSize = form.number(
      "crew_persons", 8, in: 1...100, .unsourced(5...12), en: "How many pick together.", th: "จำนวนคนต่อชุดเก็บ")
    kgPerPickerDay = form.byForm(
      "kg_per_day", (170, 170, 210), in: 1...10_000, .derived("180 to 255 kg a person and day"),
      en: "What one picker picks in a day.", th: "ผลที่แรงงานหนึ่งคนเก็บได้ต่อวัน")
    pay = form.byForm(
      "pay_thb_per_kg", (5, 5, 3), in: 0...100, .press("contract rates of 3 baht loose and 5 in bunches"),
      en: "What hired pickers get.", th: "ค่าจ้างเก็บ")
    familyShare = form.share(
      "family_share", 0.25, .unsourced(0.1...0.4), settled: .atFounding,
      en: "Households that pick with their own hands.",
      th: "สัดส่วนครัวเรือนที่เก็บเอง")
    familyPay = form.number(
      "family_thb_per_kg", 1.2, in: 0...100, .unsourced(0.5...2), en: "What picking costs a family in cash.",
      th: "ต้นทุนเงินสดของการเก็บเอง")
    familyKgPerDay = form.number(
      "family_kg_per_day", 1_000, in: 1...100_000, .unsourced(500...1_500), en: "What a family picks in a day.",
      th: "ผลที่ครอบครัวเก็บได้ต่อวัน")
    wageResponse = form.number(
      "wage_response", 0.25, in: 0...5, .unsourced(0...0.6),
      en: "How much the pay rises when half as many more pickers are wanted than there are: 0.25 makes it 12 %.",
      th: "ค่าจ้างเพิ่มเพียงใดเมื่อแรงงานไม่พอ 0.25 คือขาดครึ่งหนึ่งเพิ่มร้อยละ 12")
    travelKm = form.number(
      "travel_km", 45, in: 0...1_000, .unsourced(20...80), en: "How far crews go to another district.",
      th: "ระยะทางไกลสุดที่ชุดเก็บไปต่างอำเภอ")
    travelBahtPerKg = form.number(
      "travel_thb_per_kg", 0.4, in: 0...100, .unsourced(0.2...1), en: "What a crew from another district costs on top.",
      th: "ค่าใช้จ่ายเพิ่มเมื่อใช้ชุดเก็บจากอำเภออื่น")
    sundayShare = form.number(
      "sunday_level", 0.7, in: 0...2, .unsourced(0.5...1), en: "How many pickers come on Sundays.",
      th: "แรงงานที่มาวันอาทิตย์เป็นสัดส่วนเท่าใด")
    mondayShare = form.number(
      "monday_level", 1.1, in: 0...2, .unsourced(1...1.3), en: "How much more is picked on Mondays, to catch up.",
      th: "วันจันทร์เก็บชดเชยมากขึ้นเท่าใด")
    holidayShare = form.number(
      "holiday_level", 0.6, in: 0...2, .unsourced(0.4...1),
      en: "How many pickers come on the two public holidays of the season, 28 July and 12 August.",
      th: "แรงงานที่มาวันหยุดราชการในฤดู 28 ก.ค. และ 12 ส.ค. เป็นสัดส่วนเท่าใด")
    let (rates, crew) = (kgPerPickerDay, crewSize)
    crewLoad = InlineArray { Grams(kilograms: rates[$0] * crew, rounding: .down) }
    longestLoad = InlineArray { Grams(kilograms: rates[$0] * crew, rounding: .down).scaled(by: 1.3, rounding: .down) }
  }
}
