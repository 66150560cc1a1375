import ScenarioFile

/// The growing households and their land.
package struct Farms: Part, BitwiseCopyable {
  package static let noun = Words(en: "the farms section", th: "ส่วนสวนเกษตรกร")

  package let households: Int
  package let areaRai: Double
  package let sizeLogSD: Double
  package let plotRai: Double
  package let gapAreaShare: Double
  package let gapTendedPreference: Double
  package let tendedAreaShare: Double
  package let waterShare: Double
  package let cashShare: Double
  package let largePlotShare: Double
  package let smallUpToRai: Double

  package init(_ form: Form) {
    let award = "the province's public-sector award entry, B.E. 2564"
    households = form.count(
      "households", 54_000, in: 1...2_000_000, .official(award), settled: .atFounding,
      en: "How many households grow longan.",
      th: "จำนวนครัวเรือนที่ปลูกลำไย")
    areaRai = form.number(
      "area_rai", 270_000, in: 1...5_000_000, .official(award), settled: .atFounding,
      en: "Bearing area of all farms together.",
      th: "เนื้อที่ให้ผลรวมทุกสวน")
    sizeLogSD = form.number(
      "size_log_sd", 0.8, in: 0...2, .unsourced(0.4...1.2),
      settled: .atFounding,
      en: "How unequal farms are in size: the standard deviation of the logarithm. 0 makes all equal.",
      th: "ความแตกต่างของขนาดสวน คือส่วนเบี่ยงเบนมาตรฐานของลอการิทึม 0 คือเท่ากันทุกสวน")
    plotRai = form.number(
      "plot_rai", 4.9, in: 0.5...1_000, .press("9,972 GAP plots on 48,697 rai in mid-2564"),
      settled: .atFounding, en: "How large a plot is, as a rule: a larger farm has several.",
      th: "ขนาดแปลงโดยทั่วไป สวนใหญ่มีหลายแปลง")
    gapAreaShare = form.share(
      "gap_area_share", 0.18, .press("48,697 rai of GAP plots in mid-2564, of 270,000"),
      en: "The part of the area in GAP-certified plots, which export to China needs.",
      th: "สัดส่วนพื้นที่แปลง GAP ซึ่งจำเป็นต่อการส่งออกไปจีน")
    gapTendedPreference = form.number(
      "gap_tended_preference", 9, in: 1...100, .derived("15 % of tons come from plots with GAP that pick in baskets"),
      settled: .atFounding, en: "How many times likelier a tended plot is certified than another.",
      th: "แปลงที่ตัดแต่งดูแลได้รับ GAP บ่อยกว่าแปลงอื่นกี่เท่า")
    tendedAreaShare = form.share(
      "tended_area_share", 0.35, .official("plan of the 2564 season: 35 % in bunches, 65 % stripped"),
      settled: .atFounding,
      en: "The part of the area whose trees are tended so that they can be picked in bunches or baskets.",
      th: "สัดส่วนพื้นที่ที่ตัดแต่งดูแลจนเก็บเป็นช่อหรือตะกร้าได้")
    waterShare = form.share(
      "water_share", 0.85, .unsourced(0.6...0.95),
      settled: .atFounding, en: "Households with water in the dry season, which off-season fruit needs.",
      th: "สัดส่วนครัวเรือนที่มีน้ำในหน้าแล้ง ซึ่งจำเป็นต่อการทำนอกฤดู")
    cashShare = form.share(
      "cash_share", 0.9, .unsourced(0.6...1), settled: .atFounding,
      en: "Households that can pay for inducing flowers out of season.",
      th: "สัดส่วนครัวเรือนที่มีเงินลงทุนทำนอกฤดู")
    largePlotShare = form.share(
      "large_plot_share", 0.15, .unsourced(0.05...0.3), settled: .atFounding, en: "Households in a large-plot group.",
      th: "สัดส่วนครัวเรือนที่เข้าร่วมแปลงใหญ่")
    smallUpToRai = form.fixedNumber(
      "small_up_to_rai", 10, in: 1...1_000, .official("the cost survey of 2559 counts up to 10 rai as small"),
      en: "Up to which size a farm is reported as small.", th: "สวนขนาดไม่เกินกี่ไร่นับเป็นสวนเล็ก")
  }
}
