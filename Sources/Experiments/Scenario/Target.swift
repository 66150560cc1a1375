import ScenarioFile
import SupplyChain

/// What is to be reached in a share of the years.
package struct Target: Part {
  package static let noun = Words(en: "a target", th: "เป้าหมาย")

  package let title: Words
  package let metric: String
  package let form: HarvestForm?
  package let grade: Grade?
  package let channel: String
  package let season: SeasonChoice?
  package let district: String
  package let group: String
  package let atLeast: Double?
  package let atMost: Double?
  package let share: Double

  /// The measure, as far as it is said.
  package var measure: MeasureName {
    MeasureName(
      metric: metric, form: form?.rawValue ?? "", grade: grade?.id ?? "", district: district, channel: channel,
      season: season?.rawValue ?? "", group: group)
  }

  /// In how many years it must be met to be reached.
  package func yearsWanted(of years: Int) -> Int { Int((share * Double(years)).rounded(.up)) }

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What it is called.", th: "ชื่อเป้าหมาย")
    metric = form.text(
      "metric", nil, isRequired: true, known: Metric.all.map(\.id), en: "The measure that it is about.", th: "ตัวชี้วัด")
    self.form = form.optionalChoice("form", en: "The form, where the measure has one.", th: "รูปแบบผลผลิต")
    grade =
      form.optionalChoice("grade", GradeChoice.self, en: "The grade, where the measure has one.", th: "เกรด")?.grade
    season = form.optionalChoice(
      "season", en: "In season or off; both, where that is a sum.", th: "ในฤดูหรือนอกฤดู ถ้าไม่ระบุคือผลรวม")
    channel = form.text(
      "channel", "", en: "The facility or market, where the measure has one.", th: "สถานประกอบการหรือตลาด")
    district = form.text("district", "", en: "The district, where the measure has one.", th: "อำเภอ")
    group = form.text("group", "", en: "The group, where the measure has one.", th: "กลุ่ม")
    atLeast = form.optionalNumber("at_least", in: -1e15...1e15, en: "Not less than this.", th: "ไม่น้อยกว่า")
    atMost = form.optionalNumber("at_most", in: -1e15...1e15, en: "Not more than this.", th: "ไม่เกิน")
    share = form.fixedNumber(
      "in_share_of_years", 0.9, in: 0...1, .choice, en: "In what share of the years.", th: "ในสัดส่วนเท่าใดของปีจำลอง")
  }
}
