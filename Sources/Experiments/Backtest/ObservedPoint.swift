import ScenarioFile
import SupplyChain
import Units

/// One thing that was seen.
package struct ObservedPoint: Part {
  package static let noun = Words(en: "a point", th: "ข้อมูลหนึ่งข้อ")

  package let metric: Sighting.Subject
  package let date: CalendarDate?
  package let from: CalendarDate?
  package let to: CalendarDate?
  package let form: HarvestForm?
  package let grade: Grade?
  package let isOffSeason: Bool?
  package let channel: String?
  package let market: String?
  package let seen: Seen
  package let source: String

  package init(_ form: Form) {
    let metric: Sighting.Subject = form.choice("metric", nil, en: "What was seen.", th: "ตัวชี้วัด")
    func only<Answer>(_ subjects: Sighting.Subject..., ask: (Form) -> Answer?) -> Answer? {
      form.only(when: "metric", is: metric, in: subjects, ask) ?? nil
    }
    // All are asked, so that all are declared.
    func either<Answer>(_ answers: Answer?...) -> Answer? { answers.compactMap { $0 }.first }
    func day(_ isRequired: Bool) -> (Form) -> CalendarDate? {
      { $0.date("date", nil, isRequired: isRequired, en: "The day on which it was seen.", th: "วันที่ของข้อมูล") }
    }
    func span(_ isRequired: Bool) -> (Form) -> (CalendarDate?, CalendarDate?)? {
      { form in
        (
          form.date("from", nil, isRequired: isRequired, en: "The first of several days.", th: "วันแรกของช่วง"),
          form.date("to", nil, isRequired: isRequired, en: "The last of several days.", th: "วันสุดท้ายของช่วง")
        )
      }
    }
    self.metric = metric
    date = either(only(.harvestedShare, ask: day(true)), only(.picked, .farmPrice, ask: day(false)))
    (from, to) =
      either(only(.harvestedShareOfSeason, ask: span(true)), only(.picked, .farmPrice, ask: span(false))) ?? (nil, nil)
    self.form = either(
      only(.farmPrice) { $0.choice("form", nil as HarvestForm?, en: "How it was picked.", th: "รูปแบบผลผลิต") },
      only(.harvestedShare, .harvestedShareOfSeason, .picked, .trough) {
        $0.optionalChoice(
          "form", en: "How it was picked; all forms where nothing is said.", th: "รูปแบบผลผลิต ถ้าไม่ระบุคือทุกรูปแบบ")
      })
    grade =
      only(.farmPrice, .trough) {
        $0.optionalChoice(
          "grade", GradeChoice.self, en: "The grade; all grades where nothing is said.", th: "เกรด ถ้าไม่ระบุคือทุกเกรด")
      }?.grade
    isOffSeason = only(.farmPrice, .loss) {
      $0.optionalChoice("season", SeasonChoice.self, en: "In season or off.", th: "ในฤดูหรือนอกฤดู")
    }.map { $0 == .off }
    channel = only(.loss) {
      let ids = "export-fresh, domestic-fresh, dried, flesh, processed"
      let text = $0.text(
        "channel", "", en: "The fruit's way: \(ids), or a facility of the scenario; all where nothing is said.",
        th: "ช่องทาง: \(ids) หรือไอดีใน facilities ถ้าไม่ระบุคือทั้งหมด")
      return text.isEmpty ? nil : text
    }
    market = only(.exports) {
      let text = $0.text(
        "market", "", en: "A market of the scenario; all abroad where nothing is said.",
        th: "ตลาดในสถานการณ์ ถ้าไม่ระบุคือทุกตลาดต่างประเทศ")
      return text.isEmpty ? nil : text
    }
    seen =
      either(
        only(.harvestedShare, .harvestedShareOfSeason, .loss) { Seen($0, in: 0...1) },
        only(.picked, .unsold, .inSeason, .offSeason, .exports) { Seen($0, in: 0...1e9) },
        only(.farmPrice) { Seen($0, in: 0...100_000) }, only(.trough) { Seen(days: $0) }) ?? Seen()
    source = form.text("source", "", en: "Who says so.", th: "ที่มา")
  }
}

/// How much of it there was: a number, or the band in which it lay; a date counts its days from 1970.
package struct Seen: Sendable {
  package var low: Double?
  package var high: Double?
  /// The same a year before.
  package var previous: Double?

  init() {}

  init(_ form: Form, in range: ClosedRange<Double>) {
    let value = form.optionalNumber("value", in: range, en: "How much it was.", th: "ค่าที่พบ")
    low = form.optionalNumber("low", in: range, en: "It was at least this.", th: "ไม่น้อยกว่านี้") ?? value
    high = form.optionalNumber("high", in: range, en: "It was at most this.", th: "ไม่เกินนี้") ?? value
    previous = form.optionalNumber("previous", in: range, en: "What it was a year before.", th: "ค่าของปีก่อนหน้า")
  }

  init(days form: Form) {
    func day(_ key: String, en: String, th: String) -> Double? {
      form.date(key, nil, en: en, th: th).map { Double($0.dayNumber) }
    }
    let (written, dated) = (
      day("value", en: "The day that it was.", th: "วันที่พบ"), day("date", en: "The same.", th: "เช่นเดียวกัน")
    )
    let value = written ?? dated
    low = day("low", en: "Not before this day.", th: "ไม่ก่อนวันนี้") ?? value
    high = day("high", en: "Not after this day.", th: "ไม่หลังวันนี้") ?? value
    previous = day("previous", en: "The day that it was a year before.", th: "วันที่ของปีก่อนหน้า")
  }
}
