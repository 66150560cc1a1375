import ScenarioFile

/// The growing households and their land.
package struct Farms: Part {
  package static let noun = Words(en: "the farms section", th: "ส่วนสวนเกษตรกร")

  package let households: Int
  package let areaRai: Double
  package let sizeLogSD: Double
  package let gapAreaShare: Double

  package init(_ form: Form) {
    let award = "the province's public-sector award entry, B.E. 2564"
    households = form.count(
      "households", 54_000, in: 1...2_000_000, .official(award), en: "How many households grow longan.",
      th: "จำนวนครัวเรือนที่ปลูกลำไย")
    areaRai = form.number(
      "area_rai", 270_000, in: 1...20_000_000, .official(award), en: "Bearing area of all farms together.",
      th: "เนื้อที่ให้ผลรวมทุกสวน")
    sizeLogSD = form.number(
      "size_log_sd", 0.8, in: 0...2, .unsourced(0.4...1.2),
      en: "How unequal farms are in size: the standard deviation of the logarithm. 0 makes all equal.",
      th: "ความแตกต่างของขนาดสวน คือส่วนเบี่ยงเบนมาตรฐานของลอการิทึม 0 คือเท่ากันทุกสวน")
    gapAreaShare = form.share(
      "gap_area_share", 0.18, .press("48,697 rai of GAP plots in mid-2564, of 270,000"),
      en: "The part of the area in GAP-certified plots, which export to China needs.",
      th: "สัดส่วนพื้นที่แปลง GAP ซึ่งจำเป็นต่อการส่งออกไปจีน")
  }
}
