import ScenarioFile
import SupplyChain
import Units

/// What was seen of one real season, in a file of its own kind.
package struct Observed: Part {
  package static let noun = Words(en: "an observed season", th: "ไฟล์ข้อมูลจริงของฤดู")

  package let id: String
  package let title: Words
  /// What is simulated, with what was known before the season laid over it.
  package let scenario: String
  package let span: SeasonSpan
  package let known: [(path: String, node: SettingTree.Node)]
  package let previous: PreviousYear
  package let points: [ObservedPoint]

  package init(_ form: Form) {
    _ = form.text(
      "$schema", nil, en: "The schema that an editor completes by.", th: "สคีมาที่โปรแกรมแก้ไขข้อความใช้ช่วยเติมคำ")
    _ = form.fixedCount("observed", nil, in: 1...1, en: "The version of the file format: 1.", th: "รุ่นของรูปแบบไฟล์ คือ 1")
    id = form.text("id", "observed", en: "A short name: a-z, 0-9 and hyphens.", th: "ชื่อสั้น ใช้ a-z 0-9 และขีดกลาง")
    title = form.words("title", Words(""), en: "What the season is called.", th: "ชื่อฤดู")
    scenario = form.text(
      "scenario", nil, isRequired: true, en: "The scenario that is simulated: a lib: name, or a file beside this one.",
      th: "สถานการณ์ที่จำลอง เป็นชื่อ lib: หรือไฟล์ในโฟลเดอร์เดียวกัน")
    span = form.part(
      "calendar",
      en: "The days that are simulated, in the place of the scenario's.", th: "ช่วงวันที่จำลอง แทนของสถานการณ์")
    known = form.paths(
      "set", .values, of: ScenarioFormat.format.shape,
      en: "Settings of the scenario that were known before the season; nothing else of that year may be used.",
      th: "ค่าตั้งของสถานการณ์ที่ทราบก่อนฤดู ห้ามใช้ข้อมูลอื่นของปีนั้น")
    previous = form.part(
      "previous", en: "What naive guesses start from: the year before.", th: "ปีก่อนหน้า ใช้ตั้งต้นการเดาอย่างง่าย")
    points = form.list("points", en: "What was seen, each with its source.", th: "ข้อมูลจริง พร้อมที่มาแต่ละข้อ")
  }
}

/// The year before.
package struct PreviousYear: Part {
  package static let noun = Words(en: "the year before", th: "ปีก่อนหน้า")

  package let inSeasonT: Double?
  package let offSeasonT: Double?
  package let unsoldT: Double?
  package let exportsT: Double?
  package let lossShare: Double?
  package let trough: CalendarDate?
  /// By form and grade.
  private let prices: [Double?]

  package init(_ form: Form) {
    let tons = 0...1e9
    inSeasonT = form.optionalNumber("in_season_t", in: tons, en: "The in-season crop.", th: "ผลผลิตในฤดู")
    offSeasonT = form.optionalNumber("offseason_t", in: tons, en: "The off-season crop.", th: "ผลผลิตนอกฤดู")
    unsoldT = form.optionalNumber("unsold_t", in: tons, en: "Fruit with no buyer.", th: "ผลผลิตที่ขายไม่ได้")
    exportsT = form.optionalNumber("exports_t", in: tons, en: "All exports.", th: "ปริมาณส่งออกทั้งหมด")
    lossShare = form.optionalNumber(
      "loss_share", in: 0...1, en: "Lost or trimmed, of all that ripened.", th: "สัดส่วนที่สูญเสียทั้งหมด")
    trough = form.date("price_trough_date", nil, en: "The day of the lowest price.", th: "วันที่ราคาต่ำสุด")
    prices = HarvestForm.allCases.flatMap { harvested in
      Grade.allCases.map { grade in
        form.optionalNumber(
          "\(harvested.rawValue)_\(grade.id.lowercased())_thb_per_kg", in: 0...100_000,
          en: "The farm price of \(harvested.words.english), grade \(grade.id).",
          th: "ราคาที่สวน \(harvested.words.thai) เกรด \(grade.id)")
      }
    }
  }

  package func price(_ form: HarvestForm, _ grade: Grade) -> Double? {
    prices[form.index * Grade.allCases.count + grade.rawValue]
  }
}
