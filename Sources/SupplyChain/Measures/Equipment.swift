import ScenarioFile
import Units

/// Ovens that are built with public money.
package struct NewOvens: Part, BitwiseCopyable {
  package static let noun = Words(en: "new ovens", th: "เตาอบใหม่")

  package let count: Double
  package let from: CalendarDate?
  package let costEach: Double

  package init(_ form: Form) {
    count = form.number("count", 0, in: 0...1e6, .choice, en: "How many.", th: "จำนวนเตา")
    from = form.date("from", nil, en: "From when on they are there.", th: "ใช้ได้ตั้งแต่วันที่")
    costEach = form.number(
      "each_thb", 90_000, in: 0...1e8, .unsourced(50_000...200_000), en: "What government pays for one.",
      th: "รัฐจ่ายต่อเตา")
  }

  var publicCost: Double { count * costEach }

  func isThere(on date: CalendarDate) -> Bool { count > 0 && (from.map { $0 <= date } ?? true) }
}

/// Cold rooms that are built with public money.
package struct NewColdRooms: Part, BitwiseCopyable {
  package static let noun = Words(en: "new cold rooms", th: "ห้องเย็นใหม่")

  package let roomT: Double
  package let from: CalendarDate?
  package let costPerT: Double

  package init(_ form: Form) {
    roomT = form.number("room_t", 0, in: 0...1e7, .choice, en: "How many tons they hold.", th: "ความจุ (ตัน)")
    from = form.date("from", nil, en: "From when on they are there.", th: "ใช้ได้ตั้งแต่วันที่")
    costPerT = form.number(
      "each_t_thb", 15_000, in: 0...1e8, .unsourced(8_000...30_000), en: "What government pays for room for a ton.",
      th: "รัฐจ่ายต่อความจุหนึ่งตัน")
  }

  var publicCost: Double { roomT * costPerT }

  func isThere(on date: CalendarDate) -> Bool { roomT > 0 && (from.map { $0 <= date } ?? true) }
}

/// Collectors of the sun's heat: less fuel.
package struct SolarDrying: Part, BitwiseCopyable {
  package static let noun = Words(en: "solar drying", th: "การอบด้วยแสงอาทิตย์")

  package let share: Double
  package let savesPerKg: Double
  package let costPerOven: Double

  package init(_ form: Form) {
    share = form.share("ovens_share", 0, .choice, en: "The part of the ovens that gets them.", th: "สัดส่วนเตาที่ติดตั้ง")
    savesPerKg = form.number(
      "saves_thb_per_kg", 0.8, in: 0...100, .unsourced(0.3...1.5), en: "Fuel saved on a kilogram of fresh fruit.",
      th: "ประหยัดเชื้อเพลิงต่อกิโลกรัมผลสด")
    costPerOven = form.number(
      "each_oven_thb", 25_000, in: 0...1e8, .unsourced(10_000...60_000), en: "What government pays for an oven's.",
      th: "รัฐจ่ายต่อเตา")
  }
}

/// Pickers brought from elsewhere.
package struct PickerMobilisation: Part, BitwiseCopyable {
  package static let noun = Words(en: "picker mobilisation", th: "การจัดหาแรงงาน")

  package let pickers: Double
  package let costPerDay: Double

  package init(_ form: Form) {
    pickers = form.number("pickers", 0, in: 0...1e6, .choice, en: "How many more pickers.", th: "จำนวนแรงงานเพิ่ม")
    costPerDay = form.number(
      "each_thb_per_day", 120, in: 0...10_000, .unsourced(50...300),
      en: "What government pays for each on a day of work.",
      th: "รัฐจ่ายต่อคนต่อวันทำงาน")
  }
}
