import ScenarioFile

/// A line that packs fresh fruit, and the room where sulphur keeps it.
package struct PackerTerms: Sendable {
  package let lineTPerHour: Double
  package let opens: Double
  package let closes: Double
  package let so2RoomT: Double
  package let so2Hours: Double

  init(_ form: Form) {
    lineTPerHour = form.number(
      "line_t_per_hour", 2.4, in: 0.001...10_000, .unsourced(1.5...7), en: "What the line of one packs.",
      th: "กำลังบรรจุต่อแห่ง")
    opens = form.number("opens_hour", 8, in: 0...24, .unsourced(6...9), en: "When the line starts.", th: "เริ่มงานกี่นาฬิกา")
    closes = form.number(
      "closes_hour", 20, in: 0...24, .unsourced(17...24), en: "When the line stops.", th: "เลิกงานกี่นาฬิกา")
    so2RoomT = form.number(
      "so2_room_t", 0, in: 0...100_000, .choice, en: "What the sulphur room of one holds; 0 is none.",
      th: "ห้องรมซัลเฟอร์ต่อแห่ง 0 คือไม่มี")
    so2Hours = form.number(
      "so2_hours", 3, in: 0...100, .unsourced(1...6), en: "How long fruit is in it.", th: "เวลารมต่อครั้ง")
  }

  /// One line a site; it works on an hour's fruit at a time.
  func work(sites: Int) -> Work {
    Work(
      machines: Double(sites), batchT: lineTPerHour, hoursPerBatch: 0, hoursPerT: 1 / lineTPerHour, opens: opens,
      closes: closes)
  }
}
