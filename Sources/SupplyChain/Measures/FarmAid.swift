import ScenarioFile

/// Money by the rai, up to a size.
package struct PerRaiPayment: Part, BitwiseCopyable {
  package static let noun = Words(en: "a payment per rai", th: "เงินช่วยเหลือต่อไร่")

  package let bahtPerRai: Double
  package let capRai: Double

  package init(_ form: Form) {
    bahtPerRai = form.number("thb_per_rai", 0, in: 0...1e6, .choice, en: "What is paid for a rai.", th: "จ่ายต่อไร่")
    capRai = form.number(
      "cap_rai", 25, in: 0...1e6, .press("2,000 baht a rai up to 25 rai in 2563"),
      en: "For how many rai of a household.",
      th: "ไม่เกินกี่ไร่ต่อครัวเรือน")
  }

  func amount(_ rai: Double) -> Double { bahtPerRai * min(rai, capRai) }
}

/// Pays for pruning: less fruit, and larger.
package struct Pruning: Part, BitwiseCopyable {
  package static let noun = Words(en: "pruning", th: "การตัดแต่ง")

  package let uptake: Double
  package let bahtPerRai: Double
  package let capRai: Double
  package let lossShare: Double
  package let sizeGain: Double

  package init(_ form: Form) {
    uptake = form.share("uptake_share", 0, .choice, en: "Households that prune.", th: "สัดส่วนครัวเรือนที่ตัดแต่ง")
    bahtPerRai = form.number(
      "thb_per_rai", 1_400, in: 0...1e6, .press("1,400 baht a rai in 2568"), en: "What is paid for a rai.",
      th: "จ่ายต่อไร่")
    capRai = form.number(
      "cap_rai", 10, in: 0...1e6, .press("up to 10 rai in 2568"), en: "For how many rai of a household.",
      th: "ไม่เกินกี่ไร่ต่อครัวเรือน")
    lossShare = form.share(
      "less_fruit_share", 0.15, .unsourced(0.05...0.3), en: "How much less fruit pruned trees bear.", th: "ผลลดลงเท่าใด")
    sizeGain = form.number(
      "size_gain", 0.3, in: 0...3, .unsourced(0.1...0.6), en: "How much larger their fruit is, in standard deviations.",
      th: "ลูกใหญ่ขึ้นเท่าใด (ส่วนเบี่ยงเบนมาตรฐาน)")
  }

  func amount(_ rai: Double) -> Double { bahtPerRai * min(rai, capRai) }
}

/// More GAP-certified plots.
package struct GAPExpansion: Part, BitwiseCopyable {
  package static let noun = Words(en: "the GAP expansion", th: "การเพิ่มแปลง GAP")

  package let plots: Double
  package let costPerPlot: Double

  package init(_ form: Form) {
    plots = form.number(
      "plots", 0, in: 0...1e7, .choice, en: "How many more plots; the province added 1,217.",
      th: "เพิ่มกี่แปลง จังหวัดเพิ่ม 1,217 แปลง")
    costPerPlot = form.number(
      "each_thb", 3_000, in: 0...1e7, .unsourced(1_000...8_000), en: "What certifying one costs.", th: "ค่าใช้จ่ายต่อแปลง")
  }
}

/// Courses in growing at lower cost.
package struct CostCutting: Part, BitwiseCopyable {
  package static let noun = Words(en: "cost cutting", th: "การลดต้นทุน")

  package let uptake: Double
  package let saves: Double
  package let costPerHousehold: Double

  package init(_ form: Form) {
    uptake = form.share("uptake_share", 0, .choice, en: "Households that take part.", th: "สัดส่วนครัวเรือนที่เข้าร่วม")
    saves = form.share(
      "saves_share", 0.2, .official("the province reports costs 20 % lower"), en: "How much lower their costs are.",
      th: "ต้นทุนลดลงเท่าใด")
    costPerHousehold = form.number(
      "each_thb", 1_500, in: 0...1e6, .unsourced(500...4_000), en: "What reaching one costs.", th: "ค่าใช้จ่ายต่อครัวเรือน")
  }
}

/// Water when the trees want it: more and larger fruit, and plots that can be induced.
package struct SmartIrrigation: Part, BitwiseCopyable {
  package static let noun = Words(en: "smart irrigation", th: "ระบบน้ำอัจฉริยะ")

  package let uptake: Double
  package let yieldGain: Double
  package let sizeGain: Double
  package let costPerRai: Double

  package init(_ form: Form) {
    uptake = form.share("uptake_share", 0, .choice, en: "Households that get it.", th: "สัดส่วนครัวเรือนที่ได้รับ")
    yieldGain = form.share(
      "yield_gain_share", 0.08, .unsourced(0...0.2), en: "How much more their trees bear.", th: "ผลผลิตเพิ่มเท่าใด")
    sizeGain = form.number(
      "size_gain", 0.15, in: 0...3, .unsourced(0...0.4), en: "How much larger their fruit is, in standard deviations.",
      th: "ลูกใหญ่ขึ้นเท่าใด (ส่วนเบี่ยงเบนมาตรฐาน)")
    costPerRai = form.number(
      "each_thb_per_rai", 6_000, in: 0...1e6, .unsourced(3_000...15_000), en: "What government pays for a rai.",
      th: "รัฐจ่ายต่อไร่")
  }
}

/// Spraying from the air.
package struct Drones: Part, BitwiseCopyable {
  package static let noun = Words(en: "drones", th: "โดรน")

  package let uptake: Double
  package let savesPerRai: Double
  package let costPerRai: Double

  package init(_ form: Form) {
    uptake = form.share("uptake_share", 0, .choice, en: "Households that use them.", th: "สัดส่วนครัวเรือนที่ใช้")
    savesPerRai = form.number(
      "saves_thb_per_rai", 300, in: 0...1e5, .unsourced(100...600), en: "What they save on a rai in a year.",
      th: "ประหยัดต่อไร่ต่อปี")
    costPerRai = form.number(
      "each_thb_per_rai", 120, in: 0...1e5, .unsourced(50...300), en: "What government pays for a rai in a year.",
      th: "รัฐจ่ายต่อไร่ต่อปี")
  }
}

/// Large-plot groups sell forward, at a price that is fixed before the season.
package struct LargePlotContracts: Part, BitwiseCopyable {
  package static let noun = Words(en: "large-plot contracts", th: "สัญญาแปลงใหญ่")

  package let uptake: Double
  package let bahtPerKg: Double

  package init(_ form: Form) {
    uptake = form.share(
      "uptake_share", 0, .choice, en: "Households of large-plot groups that sign.", th: "สัดส่วนครัวเรือนแปลงใหญ่ที่ทำสัญญา")
    bahtPerKg = form.number(
      "aa_thb_per_kg", 18, in: 0...1_000, .unsourced(14...24), en: "The price of loose AA; other grades follow it.",
      th: "ราคารูดร่วง AA เกรดอื่นตามสัดส่วน")
  }

  /// Loose grades beside AA, as the ladder of 2561 and 2562 has them.
  var price: GradedPrice { GradedPrice(Graded(1, 0.68, 0.32, 0.04) * bahtPerKg) }
}
