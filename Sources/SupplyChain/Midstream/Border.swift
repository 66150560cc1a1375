import ScenarioFile

/// The way to China.
package struct Border: Part, BitwiseCopyable {
  package static let noun = Words(en: "the border section", th: "ส่วนด่าน")

  package let slotsPerDay: Double
  package let clearanceHours: Double
  package let mostQueueDays: Double

  package init(_ form: Form) {
    slotsPerDay = form.number(
      "slots_per_day", 75, in: 0...100_000, .unsourced(50...120),
      en: "Trucks with this province's fruit that are let through in a day.", th: "จำนวนรถของจังหวัดที่ผ่านด่านได้ต่อวัน")
    clearanceHours = form.number(
      "clearance_hours", 30, in: 0...1_000, .unsourced(24...48), en: "How long a truck's clearance takes once begun.",
      th: "เวลาตรวจปล่อยต่อคัน")
    mostQueueDays = form.number(
      "most_queue_days", 3, in: 0...365, .unsourced(1...6),
      en: "Packers send no more trucks while the queue is longer than what passes in so many days.",
      th: "ล้งหยุดส่งรถเมื่อคิวยาวกว่าจำนวนที่ผ่านได้ในกี่วัน")
  }
}
